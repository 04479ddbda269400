import { describe, expect, it } from 'vitest';
import { entryOf } from '../store/entry.ts';
import type { AppealRow } from '../store/rows.ts';
import { appealChooser } from './appeals.ts';
import { editionOf } from './edition-for-tests.ts';
import { appeal, contentOf, moment, named, NOW, story } from './paper-for-tests.ts';

const DAY = 24 * 60 * 60 * 1000;

const STORY = story('en/2025/02/a', { section: 'world' });

function chosen(appeals: AppealRow[], row = STORY, changes = {}): string | undefined {
  const edition = editionOf(contentOf([row], { appeals, ...changes }));
  return appealChooser(edition)(entryOf(row))?.data.title;
}

describe('the message under a story', () => {
  it('is the running one, from its first moment until its last', () => {
    expect(chosen([appeal('en/now', { from: NOW, until: NOW + 1 })])).toBe('now');
    expect(chosen([appeal('en/later', { from: NOW + 1 })])).toBeUndefined();
    expect(chosen([appeal('en/over', { until: NOW })])).toBeUndefined();
  });

  it('is first the one that names the section, then the latest, then the first by id', () => {
    const general = appeal('en/general', { from: NOW - DAY });
    const world = appeal('en/world', { sections: ['world'], from: NOW - 9 * DAY });
    const sport = appeal('en/sport', { sections: ['sport'] });
    expect(chosen([general, world, sport])).toBe('world');
    expect(chosen([general, sport])).toBe('general');
    expect(chosen([appeal('en/old', { from: moment('2025-01-01') }), general])).toBe('general');
    expect(chosen([appeal('en/b'), appeal('en/a')])).toBe('a');
  });

  it('is none where the story, its section or its series says so, or in another language', () => {
    const all = [appeal('en/general')];
    expect(chosen(all)).toBe('general');
    expect(chosen(all, story('en/2025/02/a', { appeal: false }))).toBeUndefined();
    const silent = { sections: [named('world', { name: 'World', appeal: false })] };
    expect(chosen(all, STORY, silent)).toBeUndefined();
    const part = story('en/2025/02/a', { series: 'ice' });
    const quiet = { series: [named('ice', { name: 'Ice', appeal: false })] };
    expect(chosen(all, part, quiet)).toBeUndefined();
    expect(chosen(all, story('ru/2025/02/a'))).toBeUndefined();
  });

  it('is each language’s and each section’s own', () => {
    const rows = ['en', 'ru', 'en', 'ru'].map((language, index) =>
      story(`${language}/2025/02/s${index}`, { section: index < 2 ? 'world' : 'sport' }),
    );
    const appeals = [
      appeal('en/world', { sections: ['world'] }),
      appeal('en/sport', { sections: ['sport'] }),
      appeal('ru/all'),
    ];
    const choose = appealChooser(editionOf(contentOf(rows, { appeals })));
    const titles = rows.map((row) => choose(entryOf(row))?.data.title);
    expect(titles).toEqual(['world', 'all', 'sport', 'all']);
  });
});
