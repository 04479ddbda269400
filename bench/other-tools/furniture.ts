/**
 * What stands on every page around the story: policy, styles, masthead, message to readers, footer.
 * It is cut from an edition that the press has printed, so that the pages of the other tools carry
 * the same bytes and grow with ours.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LANGUAGES } from '../archive/paper.ts';
import { addressOf } from '../archive/story.ts';

/** Pieces of HTML by the name of the partial: `masthead-en`. */
export type Furniture = ReadonlyMap<string, string>;

/**
 * Cuts the furniture from a printed edition. Throws RangeError where a page has no such piece.
 *
 * @param edition the printed folder
 * @param stories the path of a story of each language, with a message to readers
 */
export function cutFurniture(edition: string, stories: Record<string, string>): Furniture {
  const pieces = new Map<string, string>();
  const page = (address: string) => {
    const file = path.join(edition, address);
    if (!existsSync(file)) throw new RangeError(`${file} is not there to cut the furniture from.`);
    return absolute(readFileSync(file, 'utf8'), address);
  };
  for (const { language } of LANGUAGES) {
    const story = page(addressOf(stories[language] ?? ''));
    const front = page(language === 'en' ? '/index.html' : `/${language}/index.html`);
    pieces.set(
      `masthead-${language}`,
      cut(story, /<header class="sheet masthead[\s\S]*?<\/header>/),
    );
    pieces.set(
      `masthead-front-${language}`,
      cut(front, /<header class="sheet masthead[\s\S]*?<\/header>/),
    );
    pieces.set(`footer-${language}`, cut(story, /<footer class="sheet">[\s\S]*?<\/footer>/));
    pieces.set(
      `appeal-${language}`,
      cut(story, /<aside class="appeal"[\s\S]*?<\/aside>\s*<script>[\s\S]*?<\/script>/),
    );
    if (language !== 'en') continue;
    pieces.set('policy', cut(story, /<meta http-equiv="Content-Security-Policy"[^>]*>/));
    pieces.set('styles-article', styles(story));
    pieces.set('styles-front', styles(front));
    pieces.set('styles-list', styles(page('/world/index.html')));
  }
  return pieces;
}

function cut(html: string, piece: RegExp): string {
  const found = piece.exec(html)?.[0];
  if (found === undefined) throw new RangeError(`A printed page has no ${piece.source}.`);
  return found;
}

function styles(html: string): string {
  return html.match(/<style>[\s\S]*?<\/style>/g)?.join('') ?? '';
}

/** The page with addresses that begin with `/`, as other tools write them. */
function absolute(html: string, address: string): string {
  const from = new URL(address, 'https://paper.invalid');
  const resolve = (relative: string) =>
    /^([a-z][a-z0-9+.-]*:|#|\/)/i.test(relative) ? relative : new URL(relative, from).pathname;
  return html
    .replace(/(\s(?:href|src)=")([^"]*)"/g, (_whole, start: string, to: string) => {
      return `${start}${resolve(to)}"`;
    })
    .replace(/url\("([^"]*)"\)/g, (_whole, to: string) => `url("${resolve(to)}")`);
}
