import { describe, expect, it } from 'vitest';
import type { Content } from '../store/rows.ts';
import { allPrints, editionOf, viewOf } from './edition-for-tests.ts';
import { contentOf, named, page, pictureUse, stories, story } from './paper-for-tests.ts';
import { isNoindex } from './views/head-for-tests.ts';

const MARKDOWN =
  'See [it](/2025/02/zzsecret-draft.html) and [that](./zzsecret-held.md).\n\n' +
  ':::update{id="u1" time="2025-02-01T13:00"}\nOut.\n:::\n\n' +
  ':::update{id="u2" time="2030-02-01T13:00" headline="Zzsecret"}\nZzsecret words.\n:::\n';

describe('every print', () => {
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
          text: MARKDOWN,
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
          named('zzsecret', { name: 'Zzsecret section', appeal: true, accent: '#a00' }),
        ],
        series: [named('zzsecret', { name: 'Zzsecret series', appeal: true })],
        authors: [
          named('anna', { name: 'Anna' }),
          named('zzsecret', { name: 'Zzsecret author' }, pictureUse('authors/zzsecret.jpg')),
        ],
        topics: [named('zzsecret-topic', { name: 'Zzsecret topic' })],
        fronts: [{ language: 'en', data: { lead: 'en/2025/02/zzsecret-held' } }],
        pages: [page('en/about')],
      },
      { navigation: ['world', 'sport', 'zzsecret'] },
    );
  it('has no word, name, address or picture of what is not published', async () => {
    const printed = JSON.stringify(await allPrints(editionOf(content())));
    expect(/.{0,80}zzsecret.{0,40}/i.exec(printed)?.[0]).toBeUndefined();
    expect(printed).toContain('Known correction');
  });

  it('has them in the preview, marked', async () => {
    const edition = editionOf(content(), { preview: true });
    expect(JSON.stringify(await allPrints(edition))).toContain('Zzsecret words');
    const held = await viewOf(edition, 'story', 'en/2025/02/zzsecret-held');
    expect((await viewOf(edition, 'story', 'en/2025/02/zzsecret-draft')).mark).toBe('draft');
    expect(held.mark).toBe('embargoed');
    expect(isNoindex(held.frame.head)).toBe(true);
  });

  it('is plain data, and the same each time', async () => {
    const prints = await allPrints(editionOf(content()));
    expect(structuredClone(prints)).toEqual(prints);
    expect(JSON.stringify(prints)).toBe(JSON.stringify(await allPrints(editionOf(content()))));
  });

  it('is the same on a machine in another time zone', async () => {
    const before = process.env['TZ'];
    const inZone = async (zone: string) => {
      process.env['TZ'] = zone;
      return JSON.stringify(await allPrints(editionOf(content())));
    };
    try {
      expect(await inZone('Pacific/Kiritimati')).toBe(await inZone('America/Los_Angeles'));
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });
});
