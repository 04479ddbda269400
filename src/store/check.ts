/** The checks across files: names that must exist, addresses that must differ, links that must lead. */
import {
  articleAddress,
  frontAddress,
  pageAddress,
  redirectFile,
  reservedFault,
  slugFault,
  STANDING_PAGES,
  toSlug,
} from '../addresses.ts';
import { nearest } from '../problems.ts';
import type { Sources } from './read.ts';
import { fault, mustExist, placeOf, warn } from './reader.ts';
import type { Place, Reading } from './reader.ts';
import { createReferences } from './references.ts';
import { addressRules } from './rows.ts';
import type { Content } from './rows.ts';

/** Runs all of them; what is wrong is added to the reading's problems. */
export function checkContent(reading: Reading, content: Content, sources: Sources): void {
  checkNames(reading, content, sources);
  checkPublicationNames(reading, content, sources);
  checkFronts(reading, content, sources);
  checkTopics(reading, content, sources);
  checkIdentities(reading, content, sources);
  checkAddresses(reading, content, sources);
  checkLinks(reading, content, sources);
}

function ids(rows: readonly { id: string }[]): Set<string> {
  return new Set(rows.map((row) => row.id));
}

function checkNames(reading: Reading, content: Content, sources: Sources): void {
  const { authors, sections, series, articles: paths, pages: slugs } = sources.named;
  for (const article of content.articles) {
    const { data, facts, path } = article;
    const text = sources.articles.get(path);
    if (text === undefined) continue;
    const at = (...field: (string | number)[]) => placeOf(facts.file, text.source, field);
    data.authors?.forEach((author, index) =>
      mustExist(reading, author, authors, 'an author', at('authors', index)),
    );
    if (!text.faulty.has('section')) {
      mustExist(reading, data.section, sections, 'a section', at('section'));
    }
    if (data.series !== undefined) {
      mustExist(reading, data.series, series, 'a series', at('series'));
    }
    data.related?.forEach((other, index) => {
      mustExist(reading, other, paths, 'a story', at('related', index));
      if (other === path) fault(reading, at('related', index), 'is this story itself', 'remove it');
    });
    if (data.translationOf !== undefined) {
      const place = at('translationOf');
      if (mustExist(reading, data.translationOf, paths, 'a story', place)) {
        if (data.translationOf.split('/')[0] === facts.language) {
          fault(
            reading,
            place,
            'is a story in the same language',
            'name the original under its own language: en/2025/02/slug',
          );
        }
      }
    }
    for (const update of text.body.updates) {
      if (update.author === undefined) continue;
      const place = { file: facts.file, line: update.line, field: 'author' };
      mustExist(reading, update.author, authors, 'an author', place);
    }
  }
  const within = (file: string, ...field: (string | number)[]): Place => {
    const source = sources.texts.get(file);
    return source === undefined
      ? { file, line: 1, field: String(field[0]) }
      : placeOf(file, source, field);
  };
  for (const { data, facts } of content.pages) {
    if (data.translationOf === undefined) continue;
    const place = within(facts.file, 'translationOf');
    if (!mustExist(reading, data.translationOf, slugs, 'a page', place)) continue;
    if (data.translationOf.split('/')[0] === facts.language) {
      fault(
        reading,
        place,
        'is a page in the same language',
        'name the original under its own language: en/about',
      );
    }
  }
  for (const { data, facts } of content.appeals) {
    data.sections?.forEach((name, index) =>
      mustExist(reading, name, sections, 'a section', within(facts.file, 'sections', index)),
    );
  }
}

function checkPublicationNames(reading: Reading, content: Content, sources: Sources): void {
  const { data } = content.publication;
  const { sections } = sources.named;
  const pages = new Set<string>([
    ...[...sources.named.pages].map((path) => path.slice(path.indexOf('/') + 1)),
    ...STANDING_PAGES,
  ]);
  const at = (...field: (string | number)[]) =>
    placeOf('publication.yaml', sources.publication, field);
  const once = (names: readonly string[], name: string, index: number, place: Place) => {
    if (names.indexOf(name) === index) return;
    fault(reading, { ...place, value: name }, 'stands there twice', 'keep one of the two');
  };
  data.navigation?.forEach((name, index, names) => {
    mustExist(reading, name, sections, 'a section', at('navigation', index));
    once(names, name, index, at('navigation', index));
  });
  data.footer?.forEach((name, index, names) => {
    mustExist(reading, name, pages, 'a page', at('footer', index));
    once(names, name, index, at('footer', index));
  });
  for (const [policy, name] of Object.entries(data.policies ?? {})) {
    if (name !== undefined) mustExist(reading, name, pages, 'a page', at('policies', policy));
  }
}

