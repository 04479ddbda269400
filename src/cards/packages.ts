/** What keeps a card from being drawn whole. */
import type { CardView } from './card.ts';
import type { Voice } from './faces.ts';
import { faceText } from './fonts.ts';
import { plainText } from './plain-text.ts';

/** Why a card would not be complete. */
export interface Obstacles {
  /** Font packages to install, sorted. */
  packages: string[];
  /** Characters of scripts that no known package sets: `ሰ`, `𐎀`. */
  characters: string[];
}

/** What the words of a card would need; empty lists when it can be drawn. `loadShaper()` first. */
export function obstacles(view: CardView): Obstacles {
  const isOpinion = view.kind === 'opinion';
  const isStory = view.kind === 'article' || view.kind === 'live' || isOpinion;
  const headline: Voice = isOpinion ? 'opinion' : 'headline';
  const texts: [string, Voice][] = [
    [view.paper, 'headline'],
    [view.headline, headline],
    [view.section, 'furniture'],
    [view.mark ?? '', 'furniture'],
    [isStory && !isOpinion ? '' : view.line, isOpinion ? 'headline' : 'furniture'],
  ];
  const packages = new Set<string>();
  const characters = new Set<string>();
  for (const [text, voice] of texts) {
    const faced = faceText(plainText(text), view.language, voice);
    for (const name of faced.packages) packages.add(name);
    for (const character of faced.unknown) characters.add(character);
  }
  return { packages: [...packages].sort(), characters: [...characters].sort() };
}
