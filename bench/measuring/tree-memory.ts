/** Memory of a process and of all that it has started, by looking at it again and again. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds between two looks. */
const INTERVAL = 150;

/**
 * New children are sought at every one of the first looks, later at every so many: to go through
 * all processes costs time itself.
 */
const LOOKS_PER_SEARCH = 8;

/** Looks at a tree of processes until told to stop. */
export interface MemoryWatch {
  /** Ends it. Gives back the highest sum of resident memory seen, in bytes. */
  stop: () => number;
}

/** Begins to watch a process and what it starts. Linux tells by `/proc`, other systems by `ps`. */
export function watchMemory(pid: number): MemoryWatch {
  return process.platform === 'linux' ? watchByProc(pid) : watchByPs(pid);
}

function watchByProc(pid: number): MemoryWatch {
  let highest = 0;
  let looks = 0;
  let known: readonly number[] = [pid];
  const look = () => {
    const early = looks < LOOKS_PER_SEARCH;
    if (early || looks % LOOKS_PER_SEARCH === 0) known = treeOf(pid, parents());
    looks += 1;
    let sum = 0;
    for (const id of known) {
      const status = statusOf(id);
      sum += field(status, 'VmRSS');
      highest = Math.max(highest, field(status, 'VmHWM') * 1024);
    }
    highest = Math.max(highest, sum * 1024);
  };
  look();
  return stopping(setInterval(look, INTERVAL), () => highest);
}

function watchByPs(pid: number): MemoryWatch {
  let highest = 0;
  let looking = false;
  const look = () => {
    if (looking) return;
    looking = true;
    execFile('ps', ['-axo', 'pid=,ppid=,rss='], (_error, output) => {
      looking = false;
      const lines = output.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
      const parent = new Map(lines.map(([id = 0, above = 0]) => [id, above]));
      const kilobytes = new Map(lines.map(([id = 0, , resident = 0]) => [id, resident]));
      const sum = treeOf(pid, parent).reduce((all, id) => all + (kilobytes.get(id) ?? 0), 0);
      highest = Math.max(highest, sum * 1024);
    });
  };
  look();
  return stopping(setInterval(look, INTERVAL), () => highest);
}

function stopping(timer: NodeJS.Timeout, result: () => number): MemoryWatch {
  return {
    stop: () => {
      clearInterval(timer);
      return result();
    },
  };
}

/**
 * The processes below one, with it.
 *
 * @param parents the parent of each process, by their numbers
 */
export function treeOf(pid: number, parents: ReadonlyMap<number, number>): number[] {
  const children = new Map<number, number[]>();
  for (const [id, parent] of parents) {
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [id]);
    else siblings.push(id);
  }
  const found: number[] = [];
  const waiting = [pid];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (!parents.has(id)) continue;
    found.push(id);
    waiting.push(...(children.get(id) ?? []));
  }
  return found;
}

/** The parent of every process of the machine. */
function parents(): Map<number, number> {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return new Map(ids.map((id) => [Number(id), field(statusOf(Number(id)), 'PPid')]));
}

/** Empty for a process that has ended. */
function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'latin1');
  } catch {
    return '';
  }
}

/** A number of the status, kilobytes where it is a size. */
function field(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0);
}
