/** What the units of feeds are made of. */
import type { FeedList } from '../../addresses.ts';
import { listSubjects, placesOf } from '../edition.ts';
import type { LanguageEdition } from '../edition.ts';
import { FEED_KINDS } from '../feeds.ts';
import type { FeedInputs, FeedStory, Unit } from '../unit.ts';
import { subjectInputs } from './lists.ts';
import type { Makers } from './makers.ts';
import { feedStory } from './story.ts';

/** The feeds of a language: everything, then each list that has one. */
export function* feedUnits(makers: Makers, own: LanguageEdition): Generator<Unit> {
  yield feedUnit(makers, own, { kind: 'paper' }, own.stories.keys(), NO_SUBJECT);
  for (const kind of FEED_KINDS) {
    for (const subject of listSubjects(own, kind)) {
      const places = placesOf(own, subject);
      yield feedUnit(makers, own, subject, places, subjectInputs(makers.refs, own, subject));
    }
  }
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
  const most = makers.edition.publication.feeds.items;
  const stories: FeedStory[] = [];
  for (const place of places) {
    if (stories.length >= most) break;
    const entry = own.stories[place];
    if (entry !== undefined && !entry.noindex) stories.push(feedStory(makers, own, entry));
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
