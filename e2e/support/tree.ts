/** What stands in a folder, and how two such trees differ: the judge of change lists. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A file, as a change list tells of it. */
export interface Leaf {
  sha256: string;
  size: number;
}

/** The files of an edition by their addresses: `/world/index.html`. */
export type Tree = ReadonlyMap<string, Leaf>;

/** What stands below a folder now; nothing where there is none. */
export function treeOf(folder: string): Tree {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry): [string, Leaf] => {
      const file = join(entry.parentPath, entry.name);
      const address = `/${relative(folder, file).split(sep).join('/')}`.normalize('NFC');
      const bytes = readFileSync(file);
      return [address, { sha256: sha256Of(bytes), size: bytes.length }];
    });
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** SHA-256, in hexadecimal digits. */
export function sha256Of(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** `changes.json`. */
export interface Changes {
  base: string;
  next: string;
  added: Listed[];
  changed: Listed[];
  removed: Listed[];
}

interface Listed extends Leaf {
  address: string;
}

/** What a state's `changes.json` says. */
export function readChanges(state: string): Changes {
  return JSON.parse(readFileSync(join(state, 'changes.json'), 'utf8')) as Changes;
}

/** The change list of two trees, made by looking at nothing but them. */
export function differenceOf(before: Tree, after: Tree): Changes {
  const listed = (tree: Tree, holds: (address: string, leaf: Leaf) => boolean): Listed[] =>
    [...tree]
      .filter(([address, leaf]) => holds(address, leaf))
      .map(([address, { sha256, size }]) => ({ address, sha256, size }));
  return {
    base: rootOf(before),
    next: rootOf(after),
    added: listed(after, (address) => !before.has(address)),
    changed: listed(after, (address, { sha256 }) => {
      const old = before.get(address);
      return old !== undefined && old.sha256 !== sha256;
    }),
    removed: listed(before, (address) => !after.has(address)),
  };
}

/** The root hash: the sum of the SHA-256 of each line `<sha256>  <address>\n`, modulo 2^256. */
function rootOf(tree: Tree): string {
  let sum = 0n;
  for (const [address, { sha256 }] of tree) {
    sum += BigInt(`0x${sha256Of(`${sha256}  ${address}\n`)}`);
  }
  return (sum % (1n << 256n)).toString(16).padStart(64, '0');
}

/** How a tree differs from what it should be, a line a file; empty where it does not. */
export function faultsOf(found: Tree, wanted: Tree): string[] {
  const { added, changed, removed } = differenceOf(wanted, found);
  return [
    ...added.map(({ address }) => `${address} stands there and should not`),
    ...changed.map(({ address }) => `${address} has other bytes`),
    ...removed.map(({ address }) => `${address} is missing`),
  ];
}
