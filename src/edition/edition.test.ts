import { describe, expect, it } from 'vitest';
import type { ArticleRow } from '../store/rows.ts';
import {
  inLanguage,
  listOf,
  modifiedAt,
  newestFirst,
  nextChangeAt,
  shownCorrections,
  shownUpdates,
  targetAddress,
} from './edition.ts';
import {
  contentOf,
  editionOf,
  moment,
  NOW,
  page,
  slugs,
  stories,
  story,
} from './paper-for-tests.ts';

describe('what is published', () => {
  const at = moment('2025-02-10T06:00');

  it('lifts an embargo at its very millisecond and not before', () => {
    const content = contentOf([story('en/2025/02/a', { published: '2025-02-10T06:00' })]);
    expect(editionOf(content, { at: at - 1 }).published.size).toBe(0);
    expect(editionOf(content, { at }).published.size).toBe(1);
  });

  it('leaves drafts out of every list and address, and shows them in the preview', () => {
    const draft = story('en/2025/02/a', {
      draft: true,
      topics: ['Secret'],
      section: 'sport',
      authors: ['boris'],
      series: 'ice',
    });
    const edition = editionOf(contentOf([draft, story('en/2025/02/b')]));
    const own = inLanguage(edition, 'en');
    expect(slugs(own.stories)).toEqual(['b']);
    for (const map of [own.bySection, own.byTopic, own.byAuthor, own.bySeries]) {
      expect([...map.values()].flat()).not.toContain(draft);
    }
    expect(
      [...edition.printed].filter((address) => /secret|sport|boris|ice|\/a\.html/.test(address)),
    ).toEqual([]);
    expect(editionOf(contentOf([draft]), { preview: true }).published.has('en/2025/02/a')).toBe(
      true,
    );
  });

  it('has no language without stories but the default one', () => {
    expect(editionOf(contentOf([])).languages.map(({ language }) => language)).toEqual(['en']);
    const edition = editionOf(contentOf([story('ar/2025/02/a')]));
    expect(edition.languages.map(({ language }) => language)).toEqual(['en', 'ar']);
  });

  it('is the same in whatever order the rows come', () => {
    const rows = stories(40, { topics: ['Ice'] });
    const one = editionOf(contentOf(rows));
    const other = editionOf(contentOf([...rows].reverse()));
    expect(slugs(inLanguage(other, 'en').stories)).toEqual(slugs(inLanguage(one, 'en').stories));
    expect(
      [...inLanguage(other, 'en').related].map(([path, list]) => [path, slugs(list)]).sort(),
    ).toEqual([...inLanguage(one, 'en').related].map(([path, list]) => [path, slugs(list)]).sort());
  });
});

describe('the order of stories', () => {
  it('is the newest first, and by path where two have one moment', () => {
    const rows = [
      story('en/2025/02/b'),
      story('en/2025/02/c', { published: '2025-02-02' }),
      story('en/2025/02/a'),
    ];
    expect(slugs([...rows].sort(newestFirst))).toEqual(['c', 'a', 'b']);
    expect(slugs([...rows].reverse().sort(newestFirst))).toEqual(['c', 'a', 'b']);
  });

  it('does not move with an update or a correction', () => {
    const old = story('en/2025/02/old', {
      published: '2025-02-01',
      updated: '2025-02-20',
      corrections: [{ date: '2025-02-21', text: 'x', kind: 'correction' }],
    });
    const edition = editionOf(
      contentOf([old, story('en/2025/02/new', { published: '2025-02-02' })]),
    );
    expect(slugs(inLanguage(edition, 'en').stories)).toEqual(['new', 'old']);
  });
});

describe('months', () => {
  it('follow the paper’s zone: late on the last evening in UTC is the next month in Riga', () => {
    const row = story('en/2025/02/late', { published: '2025-01-31T23:30:00Z' });
    const own = inLanguage(editionOf(contentOf([row])), 'en');
    expect([...own.byMonth.keys()]).toEqual(['2025/02']);
  });

  it('follow the moment of publication, not the folder of the file', () => {
    const row = story('en/2024/07/a', { published: '2025-01-05' });
    const edition = editionOf(contentOf([row]));
    expect([...inLanguage(edition, 'en').byMonth.keys()]).toEqual(['2025/01']);
    expect(edition.printed.has('/2025/01/index.html')).toBe(true);
    expect(edition.printed.has('/2024/07/index.html')).toBe(false);
    expect(edition.printed.has('/2024/07/a.html')).toBe(true);
  });

  it('come newest first', () => {
    const rows = ['2024-12-01', '2025-02-01', '2025-01-01'].map((published, index) =>
      story(`en/2025/02/s${index}`, { published }),
    );
    expect([...inLanguage(editionOf(contentOf(rows)), 'en').byMonth.keys()]).toEqual([
      '2025/02',
      '2025/01',
      '2024/12',
    ]);
  });
});

