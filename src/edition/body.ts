/** The text of a story or page as HTML: links resolved, pictures planned, updates held back. */
import { articleAddress, listAddress } from '../addresses.ts';
import { comma, formatDay, formatDayTime, formatDigits, formatTime } from '../locales/format.ts';
import { direction } from '../locales/locales.ts';
import type { PrintableBody } from '../store/body/body.ts';
import { liveUpdates, renderBody } from '../store/body/render.ts';
import type { LiveUpdate } from '../store/body/render.ts';
import type { BodyRendering, BodyWords } from '../store/body/rendering.ts';
import type { PictureUse } from '../store/rows.ts';
import type { StoryAsOf } from './as-of.ts';
import { isoOf } from './moments.ts';
import { authorName, textLanguage, wordsFor } from './names.ts';
import { pictureView } from './pictures.ts';
import { addressesIn } from './ref.ts';
import type { Links, TextRef } from './ref.ts';
import type { Sheet } from './sheet.ts';
import { assetUrl, pageUrl } from './urls.ts';

/** A story's text and what it needs to know of others. */
export type StoryText = { row: StoryAsOf; body: PrintableBody } & Pick<
  TextRef,
  'links' | 'contributors'
>;

/** Where the text of a story is, and in which language. */
export function storyFile(row: Pick<StoryAsOf, 'data' | 'facts'>) {
  const { file, digest } = row.facts;
  return { file, digest, language: textLanguage(row) };
}

/** Where a text stands. */
export interface BodyPlace {
  /** The language of the paper, in which its links and names are. */
  language: string;
  /** The language of the text, where it is another. */
  textLanguage?: string;
  /** The address of its page. */
  address: string;
  pictures: Readonly<Record<string, PictureUse>>;
  links: Links;
}

/** A text of the newsroom's own for its page. */
export function bodyHtml(sheet: Sheet, place: BodyPlace, body: PrintableBody): string {
  return renderBody(body, rendering(sheet, place, 'page'));
}

/** A story's text for its page. */
export function storyHtml(sheet: Sheet, text: StoryText): string {
  const html = renderBody(text.body, rendering(sheet, placeOf(sheet, text), 'page', text));
  const { dateline } = text.row.data;
  return dateline === undefined
    ? html
    : withDateline(html, `<span class="dateline">${escapeHtml(dateline)}</span> — `);
}

/** A story's text for feeds: plain HTML with absolute addresses. */
export function feedHtml(sheet: Sheet, text: StoryText): string {
  const html = renderBody(text.body, rendering(sheet, placeOf(sheet, text), 'feed', text));
  const { dateline } = text.row.data;
  return dateline === undefined ? html : withDateline(html, `<b>${escapeHtml(dateline)}</b> — `);
}

/** The updates of a live report that are out, newest first, for structured data. */
export function updatesOf(sheet: Sheet, text: StoryText): LiveUpdate[] {
  return liveUpdates(text.body, rendering(sheet, placeOf(sheet, text), 'feed', text));
}

/** Runs the dateline into the first paragraph, or puts it before a text that begins otherwise. */
function withDateline(html: string, dateline: string): string {
  return html.startsWith('<p>')
    ? `<p>${dateline}${html.slice('<p>'.length)}`
    : `<p>${dateline.replace(/ — $/, '')}</p>${html}`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function placeOf(sheet: Sheet, { row, links }: StoryText): BodyPlace {
  const { language, pictures } = row.facts;
  const address = articleAddress(row.facts, sheet.rules);
  return { language, textLanguage: textLanguage(row), address, pictures, links };
}

function rendering(
  sheet: Sheet,
  place: BodyPlace,
  profile: 'page' | 'feed',
  story?: StoryText,
): BodyRendering {
  const { publication, rules } = sheet;
  const { language, textLanguage: spoken = language } = place;
  const { corrections = [], updates = [], live } = story?.row.facts ?? {};
  // A report of several days has a day with each time.
  const days = new Set(updates.map(({ time }) => formatDay(time, publication.timeZone, spoken)));
  const updateTime = days.size > 1 ? formatDayTime : formatTime;
  const inside = addressesIn(place.links);
  const outward = (address: string) => (profile === 'feed' ? pageUrl(sheet, address) : address);
  return {
    profile,
    direction: direction(spoken),
    link: (href) => {
      const written = href.trim();
      if (written.startsWith('#')) {
        return profile === 'feed' ? `${pageUrl(sheet, place.address)}${written}` : written;
      }
      const address = inside.get(href);
      if (address === undefined) return outsideUrl(written);
      return address === null ? undefined : `${outward(address)}${anchorOf(written)}`;
    },
    // Search demands it of what was paid for.
    rel: story?.row.data.sponsor === undefined ? undefined : ['sponsored'],
    picture: (src) => pictureView(sheet, place.pictures[src]),
    asset: (address) => (profile === 'feed' ? assetUrl(sheet, address) : address),
    correction: (n) => {
      const correction = corrections.find((one) => one.n === n);
      return correction === undefined
        ? undefined
        : {
            kind: correction.kind,
            date: formatDay(correction.date, publication.timeZone, spoken),
            dateTime: isoOf(sheet, correction.date),
            text: correction.text,
          };
    },
    update: (id) => {
      const update = updates.find((one) => one.id === id);
      return update === undefined
        ? undefined
        : {
            instant: update.time,
            time: updateTime(update.time, publication.timeZone, spoken),
            dateTime: isoOf(sheet, update.time),
            author: update.author === undefined ? undefined : author(update.author),
          };
    },
    pinned: live?.pinned ?? [],
    anchor: (id) => (profile === 'feed' ? `${pageUrl(sheet, place.address)}#${id}` : `#${id}`),
    words: bodyWords(sheet, spoken),
  };

  function author(id: string) {
    const address = listAddress({ kind: 'author', id }, language, rules);
    return {
      name: authorName(sheet, id, language),
      address: story?.contributors.includes(id) === true ? outward(address) : undefined,
    };
  }
}

/** An address that leads out of the paper; undefined for one that leads nowhere. */
function outsideUrl(written: string): string | undefined {
  if (written.startsWith('//')) return `https:${written}`;
  return /^[a-z][a-z0-9+.-]*:/i.test(written) ? written : undefined;
}

/** The anchor of an address as written. */
export function anchorOf(written: string): string {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(written)) {
    return new URL(written, 'https://paper.example').hash;
  }
  const hash = written.indexOf('#');
  return hash === -1 ? '' : written.slice(hash);
}

function bodyWords(sheet: Sheet, language: string): BodyWords {
  const words = wordsFor(sheet, language);
  return {
    footnotes: words.footnotes,
    footnote: words.footnote,
    backToText: words.backToText,
    keyPoints: words.keyPoints,
    openAt: words.openAt,
    correction: words.correctionKinds,
    comma: comma(language),
    table: words.table,
    credit: (credit) => credit,
    pinned: words.pinned,
    number: (n) => formatDigits(n, language),
  };
}
