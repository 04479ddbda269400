/** Reads a whole content folder into rows, with every mistake that is in it. */
import path from 'node:path';
import { reservedFault, slugFault } from '../addresses.ts';
import { hasLocale, localeFor } from '../locales/locales.ts';
import { suggest } from '../problems.ts';
import type { Problem } from '../problems.ts';
import type { Article } from '../schema/article.ts';
import { appeal } from '../schema/appeal.ts';
import { author } from '../schema/author.ts';
import { front } from '../schema/front.ts';
import { page } from '../schema/page.ts';
import { publication } from '../schema/publication.ts';
import type { Publication } from '../schema/publication.ts';
import { section, series } from '../schema/section.ts';
import { topic } from '../schema/topic.ts';
import { isTimeZone } from '../time.ts';
import { checkContent } from './check.ts';
import { listFolder } from './folder.ts';
import type { Folder } from './folder.ts';
import { inspectPicture, PICTURE_ENDING } from './picture-files.ts';
import { fault, findPicture, placeOf, readMoment, readYaml, warn } from './reader.ts';
import type { ReadYaml, Reading } from './reader.ts';
import { readArticle, topicNames } from './read-articles.ts';
import { readTextFile, textFacts } from './read-text.ts';
import type { TextFile } from './read-text.ts';
import { readTheme } from './read-theme.ts';
import { addressRules } from './rows.ts';
import type {
  AppealRow,
  ArticleRow,
  Content,
  NamedRow,
  PageRow,
  PictureFile,
  PictureUse,
} from './rows.ts';
import type { PositionedData } from './yaml.ts';

/** Where everything was written: for the checks across files. */
export interface Sources {
  publication: PositionedData;
  articles: ReadonlyMap<string, TextFile<Article>>;
  /** The front matter of pages and messages, by file. */
  texts: ReadonlyMap<string, PositionedData>;
  /**
   * Names that exist, because they have a file, even where nothing could be made of it: a mistake
   * in one file is no mistake of those that refer to it.
   */
  named: Record<'articles' | 'authors' | 'pages' | 'sections' | 'series', ReadonlySet<string>>;
  /** Links of texts, with the file that has them. */
  links: { file: string; href: string; line: number }[];
  /** Of front pages, by language. */
  fronts: ReadonlyMap<string, { file: string; source: PositionedData }>;
}

/** What a content folder holds; with errors in `problems`, `content` is not fit to print. */
export interface ReadContent {
  content: Content | undefined;
  problems: Problem[];
}

/** The folders of `content/`, and what their files are. */
const PLACES = {
  articles: 'stories (.md), their pictures and sidecars',
  authors: '<id>.yaml and portraits',
  sections: '<id>.yaml',
  topics: '<slug>.yaml',
  series: '<id>.yaml',
  front: '<language>.yaml',
  pages: '<language>/<slug>.md',
  appeals: '<language>/<id>.md',
} as const;

/** Reads `folder`; `publicFolder` is listed, because what lies there takes addresses too. */
export async function readContent(folder: string, publicFolder: string): Promise<ReadContent> {
  const listed = await listFolder(folder).catch(() => undefined);
  if (listed === undefined) {
    return failed(
      folder,
      'is no folder that can be read',
      'give the place of the paper with --content',
    );
  }
  const problems: Problem[] = [...listed.problems];
  if (!listed.files.has('publication.yaml')) {
    return failed('publication.yaml', 'is missing', 'see docs/content-reference.md');
  }
  const paper = await readYaml(
    { folder: listed, problems },
    'publication.yaml',
    publication,
    STAND_INS,
  );
  if (paper === undefined) return { content: undefined, problems };
  const reading: Reading = {
    folder: listed,
    publication: paper.data,
    problems,
    pictures: new Map(),
    sidecars: new Map(),
  };
  if (!checkPublication(reading, paper)) return { content: undefined, problems };
  const content = await readAll(reading, paper.source, publicFolder);
  return { content: paper.faulty.size === 0 ? content : undefined, problems };
}

/** What stands for a faulty field of `publication.yaml`, so that everything else can be checked. */
const STAND_INS = {
  id: 'paper.invalid,2000',
  name: '—',
  description: '—',
  url: 'https://paper.invalid',
  strictFrom: '9999-01-01',
};

