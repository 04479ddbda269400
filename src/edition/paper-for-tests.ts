/** Rows of an imaginary paper, for tests: as little as each kind of row needs, and what a test adds. */
import type { Article } from '../schema/article.ts';
import type { Publication } from '../schema/publication.ts';
import { parseBody } from '../store/body/parse.ts';
import type { ParsedBody } from '../store/body/body.ts';
import type {
  ArticleFacts,
  ArticleRow,
  Content,
  NamedRow,
  PageRow,
  PictureFile,
  PictureUse,
} from '../store/rows.ts';
import { parseMoment } from '../time.ts';
import { createEdition } from './edition.ts';
import type { Edition, EditionOptions } from './edition.ts';

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

/** What a test says of a story. */
export interface StoryMatter extends Partial<Omit<Article, 'topics' | 'live'>> {
  topics?: string[];
  live?: { start: string; end?: string; pinned?: string[] };
  updates?: { id: string; time: string; author?: string; headline?: string }[];
  facts?: Partial<ArticleFacts>;
}

/** A story at `en/2025/02/slug`, published at noon of 1 February 2025 where nothing else is said. */
export function story(path: string, matter: StoryMatter = {}): ArticleRow {
  const [language = '', year = '', month = '', slug = ''] = path.split('/');
  const { facts, updates = [], topics = [], live, ...fields } = matter;
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
      line: 10,
      words: 440,
      firstParagraph: `First paragraph of ${slug}.`,
      pictures: {},
      links: [],
      pictureUpdates: {},
      file: `articles/${path}.md`,
      language,
      year,
      month,
      slug,
      digest: path,
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
export function page(path: string, changes: Partial<PageRow['data']> = {}): PageRow {
  const [language = '', slug = ''] = path.split('/');
  return {
    path,
    data: { title: `Title of ${path}`, noindex: false, ...changes },
    facts: {
      line: 5,
      words: 10,
      firstParagraph: `First paragraph of ${path}.`,
      pictures: {},
      links: [],
      digest: path,
      file: `pages/${path}.md`,
      language,
      slug,
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

/** A picture where it is used. */
export function pictureUse(file: string, changes: Partial<PictureUse> = {}): PictureUse {
  return {
    ...pictureFile(file),
    alt: `Alt of ${file}`,
    caption: undefined,
    credit: 'A. Photographer',
    licence: undefined,
    focus: undefined,
    ...changes,
  };
}

/** A picture file of 1600 by 900 pixels. */
export function pictureFile(file: string): PictureFile {
  return { file, digest: `digest of ${file}`, width: 1600, height: 900 };
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

/** The edition of `NOW`. */
export function editionOf(content: Content, options: Partial<EditionOptions> = {}): Edition {
  return createEdition(content, { at: NOW, preview: false, drawingVersion: 'v1', ...options });
}

/** A text of Markdown. */
export function bodyOf(markdown: string, language = 'en'): ParsedBody {
  return parseBody(markdown, { file: 'articles/test.md', firstLine: 1, language }).body;
}

/** The last parts of the paths of stories: what tests compare. */
export function slugs(rows: readonly (ArticleRow | undefined)[]): string[] {
  return rows.map((row) => row?.facts.slug ?? '');
}
