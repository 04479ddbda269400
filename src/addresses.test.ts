import { describe, expect, it } from 'vitest';
import {
  articleAddress,
  articleSlugFault,
  canonicalUrl,
  cardAddress,
  encodeAddress,
  feedAddress,
  frontAddress,
  listAddress,
  LONGEST_SLUG,
  pageAddress,
  redirectFile,
  relativeAddress,
  reservedFault,
  slugFault,
  toSlug,
} from './addresses.ts';
import type { AddressRules } from './addresses.ts';

const RULES: AddressRules = {
  defaultLanguage: 'en',
  languages: ['en', 'ru', 'pt-BR'],
  permalinks: 'file',
};
const FOLDERS: AddressRules = { ...RULES, permalinks: 'folder' };

describe('a slug', () => {
  it.each(['a', 'ice-2025', 'лёд', 'ثلج', '雪', 'naïve', '٢٠٢٥', 'x'.repeat(LONGEST_SLUG)])(
    'may be %s',
    (slug) => {
      expect(slugFault(slug)).toBeUndefined();
    },
  );

  it.each([
    ['', 'is not made of'],
    ['Ice', 'is not made of'],
    ['a--b', 'is not made of'],
    ['-a', 'is not made of'],
    ['a-', 'is not made of'],
    ['..', 'is not made of'],
    ['a/b', 'is not made of'],
    ['a.b', 'is not made of'],
    ['a b', 'is not made of'],
    ['a_b', 'is not made of'],
    ['naïve'.normalize('NFD'), 'composed form'],
    ['x'.repeat(LONGEST_SLUG + 1), 'longer than 100 bytes'],
    ['лёд'.repeat(20), 'longer than 100 bytes'],
  ])('may not be “%s”', (slug, fault) => {
    expect(slugFault(slug)).toContain(fault);
  });

  it('of a story may not be the page of its month', () => {
    expect(articleSlugFault('index')).toBeDefined();
    expect(articleSlugFault('ice')).toBeUndefined();
    expect(articleSlugFault('Ice')).toBeDefined();
  });

  it.each([
    ['Ukraine war', 'ukraine-war'],
    ['  Rock ’n’ roll! ', 'rock-n-roll'],
    ['O’Neil & Co.', 'oneil-co'],
    ['ЛЁД 2025', 'лёд-2025'],
    ['…', ''],
    ['İstanbul', 'i̇stanbul'],
    ['J\u030cx', '\u01f0x'],
  ])('is made of “%s”', (text, slug) => {
    expect(toSlug(text)).toBe(slug);
  });

  it('is always one that may be, or empty', () => {
    for (const text of [
      'A'.repeat(300),
      'ж-'.repeat(90),
      '𐐀𐐁',
      'ﬁ',
      'ΑΣ',
      '\ud800x',
      'J̌'.repeat(60),
    ]) {
      const slug = toSlug(text);
      expect([text, slug === '' ? undefined : slugFault(slug)]).toEqual([text, undefined]);
      expect(toSlug(slug)).toBe(slug);
    }
  });
});

describe('a name in the first segment', () => {
  it.each(['ru', 'pt-br', '2025', '404', 'assets', 'archive', 'feeds', 'index', 'topics'])(
    'may not be %s',
    (name) => {
      expect(reservedFault(name, RULES)).toBeDefined();
    },
  );

  it.each(['world', '202', '20255', 'indexes'])('may be %s', (name) => {
    expect(reservedFault(name, RULES)).toBeUndefined();
  });
});

describe('addresses', () => {
  const place = { language: 'ru', year: '2025', month: '02', slug: 'led' };

  it('have the prefix of every language but the default one', () => {
    expect(articleAddress(place, RULES)).toBe('/ru/2025/02/led.html');
    expect(articleAddress({ ...place, language: 'en' }, RULES)).toBe('/2025/02/led.html');
    expect(frontAddress('en', RULES)).toBe('/index.html');
    expect(feedAddress({ language: 'ru', section: 'world' }, RULES)).toBe(
      '/feeds/ru/world/rss.xml',
    );
  });

  it('are leaves, or folders where permalinks say so', () => {
    expect(pageAddress('about', 'en', RULES)).toBe('/about.html');
    expect(pageAddress('about', 'en', FOLDERS)).toBe('/about/index.html');
    const subject = { kind: 'topic', id: 'ice' } as const;
    expect(listAddress(subject, 'ru', RULES, 3)).toBe('/ru/topics/ice/3.html');
    expect(listAddress(subject, 'ru', FOLDERS, 3)).toBe('/ru/topics/ice/3/index.html');
    expect(listAddress(subject, 'ru', FOLDERS)).toBe('/ru/topics/ice/index.html');
    expect(cardAddress('/2025/02/led/index.html', 'png')).toBe('/cards/2025/02/led/index.png');
  });

  it('are canonical as folders, with and without their ending', () => {
    expect(canonicalUrl('https://x.example/', '/index.html', 'file')).toBe('https://x.example/');
    expect(canonicalUrl('https://x.example/p', '/world/index.html', 'bare')).toBe(
      'https://x.example/p/world/',
    );
    expect(canonicalUrl('https://x.example', '/2025/02/лёд.html', 'file')).toBe(
      'https://x.example/2025/02/%D0%BB%D1%91%D0%B4.html',
    );
    expect(canonicalUrl('https://x.example', '/2025/02/a.html', 'bare')).toBe(
      'https://x.example/2025/02/a',
    );
    expect(canonicalUrl('https://x.example', '/world/myindex.html', 'file')).toBe(
      'https://x.example/world/myindex.html',
    );
  });

  it('are encoded so that no letter of them is a query, an anchor or an escape', () => {
    expect(encodeAddress('/a?b#c%d é.html')).toBe('/a%3Fb%23c%25d%20%C3%A9.html');
    expect(encodeAddress('/e\u0301')).toBe('/%C3%A9');
  });
});

