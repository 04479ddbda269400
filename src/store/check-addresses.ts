/** The checks of addresses: two things never share one, and some names are taken. */
import {
  articleAddress,
  frontAddress,
  pageAddress,
  redirectFile,
  reservedFault,
  STANDING_PAGES,
} from '../addresses.ts';
import type { AddressRules } from '../addresses.ts';
import { addressKey } from './address-key.ts';
import type { Check } from './check.ts';
import { fault } from './reader.ts';
import type { Place } from './reader.ts';
import { addressRules } from './rows.ts';
import { fileOf, indexOf } from './stories.ts';

/** Two things at one address, in the paper or in `public/`, and names that are taken. */
export function checkAddresses(check: Check): void {
  const rules = addressRules(check.paper.data);
  const taken = new Map<string, string>();
  const isPressAddress = pressAddresses(check, rules);
  checkPublicFiles(check, rules, taken, isPressAddress);
  checkStories(check, rules);
  checkPages(check, rules, taken);
  if (check.scope.redirects) checkRedirects(check, rules, taken, isPressAddress);
}

/** Takes an address for its owner; a fault where another has it. */
function claim(
  check: Pick<Check, 'problems'>,
  taken: Map<string, string>,
  address: string,
  owner: string,
  place: Place,
): void {
  const key = addressKey(address);
  const other = taken.get(key);
  if (other === undefined) taken.set(key, owner);
  else shared(check, address, other, place);
}

function shared(
  check: Pick<Check, 'problems'>,
  address: string,
  other: string,
  place: Place,
): void {
  fault(
    check,
    { ...place, value: place.value ?? address },
    `has the address ${address}, which ${other} has too`,
    'rename one of the two',
  );
}

function checkPublicFiles(
  check: Check,
  rules: AddressRules,
  taken: Map<string, string>,
  isPressAddress: (file: string) => boolean,
): void {
  const { stories, suspects } = check;
  const storyAt = storyFinder(check, rules);
  for (const file of check.places.publication.publicFiles) {
    const place = { file: `public${file}`, line: 1, field: 'path' };
    claim(check, taken, file, `public${file}`, place);
    if (file !== file.normalize('NFC')) {
      const letters = 'has a name that is not in Unicode’s composed form (NFC), as addresses are';
      fault(check, place, letters, 'rename the file');
    }
    const first = /^\/(cards|assets|feeds|sitemaps)\//.exec(file)?.[1];
    if (first !== undefined) {
      fault(check, place, `lies in /${first}/, which the press fills`, 'move it elsewhere');
    } else if (isPressAddress(file)) {
      fault(
        check,
        { ...place, value: file },
        'is an address of this edition, which the file would hide',
        'move it elsewhere',
      );
    }
    const story = storyAt(addressKey(file));
    const entry = stories.entries[story];
    if (entry === undefined) continue;
    suspects.add(story, (suspect, problems) => {
      const at = { file: suspect.file, line: 1, field: 'path' };
      shared({ problems }, articleAddress(entry, rules), `public${file}`, at);
    });
  }
}

/** Tells the place in the lists of the story with an address of that key; -1 where there is none. */
function storyFinder({ stories }: Check, rules: AddressRules): (key: string) => number {
  const prefixes = new Map(
    rules.languages
      .filter((language) => language !== rules.defaultLanguage)
      .map((language) => [language.toLowerCase(), language]),
  );
  const leaf = rules.permalinks === 'folder' ? '/index.html' : '.html';
  return (key) => {
    if (!key.endsWith(leaf)) return -1;
    const [, first = ''] = key.split('/', 2);
    const prefix = prefixes.get(first);
    const inside = key.slice(prefix === undefined ? 1 : first.length + 2, -leaf.length);
    return indexOf(stories.entries, `${prefix ?? rules.defaultLanguage}/${inside}`);
  };
}

/** Two files of one story: their names differ in how their letters are composed. */
function checkStories({ stories, suspects }: Check, rules: AddressRules): void {
  stories.entries.forEach((entry, index) => {
    if (index === 0 || stories.entries[index - 1]?.path !== entry.path) return;
    suspects.add(index, (suspect, problems) => {
      const place = { file: suspect.file, line: 1, field: 'path' };
      const other = fileOf(stories, indexOf(stories.entries, entry.path));
      shared({ problems }, articleAddress(entry, rules), other, place);
    });
  });
}

