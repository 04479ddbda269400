/** What the units of an edition are made with. */
import type { Edition, LanguageEdition } from '../edition.ts';
import { linkResolver } from '../links.ts';
import type { LinkResolver } from '../links.ts';
import type { TextRef } from '../ref.ts';
import { createRefs } from '../refs.ts';
import type { Refs } from '../refs.ts';

/** The look-ups that all units share. */
export interface Makers {
  edition: Edition;
  refs: Refs;
  links: LinkResolver;
  /** The stories of feeds, by their places: they stand in several of them, and on their pages. */
  texts: Map<LanguageEdition, Map<number, TextRef>>;
}

/** The look-ups of an edition. */
export function createMakers(edition: Edition): Makers {
  return {
    edition,
    refs: createRefs(edition),
    links: linkResolver(edition),
    texts: new Map(),
  };
}
