/**
 * What an address in the content means: which story, page, list or file it names, whether or not
 * that is published. The edition decides what is printed; here is only what exists.
 */
import {
  articleAddress,
  feedAddress,
  frontAddress,
  listAddress,
  monthAddress,
  pageAddress,
  redirectFile,
  STANDING_PAGES,
} from '../addresses.ts';
import type { AddressRules } from '../addresses.ts';
import type { Publication } from '../schema/publication.ts';
import { monthsIn, parseMoment } from '../time.ts';
import type { Instant } from '../time.ts';
import type { Archive } from './archive.ts';
import { lazily } from './lazily.ts';
import { addressRules } from './rows.ts';
import { indexOf, usualFile } from './stories.ts';
import { topicNames } from './topic-names.ts';

/** Something in the paper that a link can lead to. */
export type Target =
  | { kind: 'article'; path: string }
  | { kind: 'page'; path: string }
  /** A front, list, feed, archive or standing page, printed when it has something to show. */
  | { kind: 'list'; address: string }
  /** A file of `public/`. */
  | { kind: 'file'; address: string };

/** What an address as written turned out to be. */
export type Reference =
  | { kind: 'inside'; target: Target; suffix: string }
  | { kind: 'anchor'; suffix: string }
  | { kind: 'outside'; url: string }
  | {
      kind: 'nothing';
      /** The address inside the site, or the file in the content folder, that it would be. */
      path: string;
      /** What it would be as the path of a story or page, such as `en/2025/02/slug`. */
      names: string[];
      /** All that it could have been meant for; gathered when it is asked for. */
      readonly candidates: readonly string[];
    };

export interface References {
  /** `href` as it stands in `file` (a path in the content folder). */
  resolve(href: string, file: string): Reference;
}

/** What exists, as far as links can lead to it: an archive, or one that is being checked. */
export type Places = Pick<
  Archive,
  'publication' | 'authors' | 'sections' | 'series' | 'topics' | 'pages' | 'entries' | 'redirected'
>;

/**
 * Prepares the look-up. Nothing is gathered from the stories before a link asks for it, and most
 * never do: an address is taken apart and looked up by the path that it would have.
 */
