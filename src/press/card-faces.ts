/** Which social cards can be drawn here: the faces of some scripts are packages of their own. */
import type { CardView } from '../cards/card.ts';
import { loadShaper } from '../cards/fonts.ts';
import { obstacles } from '../cards/packages.ts';

const named = new Set<string>();

/** Whether the installed faces can set a card. Says once in a run of each thing what keeps it. */
export async function cardFaces(): Promise<(view: CardView) => boolean> {
  await loadShaper();
  return (view) => {
    const { characters, packages } = obstacles(view);
    for (const name of packages) {
      sayOnce(
        name,
        `Cards in ${view.language} need a face that is not installed; their pages show their section’s or the front page’s card.\n` +
          `    to mend it:   npm install ${name}\n`,
      );
    }
    for (const character of characters) {
      sayOnce(
        character,
        `No face of cards has “${character}”: “${view.headline}” has no card of its own, and its page shows its section’s or the front page’s.\n` +
          '    to mend it:   write other words in `social.headline`\n',
      );
    }
    return packages.length === 0 && characters.length === 0;
  };
}

function sayOnce(name: string, text: string): void {
  if (named.has(name)) return;
  named.add(name);
  process.stderr.write(text);
}
