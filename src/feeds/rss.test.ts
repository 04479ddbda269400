import { extractFromXml } from '@extractus/feed-extractor';
import { parseRssFeed } from 'feedsmith';
import { XmlDocument } from 'libxml2-wasm';
import { parseFragment } from 'parse5';
import RssParser from 'rss-parser';
import { describe, expect, it } from 'vitest';

import type { FeedItem, FeedView } from '../edition/views/feed.ts';
import { rss } from './rss.ts';

const NAMESPACES = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  media: 'http://search.yahoo.com/mrss/',
};

const picture: NonNullable<FeedItem['picture']> = {
  url: 'https://paper.example/sub/assets/pictures/3f-1600.jpg',
  view: {
    sources: [],
    fallback: { address: '/assets/pictures/3f-1600.jpg', width: 1600, height: 900 },
    alt: 'A ferry at the quay',
    caption: 'The ferry <Anna> & her crew',
    credit: '1e5',
    licence: undefined,
    focus: [0.5, 0.5],
  },
};

const strike: FeedItem = {
  id: 'tag:paper.example,2025:2025/02/strike',
  url: 'https://paper.example/sub/2025/02/strike.html',
  title: 'Ferry crews walk out',
  description: 'No boats ran on Monday.',
  html: '<p>No boats ran on <a href="https://paper.example/sub/2025/02/monday.html">Monday</a>.</p>',
  published: Date.UTC(2025, 1, 3, 22, 30),
  modified: Date.UTC(2025, 1, 5, 8),
  language: 'en',
  authors: ['Anna Kalniņa', '0012'],
  categories: ['World', 'Ferries', '12'],
  picture,
};

const budget: FeedItem = {
  ...strike,
  id: 'https://old.example/?p=12',
  url: 'https://paper.example/sub/2025/02/budget.html',
  title: 'Budget passes',
  html: '<p>By one vote.</p>',
  published: Date.UTC(2025, 1, 1, 9),
  modified: Date.UTC(2025, 1, 1, 9),
  authors: ['AP'],
  picture: undefined,
};

const view: FeedView = {
  self: 'https://paper.example/sub/feeds/rss.xml',
  home: 'https://paper.example/sub/',
  title: 'The Paper — All stories',
  description: 'News of the harbour',
  language: 'en',
  changed: strike.modified,
  hub: 'https://hub.example/',
  copyright: '© The Paper',
  items: [strike, budget],
};

const feedOf = (...items: Partial<FeedItem>[]): FeedView => ({
  ...view,
  items: items.map((item) => ({ ...strike, ...item })),
});

/** The texts that an XML parser finds; it throws where the document is not well formed. */
function texts(of: FeedView, xpath: string): string[] {
  using document = XmlDocument.fromString(rss(of));
  return document.find(xpath, NAMESPACES).map((node) => node.content);
}

const htmlText = (html: string): string =>
  parseFragment(html)
    .childNodes.map((node) => ('value' in node ? node.value : `[${node.nodeName}]`))
    .join('');

