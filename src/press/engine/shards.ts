/**
 * Several processes print one plan: this one a shard, and each of the others one too, with the
 * command that also runs on its own.
 */
import type { ChildProcess } from 'node:child_process';
import type { Shard } from './work-folder.ts';

/** What a shard's process tells the one that started it. */
export type ShardMessage = { done: number } | { failed: Failure };

/** What is told of an error to another process. */
interface Failure {
  name: string;
  message: string;
  stack?: string | undefined;
  code?: string | undefined;
  errcode?: number | undefined;
}

/** Starts the process of a shard, with a channel for its messages; `staging` is where files wait. */
export type StartShard = (shard: Shard, staging: string) => ChildProcess;

/** Between two messages of progress. */
const TELL_MS = 100;

/** The shards of `count` processes. */
export function shardsOf(count: number): Shard[] {
  return Array.from({ length: count }, (_, index) => ({ number: index + 1, of: count }));
}

/** Prints a shard in this process; `goesOn` throws when the others have failed. */
export type PrintHere = (shard: Shard, goesOn: () => void) => Promise<void>;

/**
 * Prints the first shard here and all others in processes of their own. Throws when one fails, with
 * its own error, and ends the others; `onUnits` hears how many units more those are done with.
 */
export async function runShards(
  [own, ...others]: readonly Shard[],
  { here, start }: { here: PrintHere; start: (shard: Shard) => ChildProcess },
  onUnits: (count: number) => void,
): Promise<void> {
  const children: ChildProcess[] = [];
  let failure: Error | undefined;
  const goesOn = () => {
    if (failure !== undefined) throw failure;
  };
  const work = others.map(async (shard) => {
    const child = start(shard);
    children.push(child);
    await endOf(child, shard, onUnits);
  });
  if (own !== undefined) work.push(here(own, goesOn));
  const fail = async (error: unknown) => {
    failure ??= error instanceof Error ? error : new Error(String(error));
    await Promise.all(children.map(stop));
  };
  await Promise.all(work.map((one) => one.catch(fail)));
  goesOn();
}

function endOf(
  child: ChildProcess,
  { number, of }: Shard,
  onUnits: (count: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let failure: Error | undefined;
    child.on('message', (message: ShardMessage) => {
      if ('done' in message) onUnits(message.done);
      else failure = toldError(message.failed);
    });
    child.on('error', reject);
    // Not `exit`, which may come before the last messages were read.
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else {
        const end = signal === null ? `with code ${code ?? '?'}` : `by ${signal}`;
        const what = `Shard ${number} of ${of} ended ${end} before it had printed everything.`;
        reject(failure ?? new Error(`${what} Nothing was changed.`));
      }
    });
  });
}

/** Ends a process and waits for its end: it must not write any more. */
function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.kill('SIGKILL');
  });
}

function toldError({ message, ...more }: Failure): Error {
  return Object.assign(new Error(message), more);
}

/**
 * The other end: runs in the process of a shard. Tells the process that started it of units and of
 * the error that ends the shard, and ends with it. Gives whether all was printed.
 */
export async function tellParent(print: (onUnit: () => void) => Promise<void>): Promise<boolean> {
  const end = () => process.exit(1);
  process.on('disconnect', end);
  let done = 0;
  let told = performance.now();
  const tellDone = () => {
    if (done > 0) void tell({ done });
    done = 0;
    told = performance.now();
  };
  try {
    await print(() => {
      done += 1;
      if (performance.now() - told > TELL_MS) tellDone();
    });
    tellDone();
    return true;
  } catch (error) {
    const failed: Failure = error instanceof Error ? error : new Error(String(error));
    const { name, message, stack, code, errcode } = failed;
    await tell({ failed: { name, message, stack, code, errcode } });
    return false;
  } finally {
    process.off('disconnect', end);
    process.disconnect?.();
  }
}

/** Sends a message; resolves when it is on its way, or when nobody hears it any more. */
function tell(message: ShardMessage): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, undefined, undefined, () => {
      resolve();
    });
  });
}
