/** The text of a story or page as HTML: links resolved, pictures planned, updates held back. */
import { articleAddress, listAddress } from '../addresses.ts';
import { formatDay, formatDigits, formatTime } from '../locales/format.ts';
import { direction } from '../locales/locales.ts';
import type { ParsedBody } from '../store/body/body.ts';
import { liveUpdates, renderBody } from '../store/body/render.ts';
import type { LiveUpdate } from '../store/body/render.ts';
import type { BodyRendering, BodyWords } from '../store/body/rendering.ts';
import type { ArticleRow, PictureUse } from '../store/rows.ts';
import { isoWithOffset } from '../time.ts';
import { shownCorrections, shownUpdates, targetAddress } from './edition.ts';
import type { Edition } from './edition.ts';
import { pictureView } from './pictures.ts';
import { assetUrl, authorName, pageUrl, wordsFor } from './paper.ts';

/** Where a text stands. */
export interface BodyPlace {
  /** In the content folder. */
  file: string;
  language: string;
  /** The address of its page. */
  address: string;
  pictures: Record<string, PictureUse>;
}

/** A text for its page. */
export function bodyHtml(
  edition: Edition,
  place: BodyPlace,
  body: ParsedBody,
  row?: ArticleRow,
): string {
  const html = renderBody(body, rendering(edition, place, 'page', row));
  return row?.data.dateline === undefined
    ? html
    : withDateline(html, `<span class="dateline">${escapeHtml(row.data.dateline)}</span> — `);
}

/** A text for feeds: plain HTML with absolute addresses. */
export function feedHtml(edition: Edition, row: ArticleRow, body: ParsedBody): string {
  const html = renderBody(body, rendering(edition, articlePlace(edition, row), 'feed', row));
  return row.data.dateline === undefined
    ? html
    : withDateline(html, `<b>${escapeHtml(row.data.dateline)}</b> — `);
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

/** The updates of a live report that are out, newest first, for structured data. */
export function updatesOf(edition: Edition, row: ArticleRow, body: ParsedBody): LiveUpdate[] {
  return liveUpdates(body, rendering(edition, articlePlace(edition, row), 'feed', row));
}

/** Where the text of a story stands. */
export function articlePlace(edition: Edition, row: ArticleRow): BodyPlace {
  return {
    file: row.facts.file,
    language: row.facts.language,
    address: articleAddress(row.facts, edition.rules),
    pictures: row.facts.pictures,
  };
}

function rendering(
  edition: Edition,
  place: BodyPlace,
  profile: 'page' | 'feed',
  row: ArticleRow | undefined,
): BodyRendering {
  const { publication, rules } = edition;
  const { language } = place;
  const corrections = row === undefined ? [] : shownCorrections(row, edition);
  const updates = new Map(
    row === undefined ? [] : shownUpdates(row, edition).map((update) => [update.id, update]),
  );
  const outward = (address: string) => (profile === 'feed' ? pageUrl(edition, address) : address);
  return {
    profile,
    direction: direction(language),
    link: (href) => {
      const reference = edition.references.resolve(href, place.file);
      switch (reference.kind) {
        case 'anchor':
          return profile === 'feed'
            ? `${pageUrl(edition, place.address)}${reference.suffix}`
            : reference.suffix;
        case 'outside':
          return reference.url;
        case 'nothing':
          return undefined;
        case 'inside': {
          const address = targetAddress(edition, reference.target);
          return address === undefined ? undefined : `${outward(address)}${reference.suffix}`;
        }
      }
    },
    picture: (src) => pictureView(edition, place.pictures[src]),
    asset: (address) => (profile === 'feed' ? assetUrl(edition, address) : address),
    correction: (n) => {
      const correction = row?.facts.corrections[n - 1];
      if (correction === undefined || !corrections.includes(correction)) return undefined;
      return {
        kind: correction.kind,
        date: formatDay(correction.date, publication.timeZone, language),
        dateTime: isoWithOffset(correction.date, publication.timeZone),
        text: correction.text,
      };
    },
    update: (id) => {
      const update = updates.get(id);
      if (update === undefined) return undefined;
      return {
        instant: update.time,
        time: formatTime(update.time, publication.timeZone, language),
        dateTime: isoWithOffset(update.time, publication.timeZone),
        author: update.author === undefined ? undefined : author(update.author),
      };
    },
    pinned: row?.data.live?.pinned ?? [],
    anchor: (id) => (profile === 'feed' ? `${pageUrl(edition, place.address)}#${id}` : `#${id}`),
    words: bodyWords(edition, language),
  };

  function author(id: string) {
    const address = listAddress({ kind: 'author', id }, language, rules);
    return {
      name: authorName(edition, id, language),
      address: edition.printed.has(address) ? outward(address) : undefined,
    };
  }
}

function bodyWords(edition: Edition, language: string): BodyWords {
  const words = wordsFor(edition, language);
  return {
    footnotes: words.footnotes,
    footnote: words.footnote,
    backToText: words.backToText,
    keyPoints: words.keyPoints,
    openAt: words.openAt,
    correction: words.correctionKinds,
    table: words.table,
    credit: (credit) => credit,
    pinned: words.pinned,
    number: (n) => formatDigits(n, language),
  };
}
