import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULE_IDS } from '../schema/check.ts';
import { contentOf, named, pictureUse, story } from '../edition/paper-for-tests.ts';
import type { StoryMatter } from '../edition/paper-for-tests.ts';
import { memoryArchive } from '../store/memory-archive.ts';
import { asConfigured, checkContent, RULES } from './check.ts';
import { lookAtEdition } from './edition-rules.ts';
import type { EditionFacts } from './edition-rules.ts';
import { readPage } from './page-facts.ts';
import { readEdition } from './read-edition.ts';
import { findingsJson, formatFindings, githubAnnotations } from './report.ts';
import type { Finding } from './rule.ts';

const AT = Date.parse('2025-03-01T10:00:00Z');

const FRONT_MATTER = '---\nheadline: X\nstandfirst: Y\nlead:\n  image: a.jpg\n---\n\nText.\n';

const GOOD: StoryMatter = {
  headline: 'The ferries stay in harbour for a third night',
  standfirst: 'Crews and company will meet again on Monday.',
  topics: ['ferries'],
  facts: { lead: pictureUse('articles/a.jpg', { width: 1600, height: 900 }) },
};

function findingsOf(matter: StoryMatter, ...more: StoryMatter[]): Finding[] {
  const stories = [GOOD, { ...GOOD, ...matter }, ...more].map((one, index) =>
    story(`en/2025/02/story-${index}`, {
      ...one,
      headline: index === 0 ? 'An older story of another headline' : (one.headline ?? ''),
    }),
  );
  const archive = memoryArchive(contentOf(stories));
  return checkContent(archive, [], AT, () => FRONT_MATTER);
}

const idsOf = (findings: readonly Finding[], file: RegExp) =>
  findings.filter((finding) => file.test(finding.file)).map(({ rule }) => rule);

describe('the rules', () => {
  it('each have an id of their own, words and a source', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    for (const { asks, source } of RULES) {
      expect(asks).toMatch(/\.$/);
      expect(source).not.toBe('');
    }
  });

  it('that can be switched off are those that publication.yaml knows', () => {
    const free = RULES.filter((rule) => rule.always !== true).map(({ id }) => id);
    expect([...RULE_IDS].sort()).toEqual(free.sort());
  });
});

describe('rules of copy', () => {
  it('find nothing in a good story', () => {
    expect(idsOf(findingsOf({}), /articles/)).toEqual([]);
  });

  it.each<[string, StoryMatter]>([
    ['headline-search', { headline: `${'A long headline '.repeat(5)}ends` }],
    [
      'headline-data',
      { headline: 'word '.repeat(30).trim(), seoHeadline: 'Short enough for search' },
    ],
    [
      'headline-card',
      { headline: 'word '.repeat(30).trim(), seoHeadline: 'Short enough for search' },
    ],
    ['headline-short', { headline: 'Ferries stay' }],
    ['headline-shouting', { headline: 'THE FERRIES STAY IN HARBOUR' }],
    ['headline-full-stop', { headline: 'The ferries stay in harbour.' }],
    ['description-long', { description: 'word '.repeat(40).trim() }],
    [
      'picture-small',
      { facts: { lead: pictureUse('articles/a.jpg', { width: 800, height: 600 }) } },
    ],
    ['picture-missing', { facts: { lead: undefined } }],
    [
      'picture-credit',
      { facts: { lead: pictureUse('articles/a.jpg', { width: 1600, credit: undefined }) } },
    ],
    ['text-thin', { facts: { words: 40, lead: pictureUse('articles/a.jpg', { width: 1600 }) } }],
    ['topics-missing', { topics: [] }],
  ])('find %s', (id, matter) => {
    expect(idsOf(findingsOf(matter), /story-1/)).toContain(id);
  });

  it('find a story that nothing describes', () => {
    const { standfirst: _, ...bare } = GOOD;
    const stories = [story('en/2025/02/a', { ...bare, facts: { firstParagraph: 'Short.' } })];
    const found = checkContent(memoryArchive(contentOf(stories)), [], AT, () => FRONT_MATTER);
    expect(found.find(({ rule }) => rule === 'description-missing')).toMatchObject({
      field: 'standfirst',
      message:
        'is missing, and the first paragraph of the text, with 6 letters, is too short to stand in for it',
    });
  });

  it('do not count Chinese letters as half as wide as they are', () => {
    expect(idsOf(findingsOf({ headline: '港'.repeat(40) }), /story-1/)).toContain(
      'headline-search',
    );
  });

  it('name file, line and field', () => {
    const found = findingsOf({ headline: 'Ferries stay' }).find(
      ({ rule }) => rule === 'headline-short',
    );
    expect(found).toMatchObject({
      file: 'articles/en/2025/02/story-1.md',
      line: 2,
      field: 'headline',
      value: 'X',
    });
  });
});

