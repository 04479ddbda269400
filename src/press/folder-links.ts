/**
 * Addresses and styles as they stand on the pages of one folder. Most links of a page are on its
 * neighbours too, and the styles are on every page: each is worked out once a folder.
 */
import { createHash } from 'node:crypto';
import { relativeAddress } from '../addresses.ts';

/** A link from a page to something in the edition. */
export interface PageLink {
  /** Address inside the site. */
  target: string;
  /** The anchor without `#`, decoded; empty for none. */
  anchor: string;
}

/** A link and the way it is written on the pages of a folder. */
export interface WrittenLink {
  link: PageLink;
  written: string;
}

/** A style sheet as it is printed on the pages of a folder. */
export interface WrittenStyle {
  text: string;
  /** SHA-256 of the text, base64. */
  hash: string;
  links: readonly PageLink[];
}

const URL_IN_STYLE = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s"']*))\s*\)/g;

/** So many links or styles are remembered at most; a round of forgetting costs one folder's work. */
const MOST_REMEMBERED = 20_000;
const MOST_STYLES = 50;

/** The pages of a folder, or those that are served at any depth. */
export interface FolderLinks {
  /** What `value` names inside the site, as pages of this folder write it; undefined for anything else. */
  link(value: string): WrittenLink | undefined;
  /** A style sheet, with its addresses as pages of this folder write them. */
  style(source: string): WrittenStyle;
}

const folders = new Map<string, FolderLinks>();
let remembered = 0;

/**
 * The links of the page at `address` and its neighbours. `fixed`: the page is served at any depth,
 * so its addresses stay as they are. Links to an anchor of the page itself are not among them.
 */
export function folderLinks(address: string, fixed: boolean): FolderLinks {
  const folder = fixed ? '' : address.slice(0, address.lastIndexOf('/') + 1);
  let found = folders.get(folder);
  if (found === undefined) {
    found = linksOf(folder);
    folders.set(folder, found);
  }
  return found;
}

/** `folder` ends with `/`; empty for addresses that stay as they are. */
function linksOf(folder: string): FolderLinks {
  const links = new Map<string, WrittenLink>();
  const styles = new Map<string, WrittenStyle>();

  function link(value: string): WrittenLink | undefined {
    const known = links.get(value);
    if (known !== undefined) return known;
    if (!value.startsWith('/') || value.startsWith('//')) return undefined;
    const own = copyOf(value);
    const at = own.search(/[?#]/);
    const target = decodePath(at === -1 ? own : own.slice(0, at));
    const suffix = at === -1 ? '' : own.slice(at);
    const written = folder === '' ? own : relativeAddress(folder, target, suffix);
    const made = { link: { target, anchor: anchorOf(suffix) }, written };
    links.set(own, made);
    if ((remembered += 1) > MOST_REMEMBERED) {
      remembered = 0;
      folders.clear();
    }
    return made;
  }

  function style(source: string): WrittenStyle {
    const known = styles.get(source);
    if (known !== undefined) return known;
    const needed: PageLink[] = [];
    const rewrite = (whole: string, double?: string, single?: string, bare?: string) => {
      const found = link(double ?? single ?? bare ?? '');
      if (found === undefined) return whole;
      needed.push(found.link);
      return `url("${found.written}")`;
    };
    const own = copyOf(source);
    const text = folder === '' ? own : own.replace(URL_IN_STYLE, rewrite);
    const made = { text, hash: hashOf(text), links: needed };
    if (styles.size >= MOST_STYLES) styles.clear();
    styles.set(own, made);
    return made;
  }

  return { link, style };
}

/** The anchor of a query and anchor, decoded. */
export function anchorOf(suffix: string): string {
  const at = suffix.indexOf('#');
  return at === -1 ? '' : decodePath(suffix.slice(at + 1));
}

/** The same text apart from the page it was cut from, which would else stay in memory with it. */
function copyOf(text: string): string {
  return Buffer.from(text).toString();
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path;
  }
}

/** SHA-256 of a text as a policy names it, base64. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}
