import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';

import { atom } from './atom.ts';
import { budget, picture, strike, URLS, viewOf, viewWith } from './feed-for-tests.ts';
import type { FeedView } from './feed.ts';

const NAMESPACES = { a: 'http://www.w3.org/2005/Atom', media: 'http://search.yahoo.com/mrss/' };

const view = viewOf('atom');

/** The texts that an XML parser finds; it throws where the document is not well formed. */
function texts(of: FeedView, xpath: string): string[] {
  using document = XmlDocument.fromString(atom(of));
  return document.find(xpath, NAMESPACES).map((node) => node.content);
}

describe('an Atom feed', () => {
  it('names itself, its page, its other formats, its hub, its language and its licence', () => {
    const hrefs = (rel: string) => texts(view, `/a:feed/a:link[@rel="${rel}"]/@href`);
    expect(texts(view, '/a:feed/a:id')).toEqual([view.id]);
    expect(hrefs('self')).toEqual([URLS.atom]);
    expect(hrefs('alternate')).toEqual([view.home, URLS.rss, URLS.json]);
    expect(texts(view, '/a:feed/a:link[@rel="alternate"]/@type')).toEqual([
      'text/html',
      'application/rss+xml',
      'application/feed+json',
    ]);
    expect(hrefs('hub')).toEqual([view.hub]);
    expect(texts(view, '/a:feed/@xml:lang')).toEqual(['en']);
    expect(texts(view, '/a:feed/a:rights')).toEqual([view.licence]);
    expect(hrefs('license')).toEqual([]);
  });

  it('links a licence that is an address', () => {
    const licence = 'https://creativecommons.org/licenses/by/4.0/';
    const licensed = { ...view, licence };
    expect(texts(licensed, '/a:feed/a:link[@rel="license"]/@href')).toEqual([licence]);
  });

  it('names no hub and no licence where there is none', () => {
    const bare = { ...view, hub: undefined, licence: undefined };
    expect(texts(bare, '/a:feed/a:link[@rel="hub" or @rel="license"] | //a:rights')).toEqual([]);
  });

  it('shows the paper’s mark and name', () => {
    expect(texts(view, '/a:feed/a:icon | /a:feed/a:logo')).toEqual([
      view.icon?.url,
      view.logo?.url,
    ]);
    expect(texts(view, '/a:feed/a:author/a:name')).toEqual(['The Paper']);
  });

  it('tells an edit from the first publication', () => {
    expect(texts(view, '//a:entry[1]/a:published')).toEqual(['2025-02-03T22:30:00Z']);
    expect(texts(view, '//a:entry[1]/a:updated')[0]).toMatch(/^2025-02-05T08:00:00\.\d{6}Z$/);
    expect(texts(view, '/a:feed/a:updated')).toEqual(['2025-02-05T08:00:00Z']);
  });

  it('gives stories of one day dates of change that differ, and never others', () => {
    const day = Date.UTC(2025, 1, 1);
    const dates = (of: FeedView) => texts(of, '//a:entry/a:updated');
    const both = dates(
      viewWith('atom', { modified: day }, { ...budget, published: day, modified: day }),
    );
    expect(new Set(both).size).toBe(2);
    for (const date of both) expect(date).toMatch(/^2025-02-01T00:00:00\.\d{6}Z$/);
    expect(dates(viewWith('atom', { modified: day }))).toEqual([both[0]]);
  });

  it('is as old as its name when it has no story', () => {
    const empty = { ...view, changed: undefined, items: [] };
    expect(texts(empty, '/a:feed/a:updated')).toEqual(['2025-01-01T00:00:00Z']);
    expect(texts(empty, '//a:entry')).toEqual([]);
  });

  it('names each author apart, with the page about them', () => {
    expect(texts(view, '//a:entry[1]/a:author/a:name')).toEqual(['Anna Kalniņa', '0012']);
    expect(texts(view, '//a:entry[1]/a:author[1]/a:uri')).toEqual([strike.authors[0]?.url]);
    expect(texts(view, '//a:entry[1]/a:author[2]/a:uri')).toEqual([]);
  });

  it('leaves a story without a name to the paper', () => {
    const unsigned = viewWith('atom', { authors: [{ name: '\u0007 ', url: undefined }] });
    expect(texts(unsigned, '//a:entry/a:author')).toEqual([]);
    expect(texts(unsigned, '/a:feed/a:author/a:name')).toEqual(['The Paper']);
  });

  it('tells sections from topics', () => {
    expect(texts(view, '//a:entry[1]/a:category/@label')).toEqual(['World', 'Ferries', '12']);
    expect(texts(view, '//a:entry[1]/a:category/@term')).toEqual(['world', 'ferries', '12']);
    expect(texts(view, '//a:entry[1]/a:category/@scheme')).toEqual([
      'tag:paper.example,2025:sections',
      'tag:paper.example,2025:topics',
      'tag:paper.example,2025:topics',
    ]);
  });

  it('shows the picture with caption and credit, and encloses it with its length', () => {
    expect(texts(view, '//a:entry[1]/media:content/media:credit')).toEqual(['1e5']);
    expect(texts(view, '//a:entry[1]/media:content/media:description')).toEqual([picture.caption]);
    expect(texts(view, '//a:link[@rel="enclosure"]/@length')).toEqual(['81234']);
    expect(texts(view, '//a:link[@rel="enclosure"]/@href')).toEqual([picture.url]);
  });

  it('says which language a story is in where that is not the language of the feed', () => {
    expect(texts(viewWith('atom', { language: 'ru' }, {}), '//a:entry/@xml:lang')).toEqual(['ru']);
  });

  it('names the stylesheet for browsers', () => {
    expect(atom(view)).toContain('<?xml-stylesheet type="text/css" href="feed.css"?>');
  });

  it('has no subtitle where the paper has no description', () => {
    expect(texts({ ...view, description: ' ' }, '//a:subtitle')).toEqual([]);
  });

  it('carries every text that XML can say, and loses what it cannot', () => {
    const title = 'Fish & <b>chips</b> ]]> \u0008\ud800😀';
    const hostile = viewWith('atom', {
      title,
      html: ']]\u0001><p>a ]]> b</p>',
      picture: undefined,
    });
    expect(texts(hostile, '//a:entry/a:title')).toEqual(['Fish & <b>chips</b> ]]> 😀']);
    expect(texts(hostile, '//a:entry/a:content')[0]).toContain(']]><p>a ]]> b</p>');
  });
});
