/** What the messages to readers are made of. */
import type { StoryEntry } from '../../store/archive.ts';
import { appealChooser } from '../appeals.ts';
import type { AppealInput, Unit } from '../unit.ts';
import { supportUrls } from '../views/appeal.ts';
import type { Makers } from './makers.ts';

/** Tells the message under a story, and which messages it has told of. */
export interface AppealInputsOf {
  (entry: StoryEntry): AppealInput | null;
  shown(): Iterable<AppealInput>;
}

/** Prepares the choice of messages. */
export function appealInputs({ edition, links, refs }: Makers): AppealInputsOf {
  const choose = appealChooser(edition);
  const inputs = new Map<string, AppealInput>();
  const inputOf = (entry: StoryEntry): AppealInput | null => {
    const appeal = choose(entry);
    if (appeal === undefined) return null;
    let input = inputs.get(appeal.path);
    if (input === undefined) {
      const { file, links: written } = appeal.facts;
      input = {
        appeal: refs.row(`appeals/${appeal.path}`),
        links: [
          ...links.links(written, file),
          ...links.links(supportUrls(edition, appeal), 'publication.yaml'),
        ],
      };
      inputs.set(appeal.path, input);
    }
    return input;
  };
  return Object.assign(inputOf, { shown: () => inputs.values() });
}

/** The units of the messages that stand under a story. */
export function* appealUnits(appeals: Iterable<AppealInput>): Generator<Unit> {
  for (const { appeal } of appeals) {
    const name = appeal.row.slice('appeals/'.length);
    yield { key: `appeal ${name}`, kind: 'appeal', inputs: { appeal } };
  }
}