async function readAll(
  reading: Reading,
  paper: PositionedData,
  publicFolder: string,
): Promise<Content> {
  const authors = await readNamed(reading, 'authors', author, (data) => data.photo);
  const sections = await readNamed(reading, 'sections', section, (data) => data.picture);
  const allSeries = await readNamed(reading, 'series', series, (data) => data.picture);
  const topics = await readNamed(reading, 'topics', topic, (data) => data.picture);
  const frontSources = new Map<string, { file: string; source: PositionedData }>();
  const fronts = await readFronts(reading, frontSources);
  const links: Sources['links'] = [];

  const articles: ArticleRow[] = [];
  const texts = new Map<string, TextFile<Article>>();
  const pageSources = new Map<string, PositionedData>();
  const names = topicNames(topics);
  for (const file of filesIn(reading.folder, 'articles', /\.md$/i)) {
    const read = await readArticle(reading, file, names);
    if (read === undefined) continue;
    articles.push(read.row);
    texts.set(read.row.path, read.text);
    links.push(...read.text.body.links.map((link) => ({ file, ...link })));
  }
  const pages = await readPages(reading, links, pageSources);
  const appeals = await readAppeals(reading, links, pageSources);
  const publicFiles = await listFolder(publicFolder, true).catch(() => undefined);
  for (const problem of publicFiles?.problems ?? []) {
    reading.problems.push({ ...problem, file: `public/${problem.file}` });
  }
  const logo = paperPicture(reading, paper, 'logo', reading.publication.logo);
  const icon = paperPicture(reading, paper, 'icon', reading.publication.icon);
  const nameplate = paperPicture(
    reading,
    paper,
    'design.nameplate',
    reading.publication.design?.nameplate,
  );
  const pictures = await readPictures(reading);
  checkStrayFiles(reading);

  const content: Content = {
    publication: {
      data: reading.publication,
      origin: new URL(reading.publication.url).href.replace(/\/+$/, ''),
      logo,
      icon,
      nameplate,
      filled: [],
      theme: await readTheme(reading),
      publicFiles: [...(publicFiles?.files ?? [])].map((file) => `/${file}`),
    },
    articles: articles.sort(byPath),
    authors,
    sections,
    series: allSeries,
    topics,
    fronts,
    pages: pages.sort(byPath),
    appeals: appeals.sort(byPath),
    pictures,
  };
  checkContent(reading, content, {
    publication: paper,
    articles: texts,
    texts: pageSources,
    named: {
      articles: namesIn(reading.folder, 'articles', /\.md$/i),
      pages: namesIn(reading.folder, 'pages', /\.md$/i),
      authors: namesIn(reading.folder, 'authors', /\.ya?ml$/i),
      sections: namesIn(reading.folder, 'sections', /\.ya?ml$/i),
      series: namesIn(reading.folder, 'series', /\.ya?ml$/i),
    },
    links,
    fronts: frontSources,
  });
  const isWhole = ({ path }: { path: string }) => texts.get(path)?.faulty.size === 0;
  return { ...content, articles: content.articles.filter(isWhole) };
}

/** The names of the files of a kind: their paths in its folder without the ending. */
function namesIn(folder: Folder, place: string, ending: RegExp): Set<string> {
  return new Set(
    filesIn(folder, place, ending).map((file) =>
      file
        .slice(place.length + 1)
        .replace(ending, '')
        .normalize('NFC'),
    ),
  );
}

function failed(file: string, message: string, mend: string): ReadContent {
  return { content: undefined, problems: [{ severity: 'error', file, message, mend }] };
}

/** The rules of `publication.yaml` that its schema cannot say. False when nothing can be read. */
function checkPublication(reading: Reading, { source, faulty }: ReadYaml<Publication>): boolean {
  const { publication: data } = reading;
  const at = (...path: (string | number)[]) => placeOf('publication.yaml', source, path);
  let sound = true;
  if (!isTimeZone(data.timeZone)) {
    const zones = Intl.supportedValuesOf('timeZone');
    fault(reading, at('timeZone'), 'is no time zone', suggest(data.timeZone, zones));
    sound = false;
  }
  if (!data.languages.includes(data.defaultLanguage)) {
    fault(
      reading,
      at('defaultLanguage'),
      'is not among the `languages`',
      suggest(data.defaultLanguage, data.languages),
    );
    sound = false;
  }
  if (sound) {
    for (const [moment, ...field] of [
      [data.strictFrom, 'strictFrom'],
      [data.publisher?.foundingDate, 'publisher', 'foundingDate'],
      [data.security?.expires, 'security', 'expires'],
    ] as const) {
      if (moment !== undefined) readMoment(reading, moment, at(...field));
    }
  }
  if (new Set(data.languages).size !== data.languages.length) {
    fault(reading, at('languages'), 'names a language twice', 'keep one of the two');
  }
  data.languages.forEach((language, index) => {
    if (hasLocale(language)) return;
    const lender = localeFor(language, data.defaultLanguage).language;
    warn(
      reading,
      at('languages', index),
      `is a language in which the press has no words, so its pages borrow those of \`${lender}\``,
      'translate src/locales/en.ts and add it to src/locales/locales.ts',
    );
  });
  for (const field of ['name', 'description', 'shortName'] as const) {
    const words = data[field];
    if (words === undefined || faulty.has(field)) continue;
    if (typeof words === 'string') {
      if (data.languages.length > 1) {
        fault(
          reading,
          at(field),
          'is one text, in a paper of several languages',
          `write one for each: { ${data.languages.map((language) => `${language}: …`).join(', ')} }`,
        );
      }
      continue;
    }
    for (const language of data.languages) {
      if (words[language] === undefined) {
        fault(reading, at(field), `has no text for \`${language}\``, `add \`${language}: …\``);
      }
    }
  }
  return sound;
}

