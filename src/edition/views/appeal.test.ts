import { describe, expect, it } from 'vitest';
import type { AppealRow } from '../../store/rows.ts';
import { bodyOf, contentOf, editionOf, moment, named, NOW, story } from '../paper-for-tests.ts';
import { appealFor, appealView } from './appeal.ts';

const DAY = 24 * 60 * 60 * 1000;

function appeal(id: string, matter: Partial<AppealRow['data']> & Partial<Times> = {}): AppealRow {
  const { from, until, ...data } = matter;
  return {
    path: `en/${id}`,
    data: { title: id, ...data },
    facts: {
      line: 1,
      words: 0,
      firstParagraph: '',
      pictures: {},
      file: `appeals/en/${id}.md`,
      language: 'en',
      starts: from,
      ends: until,
    },
  };
}

interface Times {
  from: number;
  until: number;
}

const STORY = story('en/2025/02/a', { section: 'world' });

function chosen(appeals: AppealRow[], row = STORY, changes = {}): string | undefined {
  return appealFor(editionOf(contentOf([row], { appeals, ...changes })), row)?.data.title;
}

describe('the message under a story', () => {
  it('is the running one, from its first moment until its last', () => {
    expect(chosen([appeal('now', { from: NOW, until: NOW + 1 })])).toBe('now');
    expect(chosen([appeal('later', { from: NOW + 1 })])).toBeUndefined();
    expect(chosen([appeal('over', { until: NOW })])).toBeUndefined();
  });

  it('is first the one that names the section, then the latest, then the first by id', () => {
    const general = appeal('general', { from: NOW - DAY });
    const world = appeal('world', { sections: ['world'], from: NOW - 9 * DAY });
    const sport = appeal('sport', { sections: ['sport'] });
    expect(chosen([general, world, sport])).toBe('world');
    expect(chosen([general, sport])).toBe('general');
    expect(chosen([appeal('old', { from: moment('2025-01-01') }), general])).toBe('general');
    expect(chosen([appeal('b'), appeal('a')])).toBe('a');
  });

  it('is none where the story, its section or its series says so, or in another language', () => {
    const all = [appeal('general')];
    expect(chosen(all)).toBe('general');
    expect(chosen(all, story('en/2025/02/a', { appeal: false }))).toBeUndefined();
    const silent = { sections: [named('world', { name: 'World', appeal: false })] };
    expect(chosen(all, STORY, silent)).toBeUndefined();
    const part = story('en/2025/02/a', { series: 'ice' });
    const quiet = { series: [named('ice', { name: 'Ice', appeal: false })] };
    expect(chosen(all, part, quiet)).toBeUndefined();
    expect(chosen(all, story('ru/2025/02/a'))).toBeUndefined();
  });
});

describe('what it offers', () => {
  const support = {
    url: 'https://give.example/?amount={amount}&interval=month',
    currency: 'EUR',
    amounts: [10, 2, 5],
    remindAfterDays: 14,
  };

  it('are the amounts, the smallest first, and the page without one', () => {
    const row = appeal('general');
    const edition = editionOf(contentOf([STORY], { appeals: [row] }, { support }));
    const view = appealView(edition, row, bodyOf('Dear readers,'), '/2025/02/a.html');
    expect(view.amounts).toEqual(
      [2, 5, 10].map((amount) => ({
        label: `€${amount}`,
        address: `https://give.example/?amount=${amount}&interval=month`,
      })),
    );
    expect(view.address).toBe('https://give.example/?interval=month');
    expect(view.remindAfterDays).toBe(14);
    expect(view.body).toContain('Dear readers,');
  });

  it('is what the message says where it says other than the paper', () => {
    const row = appeal('general', { support: { amounts: [3] } });
    const edition = editionOf(contentOf([STORY], { appeals: [row] }, { support }));
    const view = appealView(edition, row, bodyOf('x'), '/2025/02/a.html');
    expect(view.amounts.map(({ label }) => label)).toEqual(['€3']);
    expect(view.remindAfterDays).toBe(14);
  });
});
