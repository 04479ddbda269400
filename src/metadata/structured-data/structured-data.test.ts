import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { allPrints, editionOf } from '../../edition/edition-for-tests.ts';
import {
  contentOf,
  named,
  page,
  pictureUse,
  stories,
  story,
} from '../../edition/paper-for-tests.ts';
import type { StoryMatter } from '../../edition/paper-for-tests.ts';
import { samplePaper } from '../../edition/sample-paper-for-tests.ts';
import { ARTICLE_KINDS } from '../../schema/article.ts';
import type { Content } from '../../store/rows.ts';
import type { HeadTag } from '../head.ts';
import { isStoryNode, nodesBelow } from './google-for-tests.ts';
import { licenceUrl } from './image.ts';
import { Vocabulary } from './vocabulary-for-tests.ts';
import type { JsonNode, VocabularyFile } from './vocabulary-for-tests.ts';

/** Beside the repository, in the workshop, or where the environment says. */
const FILE = `${
  process.env['BROADSHEET_SCHEMAS'] ??
  fileURLToPath(new URL('../../../../shared/schemas', import.meta.url))
}/schemaorg-30.0-all-https.jsonld.gz`;
const HAS_VOCABULARY = existsSync(FILE);

function vocabulary(): Vocabulary {
  return new Vocabulary(JSON.parse(gunzipSync(readFileSync(FILE)).toString()) as VocabularyFile);
}

/** The texts of a head's structured data. */
function scripts(head: readonly HeadTag[]): string[] {
  return head.flatMap((tag) => (tag.tag === 'script' ? [tag.content] : []));
}

/** The structured data of each page of a paper, by its address. */
async function dataOf(content: Content): Promise<Map<string, JsonNode[]>> {
  const pages = new Map<string, JsonNode[]>();
  for (const print of await allPrints(editionOf(content))) {
    if (print.kind !== 'page') continue;
    pages.set(
      print.address,
      scripts(print.view.frame.head).map((text) => JSON.parse(text) as JsonNode),
    );
  }
  return pages;
}

async function storyData(matter: StoryMatter, changes: Partial<Content> = {}): Promise<JsonNode> {
  const pages = await dataOf(contentOf([story('en/2025/02/a', matter)], changes));
  const found = pages.get('/2025/02/a.html')?.find(isStoryNode);
  if (found === undefined) throw new Error('The story has no structured data.');
  return found;
}

const typesOf = (data: readonly JsonNode[]) => data.map((one) => one['@type']);

