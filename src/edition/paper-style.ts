/** The paper's own colours and stylesheet, in the layers that win. */
import { cssString, insideStyleElement } from '../css.ts';
import type { Publication } from '../schema/publication.ts';
import type { SectionRow } from '../store/rows.ts';

/** As `src/styles/base.css` has it: their first mention is their order, and this one comes first. */
const LAYERS = '@layer reset,base,frame,matter,paper,theme;';

/**
 * CSS for the `<style>` element of every page: the house's colour, each section's colour, then
 * `content/theme.css`.
 *
 * @param sections those that have something to read: of others not even the id is shown
 */
export function paperStyle(
  sections: readonly SectionRow[],
  design: Publication['design'],
  theme: string,
): string {
  const house = design?.accent;
  const accents = sections.flatMap(({ id, data }) =>
    data.accent === undefined ? [] : [`[data-section="${id}"]{--hue:${data.accent}}`],
  );
  // With its comma it stands before the faces that each language has: those have what it has not.
  const face = (name: string, family: string | undefined) =>
    family === undefined ? [] : [`:root{--own-${name}:${cssString(family)},}`];
  const rules = [
    ...face('display', design?.fonts?.headline),
    ...face('text', design?.fonts?.text),
    ...(house === undefined ? [] : [`:root{--house:${house}}`]),
    ...accents,
  ].join('');
  return insideStyleElement(
    `${LAYERS}@layer paper{${rules}}${theme === '' ? '' : `@layer theme{${theme}}`}`,
  );
}