function filesIn(folder: Folder, place: string, ending: RegExp): string[] {
  return [...folder.files].filter((file) => file.startsWith(`${place}/`) && ending.test(file));
}

async function readNamed<Schema extends typeof author | typeof section | typeof topic>(
  reading: Reading,
  place: 'authors' | 'sections' | 'series' | 'topics',
  schema: Schema,
  pictureOf: (data: ReturnType<Schema['parse']>) => string | undefined,
): Promise<NamedRow<ReturnType<Schema['parse']>>[]> {
  const rows: NamedRow<ReturnType<Schema['parse']>>[] = [];
  const seen = new Set<string>();
  for (const file of filesIn(reading.folder, place, /\.ya?ml$/i)) {
    const id = file
      .slice(place.length + 1)
      .replace(/\.ya?ml$/i, '')
      .normalize('NFC');
    if (PICTURE_ENDING.test(id)) continue;
    const where = { file, line: 1, field: 'path', value: id };
    const wrong = slugFault(id);
    if (wrong !== undefined) {
      fault(reading, where, `has a name that cannot be an id: it ${wrong}`, 'rename the file');
      continue;
    }
    const reserved =
      place === 'sections' ? reservedFault(id, addressRules(reading.publication)) : undefined;
    if (reserved !== undefined) {
      fault(
        reading,
        where,
        `has a name that is taken: it ${reserved}`,
        'give the section another id',
      );
    }
    if (seen.has(id)) {
      fault(reading, where, 'exists twice, as .yaml and .yml', 'keep one of the two');
      continue;
    }
    seen.add(id);
    const read = await readYaml(reading, file, schema);
    if (read === undefined || read.faulty.size > 0) continue;
    const data = read.data as ReturnType<Schema['parse']>;
    const picture = pictureOf(data);
    const field = place === 'authors' ? 'photo' : 'picture';
    rows.push({ id, data, picture: plainPicture(reading, file, read.source, field, picture) });
  }
  return rows;
}

/** A portrait or emblem: its words are the name beside it, so it needs no alt of its own. */
function plainPicture(
  reading: Reading,
  file: string,
  source: PositionedData,
  field: string,
  reference: string | undefined,
): PictureUse | undefined {
  if (reference === undefined) return undefined;
  const found = findPicture(reading, reference, placeOf(file, source, [field]));
  if (found === undefined) return undefined;
  return {
    file: found,
    alt: '',
    caption: undefined,
    credit: undefined,
    licence: undefined,
    focus: undefined,
  };
}

function paperPicture(
  reading: Reading,
  source: PositionedData,
  field: 'logo' | 'icon' | 'design.nameplate',
  reference: string | undefined,
): PictureUse | undefined {
  return plainPicture(reading, 'publication.yaml', source, field, reference);
}

async function readFronts(
  reading: Reading,
  sources: Map<string, { file: string; source: PositionedData }>,
): Promise<Content['fronts']> {
  const fronts: Content['fronts'] = [];
  for (const file of filesIn(reading.folder, 'front', /\.ya?ml$/i)) {
    const language = file.slice('front/'.length).replace(/\.ya?ml$/i, '');
    if (!isLanguage(reading, file, language)) continue;
    if (sources.has(language)) {
      const where = { file, line: 1, field: 'path', value: language };
      fault(reading, where, 'exists twice, as .yaml and .yml', 'keep one of the two');
      continue;
    }
    const read = await readYaml(reading, file, front);
    if (read === undefined) continue;
    sources.set(language, { file, source: read.source });
    fronts.push({ language, data: read.data });
  }
  return fronts;
}

function isLanguage(reading: Reading, file: string, language: string): boolean {
  const { languages } = reading.publication;
  if (languages.includes(language)) return true;
  fault(
    reading,
    { file, line: 1, field: 'path', value: language },
    'is of a language that the publication does not have',
    suggest(language, languages),
  );
  return false;
}

