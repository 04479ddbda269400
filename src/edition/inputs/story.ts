/** What the unit of a story is made of. */
import type { StoryEntry } from '../../store/archive.ts';
import type { Edition, LanguageEdition, Places } from '../edition.ts';
import type { CardRef } from '../ref.ts';
import type { Refs } from '../refs.ts';
import type { FeedStory, StoryInputs, Unit } from '../unit.ts';
import type { AppealInputsOf } from './appeals.ts';
import type { Makers } from './makers.ts';

/** Stories under a story, where the desk names no more. */
const MOST_RELATED = 4;

/** The units of the stories of a language. */
export function* storyUnits(
  makers: Makers,
  own: LanguageEdition,
  appealOf: AppealInputsOf,
): Generator<Unit> {
  const { edition, refs } = makers;
  const parts = partsOfSeries(own, refs);
  for (const [place, entry] of own.stories.entries()) {
    const related = relatedTo(edition, refs, own, entry, own.related[place] ?? []);
    const [older] = refs.cards(own, [place + 1]);
    const translations = edition.translations.get(entry.path);
    const inputs: StoryInputs = {
      ...(makers.feedStories.get(entry) ?? storyText(makers, own, entry)),
      translations:
        translations === undefined
          ? []
          : translations.filter((other) => other !== entry).map((other) => refs.card(other)),
      related,
      older: older === undefined || related.some(({ path }) => path === older.path) ? null : older,
      series: parts.get(place) ?? null,
      appeal: appealOf(entry),
    };
    yield { key: `story ${entry.path}`, kind: 'story', inputs };
  }
}

/** A story with what its text needs to know of others. */
function storyText({ links, refs }: Makers, own: LanguageEdition, entry: StoryEntry): FeedStory {
  return {
    story: refs.story(entry),
    links: links.links(entry.links, `articles/${entry.path}.md`),
    contributors: entry.contributors.filter((id) => own.byAuthor.has(id)),
  };
}

/** The same for a feed. */
export function feedStory(makers: Makers, own: LanguageEdition, entry: StoryEntry): FeedStory {
  const known = makers.feedStories.get(entry);
  if (known !== undefined) return known;
  const made = storyText(makers, own, entry);
  makers.feedStories.set(entry, made);
  return made;
}

/** The desk's choice first, then the automatic one; each once, and at most as many as that has. */
function relatedTo(
  { published }: Edition,
  refs: Refs,
  own: LanguageEdition,
  { related }: StoryEntry,
  places: Places,
): readonly CardRef[] {
  const automatic = refs.cards(own, places);
  if (related.length === 0) return automatic;
  const chosen = related.flatMap((path) => {
    const entry = published.get(path);
    return entry === undefined ? [] : [refs.card(entry)];
  });
  const most = Math.max(MOST_RELATED, chosen.length);
  const each = new Map([...chosen, ...automatic].map((ref) => [ref.path, ref]));
  return [...each.values()].slice(0, most);
}

/** For each part of a series the parts before and after it, by its place. */
function partsOfSeries(own: LanguageEdition, refs: Refs): Map<number, StoryInputs['series']> {
  const parts = new Map<number, StoryInputs['series']>();
  for (const places of own.bySeries.values()) {
    const cards = refs.cards(own, places);
    for (const [index, place] of places.entries()) {
      parts.set(place, { previous: cards[index + 1] ?? null, next: cards[index - 1] ?? null });
    }
  }
  return parts;
}
