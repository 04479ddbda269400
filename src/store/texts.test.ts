import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PrintableBody } from './body/body.ts';
import { countWords } from './body/plain-text.ts';
import { PUBLICATION, storyText, withFolder } from './folder-for-tests.ts';
import { readContent } from './read.ts';
import { bodyLoader } from './texts.ts';

const STORY = 'articles/en/2025/02/ice.md';

const FILES = {
  'publication.yaml': PUBLICATION,
  'authors/anna.yaml': 'name: Anna\n',
  'sections/world.yaml': 'name: World\n',
  [STORY]: storyText('', 'The harbour is frozen.\n'),
};

const wordsIn = ({ tree }: PrintableBody) => countWords(tree.children, 'en');

describe('the text of a story that changed since it was read', () => {
  const loaded = (mode: 'edition' | 'preview') =>
    withFolder(FILES, async (folder) => {
      const loadBody = bodyLoader({ content: folder, mode });
      const { content } = await readContent(folder, path.join(folder, 'public'));
      const facts = content?.articles[0]?.facts;
      if (facts === undefined) throw new Error('There is no story.');
      expect(wordsIn(loadBody(facts))).toBe(4);
      await appendFile(path.join(folder, STORY), '\nAnd the river.\n');
      return loadBody(facts);
    });

  it('is not printed', async () => {
    await expect(loaded('edition')).rejects.toThrow(`${STORY} changed while it was printed`);
  });

  it('is shown by the development server', async () => {
    expect(wordsIn(await loaded('preview'))).toBe(7);
  });
});
