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
  /** Stories by their places, as far as they were asked for. */
  texts: Map<LanguageEdition, (TextRef | undefined)[]>;
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
