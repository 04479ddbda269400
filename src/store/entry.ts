/** What the archive keeps beside a story's row: its entry for choices, its card for lists. */
import { hash } from 'node:crypto';
import { codeOf } from '../digest-code.ts';
import { codeOfName } from '../fingerprint.ts';
import { CARD_FIELDS } from './archive.ts';
import type { CardRow, StoryEntry } from './archive.ts';
import type { ArticleRow } from './rows.ts';

/** The part of a row that is shown elsewhere than on the story's own page. */
export function cardOf({ path, data, facts }: ArticleRow): CardRow {
  return { path, data: pick(data, CARD_FIELDS.data), facts: pick(facts, CARD_FIELDS.facts) };
}

function pick<All, Field extends keyof All>(all: All, fields: readonly Field[]): Pick<All, Field> {
  const some = {} as Pick<All, Field>;
  for (const field of fields) some[field] = all[field];
  return some;
}

/** A row as it is stored: in two parts, of which many stories show the one, and its entry. */
export interface ShelvedRow {
  /** The card row, JSON. */
  card: string;
  /** All that is not in the card row, JSON. */
  rest: string;
  entry: StoryEntry;
}

/** The entry of a row: what choices need of it, and the digests of all of it and of its card. */
export function entryOf(row: ArticleRow): StoryEntry {
  return shelve(row).entry;
}

/** As `entryOf`, with the row as it is stored. */
export function shelve(row: ArticleRow): ShelvedRow {
  const card = cardOf(row);
  const rest = { data: without(row.data, card.data), facts: without(row.facts, card.facts) };
  const text = JSON.stringify(card);
  return {
    card: text,
    rest: JSON.stringify(rest),
    entry: entryWith(row, codeOf(JSON.stringify(row)), codeOf(text)),
  };
}

/** A row as it was before it was stored, but for the order of its fields. */
export function unshelve(card: string, rest: string): ArticleRow {
  const { path, data, facts } = JSON.parse(card) as CardRow;
  const others = JSON.parse(rest) as Pick<ArticleRow, 'data' | 'facts'>;
  return { path, data: { ...data, ...others.data }, facts: { ...facts, ...others.facts } };
}

/** The fields of one that are not in the other. */
function without(all: object, some: object): object {
  return Object.fromEntries(Object.entries(all).filter(([field]) => !(field in some)));
}

function entryWith(row: ArticleRow, whole: number, card: number): StoryEntry {
  const { path, data, facts } = row;
  return {
    path,
    language: facts.language,
    year: facts.year,
    month: facts.month,
    slug: facts.slug,
    kind: data.kind,
    section: data.section,
    topics: facts.topics.map(({ slug }) => slug),
    authors: data.authors ?? [],
    series: data.series,
    published: facts.published,
    draft: data.draft,
    noindex: data.noindex,
    republished: data.source !== undefined,
    translationOf: data.translationOf,
    related: data.related ?? [],
    redirectFrom: data.redirectFrom ?? [],
    identity: facts.identity,
    picture: facts.lead !== undefined,
    appeal: data.appeal,
    modifications: [
      ...(facts.updated === undefined ? [] : [facts.updated]),
      ...facts.corrections.map(({ date }) => date),
      ...facts.updates.map(({ time }) => time),
    ].sort((a, b) => a - b),
    corrections: facts.corrections.length,
    retracted: facts.corrections
      .filter(({ kind }) => kind === 'retraction')
      .map(({ date }) => date)
      .sort((a, b) => a - b)[0],
    ends: facts.live?.end,
    links: facts.links,
    contributors: [...new Set(facts.updates.flatMap(({ author }) => author ?? []))],
    nameCode: codeOfName(path, facts.language.length + 1),
    digest: whole,
    card,
  };
}

/** A digest of plain data: equal data, whose fields stand in the same order, have the same. */
export function digest(data: unknown): string {
  return digestOf(JSON.stringify(data));
}

/** A digest of data as JSON. */
export function digestOf(json: string): string {
  return hash('sha256', json, 'base64url').slice(0, 22);
}
