import type { Problem } from '#problems.ts';
import type { PictureView } from '#pictures/picture.ts';
import type { ParsedBody } from './body.ts';
import { parseBody } from './parse.ts';
import { renderBody } from './render.ts';
import type { BodyRendering } from './rendering.ts';

/** A picture of which every page of the tests has two formats in two sizes. */
export function pictureView(src: string): PictureView {
  const variants = (type: string): PictureView['sources'][number]['variants'] =>
    [640, 1280].map((width) => ({
      address: `/assets/${width}.${type}`,
      width,
      height: (width * 3) / 4,
    }));
  return {
    sources: [
      { type: 'image/webp', variants: variants('webp') },
      { type: 'image/jpeg', variants: variants('jpg') },
    ],
    fallback: { address: '/assets/1280.jpg', width: 1280, height: 960 },
    alt: `Alt of ${src}`,
    caption: undefined,
    credit: undefined,
    licence: undefined,
    focus: [0.5, 0.5],
  };
}

/** A rendering that knows every story, picture, correction and update. */
export function rendering(
  profile: 'page' | 'feed' = 'page',
  more: Partial<BodyRendering> = {},
): BodyRendering {
  const base = profile === 'feed' ? 'https://gazette.example' : '';
  return {
    profile,
    direction: 'ltr',
    link: (href) => href,
    picture: pictureView,
    asset: (address) => `${base}${address}`,
    correction: (n) => ({
      kind: 'correction',
      date: '3 February 2025',
      dateTime: '2025-02-03',
      text: `Correction ${n} & more`,
    }),
    update: (id) => ({
      instant: Number(id.slice(1)),
      time: '14:30',
      dateTime: '2025-02-03T14:30:00Z',
      author: { name: 'Ann', address: '/authors/ann/index.html' },
    }),
    anchor: (id) => (profile === 'feed' ? `https://gazette.example/x.html#${id}` : `#${id}`),
    words: {
      footnotes: 'W-footnotes',
      footnote: (n) => `W-footnote ${n}`,
      backToText: (n) => `W-back ${n}`,
      keyPoints: 'W-key',
      openAt: (host) => `W-open ${host}`,
      comma: ', ',
      correction: { correction: 'W-corr', clarification: 'W-clar', retraction: 'W-retr' },
      table: (n) => `W-table ${n}`,
      credit: (credit) => `W-credit ${credit}`,
      pinned: 'W-pinned',
      number: String,
    },
    ...more,
  };
}

export function parse(
  markdown: string,
  language = 'en',
): { body: ParsedBody; problems: Problem[] } {
  return parseBody(markdown, { file: 'a.md', firstLine: 1, language });
}

/** Markdown as the HTML of a page (or a feed); the problems do not count. */
export function html(markdown: string, how: BodyRendering = rendering(), language = 'en'): string {
  return renderBody(parse(markdown, language).body, how);
}

/** Problems as short lines: severity, line, field, message. */
export function told(markdown: string): string[] {
  return parse(markdown).problems.map(
    ({ severity, line, field, message }) =>
      `${severity} ${line ?? '-'}${field === undefined ? '' : ` ${field}`}: ${message}`,
  );
}
