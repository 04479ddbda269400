/** Where the addresses in texts lead in this edition. */
import {
  articleAddress,
  feedAddress,
  frontAddress,
  LIST_KINDS,
  listAddress,
  monthAddress,
  pageAddress,
  STANDING_PAGES,
} from '../addresses.ts';
import { createReferences } from '../store/references.ts';
import type { Target } from '../store/references.ts';
import type { Fingerprint } from '../fingerprint.ts';
import { listSubjects } from './edition.ts';
import type { Edition } from './edition.ts';
import type { Links } from './ref.ts';

/** Tells the address inside the site of what a text or a field names. */
export interface LinkResolver {
  /**
   * Where `href`, written in `file` of the content folder, leads: null where that is not printed,
   * undefined where it leads out of the paper or stays on the page.
   */
  address(href: string, file: string): string | null | undefined;
  /** The same of all that lead inside. `print` takes in where each leads, but not how it is written. */
  links(hrefs: readonly string[], file: string, print?: Fingerprint): Links;
}

/** What has no links. */
const NONE: Links = [];

/**
 * Tells the address of the story that `href` names in the plainest way, as nearly all do:
 * `/2025/02/slug.html`, `./slug.md`. Undefined says nothing: it may still name one that is not
 * printed, or something else. It is quick, because every link of the paper is looked at in every run.
 */
function plainStories({ published, rules }: Edition) {
  const { defaultLanguage, permalinks } = rules;
  const leaf = permalinks === 'folder' ? '/index.html' : '.html';
  const others = rules.languages.filter((language) => language !== defaultLanguage);
  const byAddress = (address: string) => {
    const other = others.find(
      (one) => address.startsWith(one, 1) && address[one.length + 1] === '/',
    );
    const from = other === undefined ? 1 : other.length + 2;
    const to = address.length - leaf.length;
    return published.has(other ?? defaultLanguage, address, from, to) ? address : undefined;
  };
  const byFile = (path: string, file: string) => {
    let from = path.startsWith('./') ? 2 : 0;
    let folder = file.lastIndexOf('/');
    for (; path.startsWith('../', from); from += 3) folder = file.lastIndexOf('/', folder - 1);
    if (folder < 0) return undefined;
    const place = `${file.slice(0, folder + 1)}${path.slice(from, -'.md'.length)}`;
    const entry = place.startsWith('articles/') ? published.get(place.slice(9)) : undefined;
    return entry === undefined ? undefined : articleAddress(entry, rules);
  };
  return (href: string, file: string): string | undefined => {
    const hash = href.indexOf('#');
    const path = hash === -1 ? href : href.slice(0, hash);
    if (/[%?:\\\s]/.test(path)) return undefined;
    if (path.startsWith('/')) return path.endsWith(leaf) ? byAddress(path) : undefined;
    return path.endsWith('.md') ? byFile(path, file) : undefined;
  };
}

/** Prepares the look-up. */
export function linkResolver(edition: Edition): LinkResolver {
  const plainStory = plainStories(edition);
  const references = createReferences(edition.archive);
  let lists: ReadonlySet<string> | undefined;
  const targetAddress = (target: Target): string | null => {
    switch (target.kind) {
      case 'article': {
        const entry = edition.published.get(target.path);
        return entry === undefined ? null : articleAddress(entry, edition.rules);
      }
      case 'page': {
        const [language = '', slug = ''] = target.path.split('/');
        return pageAddress(slug, language, edition.rules);
      }
      case 'list':
        lists ??= listAddresses(edition);
        return lists.has(target.address) ? target.address : null;
      case 'file':
        return target.address;
    }
  };
  const address: LinkResolver['address'] = (href, file) => {
    const story = plainStory(href, file);
    if (story !== undefined) return story;
    const reference = references.resolve(href, file);
    switch (reference.kind) {
      case 'inside':
        return targetAddress(reference.target);
      case 'nothing':
        return null;
      case 'anchor':
      case 'outside':
        return undefined;
    }
  };
  return {
    address,
    links(hrefs, file, print) {
      if (hrefs.length === 0) return NONE;
      const links: [string, (string | null)?][] = [];
      for (const href of hrefs) {
        const found = address(href, file);
        print?.value(found === href || found);
        if (found === undefined) continue;
        links.push(found === href ? [href] : [href, found]);
      }
      return links;
    },
  };
}

/** Fronts, lists, feeds, months and standing pages that are printed; stories and pages are not. */
function listAddresses({ languages, rules }: Edition): Set<string> {
  const printed = new Set<string>();
  for (const own of languages) {
    const { language } = own;
    printed.add(frontAddress(language, rules));
    printed.add(feedAddress({ language }, rules));
    for (const section of own.bySection.keys()) {
      printed.add(feedAddress({ section, language }, rules));
    }
    for (const kind of LIST_KINDS) {
      for (const subject of listSubjects(own, kind)) {
        printed.add(listAddress(subject, language, rules));
      }
    }
    for (const month of own.byMonth.keys()) printed.add(monthAddress(month, language, rules));
    for (const name of STANDING_PAGES) printed.add(pageAddress(name, language, rules));
  }
  return printed;
}
