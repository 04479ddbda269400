/** The paper's own colours and stylesheet, in the layer that wins. */
import type { Edition } from './edition.ts';
import { oncePerEdition } from './once.ts';

/** CSS for every page: the house's colour, each section's colour, then `content/theme.css`. */
export const paperStyle = oncePerEdition(styleOf);

function styleOf(edition: Pick<Edition, 'publication' | 'sections' | 'content'>): string {
  const house = edition.publication.design?.accent;
  const sections = [...edition.sections.values()].flatMap(({ id, data }) =>
    data.accent === undefined ? [] : [`[data-section="${id}"]{--hue:${data.accent}}`],
  );
  const fonts = edition.publication.design?.fonts;
  const face = (name: string, family: string | undefined) =>
    family === undefined ? [] : [`:root{--${name}:${JSON.stringify(family)},serif}`];
  const rules = [
    ...face('display', fonts?.headline),
    ...face('text', fonts?.text),
    ...(house === undefined ? [] : [`:root{--house:${house}}`]),
    ...sections,
  ].join('');
  const { theme } = edition.content.publication;
  return `@layer paper{${rules}}${theme === '' ? '' : `@layer theme{${theme}}`}`;
}
