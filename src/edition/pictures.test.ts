import { describe, expect, it } from 'vitest';
import { allPrints, editionOf, printsOfKind, viewOf } from './edition-for-tests.ts';
import { appeal, contentOf, named, page, pictureUse, story } from './paper-for-tests.ts';
import type { Print } from './print.ts';
import { inHead } from './views/head-for-tests.ts';

const AT = /\/assets\/(?:pictures|icons)\/[\w.-]+/g;

/** The sources of the pictures that an edition prints. */
async function files(content: Parameters<typeof editionOf>[0]): Promise<string[]> {
  const prints = await printsOfKind(editionOf(content), 'picture');
  return [...new Set(prints.map(({ job }) => job.file))].sort();
}

const everywhere = contentOf(
  [
    story('en/2025/02/with', {
      topics: ['Ice'],
      series: 'ice',
      facts: { lead: pictureUse('lead.jpg'), socialImage: pictureUse('social.jpg') },
    }),
    story('en/2025/02/without', {
      text: '![](in.jpg)',
      facts: { pictures: { 'in.jpg': pictureUse('in.jpg') } },
    }),
  ],
  {
    authors: [named('anna', { name: 'Anna' }, pictureUse('anna.jpg'))],
    sections: [named('world', { name: 'World', appeal: true }, pictureUse('world.jpg'))],
    series: [named('ice', { name: 'Ice', appeal: true }, pictureUse('series.jpg'))],
    topics: [named('ice', { name: 'Ice' }, pictureUse('topic.jpg'))],
    pages: [pageWith('en/about', 'about.jpg'), pageWith('en/archive', 'intro.jpg')],
    appeals: [appealWith('en/general', 'appeal.jpg')],
  },
);
everywhere.publication.logo = pictureUse('logo.png');
everywhere.publication.icon = pictureUse('icon.png');
everywhere.publication.nameplate = pictureUse('nameplate.svg');

function pageWith(path: string, file: string) {
  const row = page(path, { text: `![](${file})` });
  return { ...row, facts: { ...row.facts, pictures: { [file]: pictureUse(file) } } };
}

function appealWith(path: string, file: string) {
  const row = appeal(path, { text: `![](${file})` });
  return { ...row, facts: { ...row.facts, pictures: { [file]: pictureUse(file) } } };
}

describe('pictures', () => {
  it.each(['all', 'without-picture', 'sections', 'none'] as const)(
    'that pages, feeds and cards name are printed, and no others, where cards are “%s”',
    async (cards) => {
      const { publication } = everywhere;
      const content = {
        ...everywhere,
        publication: { ...publication, data: { ...publication.data, cards } },
      };
      const prints: Print[] = await allPrints(editionOf(content));
      const isPicture = ({ kind }: Print) => kind === 'picture' || kind === 'icon';
      const printed = new Set(prints.filter(isPicture).map(({ address }) => address));
      const named = new Set(
        prints
          .filter((print) => !isPicture(print))
          .flatMap((print) => JSON.stringify(print).match(AT) ?? []),
      );
      expect([...named].filter((address) => !printed.has(address))).toEqual([]);
      expect([...printed].filter((address) => !named.has(address))).toEqual([]);
    },
  );

  it('of an update that is held back are not made', async () => {
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
    expect(await files(contentOf([live]))).toEqual(['both.jpg', 'one.jpg']);
  });

  it('of authors are made when they have written something that is out', async () => {
    const authors = [named('anna', { name: 'Anna' }, pictureUse('portrait.jpg'))];
    expect(await files(contentOf([story('en/2025/02/a')], { authors }))).toEqual(['portrait.jpg']);
    expect(await files(contentOf([story('en/2025/02/a', { draft: true })], { authors }))).toEqual(
      [],
    );
  });

  it('are shared in the wide shape where they are large, never where they are tiny', async () => {
    const shared = async (size: { width: number; height: number }) => {
      const lead = { ...pictureUse('lead.jpg'), ...size, alt: '' };
      const row = story('en/2025/02/a', { facts: { lead } });
      const edition = editionOf(contentOf([row], {}, { cards: 'without-picture' }));
      const { frame } = await viewOf(edition, 'story', 'en/2025/02/a');
      return ['og:image', 'og:image:width', 'og:image:alt'].flatMap((property) =>
        inHead(frame.head, { property }, 'content'),
      );
    };
    const [wide, width, alt] = await shared({ width: 2400, height: 3600 });
    expect([width, alt]).toEqual(['1200', 'Headline of a']);
    expect(wide).toMatch(/-16x9\.jpg$/);
    expect((await shared({ width: 800, height: 600 }))[0]).toMatch(/-800\.jpg$/);
    expect((await shared({ width: 40, height: 30 }))[0]).toMatch(/\/cards\//);
  });

  it('have other names where they are encoded otherwise', async () => {
    const names = async (picturesVersion: string) =>
      (await allPrints(editionOf(everywhere, { picturesVersion })))
        .flatMap((print) => ('kept' in print && print.kind !== 'card' ? [print.kept] : []))
        .sort();
    const [one, other] = [await names('p1'), await names('p2')];
    expect(one.length).toBeGreaterThan(10);
    expect(one.filter((name) => other.includes(name))).toEqual([]);
  });
});