async function readPages(
  reading: Reading,
  links: Sources['links'],
  sources: Map<string, PositionedData>,
): Promise<PageRow[]> {
  const rows: PageRow[] = [];
  for (const file of filesIn(reading.folder, 'pages', /\.md$/i)) {
    const place = readTextPlace(reading, file, 'pages/<language>/<slug>.md');
    if (place === undefined) continue;
    const text = await readTextFile(reading, file, page, place.language, { title: '—' });
    if (text === undefined) continue;
    sources.set(file, text.source);
    links.push(...text.body.links.map((link) => ({ file, ...link })));
    const facts = await textFacts(reading, file, text, {}, true);
    if (text.faulty.size > 0) continue;
    rows.push({
      path: `${place.language}/${place.slug}`,
      data: text.data,
      facts: { ...facts, file, ...place },
    });
  }
  return rows;
}

async function readAppeals(
  reading: Reading,
  links: Sources['links'],
  sources: Map<string, PositionedData>,
): Promise<AppealRow[]> {
  const rows: AppealRow[] = [];
  for (const file of filesIn(reading.folder, 'appeals', /\.md$/i)) {
    const place = readTextPlace(reading, file, 'appeals/<language>/<id>.md');
    if (place === undefined) continue;
    const text = await readTextFile(reading, file, appeal, place.language, { title: '—' });
    if (text === undefined) continue;
    sources.set(file, text.source);
    links.push(...text.body.links.map((link) => ({ file, ...link })));
    const at = (field: string) => placeOf(file, text.source, [field]);
    const { starts, ends } = text.data;
    const facts = {
      ...(await textFacts(reading, file, text, {}, true)),
      file,
      language: place.language,
      starts: starts === undefined ? undefined : readMoment(reading, starts, at('starts')),
      ends: ends === undefined ? undefined : readMoment(reading, ends, at('ends')),
    };
    if (facts.starts !== undefined && facts.ends !== undefined && facts.ends <= facts.starts) {
      fault(reading, at('ends'), 'is not after `starts`', 'set it to a later moment');
    }
    if (text.faulty.size > 0) continue;
    rows.push({ path: `${place.language}/${place.slug}`, data: text.data, facts });
  }
  return rows;
}

function readTextPlace(reading: Reading, file: string, form: string) {
  const [, language = '', name = '', ...more] = file.split('/');
  const slug = name.replace(/\.md$/i, '').normalize('NFC');
  const place = { file, line: 1, field: 'path', value: file };
  if (name === '' || more.length > 0) {
    fault(reading, place, 'is not where such a file can be', `move it to ${form}`);
    return undefined;
  }
  if (!isLanguage(reading, file, language)) return undefined;
  const wrong = slugFault(slug);
  if (wrong !== undefined) {
    fault(reading, place, `has a name that cannot be an address: it ${wrong}`, 'rename the file');
    return undefined;
  }
  return { language, slug };
}

async function readPictures(reading: Reading): Promise<PictureFile[]> {
  const pictures: PictureFile[] = [];
  for (const [file, place] of [...reading.pictures].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const found = await inspectPicture(reading.folder.root, file);
    if ('fault' in found) {
      fault(reading, place, found.fault, 'save it again as JPEG, PNG or WebP');
    } else pictures.push(found);
  }
  return pictures;
}

/** Files that nothing will ever read: mistyped folders and endings. */
function checkStrayFiles(reading: Reading): void {
  const places = Object.keys(PLACES);
  const seen = new Set<string>();
  for (const file of reading.folder.files) {
    const [first = '', ...rest] = file.split('/');
    const place = { file, line: 1, field: 'path', value: first };
    if (rest.length === 0) {
      const known =
        file === 'publication.yaml' || file === 'theme.css' || PICTURE_ENDING.test(file);
      if (!known) warn(reading, place, 'is a file that nothing reads', 'move it out of the paper');
    } else if (!places.includes(first)) {
      if (seen.has(first)) continue;
      seen.add(first);
      fault(
        reading,
        { ...place, file: first },
        'is a folder that nothing reads',
        suggest(first, places),
      );
    } else if (!isRead(reading.folder, file, first as keyof typeof PLACES)) {
      const holds = PLACES[first as keyof typeof PLACES];
      warn(reading, place, 'is a file that nothing reads', `in ${first}/ belong: ${holds}`);
    }
  }
}

/** Whether a file in one of the folders is text, data or picture of its kind, or a sidecar. */
function isRead(folder: Folder, file: string, place: keyof typeof PLACES): boolean {
  if (PICTURE_ENDING.test(file) || path.posix.extname(file) === '') return true;
  const isText = /^(articles|pages|appeals)$/.test(place);
  if (/\.md$/i.test(file)) return isText;
  if (!/\.ya?ml$/i.test(file)) return false;
  const picture = file.replace(/\.yaml$/, '');
  return PICTURE_ENDING.test(picture) ? folder.files.has(picture) : !isText;
}

function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
