/** The kinds of pages: which view model each shows. The layouts are compiled one for each. */
import type {
  ArchiveView,
  ArticleView,
  CorrectionsView,
  FeedsView,
  FrontView,
  ListView,
  MonthView,
  NotFoundView,
  StaticPageView,
} from './view.ts';

/** The view model of each kind of page, by its name; `src/pages/<kind>.astro` is its route. */
export interface PageViews {
  front: FrontView;
  story: ArticleView;
  /** A section, topic, author or series. */
  list: ListView;
  month: MonthView;
  archive: ArchiveView;
  corrections: CorrectionsView;
  feeds: FeedsView;
  /** A page of the newsroom’s own. */
  page: StaticPageView;
  'not-found': NotFoundView;
}

export type PageKind = keyof PageViews;