function checkFronts(reading: Reading, content: Content, sources: Sources): void {
  const articles = new Map(content.articles.map((article) => [article.path, article]));
  for (const { language, data } of content.fronts) {
    const front = sources.fronts.get(language);
    if (front === undefined) continue;
    const { file, source } = front;
    const check = (path: string, place: Place) => {
      if (!mustExist(reading, path, sources.named.articles, 'a story', place)) return;
      const other = articles.get(path)?.facts.language ?? language;
      if (other !== language) {
        fault(reading, place, 'is a story in another language', `name one from ${language}/`);
      }
    };
    if (data.lead !== undefined) check(data.lead, placeOf(file, source, ['lead']));
    data.picks?.forEach((path, index) => check(path, placeOf(file, source, ['picks', index])));
  }
}

/** Two spellings of one topic; topics that come to nothing. */
function checkTopics(reading: Reading, content: Content, sources: Sources): void {
  const spellings = new Map<string, { name: string; file: string }>();
  const filed = ids(content.topics);
  for (const { data, facts, path } of content.articles) {
    const source = sources.articles.get(path)?.source;
    data.topics?.forEach((written, index) => {
      if (source === undefined) return;
      const place = placeOf(facts.file, source, ['topics', index]);
      const slug = toSlug(written);
      if (slug === '') {
        fault(reading, place, 'has no letter or digit', 'name the topic with words');
        return;
      }
      const wrong = slugFault(slug);
      if (wrong !== undefined) {
        fault(reading, place, `cannot be an address: it ${wrong}`, 'add a word to its name');
      }
      const topic = facts.topics.find((known) => known.name === written.normalize('NFC'));
      if (topic === undefined || filed.has(topic.slug)) return;
      const key = `${facts.language} ${topic.slug}`;
      const first = spellings.get(key);
      if (first === undefined) {
        spellings.set(key, { name: topic.name, file: facts.file });
      } else if (first.name !== topic.name) {
        warn(
          reading,
          place,
          `is another spelling of the topic “${first.name}” in ${first.file}`,
          `write it the same, or add content/topics/${slug}.yaml with the right name`,
        );
      }
    });
  }
}

/** Identities are permanent keys in feed readers: two stories must never share one. */
function checkIdentities(reading: Reading, content: Content, sources: Sources): void {
  const seen = new Map<string, string>();
  for (const { facts, path } of content.articles) {
    const other = seen.get(facts.identity);
    if (other === undefined) {
      seen.set(facts.identity, facts.file);
      continue;
    }
    const source = sources.articles.get(path)?.source;
    const place =
      source === undefined
        ? { file: facts.file, line: 1, field: 'id' }
        : placeOf(facts.file, source, ['id']);
    fault(
      reading,
      { ...place, value: facts.identity },
      `is the identity of ${other} too`,
      'give each story its own, or remove `id`',
    );
  }
}