describe('lists', () => {
  it('show a story once where it names a topic or author twice', () => {
    const row = story('en/2025/02/a', { authors: ['anna', 'anna'], topics: ['Ice', 'ice'] });
    const own = inLanguage(editionOf(contentOf([row])), 'en');
    expect(own.byAuthor.get('anna')).toHaveLength(1);
    expect(own.byTopic.get('ice')).toHaveLength(1);
  });

  it('keep every numbered page as it was when a story is added', () => {
    const rows = stories(121);
    const pages = (count: number) => {
      const edition = editionOf(contentOf(rows.slice(0, count)));
      const { stories: list, cut } = listOf(edition, 'en', { kind: 'section', id: 'world' });
      return new Map(
        cut.older.map(({ number, start, end }) => [number, slugs(list.slice(start, end)).join()]),
      );
    };
    for (let count = 1; count < 121; count += 1) {
      const after = pages(count + 1);
      for (const [number, shown] of pages(count)) expect(after.get(number)).toBe(shown);
    }
  });
});

describe('what a live report shows', () => {
  const live = story('en/2025/02/live', {
    kind: 'live',
    live: { start: '2025-02-28', pinned: ['u2', 'u9'] },
    updates: [
      { id: 'u1', time: '2025-02-28T09:00' },
      { id: 'u2', time: '2025-02-28T10:00' },
      { id: 'u3', time: '2025-02-28T11:00' },
      { id: 'u4', time: '2025-03-01T12:00' },
      { id: 'u5', time: '2025-03-01T12:01' },
      { id: 'u9', time: '2025-03-02T12:01' },
    ],
  });

  it('holds updates back until their time, newest first, pinned ones on top', () => {
    const ids = (at: number) => shownUpdates(live, { at, preview: false }).map(({ id }) => id);
    expect(ids(NOW)).toEqual(['u2', 'u4', 'u3', 'u1']);
    expect(ids(NOW - 1)).toEqual(['u2', 'u3', 'u1']);
    expect(shownUpdates(live, { at: NOW, preview: true })).toHaveLength(6);
  });

  it('is modified by its newest update that is out, and never by one held back', () => {
    expect(modifiedAt(live, { at: NOW, preview: false })).toBe(NOW);
    expect(modifiedAt(live, { at: NOW - 1, preview: false })).toBe(moment('2025-02-28T11:00'));
  });
});

describe('the moment of a change', () => {
  it('counts updates and corrections that are out, and none that are to come', () => {
    const row = story('en/2025/02/a', {
      updated: '2025-04-01',
      corrections: [
        { date: '2025-05-01', text: 'later', kind: 'correction' },
        { date: '2025-02-15', text: 'now', kind: 'correction' },
      ],
    });
    const edition = { at: NOW, preview: false };
    expect(shownCorrections(row, edition).map(({ text }) => text)).toEqual(['now']);
    expect(modifiedAt(row, edition)).toBe(moment('2025-02-15'));
    expect(modifiedAt(row, { at: moment('2025-04-02'), preview: false })).toBe(
      moment('2025-04-01'),
    );
  });

  it('is the publication where nothing came after', () => {
    expect(modifiedAt(story('en/2025/02/a'), { at: NOW, preview: false })).toBe(
      moment('2025-02-01T12:00'),
    );
  });
});

describe('the next change', () => {
  const next = (rows: ArticleRow[], at = NOW) => nextChangeAt(contentOf(rows), at);

  it('is the next embargo, and no moment that is past', () => {
    const rows = [
      story('en/2025/03/a', { published: '2025-03-05' }),
      story('en/2025/03/b', { published: '2025-03-01T08:00' }),
    ];
    expect(next(rows)).toBe(moment('2025-03-05'));
    expect(next(rows, moment('2025-03-05'))).toBeUndefined();
  });

  it('is an update, a correction, a substantial change or the end of live coverage', () => {
    const base = { published: '2025-01-01' };
    expect(next([story('en/2025/02/a', { ...base, updated: '2025-03-04' })])).toBe(
      moment('2025-03-04'),
    );
    expect(
      next([
        story('en/2025/02/a', {
          ...base,
          corrections: [{ date: '2025-03-03', text: 'x', kind: 'correction' }],
        }),
      ]),
    ).toBe(moment('2025-03-03'));
    expect(
      next([story('en/2025/02/a', { ...base, updates: [{ id: 'u', time: '2025-03-02' }] })]),
    ).toBe(moment('2025-03-02'));
    expect(
      next([story('en/2025/02/a', { ...base, live: { start: '2025-02-01', end: '2025-03-06' } })]),
    ).toBe(moment('2025-03-06'));
  });

  it('is a message to readers that begins or ends', () => {
    const appeal = (starts: string | undefined, ends: string | undefined) =>
      nextChangeAt(
        contentOf([], {
          appeals: [
            {
              path: 'en/a',
              data: { title: 'x' },
              facts: {
                ...page('en/a').facts,
                starts: starts === undefined ? undefined : moment(starts),
                ends: ends === undefined ? undefined : moment(ends),
              },
            },
          ],
        }),
        NOW,
      );
    expect(appeal('2025-04-01', '2025-05-01')).toBe(moment('2025-04-01'));
    expect(appeal('2025-01-01', '2025-05-01')).toBe(moment('2025-05-01'));
    expect(appeal(undefined, undefined)).toBeUndefined();
  });

  it('is none for drafts, and for what happens to a story before it is out only its publication', () => {
    expect(next([story('en/2025/03/a', { published: '2025-04-01', draft: true })])).toBeUndefined();
    expect(
      next([
        story('en/2025/03/a', {
          published: '2025-04-01',
          updates: [{ id: 'u', time: '2025-03-15' }],
        }),
      ]),
    ).toBe(moment('2025-04-01'));
  });

  it('is found among very many stories', () => {
    const row = story('en/2025/03/a', { published: '2025-04-01' });
    expect(next(Array.from({ length: 200_000 }, () => row))).toBe(moment('2025-04-01'));
  });
});

