/** Makes the stories of a plan: front matter and text, with what real stories have. */
import { SECTIONS, SERIES } from './paper.ts';
import { localTime, olderThan, quietPlace } from './plan.ts';
import type { Identity, Plan, QuietPlace } from './plan.ts';
import { CREDIT, pictureNames } from './pictures.ts';
import { bell, between, oneOf, randomFor } from './random.ts';
import type { Random } from './random.ts';
import { addressOf } from './story.ts';
import type { Block, Story, StoryData } from './story.ts';

/** What a text is made with. */
interface Desk {
  plan: Plan;
  identity: Identity;
  random: Random;
  say: (rule: string) => string;
}

/** Words of a text: half of all are shorter than this. */
const TYPICAL_WORDS = 560;

/** How far lengths spread, in powers of e. */
const SPREAD = 0.45;

const MINUTE = 60_000;

/** Kinds and how many of 1,000 stories are of each; the rest are news. */
const KINDS: readonly [kind: string, of1000: number][] = [
  ['brief', 70],
  ['analysis', 60],
  ['feature', 50],
  ['interview', 30],
  ['explainer', 25],
  ['investigation', 10],
  ['review', 12],
  ['obituary', 8],
  ['factcheck', 8],
  ['live', 7],
  ['sponsored', 3],
];

/** Kinds in the section of opinions. */
const VOICES = ['opinion', 'opinion', 'opinion', 'editorial', 'letter'];

/** Agencies write for the section that is first in the paper. */
const AGENCY_SHARE = 0.15;

/** The story of a number: the same for the same plan. */
export function storyOf(plan: Plan, number: number): Story {
  const identity = plan.identity(number);
  const desk = deskFor(plan, identity);
  const { random, say } = desk;
  const { language } = identity;
  const kind = kindOf(identity, random);
  const names = plan.names(identity);
  const agency = identity.section === SECTIONS[0]?.id && random() < AGENCY_SHARE;
  const data: StoryData = {
    headline: identity.headline,
    standfirst: say('standfirst'),
    published: identity.published,
    authors: agency ? [] : names.authors,
    ...(agency ? { byline: say('agency') } : {}),
    section: identity.section,
    topics: names.topics,
    kind,
    ...(random() < 0.3 ? { dateline: say('city') } : {}),
    ...(random() < 0.015 ? { series: oneOf(random, SERIES).id } : {}),
    ...(random() < 0.06 ? { updated: later(identity, between(random, 5, 600)) } : {}),
    ...(random() < 0.02 ? { corrections: [correction(desk)] } : {}),
    ...(random() < 0.005
      ? { source: { name: say('agency'), url: `https://wire.example/${number}` } }
      : {}),
    ...ofKind(kind, desk),
    ...translation(desk),
  };
  if (random() < plan.pictures) data.lead = { image: pictureFor(desk), ...pictureWords(desk) };
  const words = Math.round(TYPICAL_WORDS * Math.exp(SPREAD * bell(random)));
  const blocks =
    kind === 'live'
      ? liveText(desk)
      : text(desk, kind === 'brief' ? between(random, 50, 130) : words);
  return { path: identity.path, language, data, blocks };
}

/**
 * One story more than the archive has, the newest: without a picture, by one author, on one topic,
 * in lists that do not grow by a page. `more` runs from 1 to `MOST_MORE`.
 */
export function storyMore(plan: Plan, more: number, place: QuietPlace = quietPlace(plan)): Story {
  const identity = { ...plan.identity(plan.stories + more - 1), section: place.section };
  const desk = deskFor({ ...plan, pictures: 0 }, identity);
  const data: StoryData = {
    headline: identity.headline,
    standfirst: desk.say('standfirst'),
    published: identity.published,
    authors: [place.author],
    section: place.section,
    topics: [place.topic],
    kind: 'news',
  };
  return { path: identity.path, language: 'en', data, blocks: text(desk, TYPICAL_WORDS) };
}

function deskFor(plan: Plan, identity: Identity): Desk {
  const random = randomFor(plan.seed, `story ${identity.number}`);
  const words = plan.grammars[identity.language];
  return { plan, identity, random, say: (rule) => words.say(rule, random) };
}

function kindOf({ section }: Identity, random: Random): string {
  if (section === 'opinion') return oneOf(random, VOICES);
  let left = random() * 1000;
  for (const [kind, of1000] of KINDS) {
    left -= of1000;
    if (left < 0) return kind;
  }
  return 'news';
}

