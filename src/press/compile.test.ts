import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PageKind, PageViews } from '../edition/page-kinds.ts';
import { compileApart } from './compile-apart.ts';
import { compileLayouts, openLayouts } from './compile.ts';
import type { Layouts } from './compile.ts';
import { finishPage } from './finish-page.ts';
import { sampleViews } from './layouts/views-for-tests.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Where the layouts come from: all of the project that they need, and no content. */
let project: string;
let layouts: Layouts;

beforeAll(async () => {
  vi.stubEnv('ASTRO_TELEMETRY_DISABLED', '1');
  project = await realpath(await mkdtemp(path.join(tmpdir(), 'broadsheet-layouts-')));
  for (const name of ['src', 'bin', 'astro.config.mjs', 'package.json', 'tsconfig.json']) {
    await cp(path.join(ROOT, name), path.join(project, name), { recursive: true });
  }
  await rm(path.join(project, 'src/content.config.ts'));
  const notFound = path.join(project, 'src/layouts/NotFoundLayout.astro');
  const layout = await readFile(notFound, 'utf8');
  const script = "<script>document.body.classList.add('seen');</script>";
  await writeFile(notFound, layout.replace('<script', `${script}\n<script`));
  await symlink(path.join(ROOT, 'node_modules'), path.join(project, 'node_modules'));
  await compileLayouts({ root: project, folder: path.join(project, 'compiled') });
  layouts = await openLayouts(path.join(project, 'compiled'));
}, 60_000);

afterAll(async () => {
  await rm(project, { recursive: true, force: true });
});

const print = (kind: PageKind, views = sampleViews()) =>
  layouts.render(kind, views[kind].frame.address, views[kind]);

const KINDS = Object.keys(sampleViews()) as PageKind[];

describe('compiled layouts', () => {
  it.each(KINDS)('print a page of the kind %s', async (kind) => {
    const { frame } = sampleViews()[kind];
    const html = await print(kind);
    expect(html).toMatch(/^<!doctype html><html lang="en" dir="ltr"/i);
    expect(html).toMatch(/<\/html>\s*$/);
    if (kind !== 'not-found') expect(html).toContain(`<title>The page at ${frame.address}</title>`);
  });

  it('have a route for every kind and no other', async () => {
    const routes = await readdir(path.join(ROOT, 'src/pages'));
    expect(routes.sort()).toEqual(KINDS.map((kind) => `${kind}.astro`).sort());
  });

  it('escape what is text and leave what is HTML', async () => {
    const html = await print('story');
    expect(html).toContain('<h1>A &lt;headline&gt;</h1>');
    expect(html).toContain('<p>The <em>body</em>.</p>');
  });

  it('carry the styles in the page, those of its own kind alone', async () => {
    const [story, notFound] = await Promise.all([print('story'), print('not-found')]);
    expect(story).not.toContain('rel="stylesheet"');
    expect(story).toContain('.article-head');
    expect(notFound).not.toContain('.article-head');
    expect(notFound).not.toContain('/assets/');
  });

  it('name the files that the styles need', async () => {
    const html = await print('story');
    const needed = [...html.matchAll(/url\("?(\/[^)"]+)/g)].map(([, address]) => address);
    expect(needed.length).toBeGreaterThan(5);
    expect(layouts.assets.map(({ address }) => address)).toEqual([...new Set(needed)].sort());
    for (const { file } of layouts.assets) expect(existsSync(file)).toBe(true);
  });

  it('need no package: the folder is all', async () => {
    const server = path.join(project, 'compiled/server');
    const files = (await readdir(server, { recursive: true })).filter((name) =>
      name.endsWith('.mjs'),
    );
    const imported = new Set<string>();
    for (const name of files) {
      const code = await readFile(path.join(server, name), 'utf8');
      for (const [, from = ''] of code.matchAll(/^(?:import|export)\b[^;]*?from\s*"([^"]+)";/gm)) {
        imported.add(from);
      }
    }
    expect(imported.size).toBeGreaterThan(3);
    expect([...imported].filter((from) => !/^(?:\.{1,2}\/|node:)/.test(from))).toEqual([]);
  });
});

describe('a page', () => {
  it('is a function of its view', async () => {
    const first = await Promise.all(KINDS.map((kind) => print(kind)));
    expect(await printElsewhere('story', sampleViews())).toBe(first[KINDS.indexOf('story')]);
    vi.useFakeTimers({ now: Date.UTC(2031, 0, 1), toFake: ['Date'] });
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const again: string[] = [];
    for (const kind of KINDS.toReversed()) again.unshift(await print(kind));
    vi.useRealTimers();
    expect(again).toEqual(first);
  });

  it('changes with its view, and with no other', async () => {
    const views = sampleViews();
    views.story.headline = 'Another';
    const [mine, other] = await Promise.all([print('story', views), print('story')]);
    expect(mine).toContain('<h1>Another</h1>');
    expect(mine.replace('<h1>Another</h1>', '<h1>A &lt;headline&gt;</h1>')).toBe(other);
  });

  it('leaves its view as it was', async () => {
    const views = deeplyFrozen(sampleViews());
    for (const kind of KINDS) expect(await print(kind, views)).toBe(await print(kind));
  });
});

describe('the scripts of layouts and components', () => {
  it('may stand in a page, from files and as Astro bundles them; no other may', async () => {
    const html = await print('not-found');
    const scripts = await layouts.scripts();
    expect(html).toMatch(/<script type="module">[^<]*classList/);
    const { html: finished } = finishPage(html, '/404.html', { scripts });
    expect(/script-src ([^;]+);/.exec(finished)?.[1]?.split(' ')).toHaveLength(2);
    const strange = html.replace('</body>', '<script>alert(1)</script></body>');
    expect(() => finishPage(strange, '/404.html', { scripts })).toThrow('alert(1)');
  });
});

