import { describe, expect, it } from 'vitest';
import { borders } from './borders.ts';

/** What the compiler says to an import of `file`, a path below the root; undefined where it lets it through. */
function refusal(file: string, specifier: string): string | undefined {
  const { resolveId } = borders('/paper');
  if (typeof resolveId !== 'object') throw new Error('The plugin resolves nothing.');
  let said: string | undefined;
  const context = {
    error: (message: string) => {
      said = message;
    },
  };
  const options = { attributes: {}, isEntry: false } as never;
  void resolveId.handler.call(context as never, specifier, `/paper/${file}`, options);
  return said;
}

describe('the compiler', () => {
  it.each([
    '#edition/front.ts',
    '../edition/front.ts',
    '../../content/words.ts',
    '/paper/src/edition/front.ts',
    '#components/../edition/front.ts',
    '#desk.ts',
    'node:fs',
    'sharp',
    'astro:content',
    'astro/config',
  ])('refuses %s in a component and in a layout', (specifier) => {
    for (const file of ['src/components/X.astro', 'src/layouts/X.astro', 'src/layouts/x.ts']) {
      expect(refusal(file, specifier), file).toBe(
        `${file} imports '${specifier}', which is out of reach here. A component gets props and nothing else: let the edition put it into the view model. Types may come from anywhere (import type).`,
      );
    }
  });

  it.each([
    './Teaser.astro',
    '#layouts/Page.astro',
    '/paper/src/layouts/Page.astro',
    '#locales/format.ts',
    '../styles/base.css',
    './answer-appeal.js?raw',
    '#pictures/markup.ts',
    'astro/compiler-runtime',
    '/paper/src/components/X.astro?astro&type=style&index=0&lang.css',
    '\0virtual:style',
  ])('lets %s into a component', (specifier) => {
    expect(refusal('src/components/X.astro', specifier)).toBeUndefined();
    expect(refusal('src/components/X.astro?astro&type=script', specifier)).toBeUndefined();
  });

  it('refuses import.meta.glob, which takes in files that are not named', () => {
    const { transform } = borders('/paper');
    if (typeof transform !== 'object') throw new Error('The plugin transforms nothing.');
    const said = (file: string, code: string) => {
      const messages: string[] = [];
      const context = { error: (message: string) => messages.push(message) };
      void transform.handler.call(context as never, code, `/paper/${file}`, undefined as never);
      return messages;
    };
    const code = "const all = import.meta.glob('../store/texts.ts', { eager: true });";
    for (const file of ['src/components/X.astro', 'src/layouts/x.ts', 'src/pages/x.astro?a']) {
      expect(said(file, code)).toEqual([expect.stringContaining('import.meta.glob, which is out')]);
      expect(said(file, 'const url = import.meta.url;')).toEqual([]);
    }
    expect(said('src/store/x.ts', code)).toEqual([]);
  });

  it('lets a route have a layout and nothing else', () => {
    expect(refusal('src/pages/story.astro', '#layouts/ArticleLayout.astro')).toBeUndefined();
    expect(refusal('src/pages/story.astro', '/paper/src/pages/story.astro?a')).toBeUndefined();
    for (const specifier of ['#components/Teaser.astro', '#desk.ts', '#locales/en.ts']) {
      expect(refusal('src/pages/story.astro', specifier)).toContain('hands the view model');
    }
  });

  it('leaves other rooms alone', () => {
    expect(refusal('src/locales/format.ts', '#time.ts')).toBeUndefined();
    expect(refusal('src/press/layouts/printer.ts', 'astro/app')).toBeUndefined();
    expect(refusal('node_modules/x/src/components/x.js', 'sharp')).toBeUndefined();
  });
});
