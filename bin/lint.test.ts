import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

// The snippets are of files that do not exist, which the type-aware rules cannot look at: the
// project's own rules are all that is asked.
const OWN_RULES = /restricted|^broadsheet\/|^@typescript-eslint\/(no-explicit-any|consistent-type)/;

const eslint = new ESLint({
  cwd: ROOT,
  overrideConfig: { languageOptions: { parserOptions: { projectService: false, program: null } } },
  ruleFilter: ({ ruleId }) => OWN_RULES.test(ruleId),
});

/** The messages of the project's own rules about a file of this name. */
async function lint(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId ?? 'parser'}: ${message}`);
}

describe('the collections', () => {
  const code =
    "import { getCollection } from 'astro:content';\nexport const all = getCollection;\n";

  it.each(['src/pages/x.ts', 'src/edition/x.ts', 'src/components/X.astro', 'src/press/x.ts'])(
    'are out of reach of %s',
    async (file) => {
      const text = file.endsWith('.astro') ? `---\n${code.replace('export ', '')}---\n` : code;
      expect(await lint(file, text)).toContainEqual(
        expect.stringContaining('Only src/store/ and src/content.config.ts read the collections'),
      );
    },
  );

  it('are out of reach of a dynamic import', async () => {
    const dynamic = "export const all = await import('astro:content');\n";
    expect(await lint('src/press/x.ts', dynamic)).toEqual([
      expect.stringContaining('no-restricted-syntax'),
    ]);
  });

  it.each(['src/store/x.ts', 'src/content.config.ts'])('are open to %s', async (file) => {
    expect(await lint(file, code)).toEqual([]);
  });
});

describe('the rooms that know the content and the moment alone', () => {
  it.each([
    ["import { readFileSync } from 'node:fs';\nexport const read = readFileSync;", 'src/store/'],
    ["import { readFile } from 'fs/promises';\nexport const read = readFile;", 'src/store/'],
    ["import { z } from 'astro/zod';\nexport const zod = z;", 'without a build'],
    ['export const now = Date.now();', '--at'],
    ['export const now = new Date();', '--at'],
    ['export const now = Date();', '--at'],
    ['export const now = Temporal.Now.instant();', '--at'],
    ['export const dice = Math.random();', 'hash'],
    ['export const name = crypto.randomUUID();', 'hash'],
    ["export const page = fetch('https://example.org');", 'asks nobody'],
  ])('refuse %s', async (code, advice) => {
    const rooms = ['src/edition/x.ts', 'src/addresses.ts', 'src/metadata/x.ts'];
    for (const file of [...rooms, 'src/feeds/x.ts', 'src/sitemaps/x.ts']) {
      expect(await lint(file, `${code}\n`), file).toEqual([expect.stringContaining(advice)]);
    }
  });

  it('take a moment that was handed to them', async () => {
    const code = 'export const at = (ms: number) => new Date(ms).toISOString();\n';
    expect(await lint('src/edition/x.ts', code)).toEqual([]);
  });

  it('are not the press, which may look at the clock', async () => {
    expect(await lint('src/press/x.ts', 'export const now = Date.now();\n')).toEqual([]);
  });
});

describe('a component', () => {
  it.each([
    "import { frontPage } from '#edition/front.ts';",
    "const frontPage = import.meta.glob('../edition/front.ts');",
    "import { frontPage } from '../../edition/front.ts';",
    "import { formatProblem } from '../../problems.ts';",
    "import { readFileSync } from 'node:fs';",
    "import sharp from 'sharp';",
  ])('does not import %s', async (code) => {
    expect(await lint('src/components/story/X.astro', `---\n${code}\n---\n`)).toEqual([
      expect.stringContaining('props and nothing else'),
    ]);
  });

  it.each([
    "import Byline from '../Byline.astro';",
    "import Card from '../pictures/Card.astro';",
    "import Page from '#layouts/Page.astro';",
    "import '../../styles/story.css';",
    "import styles from '../../styles/story.css?inline';",
    "import { words } from '#locales/en.ts';",
    "import type { StoryView } from '#edition/view.ts';",
    "import { type StoryView } from '../../edition/view.ts';",
  ])('imports %s', async (code) => {
    expect(await lint('src/components/story/X.astro', `---\n${code}\n---\n`)).toEqual([]);
  });

  it('learn nothing of the machine', async () => {
    const code = '---\nconst home = process.env.HOME;\n---\n{home}\n';
    expect(await lint('src/components/X.astro', code)).toEqual([
      expect.stringContaining('A component gets props and nothing else'),
    ]);
  });

  it('knows no clock and asks nobody', async () => {
    const code = "---\nconst now = Date.now();\nconst page = await fetch('/');\n---\n{now}{page}\n";
    expect(await lint('src/layouts/X.astro', code)).toEqual([
      expect.stringContaining('--at'),
      expect.stringContaining('asks nobody'),
    ]);
  });
});

describe('a route', () => {
  it.each([
    "import { desk } from '#desk.ts';",
    "import Teaser from '#components/Teaser.astro';",
    "import { words } from '#locales/en.ts';",
    "import sharp from 'sharp';",
  ])('does not import %s', async (code) => {
    for (const [file, text] of [
      ['src/pages/x.astro', `---\n${code}\n---\n`],
      ['src/pages/x.ts', `${code}\n`],
    ] as const) {
      expect(await lint(file, text)).toEqual([
        expect.stringContaining('hands the view model of its kind to a layout'),
      ]);
    }
  });

  it('hands a view to a layout', async () => {
    const code = `---
import type { StoryView } from '#edition/view.ts';
import Page from '#layouts/Page.astro';
const view: StoryView = Astro.locals.story;
---
<Page {view} />
`;
    expect(await lint('src/pages/x.astro', code)).toEqual([]);
  });

  it('knows no clock', async () => {
    expect(await lint('src/pages/x.astro', '---\nconst now = Date.now();\n---\n{now}\n')).toEqual([
      expect.stringContaining('--at'),
    ]);
  });
});

describe('everywhere', () => {
  it.each(['@/time.ts', '~/time.ts', 'src/time.ts', '/src/time.ts'])(
    'in src/, %s is no way to import',
    async (specifier) => {
      const code = `import { at } from '${specifier}';\nexport const time = at;\n`;
      for (const file of ['src/press/x.ts', 'src/store/x.ts', 'src/edition/x.ts']) {
        expect(await lint(file, code), file).toEqual([expect.stringContaining('relative path')]);
      }
    },
  );

  it('nothing is exported by default but a configuration', async () => {
    const code = 'export default { a: 1 };\n';
    expect(await lint('src/press/x.ts', code)).toEqual([expect.stringContaining('by its name')]);
    expect(await lint('bin/x.ts', code)).toEqual([expect.stringContaining('by its name')]);
    expect(await lint('vitest.config.ts', code)).toEqual([]);
  });

  it('any is refused, and a type is imported as one', async () => {
    expect(await lint('src/press/x.ts', 'export const x = (y: any): unknown => y;\n')).toEqual([
      expect.stringContaining('no-explicit-any'),
    ]);
    const code = "import { Problem } from '#problems.ts';\nexport type X = Problem;\n";
    expect(await lint('src/press/x.ts', code)).toEqual([
      expect.stringContaining('consistent-type-imports'),
    ]);
  });
});
