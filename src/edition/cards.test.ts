import { describe, expect, it } from 'vitest';
import type { CardView } from '../cards/card.ts';
import type { Publication } from '../schema/publication.ts';
import type { Content } from '../store/rows.ts';
import { allPrints, editionOf } from './edition-for-tests.ts';
import type { Edition } from './edition.ts';
import { contentOf, moment, named, page, pictureUse, stories, story } from './paper-for-tests.ts';
import type { Print } from './print.ts';
import { inHead } from './views/head-for-tests.ts';

const HOST = 'https://gazette.example';

const cardsOf = (prints: readonly Print[]) =>
  prints.flatMap((print) => (print.kind === 'card' ? [print.job] : []));

/** The address in the head of each page, by the page’s own address. */
const namedBy = (prints: readonly Print[]) =>
  new Map(
    prints.flatMap((print) =>
      print.kind === 'page'
        ? [[print.address, inHead(print.view.frame.head, { property: 'og:image' }, 'content')[0]]]
        : [],
    ),
  );

describe('cards', () => {
  const rows = [
    story('en/2025/02/with', { facts: { lead: pictureUse('lead.jpg') } }),
    story('en/2025/02/without'),
  ];
  const editionWith = (cards: Publication['cards']): Edition =>
    editionOf(
      contentOf(
        [...rows, ...stories(40, { topics: ['Ice'] }).slice(0, 2)],
        { pages: [page('ru/about')] },
        { cards },
      ),
    );

  it('are drawn for whom the publication says', async () => {
    const addresses = async (cards: Publication['cards']) =>
      cardsOf(await allPrints(editionWith(cards)))
        .map(({ address }) => address)
        .filter((address) => !address.includes('/2020/'))
        .sort();
    const fronts = ['/cards/index.png', '/cards/world/index.png'];
    const others = [
      ...fronts,
      '/cards/archive.png',
      '/cards/authors/anna/index.png',
      '/cards/corrections.png',
      '/cards/feeds.png',
      '/cards/ru/about.png',
      '/cards/topics/ice/index.png',
    ];
    const [pictured, plain] = ['/cards/2025/02/with.jpg', '/cards/2025/02/without.png'];
    expect(await addresses('all')).toEqual([pictured, plain, ...others].sort());
    expect(await addresses('without-picture')).toEqual([plain, ...others].sort());
    expect(await addresses('sections')).toEqual(fronts);
    expect(await addresses('none')).toEqual([]);
  });

  it('are named by every page that may be shared, by no other where there are none', async () => {
    const pages = async (cards: Publication['cards']) =>
      [...namedBy(await allPrints(editionWith(cards)))]
        .filter(
          ([address, url]) => (url === undefined) === (cards !== 'none') && address !== '/404.html',
        )
        .map(([address]) => address);
    expect(await pages('all')).toEqual([]);
    expect(await pages('sections')).toEqual([]);
    expect(await pages('none')).toEqual(['/2025/02/with.html']);
  });

  it.each(['all', 'without-picture', 'sections', 'none'] as const)(
    'that heads name are drawn, or pictures of the story, where cards are “%s”',
    async (cards) => {
      const prints = await allPrints(editionWith(cards));
      const drawn = new Set(
        cardsOf(prints).map(({ address, digest }) => `${HOST}${address}?v=${digest}`),
      );
      const pictures = new Set(
        prints.flatMap(({ address, kind }) => (kind === 'picture' ? [`${HOST}${address}`] : [])),
      );
      const used = [...namedBy(prints).values()].filter((url) => url !== undefined);
      expect(used.filter((url) => !drawn.has(url) && !pictures.has(url))).toEqual([]);
      expect(used.some((url) => drawn.has(url))).toBe(cards !== 'none');
      expect(used.some((url) => pictures.has(url))).toBe(cards !== 'all');
    },
  );

  it('have an address and a name in the cache that change with their words', async () => {
    const card = async (headline: string) => {
      const prints = await allPrints(editionOf(contentOf([story('en/2025/02/a', { headline })])));
      return prints.find(({ address }) => address === '/cards/2025/02/a.png');
    };
    const [one, other] = [await card('One'), await card('Two')];
    expect(one).not.toMatchObject({ kept: (other as { kept: string }).kept });
    expect(one).toEqual(await card('One'));
  });
});

