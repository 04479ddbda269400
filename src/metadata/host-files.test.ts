import { describe, expect, it } from 'vitest';

import { HOST_FILES } from './host-files.ts';

interface Rule {
  path: string;
  headers: Map<string, string>;
}

const rules: Rule[] = (HOST_FILES['_headers'] ?? '')
  .trim()
  .split('\n\n')
  .map((block) => {
    const [path = '', ...lines] = block.split('\n');
    const headers = lines.map((line) => /^ {2}([\w-]+): (.+)$/.exec(line)?.slice(1) ?? [line]);
    return {
      path,
      headers: new Map(headers.map(([name = '', value = '']) => [name.toLowerCase(), value])),
    };
  });

/** What Netlify and Cloudflare send: the headers of all rules that match, equal names joined. */
function headersOf(address: string): Map<string, string[]> {
  const sent = new Map<string, string[]>();
  for (const { path, headers } of rules) {
    const [before = '', after] = path.split('*');
    const matches =
      after === undefined
        ? address === path
        : address.length >= before.length + after.length &&
          address.startsWith(before) &&
          address.endsWith(after);
    if (!matches) continue;
    for (const [name, value] of headers) sent.set(name, [...(sent.get(name) ?? []), value]);
  }
  return sent;
}

const ADDRESSES = [
  '/',
  '/index.html',
  '/2025/02/story.html',
  '/assets/pictures/3f-640.webp',
  '/cards/2025/02/story.png',
  '/feeds/rss.xml',
  '/feeds/ru/world/rss.xml',
  '/feeds/world/atom.xml',
  '/feeds/feed.json',
  '/feeds/topics/ice/feed.json',
  '/feeds/feed.css',
  '/feeds/feeds.opml',
  '/sitemaps/2025-02.xml',
  '/sitemap-index.xml',
  '/robots.txt',
  '/manifest.webmanifest',
];

describe('the headers for the host', () => {
  it('are in the form that Netlify and Cloudflare read', () => {
    for (const { path, headers } of rules) {
      expect(path).toMatch(/^\/[\w./-]*\*?[\w./-]*$/);
      for (const [name, value] of headers) {
        expect(name).toMatch(/^[a-z-]+$/);
        expect(value).not.toBe('');
      }
    }
  });

  it.each(ADDRESSES)('are never joined with others of the same name at %s', (address) => {
    for (const [name, values] of headersOf(address))
      expect([name, values.length]).toEqual([name, 1]);
  });

  it.each(ADDRESSES)('guard %s', (address) => {
    const sent = headersOf(address);
    expect(sent.get('x-content-type-options')).toEqual(['nosniff']);
    expect(sent.get('referrer-policy')).toEqual(['no-referrer']);
    expect(sent.get('content-security-policy')).toEqual(["frame-ancestors 'none'"]);
  });

  it('let files be kept for good only where a change changes their address', () => {
    const kept = ADDRESSES.filter((address) =>
      headersOf(address).get('cache-control')?.[0]?.includes('immutable'),
    );
    expect(kept).toEqual(['/assets/pictures/3f-640.webp']);
  });

  it.each([
    ['/feeds/rss.xml', 'text/xml; charset=utf-8'],
    ['/feeds/ru/world/rss.xml', 'text/xml; charset=utf-8'],
    ['/feeds/world/atom.xml', 'text/xml; charset=utf-8'],
    ['/feeds/feed.json', 'application/feed+json; charset=utf-8'],
    ['/feeds/topics/ice/feed.json', 'application/feed+json; charset=utf-8'],
    ['/feeds/feeds.opml', 'text/x-opml; charset=utf-8'],
    ['/feeds/feed.css', undefined],
  ])('say of the feed %s what browsers show and readers take: %s', (address, type) => {
    expect(headersOf(address).get('content-type')?.[0]).toBe(type);
  });

  it('leave pages to the host, which has them asked for each time', () => {
    expect(headersOf('/2025/02/story.html').has('cache-control')).toBe(false);
  });
});

describe('a file for the host', () => {
  it.each(Object.entries(HOST_FILES))('%s is not empty, or Astro would not write it', (_, text) => {
    expect(text).not.toBe('');
  });
});
