/** What views see: the paper, and the rows that their unit's refs name. */
import type { CardView } from '../cards/card.ts';
import type { Archive, CardRow } from '../store/archive.ts';
import type {
  AppealRow,
  AuthorRow,
  PageRow,
  SectionRow,
  SeriesRow,
  TopicRow,
} from '../store/rows.ts';
import { storyAsOf } from './as-of.ts';
import type { StoryAsOf } from './as-of.ts';
import type { Paper } from './paper.ts';
import type { CardRef, RowRef, StoryRef } from './ref.ts';
import { idsOfTopics } from './topics.ts';

/**
 * The paper with its rows. A row may be asked for by the ref that names it, and the rows of authors,
 * section, series and topics by their ids where the story or card that names them is in the inputs.
 */
export interface Sheet extends Paper {
  /** As of the ref's moment. */
  story(ref: StoryRef): StoryAsOf;
  card(ref: CardRef): CardRow;
  author(id: string): AuthorRow | undefined;
  section(id: string): SectionRow | undefined;
  series(id: string): SeriesRow | undefined;
  topic(id: string): TopicRow | undefined;
  page(ref: RowRef): PageRow;
  appeal(ref: RowRef): AppealRow;
  /** The id of a topic that a story names, by its slug as written. */
  topicId(slug: string): string;
  /** Whether the faces at hand can set a card; the paper's `drawingVersion` changes with them. */
  canDraw(view: CardView): boolean;
}

/** The rows of an archive. */
export type Rows = Pick<
  Archive,
  'appeals' | 'authors' | 'card' | 'pages' | 'sections' | 'series' | 'story' | 'topics'
>;

/** The sheet of a paper. Without `canDraw`, all cards can be drawn. */
export function createSheet(
  paper: Paper,
  rows: Rows,
  canDraw: (view: CardView) => boolean = () => true,
): Sheet {
  const authors = byId(rows.authors);
  const sections = byId(rows.sections);
  const series = byId(rows.series);
  const topics = byId(rows.topics);
  const topicIds = idsOfTopics(rows.topics);
  const pages = new Map(rows.pages.map((row) => [`pages/${row.path}`, row]));
  const appeals = new Map(rows.appeals.map((row) => [`appeals/${row.path}`, row]));
  return {
    ...paper,
    story: (ref) => storyAsOf(rows.story(ref.path), ref),
    card: ({ path }) => rows.card(path),
    author: (id) => authors.get(id),
    section: (id) => sections.get(id),
    series: (id) => series.get(id),
    topic: (id) => topics.get(id),
    page: ({ row }) => found(pages, row),
    appeal: ({ row }) => found(appeals, row),
    topicId: (slug) => topicIds.get(slug) ?? slug,
    canDraw,
  };
}

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

function found<Row>(rows: ReadonlyMap<string, Row>, name: string): Row {
  const row = rows.get(name);
  if (row === undefined) throw new RangeError(`There is no row ${name}.`);
  return row;
}