function checkPages(check: Check, rules: AddressRules, taken: Map<string, string>): void {
  const { sections } = check.names;
  for (const { facts } of check.places.pages) {
    const place = { file: facts.file, line: 1, field: 'path', value: facts.slug };
    claim(check, taken, pageAddress(facts.slug, facts.language, rules), facts.file, place);
    const standing = (STANDING_PAGES as readonly string[]).includes(facts.slug);
    const reserved = standing ? undefined : reservedFault(facts.slug, rules);
    if (reserved !== undefined) {
      fault(check, place, `has a name that is taken: it ${reserved}`, 'rename the page');
    } else if (sections.has(facts.slug)) {
      fault(
        check,
        place,
        `has the name of the section sections/${facts.slug}.yaml`,
        'rename one of the two: hosts answer /name with either',
      );
    }
  }
}

/** Older addresses of stories; `taken` has what lies in `public/` and the pages. */
function checkRedirects(
  check: Check,
  rules: AddressRules,
  taken: ReadonlyMap<string, string>,
  isPressAddress: (file: string) => boolean,
): void {
  const { stories, suspects } = check;
  const storyAt = storyFinder(check, rules);
  const redirects = new Map<string, number>();
  /** Who has an address; of redirects the first. */
  const owner = (key: string): string | undefined => {
    const other = taken.get(key);
    if (other !== undefined) return other;
    const story = storyAt(key);
    if (story !== -1) return fileOf(stories, story);
    const redirect = redirects.get(key);
    return redirect === undefined ? undefined : `a redirect in ${fileOf(stories, redirect)}`;
  };
  const claimed: { file: string; index: number; position: number }[] = [];
  stories.entries.forEach(({ redirectFrom }, index) => {
    redirectFrom.forEach((from, position) => {
      const file = redirectFile(from);
      // What no host can answer is told where the story is read.
      if (typeof file !== 'string') return;
      if (isPressAddress(file) || /^\/(favicon\.ico|\.well-known)(\/|$)/.test(file)) {
        suspects.add(index, (suspect, problems) => {
          fault(
            { problems },
            { ...suspect.at('redirectFrom', position), value: from },
            'is an address of this edition, which a redirect would hide',
            'remove it',
          );
        });
        return;
      }
      const key = addressKey(file);
      const other = owner(key);
      if (other === undefined) redirects.set(key, index);
      else {
        suspects.add(index, (suspect, problems) => {
          shared({ problems }, file, other, suspect.at('redirectFrom', position));
        });
      }
      claimed.push({ file, index, position });
    });
  });
  for (const { file, index, position } of claimed) {
    for (let at = file.indexOf('/', 1); at !== -1; at = file.indexOf('/', at + 1)) {
      const above = file.slice(0, at);
      const other = owner(addressKey(above));
      if (other === undefined) continue;
      suspects.add(index, (suspect, problems) => {
        fault(
          { problems },
          suspect.at('redirectFrom', position),
          `lies in a folder ${above}, where ${other} is a file`,
          'redirect it on the host',
        );
      });
    }
  }
}

/** Tells addresses that every edition has or may have, whatever is published. */
function pressAddresses({ places }: Check, rules: AddressRules): (file: string) => boolean {
  const sections = new Set(places.sections.map(({ id }) => id));
  const own = new Set(
    [
      '/404.html',
      '/_headers',
      '/serve.json',
      '/.nojekyll',
      '/manifest.webmanifest',
      '/robots.txt',
      '/sitemap-index.xml',
      ...rules.languages.flatMap((language) => [
        frontAddress(language, rules),
        ...STANDING_PAGES.map((name) => pageAddress(name, language, rules)),
      ]),
    ].map((address) => address.toLowerCase()),
  );
  const prefixes = new Map(
    rules.languages
      .filter((language) => language !== rules.defaultLanguage)
      .map((language) => [language.toLowerCase(), language]),
  );
  return (file) => {
    const address = file.toLowerCase();
    const segments = address.split('/').slice(1);
    // Nothing can lie in a folder that has the name of a file of the press.
    if (own.has(address) || own.has(`/${segments[0] ?? ''}`)) return true;
    if (prefixes.has(segments[0] ?? '')) segments.shift();
    const [first = '', second = '', third = '', ...more] = segments;
    // A file without an ending can have the name of a folder of the edition.
    if (first === '') return true;
    if (/^(assets|cards|feeds|sitemaps|topics|authors|series)$/.test(first)) return true;
    if (sections.has(first)) {
      if (second === '') return true;
      if (second === 'index.html' && third === '') return true;
      const number = rules.permalinks === 'folder' ? third === 'index.html' : third === '';
      return number && more.length === 0 && /^\d+(\.html)?$/.test(second);
    }
    if (!/^\d{4}$/.test(first)) return false;
    if (second === '') return true;
    const month = /^(0[1-9]|1[0-2])$/.test(second) && more.length === 0;
    return month && (third === '' || third === 'index.html');
  };
}
