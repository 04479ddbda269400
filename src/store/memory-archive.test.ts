import { describe, expect, it } from 'vitest';
import { contentOf, page, story } from '../edition/paper-for-tests.ts';
import { memoryArchive } from './memory-archive.ts';
import type { ArticleRow } from './rows.ts';

const content = contentOf(
  [
    story('en/2025/02/thaw', { topics: ['Ice'], redirectFrom: ['/old/thaw/', 'nowhere'] }),
    story('en/2025/01/ice', { updated: '2025-02-03T12:00', kicker: '氷' }),
    story('ru/2025/01/led'),
  ],
  { pages: [page('en/about')] },
);

describe('an archive in memory', () => {
  const archive = memoryArchive(content);

  it('has entries in the order of their paths', () => {
    expect(archive.entries.map(({ path }) => path)).toEqual([
      'en/2025/01/ice',
      'en/2025/02/thaw',
      'ru/2025/01/led',
    ]);
  });

  it('has rows by path, and none for others', () => {
    expect(archive.story('en/2025/02/thaw')).toBe(content.articles[0]);
    expect(archive.card('en/2025/02/thaw')).toMatchObject({
      path: 'en/2025/02/thaw',
      data: { headline: 'Headline of thaw' },
      facts: { topics: [{ slug: 'ice', name: 'Ice' }] },
    });
    expect(() => archive.story('en/2025/02/ice')).toThrow(RangeError);
    expect(() => archive.card('en/2025/02/ice')).toThrow(RangeError);
  });

  it('knows older addresses as files', () => {
    expect(archive.redirected('/old/thaw/index.html')).toBe('en/2025/02/thaw');
    expect(archive.redirected('/old/thaw/')).toBeUndefined();
  });

  it('has digests of everything small', () => {
    expect([...archive.digests.keys()].sort()).toEqual([
      'authors/anna',
      'authors/boris',
      'pages/en/about',
      'publication',
      'sections/sport',
      'sections/world',
      'series/ice',
    ]);
  });

  it('has other digests of what is other, and of a card only where it shows', () => {
    const [thaw] = content.articles;
    if (thaw === undefined) throw new Error('There is no story.');
    const digests = (change: (row: ArticleRow) => ArticleRow) => {
      const [entry] = memoryArchive({ ...content, articles: [change(thaw)] }).entries;
      return { digest: entry?.digest, card: entry?.card };
    };
    const before = digests((row) => row);
    const text = digests((row) => ({ ...row, facts: { ...row.facts, digest: 'other' } }));
    expect(text.digest).not.toBe(before.digest);
    expect(text.card).toBe(before.card);
    const headline = digests((row) => ({ ...row, data: { ...row.data, headline: 'Other' } }));
    expect(headline.digest).not.toBe(before.digest);
    expect(headline.card).not.toBe(before.card);
  });
});

describe('an entry', () => {
  const [ice] = memoryArchive(content).entries;

  it('tells when its story changes', () => {
    expect(ice).toMatchObject({ modifications: [Date.UTC(2025, 1, 3, 10)] });
  });
});
