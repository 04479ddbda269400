/**
 * Every address of the edition is made and parsed here.
 *
 * An address is absolute inside the site, decoded, and names a file: `/2025/02/slug.html`,
 * `/world/index.html`. Only `relativeAddress` and `canonicalUrl` leave that form.
 */

/** The shape of a story's or page's address: a leaf, or a folder with an index. */
export type Permalinks = 'file' | 'folder';

/** What the addresses of a paper depend on. */
export interface AddressRules {
  defaultLanguage: string;
  languages: readonly string[];
  permalinks: Permalinks;
}

/** A story's place: `content/articles/<language>/<year>/<month>/<slug>.md`. */
export interface ArticlePlace {
  language: string;
  year: string;
  month: string;
  slug: string;
}

/** Pages that every edition has, whose words may come from a page of the same name. */
export const STANDING_PAGES = ['archive', 'corrections', 'feeds'] as const;

/** The name of a standing page. */
export type StandingPage = (typeof STANDING_PAGES)[number];

/** Whether a page of this name only introduces a standing page. */
export function isStandingPage(slug: string): slug is StandingPage {
  return (STANDING_PAGES as readonly string[]).includes(slug);
}

/** The longest slug in bytes of UTF-8: file systems stop at 255, and some archives earlier. */
export const LONGEST_SLUG = 100;

/** First segments that no section or page may take. */
const RESERVED = new Set([
  ...STANDING_PAGES,
  '404',
  'assets',
  'authors',
  'cards',
  'index',
  'robots',
  'search',
  'series',
  'sitemap',
  'sitemaps',
  'topics',
]);

const SLUG = /^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}]+(?:-[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}]+)*$/u;

/** Names of devices, which no file on Windows can have, with whatever ending. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** Files by which hosts and browsers are steered. */
const STEERS =
  /^(?:_worker\.js|_routes\.json|_headers|_redirects|cname|web\.config|serve\.json|vercel\.json|netlify\.toml|sw\.js|service-worker\.js|(?:app-)?ads\.txt)$/i;

/**
 * Why a word may not be a slug, or undefined when it may: NFC, lower-case letters of any script,
 * digits and hyphens, at most 100 bytes.
 */
export function slugFault(slug: string): string | undefined {
  if (slug !== slug.normalize('NFC')) return 'is not in Unicode’s composed form (NFC)';
  if (new TextEncoder().encode(slug).length > LONGEST_SLUG) {
    return `is longer than ${LONGEST_SLUG} bytes`;
  }
  if (!SLUG.test(slug)) return 'is not made of lower-case letters, digits and single hyphens';
  if (DEVICE.test(slug)) return 'is the name of a device on Windows, where no file can have it';
  return undefined;
}

