/** What the unit of a story is made of. */
import type { StoryEntry } from '../../store/archive.ts';
import { usualFile } from '../../store/stories.ts';
import { Fingerprint } from '../../fingerprint.ts';
import type { Edition, LanguageEdition } from '../edition.ts';
import type { CardRef, TextRef } from '../ref.ts';
import { MOST_RELATED, relatedAt } from '../related.ts';
import { cardsAt } from '../refs.ts';
import type { Refs } from '../refs.ts';
import type { StoryInputs, Unit } from '../unit.ts';
import type { AppealRefs } from './appeals.ts';
import type { Makers } from './makers.ts';

/** The units of the stories of a language. */
export function* storyUnits(
  makers: Makers,
  own: LanguageEdition,
  appealOf: AppealRefs,
): Generator<Unit> {
  const { edition, refs } = makers;
  const texts = makers.texts.get(own);
  const cards = refs.cards(own);
  const parts = partsOfSeries(own, cards);
  for (const [place, entry] of own.stories.entries()) {
    const automatic = cardsAt(cards, relatedAt(own.related, place));
    const related = relatedTo(edition, refs, entry, automatic);
    const older = cards[place + 1];
    const inputs: StoryInputs = {
      story: texts?.get(place) ?? textRef(makers, own, entry),
      translations: translationsOf(edition, refs, entry),
      related,
      older: older === undefined || related.some(({ key }) => key === older.key) ? null : older,
      series: parts.get(place) ?? null,
      appeal: appealOf(entry),
    };
    yield { key: `story ${entry.path}`, kind: 'story', inputs };
  }
}

/** A story with what its text needs to know of others. */
export function textRef(
  { links, refs }: Pick<Makers, 'links' | 'refs'>,
  own: LanguageEdition,
  entry: StoryEntry,
): TextRef {
  const { path, key, modified, ended } = refs.story(entry);
  // What is written stands in the row, which that key covers.
  const print = new Fingerprint();
  print.number(key);
  const found = links.links(entry.links, usualFile(path), print);
  const contributors = entry.contributors.filter((id) => own.byAuthor.has(id));
  print.value(contributors);
  return { path, key: print.code(), modified, ended, links: found, contributors };
}

function translationsOf(
  { translations }: Edition,
  refs: Refs,
  entry: StoryEntry,
): readonly CardRef[] {
  const group = translations.get(entry) ?? [];
  return group.filter((other) => other !== entry).map((other) => refs.card(other));
}

/** The desk's choice first, then the automatic one; each once, and at most as many as that has. */
function relatedTo(
  { published }: Edition,
  refs: Refs,
  { related }: StoryEntry,
  automatic: readonly CardRef[],
): readonly CardRef[] {
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
function partsOfSeries(
  own: LanguageEdition,
  all: readonly CardRef[],
): Map<number, StoryInputs['series']> {
  const parts = new Map<number, StoryInputs['series']>();
  for (const places of own.bySeries.values()) {
    const cards = cardsAt(all, places);
    for (const [index, place] of places.entries()) {
      parts.set(place, { previous: cards[index + 1] ?? null, next: cards[index - 1] ?? null });
    }
  }
  return parts;
}
