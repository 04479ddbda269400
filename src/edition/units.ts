/** All that an edition prints, as units; but for the files of `public/`, which the press copies. */
import type { Edition } from './edition.ts';
import { appealRefs, appealUnits } from './inputs/appeals.ts';
import { feedListUnit, feedUnits } from './inputs/feeds.ts';
import { frontUnit, listUnits, monthUnits } from './inputs/lists.ts';
import { createMakers } from './inputs/makers.ts';
import { pageUnits, standingUnits } from './inputs/pages.ts';
import { storyUnits } from './inputs/story.ts';
import { sitemapUnits } from './sitemaps.ts';
import type { Unit } from './unit.ts';
import { wellKnownUnit } from './inputs/well-known.ts';

/**
 * The units of an edition, each once, in an order that the same edition always has. No story is
 * read: what a unit is made of are choices among entries, and refs to rows.
 */
export function* units(edition: Edition): Generator<Unit> {
  const makers = createMakers(edition);
  const { refs } = makers;
  const appealOf = appealRefs(makers);
  for (const own of edition.languages) {
    yield frontUnit(edition, refs, own);
    yield* listUnits(edition, refs, own);
    yield* monthUnits(edition, refs, own);
    yield* standingUnits(makers, own);
    yield* feedUnits(makers, own);
    yield* storyUnits(makers, own, appealOf);
  }
  yield* appealUnits(refs, appealOf.shown());
  yield* pageUnits(makers);
  yield* sitemapUnits(edition, refs);
  yield feedListUnit(makers);
  yield { key: 'feed-style', kind: 'feed-style', inputs: null };
  yield { key: 'not-found', kind: 'not-found', inputs: null };
  yield { key: 'marks', kind: 'marks', inputs: null };
  yield { key: 'manifest', kind: 'manifest', inputs: null };
  yield { key: 'robots', kind: 'robots', inputs: { ai: edition.publication.robots.ai } };
  yield { key: 'hosts', kind: 'hosts', inputs: null };
  yield wellKnownUnit(edition);
}
