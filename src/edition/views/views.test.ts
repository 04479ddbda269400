import { describe, expect, it } from 'vitest';
import type { HeadTag } from '../../metadata/head.ts';
import type { Content } from '../../store/rows.ts';
import { cardJobs } from '../card-jobs.ts';
import { inLanguage } from '../edition.ts';
import type { Edition } from '../edition.ts';
import { feedFacts } from '../feeds.ts';
import {
  bodyOf,
  contentOf,
  editionOf,
  moment,
  named,
  page,
  pictureFile,
  pictureUse,
  slugs,
  stories,
  story,
} from '../paper-for-tests.ts';
import { pictureJobs, shownPictures } from '../pictures.ts';
import { sitemapFacts } from '../sitemaps.ts';
import { articleView } from './article.ts';
import { feedView } from './feed.ts';
import { frontView } from './front.ts';
import { archiveView, listView, monthView } from './lists.ts';
import {
  correctionsView,
  feedsView,
  notFoundView,
  redirects,
  redirectView,
  staticPageView,
} from './pages.ts';

const TEXT = bodyOf('Some words.');

const viewOf = (edition: Edition, path: string, markdown?: string) => {
  const row = edition.published.get(path);
  if (row === undefined) throw new Error(`${path} is not published.`);
  return articleView(edition, row, markdown === undefined ? TEXT : bodyOf(markdown));
};

/** Values of an attribute of the tags of a head that have another one. */
function inHead(head: HeadTag[], where: Record<string, string>, attribute: string): string[] {
  return head.flatMap((tag) => {
    if (!('attrs' in tag)) return [];
    const attrs: Record<string, string> = tag.attrs;
    const value = attrs[attribute];
    return value !== undefined &&
      Object.entries(where).every(([key, wanted]) => attrs[key] === wanted)
      ? [value]
      : [];
  });
}

const alternates = (head: HeadTag[]) => inHead(head, { rel: 'alternate' }, 'hreflang');
const isNoindex = (head: HeadTag[]) =>
  inHead(head, { name: 'robots' }, 'content').some((value) => value.includes('noindex'));

/** Every view model of an edition. */
async function allViews(edition: Edition, markdown = 'Some words.'): Promise<unknown[]> {
  const body = bodyOf(markdown);
  const views: unknown[] = [notFoundView(edition), sitemapFacts(edition), cardJobs(edition)];
  views.push(
    [...pictureJobs(edition).values()],
    redirects(edition).map((one) => redirectView(edition, one)),
  );
  for (const own of edition.languages) {
    const { language } = own;
    views.push(frontView(edition, language), archiveView(edition, language, undefined));
    views.push(correctionsView(edition, language, undefined));
    views.push(feedsView(edition, language, undefined));
    for (const month of own.byMonth.keys()) views.push(monthView(edition, language, month));
    for (const id of own.bySection.keys())
      views.push(listView(edition, own.language, { kind: 'section', id }));
    for (const id of own.byTopic.keys())
      views.push(listView(edition, own.language, { kind: 'topic', id }));
    for (const id of own.byAuthor.keys())
      views.push(listView(edition, own.language, { kind: 'author', id }));
    for (const id of own.bySeries.keys())
      views.push(listView(edition, own.language, { kind: 'series', id }));
    for (const row of own.stories) views.push(articleView(edition, row, body));
    for (const facts of feedFacts(edition, own.language)) {
      views.push(await feedView(edition, facts, () => Promise.resolve(body)));
    }
  }
  for (const row of edition.pages.values()) views.push(staticPageView(edition, row, body));
  return views;
}