describe('the card of each kind of page', () => {
  const content = contentOf(
    [
      ...stories(91, { topics: ['Sea ice'] }),
      story('en/2025/02/news', { kicker: 'Ferries', facts: { lead: pictureUse('lead.jpg') } }),
      story('en/2025/02/voice', {
        kind: 'opinion',
        series: 'ice',
        authors: ['boris'],
        facts: { lead: pictureUse('lead.jpg') },
      }),
      story('en/2025/02/chosen', {
        kind: 'opinion',
        authors: ['boris'],
        facts: { socialImage: pictureUse('social.jpg') },
      }),
      story('en/2025/02/two', { kind: 'opinion', authors: ['boris', 'anna'] }),
      story('en/2025/02/paper', { kind: 'editorial', authors: [], byline: 'The Gazette' }),
      story('en/2025/02/running', { kind: 'live', live: { start: '2025-02-27' } }),
      story('en/2025/02/over', {
        kind: 'live',
        live: { start: '2025-02-27', end: '2025-02-28' },
      }),
      story('ar/2025/02/other', { topics: ['Ice'] }),
    ],
    {
      authors: [
        named('anna', { name: 'Anna' }),
        named(
          'boris',
          { name: 'Boris Ozols', role: { en: 'Columnist', ar: 'كاتب' } },
          pictureUse('boris.jpg', { focus: [0.4, 0.2] }),
        ),
      ],
      sections: [
        named('world', { name: 'World', appeal: true, accent: '#123456', description: 'All.' }),
      ],
      series: [named('ice', { name: 'The ice winter', appeal: true }, pictureUse('ice.jpg'))],
      topics: [named('ice', { name: { en: 'Ice', ar: 'الجليد' }, description: 'Frozen.' })],
      pages: [page('en/about', { description: 'Who we are.' }), page('en/archive')],
    },
  );
  const edition = editionOf(content);
  const printed = allPrints(edition);
  const cardAt = async (address: string) =>
    cardsOf(await printed).find((job) => job.address === address);

  it.each<[string, Partial<CardView>]>([
    ['/2025/02/news.jpg', { kind: 'article', section: 'Ferries', line: '', accent: '#123456' }],
    ['/2025/02/voice.jpg', { kind: 'opinion', section: 'World', line: 'Boris Ozols' }],
    ['/2025/02/paper.png', { kind: 'opinion', line: '' }],
    ['/2025/02/running.png', { kind: 'live', mark: 'Live' }],
    ['/2025/02/over.png', { kind: 'live', mark: undefined }],
    ['/world/index.png', { kind: 'section', headline: 'World', line: 'All.', accent: '#123456' }],
    ['/topics/sea-ice/index.png', { kind: 'topic', section: 'Topic', headline: 'Sea ice' }],
    [
      '/ar/topics/ice/index.png',
      { kind: 'topic', section: 'موضوع', headline: 'الجليد', dir: 'rtl' },
    ],
    ['/authors/boris/index.jpg', { kind: 'author', section: 'Columnist', headline: 'Boris Ozols' }],
    ['/authors/anna/index.png', { kind: 'author', section: '', headline: 'Anna' }],
    ['/series/ice/index.jpg', { kind: 'series', section: 'Series', headline: 'The ice winter' }],
    ['/index.png', { kind: 'front', headline: 'News of the harbour', accent: '#7a1f1f' }],
    ['/ar/index.png', { kind: 'front', headline: 'أخبار الميناء', paper: 'الجريدة' }],
    ['/about.png', { kind: 'page', headline: 'Title of en/about', line: 'Who we are.' }],
    ['/corrections.png', { kind: 'page', headline: 'Corrections', section: '' }],
    ['/ar/archive.png', { kind: 'page', headline: 'الأرشيف' }],
  ])('says what it is: %s', async (address, view) => {
    expect((await cardAt(`/cards${address}`))?.view).toMatchObject(view);
  });

  it('of opinion has the face of its only author, unless the desk chose a picture', async () => {
    const face = { digest: 'digest of boris.jpg', focus: [0.4, 0.2] };
    expect(await cardAt('/cards/2025/02/voice.jpg')).toMatchObject({
      view: { portrait: face, picture: undefined },
      portrait: 'boris.jpg',
      picture: undefined,
    });
    expect(await cardAt('/cards/2025/02/chosen.jpg')).toMatchObject({
      portrait: undefined,
      picture: 'social.jpg',
    });
    expect(await cardAt('/cards/2025/02/two.png')).toMatchObject({ portrait: undefined });
    expect(await cardAt('/cards/authors/boris/index.jpg')).toMatchObject({
      view: { portrait: face },
      portrait: 'boris.jpg',
    });
  });

  it('is drawn again when the bytes of the face are others', async () => {
    const other = structuredClone(content);
    const boris = other.authors.find(({ id }) => id === 'boris');
    if (boris?.picture !== undefined) boris.picture.digest = 'another';
    const before = new Map(cardsOf(await printed).map(({ address, digest }) => [address, digest]));
    const after = cardsOf(await allPrints(editionOf(other)));
    expect(
      after
        .filter(({ address, digest }) => before.get(address) !== digest)
        .map((job) => job.address),
    ).toEqual(['/cards/authors/boris/index.jpg', '/cards/2025/02/voice.jpg']);
  });

  it('is shown by older pages of a list, and the archive’s by its months', async () => {
    const urls = namedBy(await printed);
    for (const list of ['world', 'topics/sea-ice', 'authors/anna']) {
      expect(urls.get(`/${list}/1.html`), list).toBe(urls.get(`/${list}/index.html`));
      expect(urls.get(`/${list}/1.html`)).toContain(`/cards/${list}/index.`);
    }
    expect(urls.get('/2025/02/index.html')).toBe(urls.get('/archive.html'));
  });

  it('is described by its words, with its size and type', async () => {
    const heads = new Map(
      (await printed).flatMap((print) =>
        print.kind === 'page' ? [[print.address, print.view.frame.head]] : [],
      ),
    );
    const saying = (address: string, name: string) =>
      inHead(heads.get(address) ?? [], { property: `og:image${name}` }, 'content')[0];
    expect(saying('/authors/boris/index.html', ':alt')).toBe(
      'Boris Ozols — Columnist — The Gazette',
    );
    expect(saying('/index.html', ':alt')).toBe('The Gazette — News of the harbour');
    expect(saying('/2025/02/running.html', ':alt')).toBe(
      'Live — Headline in The Gazette: Headline of running',
    );
    expect(saying('/2025/02/voice.html', ':alt')).toBe(
      'Headline in The Gazette: Headline of voice — Boris Ozols',
    );
    for (const [address, type] of [
      ['/authors/boris/index.html', 'image/jpeg'],
      ['/authors/anna/index.html', 'image/png'],
    ] as const) {
      expect(['width', 'height', 'type'].map((name) => saying(address, `:${name}`))).toEqual([
        '1200',
        '630',
        type,
      ]);
    }
  });

  it('of a list is not drawn again for a new story', async () => {
    const more = structuredClone(content);
    more.articles.push(
      story('en/2025/02/new', {
        topics: ['Sea ice'],
        series: 'ice',
        authors: ['boris'],
        facts: { published: moment('2025-02-28') },
      }),
    );
    const known = new Set(cardsOf(await printed).map(({ digest }) => digest));
    const drawn = cardsOf(await allPrints(editionOf(more)));
    expect(drawn.filter(({ digest }) => !known.has(digest)).map(({ address }) => address)).toEqual([
      '/cards/2025/02/new.png',
    ]);
  });
});