export function createReferences(places: Places): References {
  const rules = addressRules(places.publication.data);
  const origins = originsOf(places.publication.data);
  const pages = new Set(places.pages.map((page) => page.path));
  const standing = lazily(() => standingTargets(places, rules));
  const lists = listsOfStories(places, rules);
  const addresses = lazily(() => allAddresses(places, rules));
  const files = lazily(() => places.entries.map(({ path }) => usualFile(path)));
  const nothing = (path: string): Reference => {
    const isAddress = path.startsWith('/');
    const name = path.replace(/^\//, '').replace(/\/(index\.html)?$|\.html$/, '');
    const names = isAddress
      ? [name, `${rules.defaultLanguage}/${name}`]
      : [path.replace(/^(articles|pages)\//, '').replace(/\/$|\.md$/, '')];
    return {
      kind: 'nothing',
      path,
      names,
      get candidates() {
        return isAddress ? addresses() : files();
      },
    };
  };

  const byFile = (path: string): Target | undefined => {
    const article = /^articles\/(.+)\.md$/.exec(path)?.[1];
    if (article !== undefined && indexOf(places.entries, article) !== -1)
      return { kind: 'article', path: article };
    const page = /^pages\/(.+)\.md$/.exec(path)?.[1];
    if (page !== undefined && pages.has(page)) return { kind: 'page', path: page };
    return undefined;
  };

  const byAddress = (path: string): Target | undefined => {
    for (const address of addressForms(path)) {
      const story = storyAt(address, rules) ?? '';
      if (indexOf(places.entries, story) !== -1) return { kind: 'article', path: story };
      const target = standing().get(address);
      if (target !== undefined) return target;
      const moved = places.redirected(address);
      if (moved !== undefined) return { kind: 'article', path: moved };
      if (lists(address)) return { kind: 'list', address };
    }
    return undefined;
  };

  return {
    resolve(href, file) {
      const written = href.trim();
      if (written.startsWith('#')) return { kind: 'anchor', suffix: written };
      const [path, suffix] = splitSuffix(written);
      if (isWhole(written)) {
        const inside = insidePaths(written, origins);
        for (const { path: within, suffix: after } of inside) {
          const target = byAddress(within);
          if (target !== undefined) return { kind: 'inside', target, suffix: after };
        }
        const [first] = inside;
        return first === undefined
          ? { kind: 'outside', url: written.startsWith('//') ? `https:${written}` : written }
          : nothing(first.path);
      }
      const decoded = decode(path).normalize('NFC');
      const place = decoded.startsWith('/') ? decoded : join(file, decoded);
      const target = place.startsWith('/') ? byAddress(place) : byFile(place.normalize('NFC'));
      return target === undefined ? nothing(place) : { kind: 'inside', target, suffix };
    },
  };
}

/** Those of the links of a text that may lead inside the paper, each once. */
export function insideLinks(links: readonly { href: string }[], paper: Origins): string[] {
  const origins = originsOf(paper);
  const inside = links.filter(({ href }) => {
    const written = href.trim();
    return !isWhole(written) || insidePaths(written, origins).length > 0;
  });
  return [...new Set(inside.map(({ href }) => href))];
}

/** Whether a whole address is that of a page of the paper, in any form in which a host answers. */
export function isAddressOf(url: string, address: string, paper: Origins): boolean {
  const stem = (path: string) => path.normalize('NFC').replace(/(?:\/index)?\.html$|\/$/u, '');
  return insidePaths(url, originsOf(paper)).some(({ path }) => stem(path) === stem(address));
}

/** What says which whole addresses are the paper's own. */
type Origins = Pick<Publication, 'url' | 'formerUrls'>;

/** The longest first: a paper may have lived in a folder of the host that it has to itself now. */
function originsOf({ url, formerUrls = [] }: Origins): URL[] {
  return [url, ...formerUrls]
    .map((one) => new URL(one))
    .sort((a, b) => b.pathname.length - a.pathname.length);
}

function isWhole(address: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith('//');
}

/** The path of the story whose address this would be. */
function storyAt(address: string, rules: AddressRules): string | undefined {
  const { language, inside } = splitLanguage(address, rules);
  const leaf = rules.permalinks === 'folder' ? '/index.html' : '.html';
  return inside.endsWith(leaf) ? `${language}/${inside.slice(0, -leaf.length)}` : undefined;
}

/** The language of an address, and what stands behind its prefix, without a slash before it. */
function splitLanguage(address: string, rules: AddressRules) {
  const [, first = ''] = address.split('/', 2);
  return first !== rules.defaultLanguage && rules.languages.includes(first)
    ? { language: first, inside: address.slice(first.length + 2) }
    : { language: rules.defaultLanguage, inside: address.slice(1) };
}

/** What has an address whatever stories there are. */
function standingTargets(places: Places, rules: AddressRules): Map<string, Target> {
  const targets = new Map<string, Target>();
  const list = (address: string) => targets.set(address, { kind: 'list', address });
  for (const address of places.publication.publicFiles) {
    targets.set(address, { kind: 'file', address });
  }
  for (const language of rules.languages) {
    list(frontAddress(language, rules));
    list(feedAddress({ language }, rules));
    for (const { id } of places.sections) {
      list(listAddress({ kind: 'section', id }, language, rules));
      list(feedAddress({ section: id, language }, rules));
    }
    for (const { id } of places.authors) list(listAddress({ kind: 'author', id }, language, rules));
    for (const { id } of places.series) list(listAddress({ kind: 'series', id }, language, rules));
    for (const name of STANDING_PAGES) list(pageAddress(name, language, rules));
  }
  for (const { path, facts } of places.pages) {
    targets.set(pageAddress(facts.slug, facts.language, rules), { kind: 'page', path });
  }
  return targets;
}

/** Tells whether an address is that of a list which is there because of its stories. */
function listsOfStories(places: Places, rules: AddressRules): (address: string) => boolean {
  const known = new Map<string, boolean>();
  const names = lazily(() => topicNames(places.topics));
  const topics = lazily(() => {
    const found = new Map<string, Set<string>>();
    for (const { language, topics: written } of places.entries) {
      let slugs = found.get(language);
      if (slugs === undefined) found.set(language, (slugs = new Set()));
      for (const slug of written) slugs.add(slug);
    }
    for (const slugs of found.values()) {
      for (const slug of [...slugs]) {
        const topic = names().get(slug)?.slug ?? slug;
        if (topic === slug) continue;
        slugs.delete(slug);
        slugs.add(topic);
      }
    }
    return found;
  });
  const hasMonth = (language: string, month: string): boolean => {
    const within = isInMonth(month, places.publication.data.timeZone);
    return places.entries.some((one) => one.language === language && within(one.published));
  };
  const exists = (address: string): boolean => {
    const { language, inside } = splitLanguage(address, rules);
    const month = /^(\d{4}\/\d{2})\/index\.html$/.exec(inside)?.[1];
    if (month !== undefined) return hasMonth(language, month);
    const id = /^topics\/([^/]+)\/index\.html$/.exec(inside)?.[1];
    return id !== undefined && topics().get(language)?.has(id) === true;
  };
  return (address) => {
    let there = known.get(address);
    if (there === undefined) known.set(address, (there = exists(address)));
    return there;
  };
}

/** Tells whether an instant lies in the month `2025/02`. */
function isInMonth(month: string, timeZone: string): (instant: Instant) => boolean {
  const [year = '', number = ''] = month.split('/');
  const next =
    number === '12'
      ? `${String(Number(year) + 1).padStart(4, '0')}-01-01`
      : `${year}-${String(Number(number) + 1).padStart(2, '0')}-01`;
  const start = parseMoment(`${year}-${number}-01`, timeZone);
  const end = parseMoment(next, timeZone);
  if (typeof start !== 'number') return () => false;
  return (instant) => instant >= start && (typeof end !== 'number' || instant < end);
}

/** All that an address could have been meant for; a topic or month is among them once a story. */
function allAddresses(places: Places, rules: AddressRules): string[] {
  const monthOf = monthsIn(places.publication.data.timeZone);
  const names = topicNames(places.topics);
  const addresses = new Set(standingTargets(places, rules).keys());
  for (const { language, topics, published, redirectFrom } of places.entries) {
    for (const slug of topics) {
      const id = names.get(slug)?.slug ?? slug;
      addresses.add(listAddress({ kind: 'topic', id }, language, rules));
    }
    addresses.add(monthAddress(monthOf(published), language, rules));
    for (const from of redirectFrom) {
      const file = redirectFile(from);
      if (typeof file === 'string') addresses.add(file);
    }
  }
  for (const entry of places.entries) addresses.add(articleAddress(entry, rules));
  return [...addresses];
}

/** The files that an address may mean: itself, an index below it, a leaf of its name. */
function addressForms(path: string): string[] {
  const clean = path.normalize('NFC');
  if (clean.endsWith('/')) {
    const bare = clean.replace(/\/+$/, '');
    return [`${bare}/index.html`, `${bare}.html`];
  }
  const forms = [clean, `${clean}.html`, `${clean}/index.html`];
  if (clean.endsWith('/index.html')) forms.push(`${clean.slice(0, -'/index.html'.length)}.html`);
  else if (clean.endsWith('.html')) forms.push(`${clean.slice(0, -'.html'.length)}/index.html`);
  return forms;
}

/** The paths inside the paper of an absolute address, one for each of its origins that fits. */
function insidePaths(href: string, origins: URL[]): { path: string; suffix: string }[] {
  let url: URL;
  try {
    url = new URL(href.startsWith('//') ? `https:${href}` : href);
  } catch {
    return [];
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return [];
  return origins.flatMap((origin) => {
    const base = origin.pathname.replace(/\/+$/, '');
    if (url.host !== origin.host) return [];
    if (url.pathname !== base && !url.pathname.startsWith(`${base}/`)) return [];
    const path = decode(url.pathname.slice(base.length));
    return [{ path: path === '' ? '/' : path, suffix: url.hash }];
  });
}

function splitSuffix(href: string): [path: string, suffix: string] {
  const hash = href.indexOf('#');
  const path = hash === -1 ? href : href.slice(0, hash);
  return [path.replace(/\?.*$/s, ''), hash === -1 ? '' : href.slice(hash)];
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Joins a relative path to the folder of `file`; what leads out of the top stays out. */
function join(file: string, relative: string): string {
  const parts = file.split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '..') {
      if (parts.length === 0) return '';
      parts.pop();
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