describe('every view model', () => {
  const secret = {
    headline: 'Zzsecret headline',
    kicker: 'Zzsecret kicker',
    standfirst: 'Zzsecret standfirst',
    topics: ['Zzsecret topic'],
    section: 'zzsecret',
    series: 'zzsecret',
    authors: ['zzsecret'],
    redirectFrom: ['/zzsecret/old/'],
    corrections: [{ date: '2025-02-10', text: 'Zzsecret correction', kind: 'correction' as const }],
    facts: { lead: pictureUse('articles/en/2025/02/zzsecret.jpg') },
  };
  const content = (): Content =>
    contentOf(
      [
        ...stories(35, { topics: ['Ice'] }),
        story('en/2025/02/open', {
          related: ['en/2025/02/zzsecret-draft', 'en/2025/02/zzsecret-held'],
          corrections: [
            { date: '2025-02-02', text: 'Known correction', kind: 'correction' },
            { date: '2030-02-02', text: 'Zzsecret correction to come', kind: 'correction' },
          ],
          updates: [
            { id: 'u1', time: '2025-02-01T13:00' },
            { id: 'u2', time: '2030-02-01T13:00', headline: 'Zzsecret update' },
          ],
          kind: 'live',
          live: { start: '2025-02-01' },
        }),
        story('ru/2025/02/open', { section: 'sport' }),
        story('en/2025/02/zzsecret-draft', { ...secret, draft: true }),
        story('en/2025/02/zzsecret-held', { ...secret, published: '2025-03-01T12:01' }),
        story('ar/2025/02/open', { ...secret, draft: true }),
      ],
      {
        sections: [
          named('world', { name: 'World', appeal: true }),
          named('sport', { name: 'Sport', appeal: true }),
          named('zzsecret', { name: 'Zzsecret section', appeal: true }),
        ],
        series: [named('zzsecret', { name: 'Zzsecret series', appeal: true })],
        authors: [
          named('anna', { name: 'Anna' }),
          named('zzsecret', { name: 'Zzsecret author' }, pictureUse('authors/zzsecret.jpg')),
        ],
        topics: [named('zzsecret-topic', { name: 'Zzsecret topic' })],
        fronts: [{ language: 'en', data: { lead: 'en/2025/02/zzsecret-held' } }],
        pages: [page('en/about')],
        pictures: [
          pictureFile('articles/en/2025/02/zzsecret.jpg'),
          pictureFile('authors/zzsecret.jpg'),
        ],
      },
      { navigation: ['world', 'sport', 'zzsecret'] },
    );
  const markdown =
    'See [it](/2025/02/zzsecret-draft.html) and [that](./zzsecret-held.md).\n\n' +
    ':::update{id="u1" time="2025-02-01T13:00"}\nOut.\n:::\n\n' +
    ':::update{id="u2" time="2030-02-01T13:00" headline="Zzsecret"}\nZzsecret words.\n:::\n';

  it('has no word, name, address or picture of what is not published', async () => {
    const printed = JSON.stringify(await allViews(editionOf(content()), markdown));
    expect(/.{0,80}zzsecret.{0,40}/i.exec(printed)?.[0]).toBeUndefined();
    expect(printed).toContain('Known correction');
  });

  it('has them in the preview, marked', async () => {
    const edition = editionOf(content(), { preview: true });
    expect(JSON.stringify(await allViews(edition, markdown))).toContain('Zzsecret words');
    expect(viewOf(edition, 'en/2025/02/zzsecret-draft').mark).toBe('draft');
    expect(viewOf(edition, 'en/2025/02/zzsecret-held').mark).toBe('embargoed');
    expect(isNoindex(viewOf(edition, 'en/2025/02/zzsecret-held').frame.head)).toBe(true);
  });

  it('is plain data, and the same each time', async () => {
    const views = await allViews(editionOf(content()), markdown);
    expect(structuredClone(views)).toEqual(views);
    expect(JSON.parse(JSON.stringify(views))).toEqual(
      JSON.parse(JSON.stringify(await allViews(editionOf(content()), markdown))),
    );
  });

  it('is the same on a machine in another time zone', async () => {
    const before = process.env['TZ'];
    const inZone = async (zone: string) => {
      process.env['TZ'] = zone;
      return JSON.stringify(await allViews(editionOf(content()), markdown));
    };
    try {
      expect(await inZone('Pacific/Kiritimati')).toBe(await inZone('America/Los_Angeles'));
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });
});

describe('hreflang', () => {
  const rows = ['en', 'ru', 'ar'].map((language) => story(`${language}/2025/02/ice`));

  it('names all ends on each, with a default', () => {
    const edition = editionOf(contentOf(rows));
    for (const row of rows) {
      expect(alternates(viewOf(edition, row.path).frame.head)).toEqual([
        'en',
        'ru',
        'ar',
        'x-default',
      ]);
    }
    const head = viewOf(edition, 'ru/2025/02/ice').frame.head;
    expect(inHead(head, { hreflang: 'x-default' }, 'href')).toEqual([
      'https://gazette.example/2025/02/ice.html',
    ]);
  });

  it.each([
    ['kept out of search', { noindex: true }],
    ['republished', { source: { name: 'AP', url: 'https://ap.example/x' } }],
  ])(
    'leaves out a translation that is %s, in heads and in sitemaps, and still leads readers there',
    (_what, matter) => {
      const edition = editionOf(
        contentOf([
          story('en/2025/02/ice'),
          story('ru/2025/02/ice', matter),
          story('ar/2025/02/ice'),
        ]),
      );
      const { frame, translations } = viewOf(edition, 'en/2025/02/ice');
      expect(alternates(frame.head)).toEqual(['en', 'ar', 'x-default']);
      expect(alternates(viewOf(edition, 'ru/2025/02/ice').frame.head)).toEqual([]);
      expect(translations.map(({ language }) => language)).toEqual(['ru', 'ar']);
      expect(frame.languages.find(({ language }) => language === 'ru')?.address).toBe(
        '/ru/2025/02/ice.html',
      );
      const month = sitemapFacts(edition).find(({ name }) => name === '2025-02');
      expect(month?.entries.map(({ url }) => url)).not.toContain(
        'https://gazette.example/ru/2025/02/ice.html',
      );
      expect(
        month?.entries.map((entry) => entry.alternates.map(({ language }) => language)),
      ).toEqual([
        ['en', 'ar'],
        ['en', 'ar'],
      ]);
    },
  );

  it('is absent where only one end is left', () => {
    const edition = editionOf(
      contentOf([story('en/2025/02/ice'), story('ru/2025/02/ice', { noindex: true })]),
    );
    expect(alternates(viewOf(edition, 'en/2025/02/ice').frame.head)).toEqual([]);
  });

  it('of a list leaves out a topic that is too thin to be searched', () => {
    const edition = editionOf(
      contentOf([
        story('en/2025/02/a', { topics: ['Ice'] }),
        story('en/2025/02/b', { topics: ['Ice'] }),
        story('ru/2025/02/c', { topics: ['Ice'] }),
      ]),
    );
    expect(alternates(listView(edition, 'en', { kind: 'topic', id: 'ice' }).frame.head)).toEqual(
      [],
    );
    expect(isNoindex(listView(edition, 'ru', { kind: 'topic', id: 'ice' }).frame.head)).toBe(true);
    expect(isNoindex(listView(edition, 'en', { kind: 'topic', id: 'ice' }).frame.head)).toBe(false);
  });
});

describe('the page of a story', () => {
  it('has the parts of its series before and after it that are out', () => {
    const rows = [1, 2, 3, 4].map((number) =>
      story(`en/2025/01/part${number}`, {
        series: 'ice',
        published: number === 4 ? '2030-01-01' : `2025-01-0${number}`,
        shortHeadline: `Part ${number}`,
      }),
    );
    const edition = editionOf(contentOf(rows));
    expect(viewOf(edition, 'en/2025/01/part2').series).toEqual({
      name: 'The ice winter',
      address: '/series/ice/index.html',
      previous: { label: 'Part 1', address: '/2025/01/part1.html' },
      next: { label: 'Part 3', address: '/2025/01/part3.html' },
    });
    expect(viewOf(edition, 'en/2025/01/part1').series?.previous).toBeUndefined();
    expect(viewOf(edition, 'en/2025/01/part3').series?.next).toBeUndefined();
  });

  it('has the desk’s related stories first, each once, unpublished ones left out', () => {
    const rows = [
      ...stories(6, { topics: ['Ice'] }),
      story('en/2025/02/held', { published: '2030-01-01' }),
      story('en/2025/02/a', {
        topics: ['Ice'],
        related: ['en/2020/01/s001', 'en/2025/02/held', 'en/2020/01/s005', 'en/2020/01/s001'],
      }),
    ];
    const { related } = viewOf(editionOf(contentOf(rows)), 'en/2025/02/a');
    const addresses = related.map(({ address }) => address);
    expect(addresses.slice(0, 3)).toEqual([
      '/2020/01/s001.html',
      '/2020/01/s005.html',
      '/2020/01/s006.html',
    ]);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('says the same moments to readers, search and feeds', async () => {
    const row = story('en/2025/02/a', {
      updated: '2025-02-03T10:00',
      corrections: [{ date: '2025-02-05T10:00', text: 'x', kind: 'correction' }],
    });
    const edition = editionOf(contentOf([row]));
    const view = viewOf(edition, row.path);
    const modified = '2025-02-05T10:00:00+02:00';
    expect(view.updated?.iso).toBe(modified);
    expect(inHead(view.frame.head, { property: 'article:modified_time' }, 'content')).toEqual([
      modified,
    ]);
    expect(JSON.stringify(view.frame.head)).toContain(`\\"dateModified\\":\\"${modified}\\"`);
    const [facts] = feedFacts(edition, 'en');
    if (facts === undefined) throw new Error('There is no feed.');
    const feed = await feedView(edition, facts, () => Promise.resolve(TEXT));
    expect(feed.items[0]?.modified).toBe(moment('2025-02-05T10:00'));
    expect(sitemapFacts(edition).find(({ name }) => name === '2025-02')?.entries[0]?.modified).toBe(
      modified,
    );
  });

  it('links to stories once they are out, and keeps the words before', () => {
    const held = story('en/2025/02/held', { published: '2025-02-20' });
    const content = contentOf([held, story('en/2025/02/a')]);
    const markdown = 'As [we reported](./held.md#quay) first.';
    const before = viewOf(
      editionOf(content, { at: moment('2025-02-10') }),
      'en/2025/02/a',
      markdown,
    );
    expect(before.body).toContain('As we reported first.');
    expect(viewOf(editionOf(content), 'en/2025/02/a', markdown).body).toContain(
      'href="/2025/02/held.html#quay"',
    );
  });
});

describe('pictures', () => {
  const live = story('en/2025/02/live', {
    kind: 'live',
    live: { start: '2025-02-01' },
    updates: [
      { id: 'u1', time: '2025-02-01T13:00' },
      { id: 'u2', time: '2030-02-01T13:00' },
    ],
    facts: {
      pictures: {
        './one.jpg': pictureUse('one.jpg'),
        './two.jpg': pictureUse('two.jpg'),
        './both.jpg': pictureUse('both.jpg'),
      },
      pictureUpdates: { './one.jpg': ['u1'], './two.jpg': ['u2'], './both.jpg': ['u2', null] },
    },
  });
  const pictures = ['one.jpg', 'two.jpg', 'both.jpg', 'portrait.jpg', 'unused.jpg'].map(
    pictureFile,
  );

  it('of an update that is held back are not made', () => {
    const edition = editionOf(contentOf([live], { pictures }));
    expect(shownPictures(edition, live).map(({ file }) => file)).toEqual(['one.jpg', 'both.jpg']);
    const files = new Set([...pictureJobs(edition).values()].map(({ file }) => file));
    expect([...files].sort()).toEqual(['both.jpg', 'one.jpg']);
  });

  it('of authors are made when they have written something that is out', () => {
    const authors = [named('anna', { name: 'Anna' }, pictureUse('portrait.jpg'))];
    const files = (rows: Parameters<typeof contentOf>[0]) =>
      [...pictureJobs(editionOf(contentOf(rows, { pictures, authors }))).values()].map(
        ({ file }) => file,
      );
    expect(files([story('en/2025/02/a')])).toContain('portrait.jpg');
    expect(files([story('en/2025/02/a', { draft: true })])).toEqual([]);
  });
});

describe('cards', () => {
  const rows = [
    story('en/2025/02/with', { facts: { lead: pictureUse('lead.jpg') } }),
    story('en/2025/02/without'),
  ];
  const addresses = (cards: 'all' | 'without-picture' | 'sections' | 'none') =>
    cardJobs(editionOf(contentOf(rows, { pictures: [pictureFile('lead.jpg')] }, { cards }))).map(
      ({ address }) => address,
    );

  it('are drawn for whom the publication says', () => {
    expect(addresses('all')).toEqual([
      '/cards/index.png',
      '/cards/world/index.png',
      '/cards/2025/02/with.jpg',
      '/cards/2025/02/without.png',
    ]);
    expect(addresses('without-picture')).toEqual([
      '/cards/index.png',
      '/cards/world/index.png',
      '/cards/2025/02/without.png',
    ]);
    expect(addresses('sections')).toEqual(['/cards/index.png', '/cards/world/index.png']);
    expect(addresses('none')).toEqual([]);
  });

  it.each(['all', 'without-picture', 'sections', 'none'] as const)(
    'that heads name are drawn, or pictures of the story, where cards are “%s”',
    async (cards) => {
      const edition = editionOf(
        contentOf(
          [...rows, ...stories(40, { topics: ['Ice'] })],
          { pictures: [pictureFile('lead.jpg')], pages: [page('ru/about')] },
          { cards },
        ),
      );
      const drawn = new Set(
        cardJobs(edition).map(
          ({ address, digest }) => `https://gazette.example${address}?v=${digest}`,
        ),
      );
      const views = (await allViews(edition)) as { frame?: { head: HeadTag[] } }[];
      const used = views.flatMap((view) =>
        inHead(view.frame?.head ?? [], { property: 'og:image' }, 'content'),
      );
      const pictures = new Set(
        [...pictureJobs(edition).keys()].map((address) => `https://gazette.example${address}`),
      );
      expect(used.filter((url) => !drawn.has(url) && !pictures.has(url))).toEqual([]);
      expect(used.some((url) => drawn.has(url))).toBe(cards !== 'none');
      expect(used.some((url) => pictures.has(url))).toBe(cards !== 'all');
    },
  );

  it('have an address that changes with their words', () => {
    const digest = (headline: string) =>
      cardJobs(editionOf(contentOf([story('en/2025/02/a', { headline })]))).at(-1)?.digest;
    expect(digest('One')).not.toBe(digest('Two'));
    expect(digest('One')).toBe(digest('One'));
  });
});

describe('addresses of pages', () => {
  const view = (publication: Parameters<typeof contentOf>[2]) => {
    const edition = editionOf(
      contentOf([story('en/2025/02/a'), story('ru/2025/02/a')], {}, publication),
    );
    return viewOf(edition, 'ru/2025/02/a').frame;
  };

  it('are folders where permalinks are folders', () => {
    const frame = view({ permalinks: 'folder' });
    expect(frame.address).toBe('/ru/2025/02/a/index.html');
    expect(frame.standing.archive).toBe('/ru/archive/index.html');
    expect(inHead(frame.head, { rel: 'canonical' }, 'href')).toEqual([
      'https://gazette.example/ru/2025/02/a/',
    ]);
  });

  it('are bare for search where hosts redirect to such', () => {
    const frame = view({ canonical: 'bare' });
    expect(frame.address).toBe('/ru/2025/02/a.html');
    expect(inHead(frame.head, { rel: 'canonical' }, 'href')).toEqual([
      'https://gazette.example/ru/2025/02/a',
    ]);
    expect(inHead(frame.head, { property: 'og:url' }, 'content')).toEqual([
      'https://gazette.example/ru/2025/02/a',
    ]);
  });

  it('keep the path of an origin that ends in one', () => {
    const frame = view({ url: 'https://host.example/gazette/' });
    expect(inHead(frame.head, { rel: 'canonical' }, 'href')).toEqual([
      'https://host.example/gazette/ru/2025/02/a.html',
    ]);
  });
});

describe('noindex', () => {
  it('keeps a story out of sitemaps and feeds and not out of lists', async () => {
    const edition = editionOf(
      contentOf([story('en/2025/02/a', { noindex: true }), story('en/2025/02/b')]),
    );
    expect(isNoindex(viewOf(edition, 'en/2025/02/a').frame.head)).toBe(true);
    const urls = sitemapFacts(edition).flatMap(({ entries }) => entries.map(({ url }) => url));
    expect(urls).toContain('https://gazette.example/2025/02/b.html');
    expect(urls).not.toContain('https://gazette.example/2025/02/a.html');
    expect(slugs(inLanguage(edition, 'en').stories)).toContain('a');
    for (const facts of feedFacts(edition, 'en')) {
      const { items } = await feedView(edition, facts, () => Promise.resolve(TEXT));
      expect(items.map(({ url }) => url)).toEqual(['https://gazette.example/2025/02/b.html']);
    }
  });
});

describe('sitemaps', () => {
  it('list every page that search may show and no other', async () => {
    const edition = editionOf(
      contentOf(
        [
          ...stories(65, { topics: ['Ice'] }),
          story('en/2025/02/thin', { topics: ['Thin'] }),
          story('ru/2025/02/a'),
          story('en/2025/02/hidden', { noindex: true }),
        ],
        { pages: [page('en/about'), page('en/hidden', { noindex: true }), page('ar/about')] },
      ),
    );
    const listed = sitemapFacts(edition).flatMap(({ entries }) => entries.map(({ url }) => url));
    expect(new Set(listed).size).toBe(listed.length);
    const views = (await allViews(edition)) as {
      frame?: { head: HeadTag[]; address: string };
    }[];
    const older = [1, 2].map((number) =>
      listView(edition, 'en', { kind: 'section', id: 'world' }, number),
    );
    for (const { frame } of [...views, ...older]) {
      if (frame === undefined) continue;
      const [canonical = ''] = inHead(frame.head, { rel: 'canonical' }, 'href');
      expect([frame.address, listed.includes(canonical)]).toEqual([
        frame.address,
        !isNoindex(frame.head),
      ]);
    }
    expect(listed).toContain('https://gazette.example/2020/01/');
  });

  it('are more than one where there are more lists than one may hold', () => {
    const rows = stories(2).map((row) => ({
      ...row,
      facts: {
        ...row.facts,
        topics: Array.from({ length: 45_000 }, (_, index) => ({
          slug: `t${index}`,
          name: `t${index}`,
        })),
      },
    }));
    const all = sitemapFacts(editionOf(contentOf(rows)));
    expect(all.map(({ name }) => name)).toEqual(['pages', 'pages-2', '2020-01']);
    expect(all.every(({ entries }) => entries.length > 0 && entries.length <= 50_000)).toBe(true);
    const urls = all.flatMap(({ entries }) => entries.map(({ url }) => url));
    expect(new Set(urls).size).toBe(urls.length);
  });
});

describe('a list', () => {
  const edition = editionOf(contentOf(stories(95)));
  const subject = { kind: 'section', id: 'world' } as const;

  it('leads from page to page in both directions', () => {
    const index = listView(edition, 'en', subject);
    expect(index).toMatchObject({ newer: undefined, older: '/world/3.html' });
    expect(index.stories).toHaveLength(30);
    expect(listView(edition, 'en', subject, 3)).toMatchObject({
      newer: '/world/index.html',
      older: '/world/2.html',
    });
    expect(listView(edition, 'en', subject, 1)).toMatchObject({
      newer: '/world/2.html',
      older: undefined,
    });
  });

  it('has no page that it does not have', () => {
    expect(() => listView(edition, 'en', subject, 4)).toThrow(RangeError);
  });
});

describe('the months', () => {
  it('lead to the month before that has stories', () => {
    const rows = [
      story('en/2025/02/a'),
      story('en/2024/11/b', { published: '2024-11-30T23:30:00Z' }),
    ];
    const edition = editionOf(contentOf(rows));
    const view = monthView(edition, 'en', '2025/02');
    expect(view.previous?.address).toBe('/2024/12/index.html');
    expect(archiveView(edition, 'en', undefined).years).toMatchObject([
      { year: 2025, months: [{ address: '/2025/02/index.html' }] },
      { year: 2024, months: [{ address: '/2024/12/index.html' }] },
    ]);
  });
});

describe('static pages', () => {
  it('show each other in the paper’s languages, by name or by original', () => {
    const pages = [
      page('en/about'),
      page('ru/about'),
      page('ar/man-nahnu', { translationOf: 'en/about' }),
      page('en/contact'),
    ];
    const edition = editionOf(contentOf([], { pages }));
    const shown = (path: string) => {
      const row = edition.pages.get(path);
      if (row === undefined) throw new Error(path);
      return staticPageView(edition, row, TEXT).translations.map(({ address }) => address);
    };
    expect(shown('en/about')).toEqual(['/ru/about.html', '/ar/man-nahnu.html']);
    expect(shown('ar/man-nahnu')).toEqual(['/about.html', '/ru/about.html']);
    expect(shown('ru/about')).toEqual(['/about.html', '/ar/man-nahnu.html']);
    expect(shown('en/contact')).toEqual([]);
  });
});

describe('redirects', () => {
  it('lead from old addresses of published stories to where they are', () => {
    const edition = editionOf(
      contentOf([
        story('en/2025/02/a', { redirectFrom: ['/2019/05/a/', '/old.html'] }),
        story('en/2025/02/held', { published: '2030-01-01', redirectFrom: ['/2019/05/held/'] }),
      ]),
    );
    const all = redirects(edition);
    expect(all.map(({ file }) => file)).toEqual(['/2019/05/a/index.html', '/old.html']);
    const [first] = all;
    if (first === undefined) throw new Error('There is no redirect.');
    const view = redirectView(edition, first);
    expect(view.target).toBe('/2025/02/a.html');
    expect(view.canonical).toBe('https://gazette.example/2025/02/a.html');
  });
});