function ofKind(kind: string, { identity, random, say }: Desk): Partial<StoryData> {
  switch (kind) {
    case 'live':
      return { live: { start: identity.published, end: later(identity, 9 * 60) } };
    case 'review':
      return { review: { of: say('work'), type: 'Book', rating: between(random, 1, 5) } };
    case 'sponsored':
      return { sponsor: { name: say('brand') } };
    default:
      return {};
  }
}

/** A quarter of the stories in other languages that follow an English one are its translation. */
function translation({ plan, identity, random }: Desk): { translationOf?: string } {
  if (identity.language === 'en' || identity.number === 0 || random() > 0.25) return {};
  const before = plan.identity(identity.number - 1);
  return before.language === 'en' ? { translationOf: before.path } : {};
}

function correction({ identity, random, say }: Desk): { date: string; text: string } {
  return { date: later(identity, between(random, 20, 1200)), text: say('correction') };
}

/** A moment some minutes after publication, as local time. Summer time ends and begins by night. */
function later({ published }: Identity, minutes: number): string {
  const local = Date.parse(`${published}Z`) + minutes * MINUTE;
  const hour = new Date(local).getUTCHours();
  return localTime(hour < 5 ? local + 5 * 60 * MINUTE : local);
}

function pictureFor({ random }: Desk): string {
  return `./${oneOf(random, pictureNames())}`;
}

function pictureWords({ say }: Desk): { alt: string; caption: string; credit: string } {
  return { alt: say('alt'), caption: say('caption'), credit: CREDIT };
}

const wordsIn = (words: string): number => words.split(' ').length;

/** A text of about so many words. */
function text(desk: Desk, words: number): Block[] {
  const { random, say } = desk;
  const blocks: Block[] = [];
  let written = 0;
  let sinceHeading = 0;
  while (written < words) {
    const paragraph = sentences(desk, between(random, 2, 4));
    blocks.push({ type: 'paragraph', text: paragraph });
    written += wordsIn(paragraph);
    sinceHeading += 1;
    const extra = written < words ? extraBlock(desk) : undefined;
    if (extra !== undefined) blocks.push(extra);
    if (words > 450 && sinceHeading > 3 && words - written > 120 && random() < 0.5) {
      blocks.push({ type: 'heading', text: say('heading') });
      sinceHeading = 0;
    }
  }
  return blocks;
}

function sentences(desk: Desk, count: number): string {
  const said = Array.from({ length: count }, () => desk.say('sentence'));
  const { random } = desk;
  if (random() < 0.12) {
    const older = olderThan(desk.plan, desk.identity, random);
    if (older?.language === desk.identity.language) {
      said.splice(1, 0, `([${desk.say('reference')}](${addressOf(older.path)}))`);
    }
  }
  return said.join(' ');
}

/** What stands between paragraphs now and then. */
function extraBlock(desk: Desk): Block | undefined {
  const { plan, random, say } = desk;
  const chance = random();
  if (chance < 0.02) return { type: 'pullquote', text: say('sentence'), cite: say('person') };
  if (chance < 0.03) return { type: 'quote', text: say('sentence') };
  if (chance < 0.05) {
    return {
      type: 'list',
      items: Array.from({ length: between(random, 3, 6) }, () => say('item')),
    };
  }
  if (chance < 0.058) return table(desk);
  if (chance < 0.068) {
    return { type: 'factbox', title: say('title'), text: sentences({ ...desk, random }, 3) };
  }
  if (chance < 0.068 + 0.02 * plan.pictures) {
    return { type: 'figure', image: pictureFor(desk), ...pictureWords(desk) };
  }
  return undefined;
}

function table({ random, say }: Desk): Block {
  const year = between(random, 2008, 2023);
  const rows = Array.from({ length: between(random, 3, 7) }, () => [
    say('cell'),
    String(between(random, 100, 9900)),
    String(between(random, 100, 9900)),
  ]);
  return { type: 'table', rows: [[say('columns'), String(year), String(year + 1)], ...rows] };
}

/** A live report: an introduction and its entries, the newest first. */
function liveText(desk: Desk): Block[] {
  const { identity, random, say } = desk;
  const count = between(random, 5, 14);
  const updates = Array.from({ length: count }, (_, index): Block => ({
    type: 'update',
    id: `u${index + 1}`,
    time: later(identity, index * 30 + between(random, 0, 20)),
    headline: say('update'),
    text: sentences(desk, between(random, 2, 5)),
  }));
  return [{ type: 'paragraph', text: sentences(desk, 2) }, ...updates.reverse()];
}