describe('structured data', () => {
  it('say of every page where it stands and whose it is, and of each kind what it is', async () => {
    const pages = await dataOf(samplePaper());
    for (const [address, data] of pages) {
      expect(typesOf(data), address).toContain('WebSite');
      expect(typesOf(data).includes('BreadcrumbList'), address).toBe(address !== '/404.html');
      const publishers = nodesBelow(data).filter((one) => one['@type'] === 'NewsMediaOrganization');
      expect(publishers, address).toHaveLength(1);
    }
    const own = (address: string) => typesOf(pages.get(address) ?? [])[0];
    expect(own('/2025/02/main.html')).toBe('NewsArticle');
    expect(own('/2025/02/live.html')).toBe('LiveBlogPosting');
    expect(own('/world/index.html')).toBe('CollectionPage');
    expect(own('/world/1.html')).toBe('CollectionPage');
    expect(own('/topics/ice/index.html')).toBe('CollectionPage');
    expect(own('/series/ice/index.html')).toBe('CollectionPage');
    expect(own('/authors/anna/index.html')).toBe('ProfilePage');
    expect(own('/2025/02/index.html')).toBe('CollectionPage');
    expect(own('/archive.html')).toBe('CollectionPage');
    expect(own('/corrections.html')).toBe('CollectionPage');
    expect(own('/feeds.html')).toBe('WebPage');
    expect(own('/about.html')).toBe('WebPage');
    expect(own('/de/about.html')).toBe('WebPage');
  });

  it('lead from the front page to the page', async () => {
    const pages = await dataOf(samplePaper());
    const trail = (address: string) =>
      nodesBelow(pages.get(address))
        .filter((one) => one['@type'] === 'ListItem' && 'item' in one)
        .map(({ item }) => String(item).replace('https://gazette.example', ''));
    expect(trail('/index.html')).toEqual(['/']);
    expect(trail('/ru/index.html')).toEqual(['/ru/']);
    expect(trail('/2025/02/main.html')).toEqual(['/', '/world/', '/2025/02/main.html']);
    expect(trail('/world/1.html')).toEqual(['/', '/world/', '/world/1.html']);
    expect(trail('/2025/02/index.html')).toEqual(['/', '/archive.html', '/2025/02/']);
    expect(trail('/de/about.html')).toEqual(['/', '/de/about.html']);
  });

  it('name the stories of a list as it shows them', async () => {
    const content = contentOf(stories(3));
    const [list] = (await dataOf(content)).get('/world/index.html') ?? [];
    expect(list?.['mainEntity']).toEqual({
      '@type': 'ItemList',
      numberOfItems: 3,
      itemListElement: [3, 2, 1].map((number, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        url: `https://gazette.example/2020/01/s00${number}.html`,
      })),
    });
  });

  it('have a picture in the shapes of search as far as it is large enough, with its credit', async () => {
    const image = async (width: number, height: number, licence?: string) => {
      const lead = pictureUse('a.jpg', { width, height, licence, caption: 'Ice' });
      const data = await storyData({ facts: { lead } });
      return data['image'] as JsonNode[];
    };
    const large = await image(2400, 1600, 'CC BY-SA 4.0');
    expect(large.map(({ width, height }) => `${String(width)}×${String(height)}`)).toEqual([
      '1200×675',
      '1200×900',
      '1200×1200',
      '1200×800',
    ]);
    for (const one of large) {
      expect(one).toMatchObject({
        caption: 'Ice',
        creditText: 'A. Photographer',
        license: 'https://creativecommons.org/licenses/by-sa/4.0/',
        contentUrl: one['url'],
      });
    }
    const small = await image(800, 600, '© The Gazette');
    expect(small).toHaveLength(1);
    expect(small[0]).toMatchObject({ width: 800, height: 600, copyrightNotice: '© The Gazette' });
    expect(await storyData({})).not.toHaveProperty('image');
  });

  it('tell a live report by its updates, with who wrote them and what they show', async () => {
    const pages = await dataOf(samplePaper());
    const live = pages.get('/2025/02/live.html')?.find(isStoryNode);
    expect(live).toMatchObject({
      coverageStartTime: '2025-02-27T00:00:00+02:00',
      coverageEndTime: '2025-02-28T00:00:00+02:00',
      liveBlogUpdate: [
        {
          url: 'https://gazette.example/2025/02/live.html#u2',
          author: { name: 'Boris', url: 'https://gazette.example/authors/boris/' },
          image: [{ '@type': 'ImageObject', creditText: 'A. Photographer' }],
        },
        { headline: 'Open', articleBody: 'The channel is open.', author: { name: 'Dora' } },
      ],
    });
    expect(JSON.stringify(live)).not.toContain('later');
  });

  it('state the policies whose pages are printed, and no others', async () => {
    const publisher = async (slugs: string[]) => {
      const content = contentOf([story('en/2025/02/a')], {
        pages: slugs.map((s) => page(`en/${s}`)),
      });
      content.publication.data.policies = {
        ethics: 'ethics',
        corrections: 'corrections',
        unnamedSources: 'sources',
        masthead: 'team',
      };
      const [found] = nodesBelow((await dataOf(content)).get('/index.html')).filter(
        (one) => one['@type'] === 'NewsMediaOrganization',
      );
      return Object.keys(found ?? {}).filter((name) => /Polic|masthead/.test(name));
    };
    expect(await publisher(['sources'])).toEqual(['correctionsPolicy', 'unnamedSourcesPolicy']);
    expect(await publisher(['ethics', 'team'])).toEqual([
      'correctionsPolicy',
      'ethicsPolicy',
      'masthead',
    ]);
  });

  it('have the logo, or the icon where search would find the logo too small', async () => {
    const logo = async (width: number, height: number, icon: boolean) => {
      const content = contentOf([story('en/2025/02/a')]);
      content.publication.logo = pictureUse('logo.png', { width, height });
      if (icon) content.publication.icon = pictureUse('icon.png', { width: 512, height: 512 });
      const [found] = nodesBelow((await dataOf(content)).get('/index.html')).filter(
        (one) => one['@type'] === 'NewsMediaOrganization',
      );
      return found?.['logo'];
    };
    expect(await logo(600, 200, true)).toMatchObject({ width: 600, height: 200 });
    expect(await logo(60, 60, true)).toMatchObject({ width: 512, height: 512 });
    expect(await logo(4000, 200, true)).toMatchObject({ width: 512, height: 512 });
    expect(await logo(60, 60, false)).toMatchObject({ width: 60, height: 60 });
  });

  it('say of an author what their page says', async () => {
    const content = contentOf([story('en/2025/02/a')], {
      authors: [
        named(
          'anna',
          { name: 'Anna', role: 'Editor', bio: 'Writes.', links: ['https://a.example/'] },
          pictureUse('anna.jpg'),
        ),
      ],
    });
    const [profile] = (await dataOf(content)).get('/authors/anna/index.html') ?? [];
    expect(profile?.['mainEntity']).toMatchObject({
      '@type': 'Person',
      name: 'Anna',
      url: 'https://gazette.example/authors/anna/',
      jobTitle: 'Editor',
      description: 'Writes.',
      sameAs: ['https://a.example/'],
      image: { '@type': 'ImageObject', width: 320 },
    });
  });

  it('cannot be left, and no word of them is lost, whatever the content says', async () => {
    const evil = 'A</script><!--<script>]]>&amp;"\\\u2028\u2029 B';
    const url = 'https://evil.example/</script>?"&\'';
    const lead = pictureUse('a.jpg', { alt: evil, caption: evil, credit: evil, licence: evil });
    const matter: StoryMatter = {
      headline: evil,
      standfirst: evil,
      dateline: evil,
      topics: [evil],
      section: 'world',
      series: 'ice',
      corrections: [{ date: '2025-02-22', text: evil, kind: 'correction' }],
      sponsor: { name: evil, url },
      source: { name: evil, url },
      review: { of: evil, type: 'Play', rating: 4 },
      live: { start: '2025-02-01' },
      updates: [{ id: 'u1', time: '2025-02-01T13:00', headline: evil, author: 'anna' }],
      text: `:::update{id="u1" time="2025-02-01T13:00"}\n${evil}\n:::`,
      facts: { lead, topics: [{ slug: 'evil', name: evil }] },
    };
    const content = contentOf(
      [
        ...ARTICLE_KINDS.map((kind) => story(`en/2025/02/${kind}`, { ...matter, kind })),
        story('en/2025/02/unsigned', { ...matter, byline: evil }),
      ],
      {
        authors: [named('anna', { name: evil, role: evil, bio: evil, links: [url] }, lead)],
        sections: [named('world', { name: evil, appeal: true, description: evil })],
        series: [named('ice', { name: evil, appeal: true, description: evil })],
        pages: [page('en/about', { title: evil, description: evil })],
      },
      {
        name: evil,
        shortName: `${evil} short`,
        description: evil,
        publisher: { legalName: evil, address: evil },
        contact: { email: 'a@gazette.example' },
        social: { bluesky: url },
      },
    );
    let found = 0;
    for (const print of await allPrints(editionOf(content))) {
      if (print.kind !== 'page') continue;
      for (const text of scripts(print.view.frame.head)) {
        expect(text, print.address).not.toMatch(/[<>&\u2028\u2029]/);
        if (JSON.stringify(JSON.parse(text)).includes(JSON.stringify(evil).slice(1, -1)))
          found += 1;
      }
    }
    expect(found).toBeGreaterThan(60);
    const live = (await dataOf(content)).get('/2025/02/live.html')?.find(isStoryNode);
    expect(live?.['headline']).toBe(evil);
  });

  it('know a licence by its address or by its name at Creative Commons', () => {
    expect(licenceUrl('https://example.org/terms')).toBe('https://example.org/terms');
    expect(licenceUrl('CC BY-NC-ND 4.0')).toBe(
      'https://creativecommons.org/licenses/by-nc-nd/4.0/',
    );
    expect(licenceUrl('cc by 3.0')).toBe('https://creativecommons.org/licenses/by/3.0/');
    expect(licenceUrl('CC0')).toBe('https://creativecommons.org/publicdomain/zero/1.0/');
    for (const other of ['© Reuters', 'CC BY', 'public domain', 'javascript:alert(1)', undefined]) {
      expect(licenceUrl(other)).toBeUndefined();
    }
  });
});

