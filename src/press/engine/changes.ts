/** What a build changes, as hosts are told. */
import { hash } from 'node:crypto';
import type { FileFacts } from './digests.ts';
import type { Affected } from './gather.ts';
import type { FileKind } from './source.ts';

/** A file of the change list. */
export interface ChangedFile extends FileFacts {
  address: string;
}

/** The difference of two editions: `changes.json`. Each list is in the order of addresses. */
export interface ChangeList {
  /** The root hash of the edition before. */
  base: string;
  /** The root hash of this edition. */
  next: string;
  added: ChangedFile[];
  changed: ChangedFile[];
  /** As they were. */
  removed: ChangedFile[];
}

/** How many files of a kind changed. */
export type KindCounts = Partial<Record<FileKind, number>>;

/** An edition in numbers. */
export interface Tally {
  /** The root hash. */
  root: string;
  files: number;
  bytes: number;
}

/** Of no files. */
export const NOTHING: Tally = { root: '0'.repeat(64), files: 0, bytes: 0 };

const MODULUS = 1n << 256n;

/**
 * The tally after files went and came. For the root hash each file counts as the SHA-256 of the
 * line `<sha256 of its bytes>  <address>\n` (UTF-8), read as a number; the root is their sum modulo
 * 2^256, in 64 hexadecimal digits. So it depends on no order, and what it costs to keep depends on
 * what changed alone. It tells one edition from another; it is no signature against a forger.
 */
export function tallyAfter(
  { root, files, bytes }: Tally,
  gone: readonly ChangedFile[],
  come: readonly ChangedFile[],
): Tally {
  let sum = BigInt(`0x${root}`);
  let size = bytes;
  for (const file of gone) {
    sum -= share(file);
    size -= file.size;
  }
  for (const file of come) {
    sum += share(file);
    size += file.size;
  }
  return {
    root: (((sum % MODULUS) + MODULUS) % MODULUS).toString(16).padStart(64, '0'),
    files: files - gone.length + come.length,
    bytes: size,
  };
}

function share({ address, sha256 }: ChangedFile): bigint {
  return BigInt(`0x${hash('sha256', `${sha256}  ${address}\n`, 'hex')}`);
}

/** The changes that affected files make to an edition, and the tally of the next one. */
export function listChanges(
  base: Tally,
  affected: ReadonlyMap<string, Affected>,
): { list: ChangeList; next: Tally } {
  const added: ChangedFile[] = [];
  const changed: ChangedFile[] = [];
  const removed: ChangedFile[] = [];
  const gone: ChangedFile[] = [];
  for (const address of [...affected.keys()].sort()) {
    const { before, after } = affected.get(address) ?? {};
    if (before?.sha256 === after?.sha256) continue;
    if (before === undefined) {
      if (after !== undefined) added.push(changedFile(address, after));
    } else if (after === undefined) removed.push(changedFile(address, before));
    else {
      gone.push(changedFile(address, before));
      changed.push(changedFile(address, after));
    }
  }
  const next = tallyAfter(base, [...removed, ...gone], [...added, ...changed]);
  return { list: { base: base.root, next: next.root, added, changed, removed }, next };
}

/**
 * Two lists of changes as one, where the second begins from the edition in which the first ends. Of
 * what was changed and then removed it has the file as the second found it.
 */
export function joinChanges(first: ChangeList, second: ChangeList): ChangeList {
  const added = byAddress(first.added);
  const changed = byAddress(first.changed);
  const removed = byAddress(first.removed);
  for (const file of second.added) {
    const before = removed.get(file.address);
    removed.delete(file.address);
    if (before === undefined) added.set(file.address, file);
    else if (before.sha256 !== file.sha256) changed.set(file.address, file);
  }
  for (const file of second.changed) {
    (added.has(file.address) ? added : changed).set(file.address, file);
  }
  for (const file of second.removed) {
    changed.delete(file.address);
    if (!added.delete(file.address)) removed.set(file.address, file);
  }
  const { base } = first;
  const { next } = second;
  return {
    base,
    next,
    added: inOrder(added),
    changed: inOrder(changed),
    removed: inOrder(removed),
  };
}

function byAddress(files: readonly ChangedFile[]): Map<string, ChangedFile> {
  return new Map(files.map((file) => [file.address, file]));
}

function inOrder(files: ReadonlyMap<string, ChangedFile>): ChangedFile[] {
  return [...files.values()].sort((a, b) => (a.address < b.address ? -1 : 1));
}

function changedFile(address: string, { sha256, size }: FileFacts): ChangedFile {
  return { address, sha256, size };
}

/** The list that a text holds; undefined for a text that is no such list. */
export function parseChanges(text: string): ChangeList | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isChangeList(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isChangeList(value: unknown): value is ChangeList {
  if (typeof value !== 'object' || value === null) return false;
  const { added, changed, removed } = value as Record<string, unknown>;
  return [added, changed, removed].every((files) => Array.isArray(files) && files.every(isFile));
}

function isFile(value: unknown): value is ChangedFile {
  const { address } = (value ?? {}) as Record<string, unknown>;
  return typeof address === 'string' && address.startsWith('/');
}

/** The list as a file: one line for each file. */
export function formatChanges(list: ChangeList): string {
  const lines = (files: readonly ChangedFile[]) =>
    files.map((file) => `\n    ${JSON.stringify(file)}`).join(',');
  return (
    `{\n  "base": "${list.base}",\n  "next": "${list.next}",\n` +
    `  "added": [${lines(list.added)}],\n` +
    `  "changed": [${lines(list.changed)}],\n` +
    `  "removed": [${lines(list.removed)}]\n}\n`
  );
}

/** How many of these files are of which kind. */
export function countKinds(
  files: readonly ChangedFile[],
  affected: ReadonlyMap<string, Affected>,
): KindCounts {
  const counts: KindCounts = {};
  for (const { address } of files) {
    const kind = affected.get(address)?.kind ?? 'file';
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}
