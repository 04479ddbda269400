import { describe, expect, it } from 'vitest';
import type { CardView } from '../cards/card.ts';
import type { Content } from '../store/rows.ts';
import { allPrints, editionOf } from './edition-for-tests.ts';
import type { Edition } from './edition.ts';
import { contentOf, page, pictureUse, stories, story } from './paper-for-tests.ts';
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
  const editionWith = (cards: 'all' | 'without-picture' | 'sections' | 'none'): Edition =>
    editionOf(
      contentOf(
        [...rows, ...stories(40, { topics: ['Ice'] }).slice(0, 2)],
        { pages: [page('ru/about')] },
        { cards },
      ),
    );

  it('are drawn for whom the publication says', async () => {
    const addresses = async (cards: Parameters<typeof editionWith>[0]) =>
      cardsOf(await allPrints(editionWith(cards)))
        .map(({ address }) => address)
        .filter((address) => !address.includes('/2020/'))
        .sort();
    const fronts = ['/cards/index.png', '/cards/world/index.png'];
    expect(await addresses('all')).toEqual([
      '/cards/2025/02/with.jpg',
      '/cards/2025/02/without.png',
      ...fronts,
    ]);
    expect(await addresses('without-picture')).toEqual(['/cards/2025/02/without.png', ...fronts]);
    expect(await addresses('sections')).toEqual(fronts);
    expect(await addresses('none')).toEqual([]);
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

describe('a card that the faces at hand cannot set', () => {
  const content: Content = contentOf(stories(1));
  const drawing = (canDraw: (view: CardView) => boolean) => allPrints(editionOf(content), canDraw);
  const STORY = '/2020/01/s001.html';

  it('is not drawn, and no page names it', async () => {
    const prints = await drawing((view) => view.kind !== 'article');
    expect(cardsOf(prints).map(({ view }) => view.kind)).toEqual(['front', 'section']);
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
