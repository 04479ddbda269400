/** The checks across files: names that must exist, addresses that must differ, links that must lead. */
import {
  articleAddress,
  pageAddress,
  redirectFile,
  reservedFault,
  STANDING_PAGES,
  toSlug,
} from '../addresses.ts';
import { nearest, suggest } from '../problems.ts';
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
  const authors = ids(content.authors);
  const sections = ids(content.sections);
  const series = ids(content.series);
  const paths = new Set(content.articles.map((article) => article.path));
  for (const article of content.articles) {
    const { data, facts, path } = article;
    const source = sources.articles.get(path)?.source;
    if (source === undefined) continue;
    const at = (...field: (string | number)[]) => placeOf(facts.file, source, field);
    data.authors?.forEach((author, index) =>
      mustExist(reading, author, authors, 'an author', at('authors', index)),
    );
    mustExist(reading, data.section, sections, 'a section', at('section'));
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
    for (const update of sources.articles.get(path)?.body.updates ?? []) {
      if (update.author === undefined) continue;
      const place = { file: facts.file, line: update.line, field: 'author' };
      mustExist(reading, update.author, authors, 'an author', place);
    }
  }
  const slugs = new Set(content.pages.map((page) => page.path));
  for (const page of content.pages) {
    if (page.data.translationOf !== undefined) {
      const place = { file: page.facts.file, line: 1, field: 'translationOf' };
      mustExist(reading, page.data.translationOf, slugs, 'a page', place);
    }
  }
  for (const appeal of content.appeals) {
    for (const name of appeal.data.sections ?? []) {
      const place = { file: appeal.facts.file, line: 1, field: 'sections' };
      mustExist(reading, name, sections, 'a section', place);
    }
  }
}

function checkPublicationNames(reading: Reading, content: Content, sources: Sources): void {
  const { data } = content.publication;
  const sections = ids(content.sections);
  const pages = new Set<string>([
    ...content.pages.map((page) => page.facts.slug),
    ...STANDING_PAGES,
  ]);
  const at = (...field: (string | number)[]) =>
    placeOf('publication.yaml', sources.publication, field);
  data.navigation?.forEach((name, index) =>
    mustExist(reading, name, sections, 'a section', at('navigation', index)),
  );
  data.footer?.forEach((name, index) =>
    mustExist(reading, name, pages, 'a page', at('footer', index)),
  );
  for (const [policy, name] of Object.entries(data.policies ?? {})) {
    if (name !== undefined) mustExist(reading, name, pages, 'a page', at('policies', policy));
  }
}

function checkFronts(reading: Reading, content: Content, sources: Sources): void {
  const articles = new Map(content.articles.map((article) => [article.path, article]));
  for (const { language, data } of content.fronts) {
    const file = `front/${language}.yaml`;
    const source = sources.yaml.get(file);
    if (source === undefined) continue;
    const check = (path: string, place: Place) => {
      const exists = mustExist(reading, path, new Set(articles.keys()), 'a story', place);
      if (exists && articles.get(path)?.facts.language !== language) {
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
  for (const file of content.publication.publicFiles) {
    taken.set(key(file), `public${file}`);
    const first = /^\/(cards|assets|feeds|sitemaps)\//.exec(file)?.[1];
    if (first !== undefined) {
      const place = { file: `public${file}`, line: 1, field: 'path' };
      fault(reading, place, `lies in /${first}/, which the press fills`, 'move it elsewhere');
    }
  }
  for (const { facts } of content.articles) {
    const place = { file: facts.file, line: 1, field: 'path' };
    claim(articleAddress(facts, rules), facts.file, place);
  }
  const sections = ids(content.sections);
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
      if (isPressAddress(file, content)) {
        fault(
          reading,
          { ...place, value: from },
          'is an address of this edition, which a redirect would hide',
          'remove it',
        );
        return;
      }
      claim(file, `a redirect in ${facts.file}`, place);
    });
  }
}

/** Addresses that every edition has or may have, whatever is published. */
function isPressAddress(file: string, content: Content): boolean {
  const rules = addressRules(content.publication.data);
  const segments = file.split('/').slice(1);
  const inLanguage = rules.languages.includes(segments[0] ?? '') ? segments.slice(1) : segments;
  const [first = '', second = '', third = ''] = inLanguage;
  if (/^(index|404|archive|corrections|feeds)\.html$/.test(first) && second === '') return true;
  if (/^(assets|cards|feeds|sitemaps|topics|authors|series)$/.test(first)) return true;
  if (/^(sitemap-index\.xml|robots\.txt|manifest\.webmanifest|_headers|favicon\.ico)$/.test(first)) {
    return true;
  }
  if (content.sections.some(({ id }) => id === first) && /^(index|\d+)\.html$/.test(second)) {
    return true;
  }
  return /^\d{4}$/.test(first) && /^\d{2}$/.test(second) && third === 'index.html';
}

/** Links inside the paper that lead to nothing. */
function checkLinks(reading: Reading, content: Content, sources: Sources): void {
  const references = createReferences(content);
  for (const { file, href, line } of sources.links) {
    const reference = references.resolve(href, file);
    if (reference.kind !== 'nothing') continue;
    const place = { file, line, field: 'link', value: href };
    const near = nearest(href.replace(/^(\.\.?\/)+/, ''), reference.candidates);
    fault(
      reading,
      place,
      'leads to nothing in this paper',
      near === undefined
        ? suggest(lastPart(href), reference.candidates.map(lastPart))
        : `did you mean ${near}?`,
    );
  }
}

function lastPart(path: string): string {
  return path.slice(path.replace(/\/$/, '').lastIndexOf('/') + 1);
}
