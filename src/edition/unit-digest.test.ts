import { describe, expect, it } from 'vitest';
import { digestOf } from '../fingerprint.ts';
import { editionOf } from './edition-for-tests.ts';
import { samplePaper } from './sample-paper-for-tests.ts';
import { digestOfUnit } from './unit-digest.ts';
import type { Unit } from './unit.ts';
import { units } from './units.ts';

const all = Array.from(units(editionOf(samplePaper())));

/** What is there beside what a ref says, which its key covers. */
const isRef = (value: object) => 'key' in value && ('path' in value || 'row' in value);

/** Fields that may be null. */
const NULLABLE = new Set(['appeal', 'namedBy', 'next', 'older', 'picture', 'previous', 'series']);

/** A value with each single thing in it changed or taken away in turn. */
function* variants(value: unknown): Generator {
  if (typeof value === 'string') yield `${value}x`;
  else if (typeof value === 'number') yield value + 1;
  else if (typeof value === 'boolean') yield !value;
  else if (value === null) yield { path: 'en/2025/02/x', key: 4711, live: false, retracted: false };
  else if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    for (const [index, item] of items.entries()) {
      for (const other of variants(item)) yield items.with(index, other);
    }
    if (items.length > 0) yield items.slice(1);
    if (items.length > 1) yield items.toReversed();
  } else if (typeof value === 'object') {
    for (const [name, inner] of Object.entries(value)) {
      if (isRef(value) && name !== 'key') continue;
      for (const other of variants(inner)) yield { ...value, [name]: other };
      if (NULLABLE.has(name) && inner !== null) yield { ...value, [name]: null };
    }
  }
}

describe('the digest of a unit', () => {
  it('is a whole number, the same for the same, and another for each unit of a paper', () => {
    const digests = all.map(digestOfUnit);
    expect(digests.every(Number.isSafeInteger)).toBe(true);
    expect(Array.from(units(editionOf(samplePaper())), digestOfUnit)).toEqual(digests);
    expect(new Set(digests).size).toBe(all.length);
  });

  it('is another for another kind', () => {
    const unit: Unit = { key: 'marks', kind: 'marks', inputs: null };
    expect(digestOfUnit(unit)).not.toBe(digestOfUnit({ ...unit, kind: 'manifest' }));
  });

  it('is another where a story stands in another list', () => {
    const [unit] = all.filter((one) => one.kind === 'story');
    if (unit === undefined) throw new Error('The paper has no stories.');
    const ref = { path: 'en/2025/02/x', key: 4711, live: false, retracted: false };
    const translated: Unit = {
      ...unit,
      inputs: { ...unit.inputs, translations: [ref], related: [] },
    };
    const related: Unit = { ...unit, inputs: { ...unit.inputs, translations: [], related: [ref] } };
    expect(digestOfUnit(translated)).not.toBe(digestOfUnit(related));
  });

  const kinds = [...new Set(all.map(({ kind }) => kind))];
  it.each(kinds)('is another where anything in the inputs of a %s is', (kind) => {
    const seen = new Map<number, string>();
    for (const unit of all.filter((one) => one.kind === kind)) {
      for (const inputs of [unit.inputs, ...variants(unit.inputs)]) {
        const digest = digestOfUnit({ ...unit, inputs } as Unit);
        const plain = digestOf(inputs);
        expect(seen.get(digest) ?? plain).toBe(plain);
        seen.set(digest, plain);
      }
    }
  });
});