describe('translations', () => {
  const group = (rows: ArticleRow[], path: string) =>
    editionOf(contentOf(rows))
      .translations.get(path)
      ?.map((row) => row.path);

  it('are stories of one path, among three languages, in the paper’s order', () => {
    const rows = ['ar', 'ru', 'en'].map((language) => story(`${language}/2025/02/ice`));
    for (const row of rows) {
      expect(group(rows, row.path)).toEqual(['en/2025/02/ice', 'ru/2025/02/ice', 'ar/2025/02/ice']);
    }
  });

  it('name the original, also in a chain, and also while the original is held back', () => {
    const original = story('en/2025/02/ice');
    const rows = [
      story('ru/2025/02/led', { translationOf: 'en/2025/02/ice' }),
      story('ar/2025/02/thalj', { translationOf: 'ru/2025/02/led' }),
    ];
    expect(group([original, ...rows], 'ar/2025/02/thalj')).toEqual([
      'en/2025/02/ice',
      'ru/2025/02/led',
      'ar/2025/02/thalj',
    ]);
    const held = story('en/2025/02/ice', { published: '2030-01-01' });
    expect(group([held, ...rows], 'ru/2025/02/led')).toEqual([
      'ru/2025/02/led',
      'ar/2025/02/thalj',
    ]);
  });

  it('obey the name of the original rather than a path that happens to be the same', () => {
    const rows = [
      story('en/2025/02/one'),
      story('en/2025/02/two'),
      story('ru/2025/02/two', { translationOf: 'en/2025/02/one' }),
    ];
    expect(group(rows, 'ru/2025/02/two')).toEqual(['en/2025/02/one', 'ru/2025/02/two']);
    expect(group(rows, 'en/2025/02/two')).toEqual(['en/2025/02/two']);
  });

  it('have one story a language: a second claim stands alone', () => {
    const rows = [
      story('en/2025/02/ice'),
      story('ru/2025/02/a', { translationOf: 'en/2025/02/ice' }),
      story('ru/2025/02/b', { translationOf: 'en/2025/02/ice' }),
    ];
    expect(group(rows, 'en/2025/02/ice')).toEqual(['en/2025/02/ice', 'ru/2025/02/a']);
    expect(group(rows, 'ru/2025/02/b')).toEqual(['ru/2025/02/b']);
  });

  it('survive stories that name each other', () => {
    const rows = [
      story('en/2025/02/a', { translationOf: 'ru/2025/02/b' }),
      story('ru/2025/02/b', { translationOf: 'en/2025/02/a' }),
    ];
    expect(group(rows, 'en/2025/02/a')).toEqual(['en/2025/02/a', 'ru/2025/02/b']);
  });
});

describe('the address of a target', () => {
  const edition = editionOf(
    contentOf([story('en/2025/02/a'), story('en/2025/02/held', { published: '2030-01-01' })], {
      pages: [page('ru/about')],
    }),
  );

  it('is none for what is not published', () => {
    expect(targetAddress(edition, { kind: 'article', path: 'en/2025/02/a' })).toBe(
      '/2025/02/a.html',
    );
    expect(targetAddress(edition, { kind: 'article', path: 'en/2025/02/held' })).toBeUndefined();
    expect(targetAddress(edition, { kind: 'page', path: 'ru/about' })).toBe('/ru/about.html');
    expect(targetAddress(edition, { kind: 'list', address: '/sport/index.html' })).toBeUndefined();
    expect(targetAddress(edition, { kind: 'list', address: '/feeds/world/rss.xml' })).toBe(
      '/feeds/world/rss.xml',
    );
    expect(
      targetAddress(edition, { kind: 'list', address: '/feeds/sport/rss.xml' }),
    ).toBeUndefined();
  });
});

describe('an edition of 100,000 stories', () => {
  it('is made in seconds', () => {
    const rows = stories(100_000, { topics: ['Ice', 'Harbour'] });
    const started = performance.now();
    editionOf(contentOf(rows), { at: Number.MAX_SAFE_INTEGER / 2 });
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
