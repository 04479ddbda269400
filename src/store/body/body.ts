import type { Root } from 'hast';

/** A link in a body, as the author wrote it. Links to a place in the same text are not among them. */
export interface BodyLink {
  href: string;
  /** Line in the file, from 1. */
  line: number;
  /** The update of a live report that it stands in. */
  update: string | undefined;
}

/** A picture in a body: Markdown's `![alt](src "caption")`, a `::figure`, or an embed's picture. */
export interface BodyPicture {
  src: string;
  /** Undefined where none is written (`![](x.jpg)`): the picture's own fields may have one. */
  alt: string | undefined;
  caption: string | undefined;
  credit: string | undefined;
  /** Adds nothing to the words beside it. */
  decorative: boolean;
  line: number;
  /** The update of a live report that it stands in. */
  update: string | undefined;
}

/** An `:::update` of a live report. */
export interface BodyUpdate {
  /** Permanent: the anchor of the update. */
  id: string;
  /** As written: ISO 8601, without an offset in the publication's time zone. */
  time: string;
  /** Id in `content/authors/`. */
  author: string | undefined;
  headline: string | undefined;
  line: number;
}

/**
 * What lists, checks and structured data need to know of a body without rendering it. It tells of
 * all updates, also of those that are still held back: leave out what has the id of such a one.
 */
export interface BodyFacts {
  /** Words of running text; for scripts without spaces, as `Intl.Segmenter` counts them. */
  words: number;
  /** The first paragraph outside directives as plain text; empty where there is none. */
  firstParagraph: string;
  links: BodyLink[];
  pictures: BodyPicture[];
  /** The numbers that `::correction{n=…}` names. */
  corrections: { n: number; line: number }[];
  updates: BodyUpdate[];
}

/**
 * A body after parsing: allow-listed HTML as a hast tree. Links still say what the author wrote,
 * and the paper's own parts are elements whose names begin with `press-`, because what becomes of
 * them depends on the edition: `render.ts` turns them into HTML. They are:
 *
 * - `press-figure`: `src`, `alt?`, `caption?`, `credit?`, `width` (`column`, `wide`, `full`),
 *   `inline` (true for a picture within a line of text)
 * - `press-gallery`: its children are `press-figure`s
 * - `press-pullquote`: `cite?`
 * - `press-factbox`: `id` and `level` of its heading; its first child is `press-title`
 * - `press-keypoints`
 * - `press-embed`: `url`, `title`, `picture?`
 * - `press-correction`: `n`
 * - `press-update`: `update` (its id), `time`, `author?`, `headline?`
 * - `press-noteref`: `note`; `press-notes` at the end of the tree holds a `press-note` with the same
 *   `note` for each. They are numbered when they are printed, in the order of what is printed.
 *
 * Everything in it is plain data, and the same source gives the same tree.
 */
export interface ParsedBody extends PrintableBody {
  facts: BodyFacts;
}

/** A body as far as printing needs it. */
export interface PrintableBody {
  tree: Root;
}
