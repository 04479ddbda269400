/** Rows of an imaginary paper, for tests: as little as each kind of row needs, and what a test adds. */
import type { Article } from '../schema/article.ts';
import type { Publication } from '../schema/publication.ts';
import { parseBody } from '../store/body/parse.ts';
import type { ParsedBody } from '../store/body/body.ts';
import { insideLinks } from '../store/references.ts';
import type {
  AppealRow,
  ArticleFacts,
  ArticleRow,
  Content,
  NamedRow,
  PageRow,
  PictureUse,
  TextFacts,
} from '../store/rows.ts';
import { parseMoment } from '../time.ts';

export const TIME_ZONE = 'Europe/Riga';

/** The moment of the editions of these tests: 1 March 2025, noon in Riga. */
export const NOW = moment('2025-03-01T12:00');

/** A moment in the paper's time zone. */
export function moment(text: string): number {
  const found = parseMoment(text, TIME_ZONE);
  if (typeof found !== 'number') throw new Error(`${text} ${found.message}`);
  return found;
}

const PUBLICATION: Publication = {
  id: 'gazette.example,2025',
  name: { en: 'The Gazette', ru: 'Газета', ar: 'الجريدة' },
  description: { en: 'News of the harbour', ru: 'Новости порта', ar: 'أخبار الميناء' },
  url: 'https://gazette.example',
  timeZone: TIME_ZONE,
  defaultLanguage: 'en',
  languages: ['en', 'ru', 'ar'],
  feeds: { items: 50 },
  cards: 'all',
  permalinks: 'file',
  canonical: 'file',
  robots: { ai: 'disallow' },
  pictures: { avif: false },
};

/** `publication.yaml` as it is read. */
export function publicationOf(changes: Partial<Publication> = {}): Publication {
  return { ...PUBLICATION, ...changes };
}

/** The texts of the rows that tests made, by their digests. */
const texts = new Map<string, string>();

/** What the store would say of a text; the text itself is found by `bodyOfFacts`. */
function textFacts(
  file: string,
  name: string,
  text: string,
  language: string,
): Omit<TextFacts, 'words'> {
  const digest = `${file} ${text}`;
  texts.set(digest, text);
  return {
    line: 10,
    firstParagraph: `First paragraph of ${name}.`,
    pictures: {},
    links: text.includes('](') ? insideLinks(bodyOf(text, language).facts.links, PUBLICATION) : [],
    digest,
  };
}

/** The text of a row that a test made. */
export function bodyOfFacts(facts: { digest: string; language: string }): Promise<ParsedBody> {
  return Promise.resolve(bodyOf(texts.get(facts.digest) ?? 'Some words.', facts.language));
}

/** What a test says of a story. */
export interface StoryMatter extends Partial<Omit<Article, 'topics' | 'live'>> {
  topics?: string[];
  live?: { start: string; end?: string; pinned?: string[] };
  updates?: { id: string; time: string; author?: string; headline?: string }[];
  facts?: Partial<ArticleFacts>;
  /** Markdown. */
  text?: string;
}

/** A story at `en/2025/02/slug`, published at noon of 1 February 2025 where nothing else is said. */
export function story(path: string, matter: StoryMatter = {}): ArticleRow {
  const [language = '', year = '', month = '', slug = ''] = path.split('/');
  const { facts, updates = [], topics = [], live, text = 'Some words.', ...fields } = matter;
  const data: Article = {
    headline: `Headline of ${slug}`,
    published: '2025-02-01T12:00',
    section: 'world',
    authors: ['anna'],
    kind: 'news',
    appeal: true,
    noindex: false,
    draft: false,
    ...(topics.length === 0 ? {} : { topics }),
    ...(live === undefined ? {} : { live }),
    ...fields,
  };
  return {
    path,
    data,
    facts: {
      ...textFacts(`articles/${path}.md`, slug, text, language),
      words: 440,
      pictureUpdates: {},
      file: `articles/${path}.md`,
      language,
      year,
      month,
      slug,
      identity: data.id ?? path,
      published: moment(data.published),
      updated: data.updated === undefined ? undefined : moment(data.updated),
      corrections: (data.corrections ?? []).map((correction) => ({
        ...correction,
        date: moment(correction.date),
        placed: false,
      })),
      live:
        live === undefined
          ? undefined
          : {
              start: moment(live.start),
              end: live.end === undefined ? undefined : moment(live.end),
            },
      updates: updates.map(({ id, time, author, headline }) => ({
        id,
        time: moment(time),
        author,
        headline,
      })),
      topics: topics.map((name) => ({ slug: name.toLowerCase().replaceAll(' ', '-'), name })),
      lead: undefined,
      socialImage: undefined,
      ...facts,
    },
  };
}

