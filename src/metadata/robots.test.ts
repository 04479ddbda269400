import { describe, expect, it } from 'vitest';

import { robotsTxt } from './robots.ts';

/** The rules that a crawler follows (RFC 9309): those of the group that names it, else of `*`. */
function rulesFor(crawler: string, robots: string): string[] {
  const groups = robots.split('\n\n').map((group) => group.trim().split('\n'));
  const of = (name: string) =>
    groups
      .find((lines) => lines.includes(`User-agent: ${name}`))
      ?.filter((line) => !line.startsWith('User-agent'));
  return of(crawler) ?? of('*') ?? [];
}

describe('robots.txt', () => {
  it.each(['GPTBot', 'ClaudeBot', 'CCBot', 'Google-Extended', 'Applebot-Extended'])(
    'turns %s away where the paper wants no training',
    (crawler) => {
      expect(rulesFor(crawler, robotsTxt('https://paper.example', 'disallow'))).toEqual([
        'Disallow: /',
      ]);
      expect(rulesFor(crawler, robotsTxt('https://paper.example', 'allow'))).toEqual(['Allow: /']);
    },
  );

  it.each(['Googlebot', 'bingbot', 'Applebot', 'OAI-SearchBot', 'ChatGPT-User', 'PerplexityBot'])(
    'lets %s, which brings readers, in',
    (crawler) => {
      expect(rulesFor(crawler, robotsTxt('https://paper.example', 'disallow'))).toEqual([
        'Allow: /',
      ]);
    },
  );

  it('names the index of sitemaps by its whole address', () => {
    expect(robotsTxt('https://paper.example/sub/', 'allow')).toMatch(
      /^Sitemap: https:\/\/paper\.example\/sub\/sitemap-index\.xml$/m,
    );
  });

  it('names each crawler once', () => {
    const names =
      robotsTxt('https://paper.example', 'disallow').match(/(?<=User-agent: ).+/g) ?? [];
    expect(names).toHaveLength(new Set(names).size);
  });
});
