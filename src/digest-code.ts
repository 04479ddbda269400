/** Digests of text as numbers, where many of them are held or compared at once. */
import { hash } from 'node:crypto';

/** 52 bits of the SHA-256 of a text, as a whole number. */
export function codeOf(text: string): number {
  return Number.parseInt(hash('sha256', text, 'hex').slice(0, 13), 16);
}
