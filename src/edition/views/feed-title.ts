/** What a feed is called. */
import { paperName, sectionName, wordsFor } from '../names.ts';
import type { Paper } from '../paper.ts';

/** Feeds whose names every page knows. */
export type KnownFeed =
  { kind: 'paper' } | { kind: 'corrections' } | { kind: 'section'; id: string };

/** The title of a feed that every page knows. */
export function feedTitle(paper: Paper, list: KnownFeed, language: string): string {
  const words = wordsFor(paper, language);
  switch (list.kind) {
    case 'paper':
      return titled(paper, words.allStories, language);
    case 'corrections':
      return titled(paper, words.corrections, language);
    case 'section':
      return titled(paper, sectionName(paper, list.id, language), language);
  }
}

/** The title of the feed of a list of that name. */
export function titled(paper: Paper, name: string, language: string): string {
  return `${paperName(paper, language)} — ${name}`;
}
