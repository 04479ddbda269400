/** The commands that tell others of a new edition, after it is online: `websub` and `indexnow`. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Publication } from '../../schema/publication.ts';
import { readChanges } from './changes.ts';
import { formatSubmission, submitIndexNow } from './index-now.ts';
import type { PostOptions } from './post.ts';
import { formatHubPing, pingHub } from './websub.ts';

/** A command and what it needs. */
export interface Announcement {
  command: 'websub' | 'indexnow';
  /** The state folder, where the list of changes is. */
  state: string;
  /** The printed edition. */
  out: string;
  /** The address of the paper, without a slash at its end. */
  origin: string;
  publication: Pick<Publication, 'canonical' | 'feeds' | 'indexNow'>;
  dryRun: boolean;
}

/**
 * Tells others what the last build changed. Gives back the words for the terminal and whether all
 * went well. Throws a UsageError where the paper is not set up for it or was not built.
 */
export async function announce(
  { command, dryRun, origin, out, publication, state }: Announcement,
  options: PostOptions = {},
): Promise<{ text: string; ok: boolean }> {
  switch (command) {
    case 'websub': {
      const { hub } = publication.feeds;
      const ping = await pingHub(
        { hub, origin, changes: await readChanges(state), dryRun },
        options,
      );
      return {
        text: formatHubPing(ping),
        ok: ping.feeds.every(({ fault }) => fault === undefined),
      };
    }
    case 'indexnow': {
      const submission = await submitIndexNow(
        {
          key: publication.indexNow?.key,
          origin,
          canonical: publication.canonical,
          changes: await readChanges(state),
          readPage: (address) => readPage(out, address),
          dryRun,
        },
        options,
      );
      return { text: formatSubmission(submission), ok: submission.faults.length === 0 };
    }
  }
}

async function readPage(out: string, address: string): Promise<string | undefined> {
  try {
    return await readFile(path.join(out, address), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
