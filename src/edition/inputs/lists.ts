/** What the units of fronts, lists and months are made of. */
import { LIST_KINDS } from '../../addresses.ts';
import type { ListSubject } from '../../addresses.ts';
import type { StoryEntry } from '../../store/archive.ts';
import { isThin, listSubjects, placesOf } from '../edition.ts';
import type { Edition, LanguageEdition } from '../edition.ts';
import { chooseFront } from '../front.ts';
import { cutList } from '../lists.ts';
import type { CardRef, RowRef } from '../ref.ts';
import { cardsAt } from '../refs.ts';
import type { Refs } from '../refs.ts';
import type { ListInputs, Unit } from '../unit.ts';

/** Where the rows of subjects are. */
const COLLECTIONS = {
  section: 'sections',
  topic: 'topics',
  author: 'authors',
  series: 'series',
} as const satisfies Record<ListSubject['kind'], string>;

/** The front page of a language. */
export function frontUnit(edition: Edition, refs: Refs, own: LanguageEdition): Unit {
  const { lead, picks, latest, sections } = chooseFront(edition, own);
  return {
    key: `front ${own.language}`,
    kind: 'front',
    inputs: {
      language: own.language,
      newest: own.stories[0]?.published ?? null,
      lead: lead === undefined ? null : refs.card(lead),
      picks: cardsOf(refs, picks),
      latest: cardsOf(refs, latest),
      sections: sections.map(({ id, stories }) => ({ id, stories: cardsOf(refs, stories) })),
    },
  };
}

/** All lists of a language: sections, topics, authors, series; of each its index, then older pages. */
export function* listUnits(edition: Edition, refs: Refs, own: LanguageEdition): Generator<Unit> {
  for (const kind of LIST_KINDS) {
    for (const subject of listSubjects(own, kind)) yield* pagesOf(edition, refs, own, subject);
  }
}

function* pagesOf(
  edition: Edition,
  refs: Refs,
  own: LanguageEdition,
  subject: ListSubject,
): Generator<Unit> {
  const { language } = own;
  const places = placesOf(own, subject);
  const cards = refs.cards(own);
  const { newest, older } = cutList(places.length);
  const key = `list ${language} ${subject.kind} ${subject.id}`;
  const common = { language, subject, ...subjectInputs(refs, own, subject) };
  const index: ListInputs = {
    ...common,
    number: null,
    stories: cardsAt(cards, places.slice(newest.start, newest.end)),
    newer: null,
    older: older[0]?.number ?? null,
    languages: edition.languages.flatMap((one) => {
      const { length } = placesOf(one, subject);
      return length === 0 ? [] : [{ language: one.language, thin: isThin(subject, length) }];
    }),
  };
  yield { key, kind: 'list', inputs: index };
  for (const [place, { number, start, end }] of older.entries()) {
    const inputs: ListInputs = {
      ...common,
      number,
      stories: cardsAt(cards, places.slice(start, end)),
      newer: older[place - 1]?.number ?? 'index',
      older: older[place + 1]?.number ?? null,
      languages: [],
    };
    yield { key: `${key} ${number}`, kind: 'list', inputs };
  }
}

/** The row of a list's subject; a topic without one is called as its first story calls it. */
export function subjectInputs(
  refs: Refs,
  own: LanguageEdition,
  subject: ListSubject,
): { row: RowRef | null; namedBy: CardRef | null } {
  const { kind, id } = subject;
  const row = refs.rowIfAny(`${COLLECTIONS[kind]}/${id}`);
  const first = kind === 'topic' && row === null ? placesOf(own, subject).at(-1) : undefined;
  return { row, namedBy: first === undefined ? null : (refs.cards(own)[first] ?? null) };
}

/** The months of a language. */
export function* monthUnits(edition: Edition, refs: Refs, own: LanguageEdition): Generator<Unit> {
  const { language, byMonth } = own;
  const months = [...byMonth.keys()];
  for (const [place, month] of months.entries()) {
    yield {
      key: `month ${language} ${month}`,
      kind: 'month',
      inputs: {
        language,
        month,
        previous: months[place + 1] ?? null,
        languages: edition.languages
          .filter((one) => one.byMonth.has(month))
          .map((one) => one.language),
        stories: cardsAt(refs.cards(own), byMonth.get(month) ?? []),
      },
    };
  }
}

function cardsOf(refs: Refs, stories: readonly StoryEntry[]): CardRef[] {
  return stories.map((entry) => refs.card(entry));
}