describe('an RSS feed, read by', () => {
  it('rss-parser, has every story with title, link, author, date and text', async () => {
    const feed = await new RssParser().parseString(rss(view));
    expect(feed).toMatchObject({
      title: view.title,
      link: view.home,
      description: view.description,
      language: 'en',
      feedUrl: view.self,
    });
    expect(feed.items).toHaveLength(2);
    for (const [index, item] of view.items.entries()) {
      expect(feed.items[index]).toMatchObject({
        title: item.title,
        link: item.url,
        guid: item.id,
        creator: item.authors[0],
        isoDate: new Date(item.published).toISOString(),
        'content:encoded': item.html,
        categories: item.categories,
      });
    }
  });

  it('feedsmith, has every story with all its authors and its picture', () => {
    const feed = parseRssFeed(rss(view));
    expect(feed.atom?.links).toEqual([
      { rel: 'self', type: 'application/rss+xml', href: view.self },
      { rel: 'hub', href: view.hub },
    ]);
    expect(feed.items).toHaveLength(2);
    for (const [index, item] of view.items.entries()) {
      expect(feed.items?.[index]).toMatchObject({
        title: item.title,
        link: item.url,
        guid: { value: item.id, isPermaLink: false },
        pubDate: new Date(item.published).toUTCString(),
        description: item.description,
        content: { encoded: item.html },
        dc: { creators: item.authors },
        categories: item.categories.map((name) => ({ name })),
      });
    }
    expect(feed.items?.[0]?.media?.contents).toEqual([
      expect.objectContaining({
        url: picture.url,
        type: 'image/jpeg',
        medium: 'image',
        width: 1600,
        height: 900,
        description: expect.objectContaining({ value: picture.view.caption }) as unknown,
        credits: [expect.objectContaining({ value: '1e5' }) as unknown],
      }),
    ]);
    expect(feed.items?.[1]?.media).toBeUndefined();
  });

  it('feed-extractor, has every story with title, link, date and description', () => {
    const feed = extractFromXml(rss(view));
    expect(feed.entries).toEqual(
      view.items.map(
        (item) =>
          expect.objectContaining({
            title: item.title,
            link: item.url,
            published: new Date(item.published).toISOString(),
            description: item.description,
          }) as unknown,
      ),
    );
  });
});

describe('an RSS feed', () => {
  it('names itself, its hub, its language and its licence', () => {
    expect(texts(view, '/rss/channel/atom:link[@rel="self"]/@href')).toEqual([view.self]);
    expect(texts(view, '/rss/channel/atom:link[@rel="hub"]/@href')).toEqual([view.hub]);
    expect(texts(view, '/rss/channel/language')).toEqual(['en']);
    expect(texts(view, '/rss/channel/copyright')).toEqual([view.copyright]);
  });

  it('names no hub and no licence where there is none', () => {
    const bare = { ...view, hub: undefined, copyright: undefined };
    expect(texts(bare, '//atom:link/@rel')).toEqual(['self']);
    expect(texts(bare, '//copyright')).toEqual([]);
  });

  it('changes when a story is edited, while the story keeps its date', () => {
    const edited = {
      ...feedOf({ modified: Date.UTC(2025, 2, 1) }),
      changed: Date.UTC(2025, 2, 1),
    };
    expect(texts(edited, '//lastBuildDate')).toEqual(['Sat, 01 Mar 2025 00:00:00 GMT']);
    expect(texts(edited, '//pubDate')).toEqual([
      'Mon, 03 Feb 2025 22:30:00 GMT',
      'Mon, 03 Feb 2025 22:30:00 GMT',
    ]);
  });

  it('tells no date and stays whole when it has no story', () => {
    const empty = { ...view, changed: undefined, items: [] };
    expect(texts(empty, '//pubDate | //lastBuildDate | //item')).toEqual([]);
    expect(texts(empty, '/rss/channel/title')).toEqual([view.title]);
  });

  it('describes itself by its title where the paper has no description', () => {
    expect(texts({ ...view, description: '' }, '/rss/channel/description')).toEqual([view.title]);
  });

  it('keeps the id of a story whose address changes', () => {
    const moved = feedOf({ url: 'https://new.example/2025/02/strike/' });
    expect(texts(moved, '//item/link')).toEqual(['https://new.example/2025/02/strike/']);
    expect(texts(moved, '//item/guid')).toEqual([strike.id]);
    expect(texts(moved, '//item/guid/@isPermaLink')).toEqual(['false']);
  });

  it('promises no length of a picture that it does not know', () => {
    expect(texts(view, '//enclosure')).toEqual([]);
  });

  it('says which language a story is in where that is not the language of the feed', () => {
    expect(texts(feedOf({ language: 'ru' }, {}), '//item/dc:language')).toEqual(['ru']);
  });

  it('describes a picture by its other text where it has no caption', () => {
    const plain = { ...picture, view: { ...picture.view, caption: undefined, credit: undefined } };
    expect(texts(feedOf({ picture: plain }), '//media:description')).toEqual([picture.view.alt]);
    expect(texts(feedOf({ picture: plain }), '//media:credit')).toEqual([]);
    const decorative = { ...plain, view: { ...plain.view, alt: '' } };
    expect(texts(feedOf({ picture: decorative }), '//media:description')).toEqual([]);
  });

  it('names a category once', () => {
    expect(texts(feedOf({ categories: ['World', 'World'] }), '//category')).toEqual(['World']);
  });

  it('is the same in every time zone of the machine', () => {
    const here = rss(view);
    process.env['TZ'] = 'Pacific/Kiritimati';
    try {
      expect(rss(view)).toBe(here);
    } finally {
      delete process.env['TZ'];
    }
  });
});