describe('a card that the faces at hand cannot set', () => {
  const content: Content = contentOf(stories(1));
  const drawing = (canDraw: (view: CardView) => boolean) => allPrints(editionOf(content), canDraw);
  const STORY = '/2020/01/s001.html';

  it('is not drawn, and no page names it', async () => {
    const prints = await drawing((view) => view.kind !== 'article');
    expect(cardsOf(prints).map(({ view }) => view.kind)).toEqual([
      'front',
      'section',
      'author',
      'page',
      'page',
      'page',
    ]);
    expect(namedBy(prints).get(STORY)).toMatch(/\/cards\/world\/index\.png\?/);
  });

  it('gives way to the front page’s where the section’s cannot be set either', async () => {
    const named = namedBy(await drawing((view) => view.kind === 'front'));
    expect(named.get(STORY)).toMatch(/\/cards\/index\.png\?/);
    expect(named.get('/world/index.html')).toMatch(/\/cards\/index\.png\?/);
  });

  it('leaves pages without a picture where none can be set', async () => {
    const prints = await drawing(() => false);
    expect(cardsOf(prints)).toEqual([]);
    expect([...namedBy(prints).values()].filter((url) => url !== undefined)).toEqual([]);
  });

  it('gives way to the story’s own picture', async () => {
    const row = story('en/2025/02/a', { facts: { lead: pictureUse('lead.jpg') } });
    const prints = await allPrints(editionOf(contentOf([row])), (view) => view.kind !== 'article');
    const named = namedBy(prints).get('/2025/02/a.html');
    expect(prints.map(({ address }) => `${HOST}${address}`)).toContain(named);
    expect(named).toMatch(/\/assets\/pictures\/.*\.jpg$/);
  });
});