describe('rules of the archive', () => {
  it('find doubles and orphans', () => {
    const archive = memoryArchive(
      contentOf([story('en/2025/02/a', GOOD), story('en/2025/02/b', GOOD)], {
        authors: [named('anna', { name: 'Anna', bio: 'Writes.' }), named('zoe', { name: 'Zoe' })],
        topics: [named('herring', { name: 'Herring' })],
      }),
    );
    const rules = checkContent(archive, [], AT, () => FRONT_MATTER).map(
      ({ rule, file }) => `${rule} ${file}`,
    );
    expect(rules).toContain('headline-duplicate articles/en/2025/02/b.md');
    expect(rules).toContain('author-orphaned authors/zoe.yaml');
    expect(rules).toContain('author-bare authors/zoe.yaml');
    expect(rules).not.toContain('author-orphaned authors/anna.yaml');
    expect(rules).toContain('section-orphaned sections/sport.yaml');
    expect(rules).toContain('topic-orphaned topics/herring.yaml');
    expect(rules).toContain('series-short series/ice.yaml');
    expect(rules).toContain('publication-logo publication.yaml');
  });

  it('know a topic by all that stories may call it', () => {
    const orphans = (topic: string) =>
      checkContent(
        memoryArchive(
          contentOf([story('en/2025/02/a', { ...GOOD, topics: [topic] })], {
            topics: [
              named('ice', { name: { en: 'Frozen water', ru: 'Лёд' }, aliases: ['Frozen Sea'] }),
            ],
          }),
        ),
        [],
        AT,
        () => FRONT_MATTER,
      ).filter(({ rule }) => rule === 'topic-orphaned');
    for (const name of ['ice', 'Frozen water', 'лёд', 'Frozen Sea', 'frozen sea']) {
      expect(orphans(name), name).toEqual([]);
    }
    expect(orphans('Frozen')).toHaveLength(1);
  });

  it('find a security contact that nobody will trust any more', () => {
    const rules = (expires: string) =>
      checkContent(
        memoryArchive(
          contentOf([], {}, { security: { contact: 'mailto:s@gazette.example', expires } }),
        ),
        [],
        AT,
        () => '',
      ).map(({ rule }) => rule);
    expect(rules('2025-02-28')).toContain('security-expired');
    expect(rules('2025-06-30')).not.toContain('security-expired');
  });

  it('are switched off and weighed by publication.yaml, but for those that always hold', () => {
    const finding = { file: 'a', message: 'm' };
    const findings: Finding[] = [
      { rule: 'text-thin', severity: 'notice', ...finding },
      { rule: 'headline-short', severity: 'notice', ...finding },
      { rule: 'link-dead', severity: 'error', ...finding },
    ];
    const settings = { 'text-thin': 'off', 'headline-short': 'error', 'link-dead': 'off' } as const;
    expect(asConfigured(findings, settings).map(({ rule, severity }) => [rule, severity])).toEqual([
      ['headline-short', 'error'],
      ['link-dead', 'error'],
    ]);
  });
});

const PAGE =
  '<!doctype html><html lang="en"><head><title>One</title><meta name="description" content="D">' +
  '<link rel="canonical" href="https://gazette.example/a.html">' +
  '<meta property="og:image" content="https://gazette.example/cards/a.png?v=1">' +
  '<meta property="og:image:alt" content="A card"></head>' +
  '<body><h1 id="top">One</h1><a href="a.html#top">x</a></body></html>';

function editionOf(html: string, changes: Partial<EditionFacts> = {}): EditionFacts {
  return {
    origin: 'https://gazette.example',
    at: AT,
    files: new Map([
      ['/a.html', 100],
      ['/cards/a.png', 20_000],
      ['/sitemaps/2025-02.xml', 100],
    ]),
    pages: [readPage('/a.html', html)],
    feeds: [],
    sitemaps: [
      {
        address: '/sitemaps/2025-02.xml',
        bytes: 100,
        urls: ['https://gazette.example/a.html'],
        news: [],
      },
    ],
    ...changes,
  };
}

