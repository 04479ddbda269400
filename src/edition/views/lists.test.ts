import { describe, expect, it } from 'vitest';
import { editionOf, keysOf, viewOf } from '../edition-for-tests.ts';
import { contentOf, moment, stories, story } from '../paper-for-tests.ts';

describe('a list', () => {
  const edition = editionOf(contentOf(stories(95)));

  it('leads from page to page in both directions', async () => {
    const index = await viewOf(edition, 'list', 'en section world');
    expect(index).toMatchObject({ newer: undefined, older: '/world/3.html' });
    expect(index.stories).toHaveLength(30);
    expect(await viewOf(edition, 'list', 'en section world 3')).toMatchObject({
      newer: '/world/index.html',
      older: '/world/2.html',
    });
    expect(await viewOf(edition, 'list', 'en section world 1')).toMatchObject({
      newer: '/world/2.html',
      older: undefined,
    });
    expect(keysOf(edition)).not.toContain('list en section world 4');
  });

  it('says of a live report that it goes on until it has ended', async () => {
    const live = { start: '2025-02-01', end: '2025-02-03' };
    const report = story('en/2025/02/storm', { kind: 'live', published: '2025-02-01', live });
    const markedAt = async (at: string) => {
      const reported = editionOf(contentOf([report]), { at: moment(at) });
      const index = await viewOf(reported, 'list', 'en section world');
      return index.stories.map((one) => one.live);
    };
    expect(await markedAt('2025-02-02')).toEqual([true]);
    expect(await markedAt('2025-02-03')).toEqual([false]);
  });

  it('says of a story that it was withdrawn, from then on', async () => {
    const corrections = [
      { date: '2025-02-02', kind: 'correction' as const, text: 'Two boats, not three.' },
      { date: '2025-02-04', kind: 'retraction' as const, text: 'We no longer stand by it.' },
    ];
    const withdrawn = story('en/2025/02/boats', { published: '2025-02-01', corrections });
    const markedAt = async (at: string) => {
      const index = await viewOf(
        editionOf(contentOf([withdrawn]), { at: moment(at) }),
        'list',
        'en section world',
      );
      return index.stories.map((one) => one.retracted);
    };
    expect(await markedAt('2025-02-03')).toEqual([false]);
    expect(await markedAt('2025-02-04')).toEqual([true]);
  });

  it('of a topic without a file is called as its first story calls it, on every page', async () => {
    const rows = [
      story('en/2019/12/first', { published: '2019-12-01', topics: ['Sea Ice'] }),
      ...stories(35, { topics: ['sea ice'] }),
    ];
    const topical = editionOf(contentOf(rows));
    expect((await viewOf(topical, 'list', 'en topic sea-ice')).title).toBe('Sea Ice');
    expect((await viewOf(topical, 'list', 'en topic sea-ice 1')).title).toContain('Sea Ice');
  });
});

describe('the months', () => {
  const rows = [
    story('en/2025/02/a'),
    story('en/2024/11/b', { published: '2024-11-30T23:30:00Z' }),
  ];
  const edition = editionOf(contentOf(rows));

  it('lead to the month before that has stories', async () => {
    const view = await viewOf(edition, 'month', 'en 2025/02');
    expect(view.previous?.address).toBe('/2024/12/index.html');
    expect((await viewOf(edition, 'archive', 'en')).years).toMatchObject([
      { year: 2025, months: [{ address: '/2025/02/index.html' }] },
      { year: 2024, months: [{ address: '/2024/12/index.html' }] },
    ]);
  });

  it('are told by their first moment, which no story moves', async () => {
    expect((await viewOf(edition, 'month', 'en 2025/02')).month.iso).toBe(
      '2025-02-01T00:00:00+02:00',
    );
  });
});
