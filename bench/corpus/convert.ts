/** Turns the articles of a corpus into the files of a content folder. */
import { stringify } from 'yaml';
import { toSlug } from '../../src/addresses.ts';
import { convertBody } from './body.ts';
import type { CorpusArticle, CorpusPicture } from './corpus-article.ts';

/** Where the parts of the corpus were published, for links that begin with `/`. */
const SITES: Record<string, string> = {
  debian: 'https://www.debian.org',
  digitalgov: 'https://digital.gov',
  gov18f: 'https://18f.gsa.gov',
  mehdix: 'https://mehdix.ir',
  optech: 'https://bitcoinops.org',
};

/** The paper's name, made up; other languages have the English one. */
const NAMES: Record<string, string> = {
  en: 'The Corpus Courier',
  ar: 'بريد المدونة',
  de: 'Der Korpusbote',
  fa: 'پیک پیکره',
  fr: 'Le Courrier du corpus',
  ja: 'コーパス通信',
  ru: 'Вестник корпуса',
  'zh-CN': '语料日报',
};

const DEFAULT_LANGUAGE = 'en';

export interface ConvertedCorpus {
  /** Texts by their path in the content folder. */
  files: Map<string, string>;
  /** Where in the corpus the picture at a path of the content folder comes from. */
  pictures: Map<string, string>;
  languages: string[];
  /** Stories that name an original. */
  translations: number;
  /** Pictures on other sites: links or words stand in their place. */
  elsewhere: number;
}

/** The content folder of a paper that prints these articles. */
export function convertCorpus(articles: readonly CorpusArticle[]): ConvertedCorpus {
  const languages = languagesOf(articles);
  const result: ConvertedCorpus = {
    files: new Map([['publication.yaml', stringify(publication(languages))]]),
    pictures: new Map(),
    languages,
    translations: 0,
    elsewhere: 0,
  };
  const originals = originalsOf(articles, languages);
  for (const article of articles) {
    const path = storyPath(article);
    const original = originals.get(article.translationKey ?? article.id) ?? path;
    if (original !== path) result.translations += 1;
    const site = SITES[article.corpus] ?? 'https://example.org';
    const body = convertBody(article.bodyMarkdown, pictureNames(article), site);
    result.elsewhere += body.elsewhere;
    const hero = article.images.find((image) => image.hero === true);
    const shown = article.images.filter((image) => body.pictures.has(fileName(image.path)));
    const frontMatter = {
      ...storyFields(article),
      ...(original === path ? {} : { translationOf: original }),
      ...(hero === undefined
        ? {}
        : { lead: { image: `./${fileName(hero.path)}`, ...pictureFields(hero) } }),
      ...(shown.length === 0
        ? {}
        : {
            pictures: Object.fromEntries(
              shown.map((image) => [fileName(image.path), pictureFields(image)]),
            ),
          }),
    };
    result.files.set(
      `articles/${path}.md`,
      `---\n${stringify(frontMatter)}---\n\n${body.text.trim()}\n`,
    );
    const folder = path.slice(0, path.lastIndexOf('/'));
    for (const image of hero === undefined ? shown : [hero, ...shown]) {
      result.pictures.set(`articles/${folder}/${fileName(image.path)}`, image.path);
    }
    result.files.set(
      `sections/${toSlug(article.section)}.yaml`,
      stringify({ name: capitalised(article.section) }),
    );
    for (const author of article.authors) {
      result.files.set(`authors/${toSlug(author)}.yaml`, stringify({ name: author }));
    }
  }
  return result;
}

function publication(languages: readonly string[]): object {
  const localized = (text: (language: string) => string) =>
    Object.fromEntries(languages.map((language) => [language, text(language)]));
  return {
    id: 'corpus.example.org,2026',
    name: localized((language) => NAMES[language] ?? NAMES[DEFAULT_LANGUAGE] ?? ''),
    description: localized(() => 'Real articles, printed to see what breaks.'),
    url: 'https://corpus.example.org',
    timeZone: 'UTC',
    defaultLanguage: DEFAULT_LANGUAGE,
    languages,
    // The corpus does not say whose every picture is: everything in it is older than the rule.
    strictFrom: '2100-01-01',
  };
}

/** The default language first, the others by how much they have. */
function languagesOf(articles: readonly CorpusArticle[]): string[] {
  const counts = new Map<string, number>([[DEFAULT_LANGUAGE, Number.POSITIVE_INFINITY]]);
  for (const { lang } of articles) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([language]) => language);
}

/** The path of each original by its translation key: the one in the first of the languages. */
function originalsOf(
  articles: readonly CorpusArticle[],
  languages: readonly string[],
): Map<string, string> {
  const byLanguage = [...articles].sort(
    (a, b) => languages.indexOf(a.lang) - languages.indexOf(b.lang),
  );
  const originals = new Map<string, string>();
  for (const article of byLanguage) {
    const key = article.translationKey ?? article.id;
    if (!originals.has(key)) originals.set(key, storyPath(article));
  }
  return originals;
}

/** `en/2025/02/slug`; translations share all but the language. */
function storyPath(article: CorpusArticle): string {
  const [year = '', month = ''] = article.date.split('-');
  const key = article.translationKey ?? article.id;
  const slug = toSlug(
    key.startsWith(`${article.corpus}-`) ? key.slice(article.corpus.length + 1) : key,
  );
  return `${article.lang}/${year}/${month}/${slug}`;
}

function storyFields(article: CorpusArticle): object {
  const { id, title, description, kicker, date, updated, authors, section, tags } = article;
  const { sourceUrl, redirects = [] } = article;
  return {
    headline: title,
    id,
    ...(isText(kicker) ? { kicker } : {}),
    ...(isText(description) ? { description } : {}),
    published: date,
    ...(isText(updated) ? { updated } : {}),
    ...(authors.length === 0 ? { byline: 'Staff' } : { authors: authors.map(toSlug) }),
    section: toSlug(section),
    ...(tags.length === 0 ? {} : { topics: tags }),
    ...(isText(sourceUrl) ? { source: { name: article.corpus, url: sourceUrl } } : {}),
    ...(redirects.length === 0 ? {} : { redirectFrom: redirects }),
  };
}

/** What the corpus says of a picture; what it does not say stays missing. */
function pictureFields(image: CorpusPicture): object {
  const alt = image.alt?.replace(/^"(.*)"$/su, '$1');
  return {
    ...(isText(alt) ? { alt } : {}),
    ...(isText(image.credit) ? { credit: image.credit } : {}),
    ...(isText(image.caption) ? { caption: image.caption } : {}),
  };
}

function pictureNames(article: CorpusArticle): Map<string, string> {
  return new Map(article.images.map(({ path }) => [path, fileName(path)]));
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function isText(value: string | null | undefined): value is string {
  return value !== null && value !== undefined && value.trim() !== '';
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
