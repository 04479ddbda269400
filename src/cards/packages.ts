import type { CardView } from './card.ts';
import { faceText } from './fonts.ts';
import type { Voice } from './fonts.ts';
import { plainText } from './plain-text.ts';

/** The font packages that a card waits for, sorted; none when it can be drawn. `loadShaper()` first. */
export function missingPackages(view: CardView): string[] {
  const texts: [string, Voice][] = [
    [view.paper, 'headline'],
    [view.headline, 'headline'],
    [view.section, 'furniture'],
    [view.line, 'furniture'],
  ];
  const packages = texts.flatMap(
    ([text, voice]) => faceText(plainText(text), view.language, voice).packages,
  );
  return [...new Set(packages)].sort();
}