describe('a relative address', () => {
  const SEGMENTS = [
    'a',
    'b',
    'b:c',
    'x?y',
    'p#q',
    '50%',
    'two words',
    'ثلج',
    'лёд',
    "o'neil",
    'a&b',
    '(c)',
    '1',
    'a..b',
    '[d]',
    'x;y=z',
    '+',
    '@',
    '~',
    '"q"',
    'back\\slash',
  ];
  const LEAVES = [
    'index.html',
    'a.html',
    'b:c.html',
    'x?y.html',
    '#.html',
    '100%.html',
    'два слова.html',
    'ثلج.html',
  ];

  /** A stream of numbers that is the same in every run. */
  const numbers = (seed: number) => {
    let state = seed;
    return (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    };
  };

  it.each([
    'https://paper.example/',
    'https://host.example/any/sub/path/',
    'file:///media/usb%20stick/paper/',
    'http://abc.onion/ipfs/Qm/',
  ])('leads to its target at %s', (mount) => {
    const next = numbers(7);
    const one = (from: readonly string[]) => from[next(from.length)] ?? '';
    const address = () =>
      `/${[...Array.from({ length: next(5) }, () => one(SEGMENTS)), one(LEAVES)].join('/')}`;
    for (let round = 0; round < 5_000; round += 1) {
      const [from, to] = [address(), address()];
      const at = (file: string) => `${mount.slice(0, -1)}${encodeAddress(file)}`;
      const link = relativeAddress(from, to, '?v=1#top');
      expect([from, to, link, new URL(link, at(from)).href]).toEqual([
        from,
        to,
        link,
        new URL(`${at(to)}?v=1#top`).href,
      ]);
      expect(link.startsWith('/')).toBe(false);
    }
  });

  it.each([
    ['/index.html', '/index.html', 'index.html'],
    ['/index.html', '/world/index.html', 'world/index.html'],
    ['/2025/02/a.html', '/2025/02/b.html', 'b.html'],
    ['/2025/02/a.html', '/index.html', '../../index.html'],
    ['/ru/2025/02/a.html', '/2025/02/a.html', '../../../2025/02/a.html'],
    ['/a/b/c.html', '/a/b.html', '../b.html'],
    ['/x/a.html', '/x/b:c.html', './b:c.html'],
    ['/a/b/c.html', '/a/b', '../b'],
  ])('from %s to %s is %s', (from, to, link) => {
    expect(relativeAddress(from, to)).toBe(link);
  });
});

describe('the file of an old address', () => {
  it.each([
    ['/', '/index.html'],
    ['/x', '/x/index.html'],
    ['/x/', '/x/index.html'],
    ['/x.html', '/x.html'],
    ['/2019/05/story.php', '/2019/05/story.php'],
    ['/%D0%BB%D1%91%D0%B4/', '/лёд/index.html'],
    ['/v1.2.3', '/v1.2.3'],
    ['/e\u0301/', '/é/index.html'],
  ])('%s is %s', (from, file) => {
    expect(redirectFile(from)).toBe(file);
  });

  it.each([
    ['x/', 'does not begin'],
    ['https://old.example/x', 'does not begin'],
    ['/?p=12', 'query'],
    ['/x#y', 'query or an anchor'],
    ['/%zz', 'percent-encoding'],
    ['/../x', 'no path'],
    ['/x/%2e%2e/y', 'no path'],
    ['//x', 'no path'],
    ['/x//y', 'no path'],
    ['/a\\b', 'no path'],
    ['/a%00', 'no path'],
    ['/a:b', 'no path'],
    ['/con/x', 'Windows'],
    ['/x/aux.html', 'Windows'],
    ['/x./y', 'Windows'],
    ['/x%20/', 'Windows'],
    ['/_worker.js', 'steers a host'],
    ['/CNAME', 'steers a host'],
    ['/.git/config', 'steers a host'],
    ['/x/.htaccess', 'steers a host'],
    ['/ads.txt', 'steers a host'],
    ['/a%3Fb', 'percent-encoded'],
    ['/a%2Fb', 'percent-encoded'],
    [`/${'x'.repeat(201)}`, '200 bytes'],
  ])('%s is none', (from, fault) => {
    expect(redirectFile(from)).toMatchObject({ fault: expect.stringContaining(fault) as string });
  });
});
