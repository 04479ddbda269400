/** What the messages to readers are made of. */
import type { StoryEntry } from '../../store/archive.ts';
import { appealChooser } from '../appeals.ts';
import { keyOf } from '../../fingerprint.ts';
import type { AppealRef } from '../ref.ts';
import type { Refs } from '../refs.ts';
import type { Unit } from '../unit.ts';
import { supportUrls } from '../views/appeal.ts';
import type { Makers } from './makers.ts';

/** Tells the message under a story, and which messages it has told of. */
export interface AppealRefs {
  (entry: StoryEntry): AppealRef | null;
  shown(): Iterable<AppealRef>;
}

/** Prepares the choice of messages. */
export function appealRefs({ edition, links, refs }: Makers): AppealRefs {
  const choose = appealChooser(edition);
  const known = new Map<string, AppealRef>();
  const refOf = (entry: StoryEntry): AppealRef | null => {
    const appeal = choose(entry);
    if (appeal === undefined) return null;
    let ref = known.get(appeal.path);
    if (ref === undefined) {
      const { file, links: written } = appeal.facts;
      const { row, key } = refs.row(`appeals/${appeal.path}`);
      const found = [
        ...links.links(written, file),
        ...links.links(supportUrls(edition, appeal), 'publication.yaml'),
      ];
      known.set(appeal.path, (ref = { row, key: keyOf([key, found]), links: found }));
    }
    return ref;
  };
  return Object.assign(refOf, { shown: () => known.values() });
}

/** The units of the messages that stand under a story. */
export function* appealUnits(refs: Refs, appeals: Iterable<AppealRef>): Generator<Unit> {
  for (const { row } of appeals) {
    const name = row.slice('appeals/'.length);
    yield { key: `appeal ${name}`, kind: 'appeal', inputs: { appeal: refs.row(row) } };
  }
}
