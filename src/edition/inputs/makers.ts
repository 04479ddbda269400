/** What the units of an edition are made with. */
import type { StoryEntry } from '../../store/archive.ts';
import type { Edition } from '../edition.ts';
import { linkResolver } from '../links.ts';
import type { LinkResolver } from '../links.ts';
import { createRefs } from '../refs.ts';
import type { Refs } from '../refs.ts';
import type { FeedStory } from '../unit.ts';

/** The look-ups that all units share. */
export interface Makers {
  edition: Edition;
  refs: Refs;
  links: LinkResolver;
  /** Stories of feeds: each stands in several, and on its own page. */
  feedStories: Map<StoryEntry, FeedStory>;
}

/** The look-ups of an edition. */
export function createMakers(edition: Edition): Makers {
  return {
    edition,
    refs: createRefs(edition),
    links: linkResolver(edition),
    feedStories: new Map(),
  };
}
