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
import { monthsIn } from '../time.ts';
import { addressRules } from './rows.ts';
import type { Content } from './rows.ts';

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
      /** All that it could have been meant for. */
      candidates: readonly string[];
    };

export interface References {
  /** `href` as it stands in `file` (a path in the content folder). */
  resolve(href: string, file: string): Reference;
}

/** Prepares the look-up. */
export function createReferences(content: Content): References {
  const rules = addressRules(content.publication.data);
  const targets = allTargets(content, rules);
  const articles = new Set(content.articles.map((article) => article.path));
  const pages = new Set(content.pages.map((page) => page.path));
  // The longest first: a paper may have lived in a folder of the host that it has to itself now.
  const origins = [content.publication.data.url, ...(content.publication.data.formerUrls ?? [])]
    .map((url) => new URL(url))
    .sort((a, b) => b.pathname.length - a.pathname.length);
  let addresses: readonly string[] | undefined;
  let files: readonly string[] | undefined;
  const nothing = (path: string): Reference => {
    const isAddress = path.startsWith('/');
    const candidates = isAddress
      ? (addresses ??= [...targets.keys()])
      : (files ??= content.articles.map((article) => article.facts.file));
    const name = path.replace(/^\//, '').replace(/\/(index\.html)?$|\.html$/, '');
    const names = isAddress
      ? [name, `${rules.defaultLanguage}/${name}`]
      : [path.replace(/^(articles|pages)\//, '').replace(/\.md$/, '')];
    return { kind: 'nothing', path, names, candidates };
  };

  const byFile = (path: string): Target | undefined => {
    const article = /^articles\/(.+)\.md$/.exec(path)?.[1];
    if (article !== undefined && articles.has(article)) return { kind: 'article', path: article };
    const page = /^pages\/(.+)\.md$/.exec(path)?.[1];
    if (page !== undefined && pages.has(page)) return { kind: 'page', path: page };
    return undefined;
  };

  const byAddress = (path: string): Target | undefined => {
    for (const candidate of addressForms(path)) {
      const target = targets.get(candidate);
      if (target !== undefined) return target;
    }
    return undefined;
  };

  return {
    resolve(href, file) {
      const written = href.trim();
      if (written.startsWith('#')) return { kind: 'anchor', suffix: written };
      const [path, suffix] = splitSuffix(written);
      if (/^[a-z][a-z0-9+.-]*:/i.test(written) || written.startsWith('//')) {
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

function allTargets(content: Content, rules: AddressRules): Map<string, Target> {
  const targets = new Map<string, Target>();
  const list = (address: string) => targets.set(address, { kind: 'list', address });
  const monthOf = monthsIn(content.publication.data.timeZone);
  for (const address of content.publication.publicFiles) {
    targets.set(address, { kind: 'file', address });
  }
  for (const language of rules.languages) {
    list(frontAddress(language, rules));
    list(feedAddress({ language }, rules));
    for (const { id } of content.sections) {
      list(listAddress({ kind: 'section', id }, language, rules));
      list(feedAddress({ section: id, language }, rules));
    }
    for (const { id } of content.authors)
      list(listAddress({ kind: 'author', id }, language, rules));
    for (const { id } of content.series) list(listAddress({ kind: 'series', id }, language, rules));
    for (const name of STANDING_PAGES) list(pageAddress(name, language, rules));
  }
  for (const { path, data, facts } of content.articles) {
    for (const topic of facts.topics) {
      list(listAddress({ kind: 'topic', id: topic.slug }, facts.language, rules));
    }
    list(monthAddress(monthOf(facts.published), facts.language, rules));
    for (const from of data.redirectFrom ?? []) {
      const file = redirectFile(from);
      if (typeof file === 'string') targets.set(file, { kind: 'article', path });
    }
  }
  for (const { path, facts } of content.pages) {
    targets.set(pageAddress(facts.slug, facts.language, rules), { kind: 'page', path });
  }
  for (const { path, facts } of content.articles) {
    targets.set(articleAddress(facts, rules), { kind: 'article', path });
  }
  return targets;
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
