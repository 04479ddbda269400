import type { PageViews } from './edition/page-kinds.ts';

declare global {
  namespace App {
    /** What a route is handed: the view of its own kind, and of no other. */
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- Astro's interface, filled.
    interface Locals extends Readonly<PageViews> {}
  }
}
