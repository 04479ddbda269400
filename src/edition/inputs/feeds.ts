/** What the units of feeds are made of. */
import type { FeedList } from '../../addresses.ts';
import { isThin, listSubjects, placesOf } from '../edition.ts';
import type { LanguageEdition } from '../edition.ts';
import type { StoryEntry } from '../../store/archive.ts';
import { FEED_KINDS, mostItems } from '../feeds.ts';
import type { TextRef } from '../ref.ts';
import { modifiedAt } from '../as-of.ts';
import type { FeedInputs, ListedFeed, Unit } from '../unit.ts';
import { subjectInputs } from './lists.ts';
import type { Makers } from './makers.ts';
import { textRef } from './story.ts';

/** The feeds of a language: everything, the corrections, then each list that has one. */
export function* feedUnits(makers: Makers, own: LanguageEdition): Generator<Unit> {
  yield feedUnit(makers, own, { kind: 'paper' }, own.stories.keys(), NO_SUBJECT);
  yield feedUnit(makers, own, { kind: 'corrections' }, lastCorrected(makers, own), NO_SUBJECT);
  for (const { list, ...names } of listFeeds(makers, own)) {
    yield feedUnit(makers, own, list, placesOf(own, list), names);
  }
}

/** The list of all feeds, in all languages. */
export function feedListUnit(makers: Makers): Unit {
  const languages = makers.edition.languages.map((own) => ({
    language: own.language,
    feeds: [...listFeeds(makers, own)],
  }));
  return { key: 'feed-list', kind: 'feed-list', inputs: { languages } };
}

/** The lists of a language that have feeds. Thin ones have none. */
function* listFeeds(makers: Makers, own: LanguageEdition): Generator<ListedFeed> {
  for (const kind of FEED_KINDS) {
    for (const list of listSubjects(own, kind)) {
      if (isThin(list, placesOf(own, list).length)) continue;
      yield { list, ...subjectInputs(makers.refs, own, list) };
    }
  }
}

/** The stories that have corrections; those that changed last come first, however old they are. */
function lastCorrected({ edition }: Makers, { corrected, stories }: LanguageEdition): number[] {
  const changes = corrected.flatMap((place) => {
    const entry = stories[place];
    return entry === undefined ? [] : [{ place, moment: modifiedAt(entry, edition) }];
  });
  changes.sort((a, b) => b.moment - a.moment || a.place - b.place);
  return changes.map(({ place }) => place);
}

/** A story, made once for all feeds. */
function keptText(makers: Makers, own: LanguageEdition, place: number, entry: StoryEntry): TextRef {
  let kept = makers.texts.get(own);
  if (kept === undefined) makers.texts.set(own, (kept = new Map<number, TextRef>()));
  let text = kept.get(place);
  if (text === undefined) kept.set(place, (text = textRef(makers, own, entry)));
  return text;
}

const NO_SUBJECT = { row: null, namedBy: null };

function feedUnit(
  makers: Makers,
  own: LanguageEdition,
  list: FeedList,
  places: Iterable<number>,
  subject: Pick<FeedInputs, 'row' | 'namedBy'>,
): Unit {
  const { language } = own;
  const most = mostItems(list, makers.edition.publication.feeds.items);
  const stories: TextRef[] = [];
  for (const place of places) {
    if (stories.length >= most) break;
    const entry = own.stories[place];
    if (entry !== undefined && !entry.noindex) stories.push(keptText(makers, own, place, entry));
  }
  const name =
    'id' in list ? ` ${list.kind} ${list.id}` : list.kind === 'paper' ? '' : ` ${list.kind}`;
  return {
    key: `feed ${language}${name}`,
    kind: 'feed',
    inputs: {
      language,
      list,
      ...subject,
      stories,
    },
  };
}
