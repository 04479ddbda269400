/** Digests of what is printed. */
import { createHash, hash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import type { Print } from './source.ts';

/** What a file is told by: its bytes and how many they are. */
export interface FileFacts {
  /** Hexadecimal. */
  sha256: string;
  size: number;
}

/** Files up to this many bytes are read at once. */
const AT_ONCE = 4 * 1024 * 1024;

/** The facts of bytes in memory. */
export function factsOf(bytes: Uint8Array): FileFacts {
  return { sha256: hash('sha256', bytes, 'hex'), size: bytes.length };
}

/** The facts of a file on the disk, however large. Throws what the file system throws. */
export function readFacts(file: string): FileFacts {
  if (statSync(file).size <= AT_ONCE) return factsOf(readFileSync(file));
  const sum = createHash('sha256');
  const piece = new Uint8Array(AT_ONCE);
  const handle = openSync(file, 'r');
  let size = 0;
  try {
    for (let read = 0; (read = readSync(handle, piece)) > 0; size += read) {
      sum.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(handle);
  }
  return { sha256: sum.digest('hex'), size };
}

/**
 * The digest of all that decides a print's bytes: equal digests, equal bytes. What is kept under a
 * name is decided by that name alone, so another code does not touch it. Throws a TypeError where
 * the print holds anything but plain data: it would not be seen.
 */
export function digestOfPrint(print: Print, codeDigest: string): string {
  if (print.kept !== undefined) return hash('sha256', `kept ${print.kept}`, 'base64url');
  const { parts = [], ...own } = print;
  refuseUnseen(own, print.address);
  const shown = [codeDigest, JSON.stringify(own), ...parts.map(digestOfPart)];
  return hash('sha256', shown.join(' '), 'base64url');
}

const digestsOfParts = new WeakMap<object, string>();

function digestOfPart(part: object, index: number): string {
  let digest = digestsOfParts.get(part);
  if (digest === undefined) {
    refuseUnseen(part, `parts[${index}]`);
    digest = hash('sha256', JSON.stringify(part), 'base64url');
    digestsOfParts.set(part, digest);
  }
  return digest;
}

/** Whether JSON says all of a value. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'boolean') return true;
  if (value === null || value === undefined) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.every(isPlain);
  if (!isPlainObject(value)) return false;
  for (const name in value) if (!isPlain((value as Record<string, unknown>)[name])) return false;
  return true;
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Throws for what JSON does not say of a value at `place`. */
function refuseUnseen(value: unknown, place: string): void {
  if (isPlain(value)) return;
  if (Array.isArray(value)) {
    for (const [index, inner] of value.entries()) refuseUnseen(inner, `${place}[${index}]`);
  } else if (typeof value === 'object' && value !== null && isPlainObject(value)) {
    for (const [name, inner] of Object.entries(value)) refuseUnseen(inner, `${place}.${name}`);
  } else throw new TypeError(`${place} is no plain data, so a change of it would not be seen.`);
}