/** Text as a slug: NFC, lower case, everything else a hyphen, cut at 100 bytes of whole letters. */
export function toSlug(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    // A pair that has no composed capital may have a composed small letter: J̌, ǰ.
    .normalize('NFC')
    .replace(/['’ʼ]/gu, '')
    .split(/[^\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}]+/u)
    .filter((word) => word !== '');
  let slug = '';
  let bytes = 0;
  for (const letter of words.join('-')) {
    bytes += new TextEncoder().encode(letter).length;
    if (bytes > LONGEST_SLUG) break;
    slug += letter;
  }
  return slug.replace(/-+$/, '');
}

/** Why a section or page may not have this name in the first segment, or undefined. */
export function reservedFault(name: string, rules: AddressRules): string | undefined {
  if (rules.languages.some((language) => language.toLowerCase() === name)) {
    return 'is the name of a language of this paper';
  }
  if (/^\d{4}$/.test(name)) return 'is a year, where stories have their addresses';
  if (RESERVED.has(name)) return 'is an address that the press itself uses';
  return undefined;
}

/** `/ru` for a language with a prefix, `` for the default one. */
function prefix(language: string, rules: AddressRules): string {
  return language === rules.defaultLanguage ? '' : `/${language}`;
}

/** Why a story may not have this name, or undefined: in a month, `index` is the month's own page. */
export function articleSlugFault(slug: string): string | undefined {
  return (
    slugFault(slug) ?? (slug === 'index' ? 'is an address that the press itself uses' : undefined)
  );
}

function leaf(folder: string, slug: string, rules: AddressRules): string {
  return rules.permalinks === 'folder' ? `${folder}/${slug}/index.html` : `${folder}/${slug}.html`;
}

/** `/2025/02/slug.html`, `/ru/2025/02/slug.html`. */
export function articleAddress(place: ArticlePlace, rules: AddressRules): string {
  return leaf(`${prefix(place.language, rules)}/${place.year}/${place.month}`, place.slug, rules);
}

/** `/index.html`, `/ru/index.html`. */
export function frontAddress(language: string, rules: AddressRules): string {
  return `${prefix(language, rules)}/index.html`;
}

/** By what stories are gathered into lists. */
export const LIST_KINDS = ['section', 'topic', 'author', 'series'] as const;

/** What a list of stories is about. */
export interface ListSubject {
  kind: (typeof LIST_KINDS)[number];
  id: string;
}

const LIST_FOLDERS: Record<ListSubject['kind'], string> = {
  section: '',
  topic: '/topics',
  author: '/authors',
  series: '/series',
};

/** The folder of a list, without a slash at its end: `/world`, `/ru/topics/ice`. */
export function listFolder(subject: ListSubject, language: string, rules: AddressRules): string {
  return `${prefix(language, rules)}${LIST_FOLDERS[subject.kind]}/${subject.id}`;
}

/** `/world/index.html`; with a number, counted from the oldest, `/world/3.html`. */
export function listAddress(
  subject: ListSubject,
  language: string,
  rules: AddressRules,
  number?: number,
): string {
  const folder = listFolder(subject, language, rules);
  return number === undefined ? `${folder}/index.html` : leaf(folder, String(number), rules);
}

/** `/2025/02/index.html` for the month `2025/02`. */
export function monthAddress(month: string, language: string, rules: AddressRules): string {
  return `${prefix(language, rules)}/${month}/index.html`;
}

/** `/about.html`, also for the standing pages: `/archive.html`. */
export function pageAddress(slug: string, language: string, rules: AddressRules): string {
  return leaf(prefix(language, rules), slug, rules);
}

/** What a feed is of: the whole paper, a list of stories, or all corrections. */
export type FeedList = ListSubject | { kind: 'paper' } | { kind: 'corrections' };

/** The folder of a feed: `/feeds`, `/feeds/ru`, `/feeds/world`, `/feeds/ru/topics/ice`. */
export function feedFolder(list: FeedList, language: string, rules: AddressRules): string {
  return `/feeds${prefix(language, rules)}${feedOwnFolder(list)}`;
}

function feedOwnFolder(list: FeedList): string {
  switch (list.kind) {
    case 'paper':
      return '';
    case 'corrections':
      return '/corrections';
    case 'section':
    case 'topic':
    case 'author':
    case 'series':
      return `${LIST_FOLDERS[list.kind]}/${list.id}`;
  }
}

/** The RSS feed of the paper or of a section: `/feeds/rss.xml`, `/feeds/ru/world/rss.xml`. */
export function feedAddress(
  subject: { section?: string | undefined; language: string },
  rules: AddressRules,
): string {
  const { section, language } = subject;
  const list: FeedList =
    section === undefined ? { kind: 'paper' } : { kind: 'section', id: section };
  return `${feedFolder(list, language, rules)}/rss.xml`;
}

/** The card of a page: `/cards/2025/02/slug.png` for `/2025/02/slug.html`. */
export function cardAddress(page: string, ending: 'png' | 'jpg'): string {
  return `/cards${page.replace(/\.html$/, '')}.${ending}`;
}

/** Characters of a path that must be escaped beyond what `encodeURI` escapes. */
const ALSO_ESCAPED = /[?#]/g;

/** An address as it stands in a URL: percent-encoded UTF-8. */
export function encodeAddress(address: string): string {
  return encodeURI(address.normalize('NFC')).replace(ALSO_ESCAPED, (character) =>
    character === '?' ? '%3F' : '%23',
  );
}

/**
 * An address as a link from one file of the edition to another: `../world/index.html`. Works at
 * any mount and from disk, because both ends name files. `suffix` is a query or an anchor.
 */
export function relativeAddress(from: string, to: string, suffix = ''): string {
  const source = from.split('/').slice(1, -1);
  const target = to.split('/').slice(1);
  let shared = 0;
  while (
    shared < source.length &&
    shared < target.length - 1 &&
    source[shared] === target[shared]
  ) {
    shared += 1;
  }
  const up = '../'.repeat(source.length - shared);
  const down = target.slice(shared).join('/');
  const path = encodeAddress(`${up}${down}`);
  // A first segment with a colon would read as a scheme.
  return `${/^[^/]*:/.test(path) ? './' : ''}${path}${suffix}`;
}

/**
 * The address of a page on the primary origin: `https://paper.example/world/` for
 * `/world/index.html`; with form `bare`, `/slug` for `/slug.html`.
 */
export function canonicalUrl(origin: string, address: string, form: 'file' | 'bare'): string {
  const folder = address.replace(/(^|\/)index\.html$/, '$1');
  const path = form === 'bare' ? folder.replace(/\.html$/, '') : folder;
  return `${origin.replace(/\/+$/, '')}${encodeAddress(path)}`;
}

/** The absolute address of any file of the edition on the primary origin. */
export function fileUrl(origin: string, address: string): string {
  return `${origin.replace(/\/+$/, '')}${encodeAddress(address)}`;
}

/**
 * The file that an older address of this site becomes: `/x/` and `/x` → `/x/index.html`,
 * `/x.html` → `/x.html`. Undefined when no static host can serve it.
 */
export function redirectFile(from: string): string | { fault: string; mend: string } {
  if (!from.startsWith('/')) {
    return { fault: 'does not begin with /', mend: 'write the path on this site: /2019/05/story/' };
  }
  if (/[?#]/.test(from)) {
    return {
      fault: 'has a query or an anchor, which a static host cannot tell apart',
      mend: 'leave it out, or redirect it on the host',
    };
  }
  let decoded: string;
  try {
    decoded = decodeURI(from).normalize('NFC');
  } catch {
    return { fault: 'is not valid percent-encoding', mend: 'write the letters themselves' };
  }
  if (/%[0-9a-f]{2}/i.test(decoded)) {
    return {
      fault: 'has a percent-encoded character that separates the parts of an address',
      mend: 'redirect it on the host',
    };
  }
  const segments = decoded.split('/').slice(1);
  const last = segments.at(-1) ?? '';
  const inside = last === '' ? segments.slice(0, -1) : segments;
  if (inside.some((part) => part === '' || /^\.+$/.test(part) || /[\p{Cc}\\:*"<>|]/u.test(part))) {
    return { fault: 'is no path that a file can have', mend: 'write it without .., // or \\' };
  }
  if (inside.some((part) => DEVICE.test(part) || /[. ]$/.test(part))) {
    return { fault: 'is no path that a file on Windows can have', mend: 'redirect it on the host' };
  }
  const steering = inside.find((part) => part.startsWith('.') || STEERS.test(part));
  if (steering !== undefined) {
    return {
      fault: `has "${steering}", which steers a host and is no page`,
      mend: 'redirect it on the host',
    };
  }
  if (inside.some((part) => new TextEncoder().encode(part).length > 200)) {
    return { fault: 'has a part longer than 200 bytes', mend: 'redirect it on the host' };
  }
  if (last === '') return inside.length === 0 ? '/index.html' : `/${inside.join('/')}/index.html`;
  return /\.[a-z0-9]{1,5}$/i.test(last)
    ? `/${inside.join('/')}`
    : `/${inside.join('/')}/index.html`;
}
