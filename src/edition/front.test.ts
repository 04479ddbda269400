import { describe, expect, it } from 'vitest';
import type { Front } from '../schema/front.ts';
import type { ArticleRow } from '../store/rows.ts';
import { editionOf } from './edition-for-tests.ts';
import { inLanguage } from './edition.ts';
import { chooseFront } from './front.ts';
import type { FrontChoice } from './front.ts';
import { contentOf, slugs, stories, story } from './paper-for-tests.ts';

function frontOf(rows: ArticleRow[], desk?: Front): FrontChoice {
  const edition = editionOf(
    contentOf(rows, { fronts: desk === undefined ? [] : [{ language: 'en', data: desk }] }),
  );
  return chooseFront(edition, inLanguage(edition, 'en'));
}

const all = (front: FrontChoice) => [
  front.lead,
  ...front.picks,
  ...front.latest,
  ...front.sections.flatMap((section) => section.stories),
];

describe('a front page', () => {
  it('without a desk leads with the newest', () => {
    const front = frontOf(stories(20));
    expect(slugs([front.lead])).toEqual(['s020']);
    expect(slugs(front.picks).slice(0, 2)).toEqual(['s019', 's018']);
  });

  it('puts first what the desk put first, in its order', () => {
    const front = frontOf(stories(20), {
      lead: 'en/2020/01/s003',
      picks: ['en/2020/01/s007', 'en/2020/01/s001'],
    });
    expect(slugs([front.lead])).toEqual(['s003']);
    expect(slugs(front.picks).slice(0, 3)).toEqual(['s007', 's001', 's020']);
  });

  it('passes over what the desk named and is not out, and gives its place to the newest', () => {
    const rows = [
      ...stories(10),
      story('en/2025/02/draft', { draft: true }),
      story('en/2025/02/held', { published: '2030-01-01' }),
    ];
    const front = frontOf(rows, {
      lead: 'en/2025/02/draft',
      picks: ['en/2025/02/held', 'en/2020/01/s002'],
    });
    expect(slugs([front.lead])).toEqual(['s010']);
    expect(slugs(front.picks).slice(0, 2)).toEqual(['s002', 's009']);
    expect(slugs(all(front))).not.toContain('draft');
  });

  it('has every story once, also one that the desk named twice', () => {
    const front = frontOf(
      [
        ...stories(40),
        ...stories(10, { section: 'sport' }).map((row) => ({ ...row, path: `${row.path}x` })),
      ],
      { lead: 'en/2020/01/s005', picks: ['en/2020/01/s005', 'en/2020/01/s006', 'en/2020/01/s006'] },
    );
    const paths = all(front).map((row) => row?.path);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('does not lead with a pick of the desk while another story is there', () => {
    const front = frontOf(stories(2), { picks: ['en/2020/01/s002'] });
    expect(slugs([front.lead])).toEqual(['s001']);
    expect(slugs(front.picks)).toEqual(['s002']);
  });

  it.each(['sponsored', 'brief', 'letter'] as const)(
    'does not lead with a %s for being new',
    (kind) => {
      const front = frontOf([...stories(1), story('en/2025/02/new', { kind })]);
      expect(slugs([front.lead])).toEqual(['s001']);
      expect(slugs(front.picks)).not.toContain('new');
    },
  );

  it('leads with a pick of the desk rather than with what is paid for', () => {
    const front = frontOf([...stories(1), story('en/2025/02/paid', { kind: 'sponsored' })], {
      picks: ['en/2020/01/s001'],
    });
    expect(slugs([front.lead])).toEqual(['s001']);
  });

  it('has paid matter only in its section, even where there is nothing else', () => {
    const front = frontOf([story('en/2025/02/paid', { kind: 'sponsored' })]);
    expect(front.lead).toBeUndefined();
    expect(front.picks).toEqual([]);
    expect(front.latest).toEqual([]);
    expect(slugs(front.sections[0]?.stories ?? [])).toEqual(['paid']);
  });

  it('leads with a brief where there is nothing longer', () => {
    expect(slugs([frontOf([story('en/2025/02/short', { kind: 'brief' })]).lead])).toEqual([
      'short',
    ]);
  });

  it('is empty in an empty paper', () => {
    expect(frontOf([])).toEqual({ lead: undefined, picks: [], latest: [], sections: [] });
  });
});
