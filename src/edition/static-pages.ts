/** The newsroom's own pages. */
import { isStandingPage } from '../addresses.ts';
import type { PageRow } from '../store/rows.ts';

/** Those that are pages; one that is named like a standing page is its introduction instead. */
export function staticPages(pages: readonly PageRow[]): PageRow[] {
  return pages.filter(({ facts }) => !isStandingPage(facts.slug));
}
