/** A story of an archive, before it is a file of any tool. */

/** The front matter of a story; the names are those of the press. */
export interface StoryData {
  headline: string;
  standfirst: string;
  /** Local time of the paper: `2025-02-03T09:30`. */
  published: string;
  updated?: string;
  /** Ids; empty where a byline stands instead. */
  authors: string[];
  byline?: string;
  section: string;
  topics: string[];
  kind: string;
  dateline?: string;
  lead?: { image: string; alt: string; caption: string; credit: string };
  translationOf?: string;
  series?: string;
  corrections?: { date: string; text: string }[];
  live?: { start: string; end: string };
  review?: { of: string; type: string; rating: number };
  sponsor?: { name: string };
  source?: { name: string; url: string };
}

/** A piece of a text. Words are Markdown; links in them are addresses on the site. */
export type Block =
  | { type: 'paragraph' | 'heading' | 'quote'; text: string }
  | { type: 'pullquote'; text: string; cite: string }
  | { type: 'list'; items: string[] }
  | { type: 'table'; rows: string[][] }
  | { type: 'factbox'; title: string; text: string }
  | { type: 'figure'; image: string; alt: string; caption: string; credit: string }
  | { type: 'update'; id: string; time: string; headline: string; text: string };

/** A story. */
export interface Story {
  /** `en/2025/02/slug`. */
  path: string;
  language: string;
  data: StoryData;
  blocks: Block[];
}

/** The address of a story on the site: `/2025/02/slug.html`, `/ru/2025/02/slug.html`. */
export function addressOf(path: string): string {
  return `/${path.startsWith('en/') ? path.slice(3) : path}.html`;
}