/** Two things at one address, in the paper or in `public/`, and names that are taken. */
function checkAddresses(reading: Reading, content: Content, sources: Sources): void {
  const rules = addressRules(content.publication.data);
  const taken = new Map<string, string>();
  // Hosts and file systems that ignore case would let one of the two vanish.
  const key = (address: string) => address.normalize('NFC').toLowerCase();
  const claim = (address: string, owner: string, place: Place) => {
    const other = taken.get(key(address));
    if (other === undefined) taken.set(key(address), owner);
    else {
      fault(
        reading,
        { ...place, value: place.value ?? address },
        `has the address ${address}, which ${other} has too`,
        'rename one of the two',
      );
    }
  };
  const isPressAddress = pressAddresses(content);
  for (const file of content.publication.publicFiles) {
    const place = { file: `public${file}`, line: 1, field: 'path' };
    claim(file, `public${file}`, place);
    if (file !== file.normalize('NFC')) {
      const letters = 'has a name that is not in Unicode’s composed form (NFC), as addresses are';
      fault(reading, place, letters, 'rename the file');
    }
    const first = /^\/(cards|assets|feeds|sitemaps)\//.exec(file)?.[1];
    if (first !== undefined) {
      fault(reading, place, `lies in /${first}/, which the press fills`, 'move it elsewhere');
    } else if (isPressAddress(file)) {
      fault(
        reading,
        { ...place, value: file },
        'is an address of this edition, which the file would hide',
        'move it elsewhere',
      );
    }
  }
  for (const { facts } of content.articles) {
    const place = { file: facts.file, line: 1, field: 'path' };
    claim(articleAddress(facts, rules), facts.file, place);
  }
  const { sections } = sources.named;
  for (const { facts } of content.pages) {
    const place = { file: facts.file, line: 1, field: 'path', value: facts.slug };
    claim(pageAddress(facts.slug, facts.language, rules), facts.file, place);
    const standing = (STANDING_PAGES as readonly string[]).includes(facts.slug);
    const reserved = standing ? undefined : reservedFault(facts.slug, rules);
    if (reserved !== undefined) {
      fault(reading, place, `has a name that is taken: it ${reserved}`, 'rename the page');
    } else if (sections.has(facts.slug)) {
      fault(
        reading,
        place,
        `has the name of the section sections/${facts.slug}.yaml`,
        'rename one of the two: hosts answer /name with either',
      );
    }
  }
  const redirected: { file: string; place: Place }[] = [];
  for (const { data, facts, path } of content.articles) {
    const source = sources.articles.get(path)?.source;
    data.redirectFrom?.forEach((from, index) => {
      const place =
        source === undefined
          ? { file: facts.file, line: 1, field: 'redirectFrom' }
          : placeOf(facts.file, source, ['redirectFrom', index]);
      const file = redirectFile(from);
      if (typeof file !== 'string') {
        fault(reading, { ...place, value: from }, file.fault, file.mend);
        return;
      }
      if (isPressAddress(file) || /^\/(favicon\.ico|\.well-known)(\/|$)/.test(file)) {
        fault(
          reading,
          { ...place, value: from },
          'is an address of this edition, which a redirect would hide',
          'remove it',
        );
        return;
      }
      claim(file, `a redirect in ${facts.file}`, place);
      redirected.push({ file, place });
    });
  }
  for (const { file, place } of redirected) {
    for (let at = file.indexOf('/', 1); at !== -1; at = file.indexOf('/', at + 1)) {
      const other = taken.get(key(file.slice(0, at)));
      if (other === undefined) continue;
      fault(
        reading,
        place,
        `lies in a folder ${file.slice(0, at)}, where ${other} is a file`,
        'redirect it on the host',
      );
    }
  }
}

/** Tells addresses that every edition has or may have, whatever is published. */
function pressAddresses(content: Content): (file: string) => boolean {
  const rules = addressRules(content.publication.data);
  const sections = ids(content.sections);
  const own = new Set(
    [
      '/404.html',
      '/_headers',
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

/** Most links for which the nearest address is sought: among many thousands that takes a while. */
const MOST_SOUGHT = 50;

/** Links inside the paper that lead to nothing. */
function checkLinks(reading: Reading, content: Content, sources: Sources): void {
  const references = createReferences(content);
  const { articles, pages } = sources.named;
  let sought = 0;
  for (const { file, href, line } of sources.links) {
    const reference = references.resolve(href, file);
    if (reference.kind !== 'nothing') continue;
    // What could not be read is there all the same, and reported by itself.
    if (reference.names.some((name) => articles.has(name) || pages.has(name))) continue;
    sought += 1;
    const near = sought > MOST_SOUGHT ? undefined : nearest(reference.path, reference.candidates);
    fault(
      reading,
      { file, line, field: 'link', value: href },
      'leads to nothing in this paper',
      near === undefined ? 'mend the address, or remove the link' : `did you mean ${near}?`,
    );
  }
}
