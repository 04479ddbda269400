/** Digests of plain data. */
import { hash } from 'node:crypto';
import type { CardRef, RowRef, StoryRef } from './ref.ts';

/**
 * A digest of a unit's inputs or of the paper: equal data, whose fields stand in the same order, have
 * the same. A ref counts by its key, which tells more than its path, and by its moment.
 */
export function digestOf(data: unknown): string {
  const parts: string[] = [];
  write(data, parts);
  return hash('sha256', parts.join('\n'), 'base64url').slice(0, 22);
}

/**
 * Writes plain data as lines: less than JSON, and quicker, because it is asked of every unit in every
 * run. No two values have the same: a string says how long it is, and what has parts ends.
 */
function write(value: unknown, parts: string[]): void {
  if (typeof value === 'string') {
    parts.push(String(value.length), value);
  } else if (typeof value !== 'object' || value === null) {
    parts.push(String(value));
  } else if (Array.isArray(value)) {
    parts.push('[');
    for (const item of value) write(item, parts);
    parts.push(']');
  } else if (isRef(value)) {
    parts.push('@', value.key);
    if ('modified' in value) parts.push(String(value.modified), String(value.ended));
  } else {
    parts.push('{');
    for (const [name, field] of Object.entries(value)) {
      if (field === undefined) continue;
      parts.push(name);
      write(field, parts);
    }
    parts.push('}');
  }
}

function isRef(value: object): value is CardRef | RowRef | StoryRef {
  return 'key' in value && ('path' in value || 'row' in value);
}
