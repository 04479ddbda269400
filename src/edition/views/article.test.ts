import { describe, expect, it } from 'vitest';
import type { Edition } from '../edition.ts';
import { editionOf, printsOfKind, printsOfUnit, unitOf, viewOf } from '../edition-for-tests.ts';
import { contentOf, moment, named, stories, story } from '../paper-for-tests.ts';
import { inHead } from './head-for-tests.ts';

describe('a story in a language of its own', () => {
  const rows = [
    story('en/2025/02/mixed', {
      language: 'ar',
      topics: ['Ice'],
      headline: 'خبر',
      corrections: [{ date: '2025-02-04', text: 'تصحيح', kind: 'correction' }],
    }),
    story('en/2025/02/next', { topics: ['Ice'], published: '2025-02-05' }),
  ];
  const edition = editionOf(contentOf(rows));

  it('is of that language with all its words, in the frame of the paper', async () => {
    const view = await viewOf(edition, 'story', 'en/2025/02/mixed');
    expect(view.textLanguage).toBe('ar');
    expect(view.corrections.map(({ language }) => language)).toEqual(['ar']);
    expect([view.frame.language, view.frame.dir]).toEqual(['en', 'ltr']);
    expect(inHead(view.frame.head, { property: 'og:locale' }, 'content')).toEqual(['ar_EG']);
  });

  it('says so in lists, and on its card', async () => {
    const { related } = await viewOf(edition, 'story', 'en/2025/02/next');
    expect(related.map((one) => [one.language, one.textLanguage])).toEqual([['en', 'ar']]);
    const prints = await printsOfUnit(edition, unitOf(edition, 'story en/2025/02/mixed'));
    const cards = prints.flatMap((print) => (print.kind === 'card' ? [print.job.view] : []));
    expect(cards.map(({ language, dir }) => [language, dir])).toEqual([['ar', 'rtl']]);
  });
});

