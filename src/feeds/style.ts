/** The stylesheet of feeds, for who opens one in a browser. */
import { cssString } from '../css.ts';

/** What the stylesheet says in a language. */
export interface FeedWords {
  /** BCP 47 tag. */
  language: string;
  direction: 'ltr' | 'rtl';
  /** That this is a feed, and what to do with its address, which stands below. */
  explanation: string;
}

/** `css` is the text of `feed.css`; `house` the paper's colour. */
export function feedStyle(
  css: string,
  words: readonly FeedWords[],
  house: string | undefined,
): string {
  // `:lang(pt)` is also for `pt-BR`, so the longer tag has the last word.
  const ordered = words.toSorted((a, b) => a.language.length - b.language.length);
  const rules = ordered.flatMap(({ language, direction, explanation }) => {
    const root = `:root:lang(${language})`;
    return [
      `${root}{direction:${direction}}`,
      `${root} atom|link[rel='self']::before{content:${cssString(explanation)}}`,
    ];
  });
  const colour = house === undefined ? [] : [`:root{--house:${house}}`];
  return `${[css.trim(), ...colour, ...rules].join('\n')}\n`;
}