describe('rules of the edition', () => {
  it('find nothing in a good one', () => {
    expect(lookAtEdition(editionOf(PAGE))).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['link-dead', 'href="a.html#top"', 'href="b.html"'],
    ['anchor-dead', '#top', '#bottom'],
    ['title-missing', '<title>One</title>', ''],
    ['heading-first', '<h1 id="top">One</h1>', '<h1 id="top">One</h1><h1>Two</h1>'],
    ['picture-alt', '</h1>', '</h1><img src="cards/a.png">'],
    ['canonical', '<link rel="canonical" href="https://gazette.example/a.html">', ''],
    ['page-description', '<meta name="description" content="D">', ''],
    ['data-broken', '</head>', '<script type="application/ld+json">{</script></head>'],
    ['link-insecure', 'href="a.html#top"', 'href="http://other.example/"'],
    ['image-dead', 'cards/a.png', 'cards/b.png'],
    ['image-alt', 'content="A card"', 'content=""'],
    ['sitemap-noindex', '</head>', '<meta name="robots" content="noindex"></head>'],
    [
      'feed-dead',
      '</head>',
      '<link rel="alternate" type="application/rss+xml" href="https://gazette.example/feeds/rss.xml"></head>',
    ],
    [
      'alternate-one-way',
      '</head>',
      '<link rel="alternate" hreflang="ru" href="https://gazette.example/ru/a.html"></head>',
    ],
  ])('find %s', (id, from, to) => {
    expect(PAGE).toContain(from);
    expect(lookAtEdition(editionOf(PAGE.replace(from, to))).map(({ rule }) => rule)).toContain(id);
  });

  it('leave other hosts, onion addresses and mail alone', () => {
    const links = [
      'mailto:a@b.example',
      'https://other.example/',
      'http://abc.onion/',
      '//cdn.example/',
    ];
    for (const href of links) {
      expect(lookAtEdition(editionOf(PAGE.replace('href="a.html#top"', `href="${href}"`)))).toEqual(
        [],
      );
    }
  });

  it.each<[string, Partial<EditionFacts>]>([
    ['sitemap-lost', { sitemaps: [] }],
    [
      'sitemap-dead',
      {
        sitemaps: [
          {
            address: '/sitemaps/pages.xml',
            bytes: 1,
            urls: ['https://gazette.example/a.html', 'https://gazette.example/gone.html'],
            news: [],
          },
        ],
      },
    ],
    [
      'news-old',
      {
        sitemaps: [
          {
            address: '/sitemaps/news.xml',
            bytes: 1,
            urls: ['https://gazette.example/a.html'],
            news: [AT - 49 * 60 * 60 * 1000],
          },
        ],
      },
    ],
    ['feed-empty', { feeds: [{ address: '/feeds/rss.xml', items: 0, bytes: 100 }] }],
    ['feed-short', { feeds: [{ address: '/feeds/rss.xml', items: 3, bytes: 100 }] }],
    ['feed-large', { feeds: [{ address: '/feeds/rss.xml', items: 30, bytes: 1_000_001 }] }],
  ])('find %s', (id, changes) => {
    expect(lookAtEdition(editionOf(PAGE, changes)).map(({ rule }) => rule)).toContain(id);
  });

  it('find two pages of one title, and a card that is too large', () => {
    const other = PAGE.replaceAll('a.html', 'b.html');
    const facts = editionOf(PAGE, {
      files: new Map([
        ['/a.html', 1],
        ['/b.html', 1],
        ['/cards/a.png', 400_000],
      ]),
      pages: [readPage('/a.html', PAGE), readPage('/b.html', other)],
    });
    const rules = lookAtEdition(facts).map(({ rule }) => rule);
    expect(rules).toContain('title-double');
    expect(rules).toContain('image-large');
  });
});

describe('reading an edition', () => {
  it('looks into what the press has printed, and not into files of `public/`', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'broadsheet-check-'));
    try {
      await mkdir(path.join(folder, 'tools'));
      await writeFile(path.join(folder, 'a.html'), PAGE);
      await writeFile(path.join(folder, 'tools/proof.html'), 'google-site-verification');
      const paper = { origin: 'https://gazette.example', at: AT };
      const pages = async (passed?: ReadonlySet<string>) =>
        (await readEdition(folder, paper, passed)).pages.map(({ address }) => address);
      expect(await pages()).toEqual(['/a.html', '/tools/proof.html']);
      const passed = new Set(['/tools/proof.html']);
      expect(await pages(passed)).toEqual(['/a.html']);
      const { files } = await readEdition(folder, paper, passed);
      expect([...files.keys()], 'links to them lead somewhere').toContain('/tools/proof.html');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('a report', () => {
  const finding: Finding = {
    rule: 'headline-short',
    severity: 'notice',
    file: 'articles/en/a.md',
    line: 3,
    field: 'headline',
    message: 'is short: 100 %,\nreally',
    mend: 'say more',
  };

  it('says what, where and how many', () => {
    const text = formatFindings([finding, { ...finding, severity: 'error' }]);
    expect(text).toContain('articles/en/a.md:3 headline:');
    expect(text.indexOf('error')).toBeLessThan(text.indexOf('notice'));
    expect(text).toContain('1 error, 0 warnings, 1 notice.');
  });

  it('is JSON for programs', () => {
    expect(JSON.parse(findingsJson([finding]))).toEqual({ findings: [finding] });
  });

  it('is workflow commands for GitHub, whose marks the words cannot forge', () => {
    expect(githubAnnotations([finding], 'content')).toBe(
      '::notice file=content/articles/en/a.md,line=3,title=headline-short::' +
        'headline: is short: 100 %25,%0Areally; say more\n',
    );
  });
});