describe('a layout that fails', () => {
  it('says on which page, and in which component and line', async () => {
    const views = sampleViews();
    views.front.latest = [{ ...views.front.latest[0]!, published: undefined as never }];
    const source = await readFile(path.join(ROOT, 'src/components/Time.astro'), 'utf8');
    const line = source.split('\n').findIndex((text) => text.includes('moment.iso')) + 1;
    const message = `The layout of front could not set /index.html, in src/components/Time.astro:${line}: Cannot read properties of undefined (reading 'iso')`;
    await expect(print('front', views)).rejects.toMatchObject({ name: 'LayoutError', message });
    expect(await printElsewhere('front', views)).toBe(`LayoutError: ${message}`);
    expect(await print('front')).toContain('A &lt;headline&gt;');
  });

  it('says that there is none of a kind', async () => {
    const view = sampleViews().page as PageViews[PageKind];
    const missing = layouts.render('poster' as PageKind, '/x.html', view);
    await expect(missing).rejects.toThrow('src/pages/ has no route poster.astro');
  });
});

describe('layouts that are compiled in a process of their own', () => {
  it('are the same', async () => {
    await compileApart({ root: project, folder: path.join(project, 'apart') });
    const apart = await openLayouts(path.join(project, 'apart'));
    const views = sampleViews();
    const { address } = views.story.frame;
    expect(await apart.render('story', address, views.story)).toBe(await print('story', views));
    expect(apart.assets.map((asset) => asset.address)).toEqual(
      layouts.assets.map((asset) => asset.address),
    );
  }, 30_000);
});

describe('what does not compile', () => {
  it.each([
    [
      "import { readFileSync } from 'node:fs';\nconst text = readFileSync('words.txt');",
      "src/components/KindLabel.astro imports 'node:fs', which is out of reach here. A component gets props",
    ],
    ['const text = ;', 'src/components/KindLabel.astro:2:'],
  ])(
    'is refused with its place, and leaves no folder: %s',
    async (code, message) => {
      const component = path.join(project, 'src/components/KindLabel.astro');
      const before = await readFile(component, 'utf8');
      const broken = before.replace('---\n', `---\n${code}\n`);
      await writeFile(component, `${broken}{text}\n`);
      const folder = path.join(project, 'broken');
      try {
        for (const compile of [compileLayouts, compileApart]) {
          await expect(compile({ root: project, folder })).rejects.toMatchObject({
            name: 'LayoutError',
            message: expect.stringContaining(message) as string,
          });
        }
      } finally {
        await writeFile(component, before);
      }
      expect((await readdir(project)).filter((name) => name.startsWith('broken'))).toEqual([]);
    },
    30_000,
  );
});

describe('a stylesheet', () => {
  it.each([
    ['frame.css', (css: string) => css.replace('}', ''), /src\/styles\/frame\.css:\d+ .*Unclosed/],
    ['frame.css', (css: string) => `${css}/* oops`, /Unclosed comment/],
    ['base.css', (css: string) => `${css}}`, /src\/styles\/base\.css:\d+ .*Unexpected }/],
    ['frame.css', () => '.a{background:url(//a.example/b.png)}', /loads \/\/a\.example\/b\.png/],
    ['frame.css', () => '@import "https://a.example/b.css";', /loads https:\/\/a\.example\/b/],
  ])(
    'that is not whole or loads from elsewhere is refused: %s',
    async (name, spoil, message) => {
      const file = path.join(project, 'src/styles', name);
      const before = await readFile(file, 'utf8');
      await writeFile(file, spoil(before));
      try {
        const compiled = compileLayouts({ root: project, folder: path.join(project, 'spoilt') });
        await expect(compiled).rejects.toThrow(message);
      } finally {
        await writeFile(file, before);
      }
    },
    30_000,
  );

  it('of a component stands below the paper’s own, in the layer of the matter', async () => {
    const component = path.join(project, 'src/components/KindLabel.astro');
    const before = await readFile(component, 'utf8');
    await writeFile(
      component,
      `${before}\n<style>\n  .kind {\n    color: #010203;\n  }\n</style>\n`,
    );
    const folder = path.join(project, 'dressed');
    try {
      await compileLayouts({ root: project, folder });
    } finally {
      await writeFile(component, before);
    }
    const views = sampleViews();
    const dressed = await openLayouts(folder);
    const html = await dressed.render('story', views.story.frame.address, views.story);
    expect(html).toMatch(/@layer matter\{\.kind[^{]*\{color:#010203\}\}/);
  }, 30_000);
});

/** Prints in a plain Node, where nobody reads source maps: the HTML, or the error. */
async function printElsewhere(kind: PageKind, views: PageViews): Promise<string> {
  const script = `
    const { openLayouts } = await import(${JSON.stringify(path.join(ROOT, 'src/press/compile.ts'))});
    const layouts = await openLayouts(${JSON.stringify(path.join(project, 'compiled'))});
    const view = ${JSON.stringify(views[kind])};
    console.log(await layouts.render('${kind}', view.frame.address, view).catch(String));`;
  const args = ['--input-type=module', '--eval', script];
  return (await promisify(execFile)(process.execPath, args)).stdout.trimEnd();
}

function deeplyFrozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) deeplyFrozen(part);
    Object.freeze(value);
  }
  return value;
}