describe('an RSS feed of hostile texts', () => {
  it('keeps every character of a headline that XML can say', () => {
    const title = 'Fish & <b>chips</b> &amp; ]]> "0012" 😀 — 日本 &#x41;';
    expect(texts(feedOf({ title }), '//item/title')).toEqual([title]);
  });

  it('writes a headline in the form that the RSS Best Practices Profile asks for', () => {
    expect(rss(feedOf({ title: 'A & <b>' }))).toContain('<title>A &#x26; &#x3C;b&gt;</title>');
  });

  it('loses control characters and half characters, wherever they stand', () => {
    const hostile = 'a\u0000b\u0008c\u001fd\u007fe\ud800f\ufffeg\udc00h';
    const xml = rss({
      ...feedOf({
        title: hostile,
        description: hostile,
        html: `<p>${hostile}</p>`,
        authors: [hostile],
        categories: [hostile],
        id: hostile,
        url: `https://paper.example/${hostile}`,
        picture: { ...picture, url: hostile, view: { ...picture.view, caption: hostile } },
      }),
      title: hostile,
      description: hostile,
      self: hostile,
      hub: hostile,
      copyright: hostile,
    });
    using document = XmlDocument.fromString(xml);
    expect(document.get('//item/title')?.content).toBe('abcdefgh');
    expect(xml.match(/abcdefgh/g)).toHaveLength(14);
    expect(xml.isWellFormed()).toBe(true);
    expect(xml).not.toMatch(/(?!\n)[\p{Cc}\ufffe]/u);
  });

  it.each(['<p>a ]]> b</p>', ']]>', ']]]]>>', '<p>x]]&gt;</p>'])(
    'carries the text %s whole',
    (html) => {
      expect(texts(feedOf({ html }), '//content:encoded')).toEqual([html]);
    },
  );

  it('does not let a control character hide the end of a section', () => {
    expect(texts(feedOf({ html: ']]\u0001><evil/>' }), '//content:encoded')).toEqual([
      ']]><evil/>',
    ]);
  });

  it('leaves names that look like numbers as they are', () => {
    const authors = ['0012', '1e5', '0x1F', '+7', ' 1.0 ', 'true', 'O’Neil & Sons <desk>'];
    expect(texts(feedOf({ authors }), '//dc:creator')).toEqual(authors);
    const credit = '007';
    const credited = { ...picture, view: { ...picture.view, credit } };
    expect(texts(feedOf({ picture: credited }), '//media:credit')).toEqual([credit]);
  });

  it.each([
    'Write <b>bold</b> & &amp; or &#60;, </p> <!-- no --> <?php',
    'R&D&notes, &copy 2025, AT&T, 5 < 10 > 3, a<b',
  ])('describes a story so that HTML reads the words “%s”', (description) => {
    const [said = ''] = texts(feedOf({ description }), '//item/description');
    expect(htmlText(said)).toBe(description);
  });

  it('describes a story in plain words that read the same without HTML', () => {
    const description = 'Fish & chips: 10 > 5';
    expect(texts(feedOf({ description }), '//item/description')).toEqual([description]);
  });

  it('carries addresses with queries and quotes', () => {
    const url = 'https://paper.example/?a=1&b="2"';
    const asked = feedOf({ url, picture: { ...picture, url } });
    expect(texts(asked, '//item/link')).toEqual([url]);
    expect(texts(asked, '//media:content/@url')).toEqual([url]);
  });
});
