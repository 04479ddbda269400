import { XmlDocument } from 'libxml2-wasm';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';

import { picture, strike, URLS, viewOf, viewWith } from './feed-for-tests.ts';
import type { FeedItem, FeedView } from './feed.ts';
import { rss } from './rss.ts';

const NAMESPACES = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  media: 'http://search.yahoo.com/mrss/',
};

const view = viewOf('rss');
const feedOf = (...items: Partial<FeedItem>[]): FeedView => viewWith('rss', ...items);

/** A story that says nothing but its text. */
const onlyText: Partial<FeedItem> = {
  standfirst: undefined,
  notesBefore: [],
  picture: undefined,
  review: undefined,
  corrections: [],
  notesAfter: [],
};

/** The texts that an XML parser finds; it throws where the document is not well formed. */
function texts(of: FeedView, xpath: string): string[] {
  using document = XmlDocument.fromString(rss(of));
  return document.find(xpath, NAMESPACES).map((node) => node.content);
}

const htmlText = (html: string): string =>
  parseFragment(html)
    .childNodes.map((node) => ('value' in node ? node.value : `[${node.nodeName}]`))
    .join('');

describe('an RSS feed', () => {
  it('names itself, its other formats, its hub, its language and its licence', () => {
    expect(texts(view, '/rss/channel/atom:link[@rel="self"]/@href')).toEqual([URLS.rss]);
    expect(texts(view, '/rss/channel/atom:link[@rel="alternate"]/@href')).toEqual([
      URLS.atom,
      URLS.json,
    ]);
    expect(texts(view, '/rss/channel/atom:link[@rel="alternate"]/@type')).toEqual([
      'application/atom+xml',
      'application/feed+json',
    ]);
    expect(texts(view, '/rss/channel/atom:link[@rel="hub"]/@href')).toEqual([view.hub]);
    expect(texts(view, '/rss/channel/language')).toEqual(['en']);
    expect(texts(view, '/rss/@xml:lang')).toEqual(['en']);
    expect(texts(view, '/rss/channel/copyright')).toEqual([view.licence]);
  });

  it('names no hub and no licence where there is none', () => {
    const bare = { ...view, hub: undefined, licence: undefined };
    expect(texts(bare, '//atom:link/@rel')).toEqual(['self', 'alternate', 'alternate']);
    expect(texts(bare, '//copyright')).toEqual([]);
  });

  it('has the paper’s mark under the same name and address as the feed', () => {
    expect(texts(view, '/rss/channel/image/url')).toEqual([view.icon?.url]);
    expect(texts(view, '/rss/channel/image/title')).toEqual([view.title]);
    expect(texts(view, '/rss/channel/image/link')).toEqual([view.home]);
  });

  it('has no mark that is larger than RSS allows', () => {
    expect(texts({ ...view, icon: view.logo }, '//image')).toEqual([]);
    expect(texts({ ...view, icon: undefined }, '//image')).toEqual([]);
  });

  it('names the stylesheet for browsers, or none', () => {
    expect(rss(view).split('\n')[1]).toBe('<?xml-stylesheet type="text/css" href="feed.css"?>');
    expect(rss({ ...view, style: undefined })).not.toContain('xml-stylesheet');
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

  it('has one creator an author, whatever their names look like', () => {
    expect(texts(view, '//item[1]/dc:creator')).toEqual(['Anna Kalniņa', '0012']);
    const names = ['0012', '1e5', '0x1F', '+7', ' 1.0 ', 'true', 'O’Neil & Sons <desk>'];
    const authors = names.map((name) => ({ name, url: undefined }));
    expect(texts(feedOf({ authors }), '//dc:creator')).toEqual(names);
  });

  it('shows the picture with its size, caption, credit and licence', () => {
    const media = (path: string) => texts(feedOf({}), `//item/media:content${path}`);
    expect(media('/@url')).toEqual([picture.url]);
    expect(media('/@type')).toEqual(['image/jpeg']);
    expect(media('/@width')).toEqual(['1600']);
    expect(media('/@height')).toEqual(['900']);
    expect(media('/media:description')).toEqual([picture.caption]);
    expect(media('/media:credit')).toEqual(['1e5']);
    expect(media('/media:copyright')).toEqual([picture.licence]);
    expect(media('/media:copyright/@url')).toEqual([picture.licence]);
  });

  it('encloses the picture with its type and true length', () => {
    expect(texts(view, '//enclosure/@length | //media:content/@fileSize')).toEqual([
      '81234',
      '81234',
    ]);
    expect(texts(view, '//enclosure/@url')).toEqual([picture.url]);
    expect(texts(view, '//enclosure/@type')).toEqual(['image/jpeg']);
  });

  it('describes a picture by its other text where it has no caption', () => {
    const plain = { ...picture, caption: undefined, credit: undefined };
    expect(texts(feedOf({ picture: plain }), '//media:description')).toEqual([picture.alt]);
    expect(texts(feedOf({ picture: plain }), '//media:credit')).toEqual([]);
    const decorative = { ...plain, alt: '' };
    expect(texts(feedOf({ picture: decorative }), '//media:description')).toEqual([]);
  });

  it('says which language a story is in where that is not the language of the feed', () => {
    expect(texts(feedOf({ language: 'ru' }, {}), '//item/dc:language')).toEqual(['ru']);
  });

  it('names a category once', () => {
    const [world] = strike.categories;
    const categories = [world!, { ...world!, term: 'other' }];
    expect(texts(feedOf({ categories }), '//category')).toEqual(['World']);
  });

  it('describes a story that has no description by its headline', () => {
    expect(texts(feedOf({ description: undefined }), '//item/description')).toEqual([strike.title]);
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
    const title = 'Fish & <b>chips</b> &amp; ]]> "0012" 😀 — 日本 &#x41; \u200f\u2067عدن\u2069';
    expect(texts(feedOf({ title }), '//item/title')).toEqual([title]);
  });

  it('writes a headline in the form that the RSS Best Practices Profile asks for', () => {
    expect(rss(feedOf({ title: 'A & <b>' }))).toContain('<title>A &#x26; &#x3C;b&gt;</title>');
  });

  it('loses control characters and half characters, wherever they stand', () => {
    const hostile = 'a\u0000b\u0008c\u001fd\u007f\u0085e\ud800f\ufffe\ufffdg\udc00h';
    const xml = rss({
      ...feedOf({
        title: hostile,
        description: hostile,
        standfirst: hostile,
        notesBefore: [{ label: hostile, name: hostile, url: hostile, more: hostile }],
        html: `<p>${hostile}</p>`,
        corrections: [{ label: hostile, date: hostile, dateTime: hostile, text: hostile }],
        notesAfter: [],
        authors: [{ name: hostile, url: undefined }],
        categories: [{ term: hostile, label: hostile, scheme: hostile }],
        id: hostile,
        url: `https://paper.example/${hostile}`,
        picture: { ...picture, url: hostile, caption: hostile },
      }),
      title: hostile,
      description: hostile,
      self: hostile,
      hub: hostile,
      licence: hostile,
      style: hostile,
    });
    using document = XmlDocument.fromString(xml);
    expect(document.get('//item/title')?.content).toBe('abcdefgh');
    expect(xml.match(/abcdefgh/g)).toHaveLength(28);
    expect(xml.isWellFormed()).toBe(true);
    expect(xml).not.toMatch(/(?!\n)[\p{Cc}\ufffe]/u);
  });

  it.each(['<p>a ]]> b</p>', ']]>', ']]]]>>', '<p>x]]&gt;</p>'])(
    'carries the text %s whole',
    (html) => {
      expect(texts(feedOf({ ...onlyText, html }), '//content:encoded')).toEqual([html]);
    },
  );

  it('does not let a control character hide the end of a section', () => {
    const hidden = feedOf({ ...onlyText, html: ']]\u0001><evil/>' });
    expect(texts(hidden, '//content:encoded')).toEqual([']]><evil/>']);
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

  it('has no text where the story has none', () => {
    expect(texts(feedOf({ ...onlyText, html: '' }), '//content:encoded')).toEqual([]);
  });
});