describe.skipIf(!HAS_VOCABULARY)(
  `schema.org’s vocabulary${HAS_VOCABULARY ? '' : ` (skipped: no ${FILE})`}`,
  () => {
    const judge = HAS_VOCABULARY ? vocabulary() : new Vocabulary({ '@graph': [] });

    it('allows what is said of every page of a paper that has something of everything', async () => {
      const kinds = ARTICLE_KINDS.map((kind) =>
        story(`en/2025/02/kind-${kind}`, {
          kind,
          dateline: 'RIGA',
          ...(kind === 'live' ? { live: { start: '2025-02-01' } } : {}),
          ...(kind === 'review' ? { review: { of: 'Hamlet', type: 'Play', rating: 4.5 } } : {}),
          facts: { lead: pictureUse('kind.jpg', { licence: 'CC BY 4.0', caption: 'Ice' }) },
        }),
      );
      const content = samplePaper();
      content.articles.push(...kinds);
      const faults: string[] = [];
      for (const [address, data] of await dataOf(content)) {
        faults.push(...judge.faults(data).map((fault) => `${address}${fault}`));
      }
      expect(faults).toEqual([]);
    });

    it.each<[string, JsonNode]>([
      ['there is no type', { '@type': 'NewsStory' }],
      ['there is no such property', { '@type': 'NewsArticle', headLine: 'x' }],
      ['is no property of', { '@type': 'LiveBlogPosting', dateline: 'RIGA' }],
      ['is not of', { '@type': 'NewsArticle', datePublished: '2025-02-03T10:00:00' }],
      ['is no property of', { '@type': 'NewsArticle', title: 'x' }],
      ['is not of', { '@type': 'NewsArticle', url: '/a.html' }],
      ['is not of', { '@type': 'NewsArticle', url: 'https://a.example/лёд' }],
      ['is not of', { '@type': 'NewsArticle', isAccessibleForFree: 'yes, all of it' }],
      ['is not of', { '@type': 'NewsArticle', author: 'Anna' }],
      ['is not of', { '@type': 'NewsArticle', author: { '@type': 'Place', name: 'Riga' } }],
      ['which is not there', { '@type': 'NewsArticle', author: { '@id': 'https://a.example/#b' } }],
      ['is empty', { '@type': 'NewsArticle', image: [] }],
      ['is not of', { '@type': 'NewsArticle', headline: '' }],
    ])('finds what %s', (fault, node) => {
      const found = judge.faults([{ '@context': 'https://schema.org', ...node }]);
      expect(found.join()).toContain(fault);
      expect(found).toHaveLength(1);
    });
  },
);
