/** Which social cards can be drawn here: the faces of some scripts are packages of their own. */
import type { CardView } from '../cards/card.ts';
import { loadShaper } from '../cards/fonts.ts';
import { missingPackages } from '../cards/packages.ts';

const named = new Set<string>();

/** Whether the installed faces can set a card. Names each missing package once in a run. */
export async function cardFaces(): Promise<(view: CardView) => boolean> {
  await loadShaper();
  return (view) => {
    const packages = missingPackages(view);
    for (const name of packages) {
      if (named.has(name)) continue;
      named.add(name);
      process.stderr.write(
        `Cards in ${view.language} need a face that is not installed; their pages show their section’s or the front page’s card.\n` +
          `    to mend it:   npm install ${name}\n`,
      );
    }
    return packages.length === 0;
  };
}