/** `count` stories, one a day, the oldest first: `en/2025/01/s001` … */
export function stories(count: number, matter: StoryMatter = {}): ArticleRow[] {
  const first = moment('2020-01-01T12:00');
  return Array.from({ length: count }, (_, index) =>
    story(`en/2020/01/s${String(index + 1).padStart(3, '0')}`, {
      ...matter,
      facts: { ...matter.facts, published: first + index * 24 * 60 * 60 * 1000 },
    }),
  );
}

/** A page at `en/about`. */
export function page(
  path: string,
  { text = 'Some words.', ...changes }: Partial<PageRow['data']> & { text?: string } = {},
): PageRow {
  const [language = '', slug = ''] = path.split('/');
  const file = `pages/${path}.md`;
  return {
    path,
    data: { title: `Title of ${path}`, noindex: false, ...changes },
    facts: { ...textFacts(file, path, text, language), words: 10, file, language, slug },
  };
}

/** A message to readers at `en/general`; it runs always where nothing is said. */
export function appeal(
  path: string,
  matter: Partial<AppealRow['data']> & { from?: number; until?: number; text?: string } = {},
): AppealRow {
  const [language = '', id = ''] = path.split('/');
  const { from, until, text = 'Dear readers,', ...data } = matter;
  const file = `appeals/${path}.md`;
  return {
    path,
    data: { title: id, ...data },
    facts: {
      ...textFacts(file, path, text, language),
      words: 2,
      file,
      language,
      starts: from,
      ends: until,
    },
  };
}

/** An author, section or series with no more than a name. */
export function named<Data extends { name: string | Record<string, string> }>(
  id: string,
  data: Data,
  picture?: PictureUse,
): NamedRow<Data> {
  return { id, data, picture };
}

/** A picture of 1600 by 900 pixels where it is used. */
export function pictureUse(file: string, changes: Partial<PictureUse> = {}): PictureUse {
  return {
    file,
    digest: `digest of ${file}`,
    width: 1600,
    height: 900,
    alt: `Alt of ${file}`,
    caption: undefined,
    credit: 'A. Photographer',
    licence: undefined,
    focus: undefined,
    ...changes,
  };
}

/** A content folder with these stories, an author and two sections. */
export function contentOf(
  articles: ArticleRow[],
  changes: Partial<Content> = {},
  publication: Partial<Publication> = {},
): Content {
  const data = publicationOf(publication);
  return {
    publication: {
      data,
      origin: data.url.replace(/\/+$/, ''),
      logo: undefined,
      icon: undefined,
      nameplate: undefined,
      filled: [],
      theme: '',
      publicFiles: [],
    },
    articles,
    authors: [named('anna', { name: 'Anna Kalnina' }), named('boris', { name: 'Boris Ozols' })],
    sections: [
      named('world', { name: 'World', appeal: true }),
      named('sport', { name: 'Sport', appeal: true }),
    ],
    series: [named('ice', { name: 'The ice winter', appeal: true })],
    topics: [],
    fronts: [],
    pages: [],
    appeals: [],
    ...changes,
  };
}

/** A text of Markdown. */
export function bodyOf(markdown: string, language = 'en'): ParsedBody {
  return parseBody(markdown, { file: 'articles/test.md', firstLine: 1, language }).body;
}

/** The last parts of the paths of stories: what tests compare. */
export function slugs(rows: Iterable<{ path: string } | undefined>): string[] {
  return [...rows].map((row) => row?.path.split('/').at(-1) ?? '');
}