describe('the page of a story', () => {
  it('has the parts of its series before and after it that are out', async () => {
    const rows = [1, 2, 3, 4].map((number) =>
      story(`en/2025/01/part${number}`, {
        series: 'ice',
        published: number === 4 ? '2030-01-01' : `2025-01-0${number}`,
        shortHeadline: `Part ${number}`,
      }),
    );
    const edition = editionOf(contentOf(rows));
    const series = async (part: string) =>
      (await viewOf(edition, 'story', `en/2025/01/${part}`)).series;
    expect(await series('part2')).toEqual({
      name: 'The ice winter',
      address: '/series/ice/index.html',
      previous: { label: 'Part 1', address: '/2025/01/part1.html' },
      next: { label: 'Part 3', address: '/2025/01/part3.html' },
    });
    expect((await series('part1'))?.previous).toBeUndefined();
    expect((await series('part3'))?.next).toBeUndefined();
  });

  it('has the desk’s related stories first, each once, unpublished ones left out', async () => {
    const rows = [
      ...stories(6, { topics: ['Ice'] }),
      story('en/2025/02/held', { published: '2030-01-01' }),
      story('en/2025/02/a', {
        topics: ['Ice'],
        related: ['en/2020/01/s001', 'en/2025/02/held', 'en/2020/01/s005', 'en/2020/01/s001'],
      }),
    ];
    const { related } = await viewOf(editionOf(contentOf(rows)), 'story', 'en/2025/02/a');
    const addresses = related.map(({ address }) => address);
    expect(addresses.slice(0, 3)).toEqual([
      '/2020/01/s001.html',
      '/2020/01/s005.html',
      '/2020/01/s006.html',
    ]);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('has all that the desk chose, be it more than it would have by itself', async () => {
    const chosen = Array.from({ length: 6 }, (_, index) => `en/2020/01/s00${index + 1}`);
    const rows = [...stories(8), story('en/2025/02/a', { related: chosen })];
    const { related } = await viewOf(editionOf(contentOf(rows)), 'story', 'en/2025/02/a');
    expect(related.map(({ address }) => address)).toEqual(
      chosen.map((path) => `${path.slice('en'.length)}.html`),
    );
  });

  it('leads to the story before it, but where that is among the related ones', async () => {
    const rows = [...stories(3), ...stories(9, { topics: ['Ice'], section: 'sport' }).slice(3)];
    const edition = editionOf(contentOf([...rows, story('en/2025/02/a', { topics: ['Fog'] })]));
    const { older, related } = await viewOf(edition, 'story', 'en/2025/02/a');
    expect(older?.address).toBe('/2020/01/s009.html');
    expect(related.map(({ address }) => address)).not.toContain(older?.address);
    const close = await viewOf(edition, 'story', 'en/2020/01/s009');
    expect(close.related[0]?.address).toBe('/2020/01/s008.html');
    expect(close.older).toBeUndefined();
  });

  it('says the same moments to readers, search and feeds', async () => {
    const row = story('en/2025/02/a', {
      updated: '2025-02-03T10:00',
      corrections: [{ date: '2025-02-05T10:00', text: 'x', kind: 'correction' }],
    });
    const edition = editionOf(contentOf([row]));
    const view = await viewOf(edition, 'story', row.path);
    const modified = '2025-02-05T10:00:00+02:00';
    expect(view.updated?.iso).toBe(modified);
    expect(inHead(view.frame.head, { property: 'article:modified_time' }, 'content')).toEqual([
      modified,
    ]);
    expect(JSON.stringify(view.frame.head)).toContain(`\\"dateModified\\":\\"${modified}\\"`);
    const feed = JSON.stringify(await printsOfUnit(edition, unitOf(edition, 'feed en')));
    expect(feed).toContain(`"modified":${moment('2025-02-05T10:00')}`);
    const sitemaps = JSON.stringify(await printsOfKind(edition, 'sitemap'));
    expect(sitemaps).toContain(`/2025/02/a.html","modified":"${modified}"`);
  });

  it('links to stories once they are out, and keeps the words before', async () => {
    const content = contentOf([
      story('en/2025/02/held', { published: '2025-02-20' }),
      story('en/2025/02/a', { text: 'As [we reported](./held.md#quay) first.' }),
    ]);
    const bodyAt = async (at: string) => {
      const edition = editionOf(content, { at: moment(at) });
      return (await viewOf(edition, 'story', 'en/2025/02/a')).body;
    };
    expect(await bodyAt('2025-02-10')).toContain('As we reported first.');
    expect(await bodyAt('2025-03-01')).toContain('href="/2025/02/held.html#quay"');
  });

  it('names its topics as their files do, under whatever name it knows them, each once', async () => {
    const topics = [named('ice', { name: 'Sea ice', aliases: ['Frost', 'Лёд'] })];
    const row = story('en/2025/02/a', { topics: ['Frost', 'Fog', 'Лёд'] });
    const view = await viewOf(editionOf(contentOf([row], { topics })), 'story', row.path);
    expect(view.topics).toEqual([
      { label: 'Sea ice', address: '/topics/ice/index.html' },
      { label: 'Fog', address: '/topics/fog/index.html' },
    ]);
  });

  it('names who wrote a live entry, with a link where they have a page', async () => {
    const entry = (author: string, id: string) =>
      `:::update{id="${id}" time="2025-02-01T13:00" author="${author}"}\nNews.\n:::\n\n`;
    const row = story('en/2025/02/a', {
      kind: 'live',
      live: { start: '2025-02-01' },
      updates: [
        { id: 'u1', time: '2025-02-01T13:00', author: 'anna' },
        { id: 'u2', time: '2025-02-01T13:00', author: 'boris' },
      ],
      text: entry('anna', 'u1') + entry('boris', 'u2'),
    });
    const { body } = await viewOf(editionOf(contentOf([row])), 'story', row.path);
    expect(body).toContain('<a href="/authors/anna/index.html">Anna Kalnina</a>');
    expect(body).toContain('Boris Ozols');
    expect(body).not.toContain('/authors/boris/');
  });
});

async function cardLabel(edition: Edition): Promise<string | undefined> {
  const cards = await printsOfKind(edition, 'card');
  return cards.find(({ job }) => job.address === '/cards/2025/02/a.png')?.job.view.section;
}

describe('a story that the paper withdrew', () => {
  const corrections = [
    { date: '2025-02-04', text: 'One name was wrong.', kind: 'correction' as const },
    { date: '2025-02-05', text: 'It did not happen.', kind: 'retraction' as const },
  ];

  it('says so above its text, once, and on its card', async () => {
    const edition = editionOf(contentOf([story('en/2025/02/a', { corrections })]));
    const view = await viewOf(edition, 'story', 'en/2025/02/a');
    expect(view.retraction?.text).toBe('It did not happen.');
    expect(view.corrections.map(({ kind }) => kind)).toEqual(['correction']);
    expect(await cardLabel(edition)).toBe('Retraction');
  });

  it('says so wherever it is summed up, and has no message to readers', async () => {
    const withdrawn = story('en/2025/02/a', { corrections, standfirst: 'Ice came.', appeal: true });
    const view = await viewOf(editionOf(contentOf([withdrawn])), 'story', 'en/2025/02/a');
    const described = inHead(view.frame.head, { name: 'description' }, 'content');
    expect(described).toEqual(['Retraction. Ice came.']);
    expect(view.appeal).toBeUndefined();
  });

  it('is one like others where it was only corrected', async () => {
    const edition = editionOf(
      contentOf([story('en/2025/02/a', { corrections: corrections.slice(0, 1) })]),
    );
    expect((await viewOf(edition, 'story', 'en/2025/02/a')).retraction).toBeUndefined();
    expect(await cardLabel(edition)).toBe('World');
  });
});

describe('a story that was paid for', () => {
  it('says so where its link is shared', async () => {
    const sponsored = {
      kind: 'sponsored' as const,
      kicker: 'Travel',
      sponsor: { name: 'Holm Line' },
    };
    const told = async (more: object) => {
      const edition = editionOf(contentOf([story('en/2025/02/a', { ...sponsored, ...more })]));
      const { frame } = await viewOf(edition, 'story', 'en/2025/02/a');
      expect(await cardLabel(edition)).toBe('Paid content');
      return inHead(frame.head, { property: 'og:description' }, 'content');
    };
    expect(await told({ description: 'Ferries run.' })).toEqual([
      'Paid for by Holm Line. Ferries run.',
    ]);
    expect(await told({ facts: { firstParagraph: '' } })).toEqual(['Paid for by Holm Line.']);
  });

  it('says so of the links in its text, on the page and in feeds', async () => {
    const text = '[out](https://x.example/) [in](/world/index.html)';
    const sponsor = { name: 'Holm Line', url: 'https://holm.example/' };
    const paid = story('en/2025/02/a', { kind: 'sponsored', sponsor, text });
    const edition = editionOf(contentOf([paid, story('en/2025/02/b', { text })]));
    const html = async (path: string) => (await viewOf(edition, 'story', path)).body;
    expect(await html('en/2025/02/a')).toContain('<a href="https://x.example/" rel="sponsored">');
    expect((await html('en/2025/02/a')).match(/sponsored/gu)).toHaveLength(1);
    expect(await html('en/2025/02/b')).not.toContain('sponsored');
  });
});

describe('the times of a live report', () => {
  const timesOf = async (...times: string[]) => {
    const updates = times.map((time, index) => ({ id: `u${index}`, time }));
    const text = updates
      .map(({ id, time }) => `:::update{id=${id} time=${time}}\nText.\n:::`)
      .join('\n\n');
    const live = { start: '2025-02-01T12:00' };
    const edition = editionOf(
      contentOf([story('en/2025/02/a', { kind: 'live', live, updates, text })]),
    );
    const { body } = await viewOf(edition, 'story', 'en/2025/02/a');
    return [...body.matchAll(/<time[^>]*>([^<]+)</g)].map(([, time]) => time);
  };

  it('have a day where there are several', async () => {
    expect(await timesOf('2025-02-02T09:00', '2025-02-02T11:30')).toEqual(['11:30', '09:00']);
    expect(await timesOf('2025-02-02T23:15', '2025-02-03T00:05')).toEqual([
      '3 February 2025, 00:05',
      '2 February 2025, 23:15',
    ]);
  });
});
