import { describe, expect, it } from 'vitest';
import { editionOf, keysOf } from './edition-for-tests.ts';
import { createEdition, inLanguage, newestFirst, placesOf, storiesAt } from './edition.ts';
import type { LanguageEdition } from './edition.ts';
import { cutList } from './lists.ts';
import { contentOf, moment, named, NOW, slugs, stories, story } from './paper-for-tests.ts';
import { relatedAt } from './related.ts';
import { translatable } from './translations.ts';
import { entryOf } from '../store/entry.ts';

/** The automatic choice for each story, by path. */
const relatedIn = (own: LanguageEdition) =>
  own.stories.map(({ path }, place) => [
    path,
    slugs(storiesAt(own, relatedAt(own.related, place))),
  ]);

describe('what is published', () => {
  const at = moment('2025-02-10T06:00');

  it('lifts an embargo at its very millisecond and not before', () => {
    const content = contentOf([story('en/2025/02/a', { published: '2025-02-10T06:00' })]);
    expect(editionOf(content, { at: at - 1 }).published.get('en/2025/02/a')).toBeUndefined();
    expect(editionOf(content, { at }).published.get('en/2025/02/a')).toBeDefined();
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
      expect([...map.values()].flat()).not.toContain(1);
    }
    expect(keysOf(edition).filter((key) => /secret|sport|boris|ice|02\/a/.test(key))).toEqual([]);
    const preview = editionOf(contentOf([draft]), { preview: true });
    expect(preview.published.get('en/2025/02/a')).toBeDefined();
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
    expect(relatedIn(inLanguage(other, 'en'))).toEqual(relatedIn(inLanguage(one, 'en')));
  });
});

describe('the order of stories', () => {
  it('is the newest first, and by path where two have one moment', () => {
    const rows = [
      story('en/2025/02/b'),
      story('en/2025/02/c', { published: '2025-02-02' }),
      story('en/2025/02/a'),
    ];
    const entries = rows.map(entryOf);
    expect(slugs([...entries].sort(newestFirst))).toEqual(['c', 'a', 'b']);
    expect(slugs([...entries].reverse().sort(newestFirst))).toEqual(['c', 'a', 'b']);
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
    const keys = keysOf(edition);
    expect(keys).toContain('month en 2025/01');
    expect(keys).not.toContain('month en 2024/07');
    expect(keys).toContain('story en/2024/07/a');
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
      const own = inLanguage(editionOf(contentOf(rows.slice(0, count))), 'en');
      const places = placesOf(own, { kind: 'section', id: 'world' });
      return new Map(
        cutList(places.length).older.map(({ number, start, end }) => [
          number,
          slugs(storiesAt(own, places.slice(start, end))).join(),
        ]),
      );
    };
    for (let count = 1; count < 121; count += 1) {
      const after = pages(count + 1);
      for (const [number, shown] of pages(count)) expect(after.get(number)).toBe(shown);
    }
  });
});

describe('topics', () => {
  it('are one under all their names', () => {
    const topics = [named('ice', { name: 'Ice', aliases: ['Frozen sea', 'Лёд'] })];
    const rows = ['Ice', 'Frozen sea', 'лёд'].map((topic, index) =>
      story(`en/2025/02/s${index}`, { topics: [topic] }),
    );
    const own = inLanguage(editionOf(contentOf(rows, { topics })), 'en');
    expect([...own.byTopic.keys()]).toEqual(['ice']);
    expect(own.byTopic.get('ice')).toHaveLength(3);
  });
});

describe('an edition of 100,000 stories', () => {
  it('is made, and all its units, in seconds', () => {
    const first = entryOf(story('en/2025/02/a', { topics: ['Ice', 'Harbour'] }));
    const entries = Array.from({ length: 100_000 }, (_, index) => {
      const path = `${first.path}${String(index).padStart(6, '0')}`;
      const published = first.published - index * 60_000;
      return { ...first, ...translatable(path, 'en', undefined), published };
    });
    const archive = { ...editionOf(contentOf([])).archive, entries };
    const started = performance.now();
    const edition = createEdition(archive, {
      at: NOW,
      preview: false,
      drawingVersion: '',
      picturesVersion: '',
    });
    expect(keysOf(edition).length).toBeGreaterThan(100_000);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
