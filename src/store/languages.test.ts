import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContent } from './read.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'languages-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What is said of a paper in these languages, the first of them its default. */
async function saidOf(...languages: string[]) {
  const texts = languages.map((language) => `${language}: Paper`).join(', ');
  await writeFile(
    path.join(folder, 'publication.yaml'),
    `id: paper.example,2025\nname: { ${texts} }\ndescription: { ${texts} }\nurl: https://paper.example\n` +
      `timeZone: UTC\ndefaultLanguage: ${languages[0] ?? ''}\nlanguages: [${languages.join(', ')}]\n`,
  );
  const { problems } = await readContent(folder, path.join(folder, 'public'));
  return problems;
}

describe('languages without words of their own', () => {
  it('are named once each, with the language they borrow from', async () => {
    expect(await saidOf('ru', 'ja', 'pt-BR', 'ar')).toEqual([
      expect.objectContaining({
        severity: 'warning',
        file: 'publication.yaml',
        line: 7,
        field: 'languages[1]',
        value: 'ja',
        message: 'is a language in which the press has no words, so its pages borrow those of `ru`',
      }),
      expect.objectContaining({ field: 'languages[2]', value: 'pt-BR' }),
    ]);
  });

  it('borrow English where the default language has none either', async () => {
    const [problem] = await saidOf('ja');
    expect(problem?.message).toContain('those of `en`');
  });

  it('include no variant of a language that has words', async () => {
    expect(await saidOf('en-US', 'ar-EG', 'fr')).toEqual([]);
  });
});
