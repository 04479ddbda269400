import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'astro/zod';
import { describe, expect, it, vi } from 'vitest';
import { readPaper, storyText } from './folder-for-tests.ts';

/** As a newsroom changes it: stories have a `mood` more. */
vi.mock(import('../content.config.ts'), async (load) => {
  const { collections } = await load();
  const { articles } = collections;
  const { schema } = articles as { schema: z.ZodObject<{ data: z.ZodObject }> };
  const data = schema.shape.data.extend({ mood: z.enum(['calm', 'angry']).default('calm') });
  return {
    collections: { ...collections, articles: { ...articles, schema: schema.extend({ data }) } },
  } as never;
});

const STORY = 'articles/en/2025/02/ice.md';

describe('a field that is added in src/content.config.ts', () => {
  it('is read and has its default', async () => {
    const { content, problems } = await readPaper({
      [STORY]: storyText('mood: angry'),
      'articles/en/2025/02/b.md': storyText(),
    });
    expect(problems).toEqual([]);
    expect(content?.articles.map(({ data }) => (data as { mood?: string }).mood)).toEqual([
      'calm',
      'angry',
    ]);
  });

  it('is checked as all others are', async () => {
    const { problems } = await readPaper({ [STORY]: storyText('mood: angy') });
    expect(problems).toMatchObject([
      { file: STORY, line: 6, field: 'mood', value: 'angy', mend: 'did you mean "angry"?' },
    ]);
  });
});

describe('the collections', () => {
  it('are read without Astro', async () => {
    const config = new URL('../content.config.ts', import.meta.url);
    const index = new URL('./index/open.ts', import.meta.url);
    const script = `
      const { collections } = await import(${JSON.stringify(config.href)});
      await import(${JSON.stringify(index.href)});
      console.log(Object.keys(collections).sort().join(' '));`;
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--input-type=module',
      '--eval',
      script,
    ]);
    expect(stdout.trim()).toBe(
      'appeals articles authors fronts pages publication sections series topics',
    );
  });
});
