import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handOnOptions, pressOptions } from './options.ts';

describe('the options of a run', () => {
  beforeEach(() => {
    for (const name of ['ROOT', 'CONTENT', 'OUT', 'PUBLIC', 'STATE', 'AT', 'MODE'])
      vi.stubEnv(`BROADSHEET_${name}`, undefined);
  });

  it('have defaults in the project’s folder', () => {
    handOnOptions({ root: '/paper' });
    expect(pressOptions()).toMatchObject({
      root: '/paper',
      content: path.resolve('/paper/content'),
      out: path.resolve('/paper/dist'),
      public: path.resolve('/paper/public'),
      state: path.resolve('/paper/.broadsheet'),
      mode: 'edition',
    });
  });

  it('are handed on, absolute or from the root', () => {
    handOnOptions({ root: '/paper', content: 'words', out: '/srv/www', mode: 'preview', at: 5 });
    expect(pressOptions()).toMatchObject({
      content: path.resolve('/paper/words'),
      out: '/srv/www',
      mode: 'preview',
      at: 5,
    });
  });

  it('have one moment, however often they are asked for', async () => {
    const { at } = pressOptions();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(pressOptions().at).toBe(at);
    expect(Math.abs(Date.now() - at)).toBeLessThan(60_000);
  });

  it('show drafts only where the preview is asked for by name', () => {
    for (const mode of ['', 'true', 'PREVIEW', 'edition']) {
      vi.stubEnv('BROADSHEET_MODE', mode);
      expect(pressOptions().mode).toBe('edition');
    }
  });
});
