import { describe, expect, it } from 'vitest';
import type { Content } from '../store/rows.ts';
import { editionOf } from './edition-for-tests.ts';
import type { Edition } from './edition.ts';
import { moment } from './paper-for-tests.ts';
import { createRefs } from './refs.ts';
import { samplePaper } from './sample-paper-for-tests.ts';
import { units } from './units.ts';

/** A ref of any kind. */
type AnyRef = { key: number } & ({ path: string } | { row: string });

/** The refs in the inputs of an edition's units. */
function refsOf(edition: Edition): AnyRef[] {
  const found: AnyRef[] = [];
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    if ('key' in value && ('path' in value || 'row' in value)) found.push(value as AnyRef);
    else for (const inner of Object.values(value)) walk(inner);
  };
  for (const { inputs } of units(edition)) walk(inputs);
  return found;
}

/** The sample paper with something else about it. */
function paperWith(change: (content: Content) => void): Content {
  const content = samplePaper();
  change(content);
  return content;
}

describe('the key of a ref', () => {
  it('covers all that the ref says, whatever becomes of other rows, and at every moment', () => {
    const { articles, pages } = samplePaper();
    const editions = [
      ...['2025-02-02', '2025-02-27T09:30', '2025-02-27T12:00', '2025-03-01', '2030-01-02'].map(
        (at) => editionOf(samplePaper(), { at: moment(at) }),
      ),
      // Each story, and each page, is taken down in turn.
      ...articles.map((_, index) =>
        editionOf(paperWith((paper) => paper.articles.splice(index, 1))),
      ),
      ...pages.map((_, index) => editionOf(paperWith((paper) => paper.pages.splice(index, 1)))),
      // The author of a live entry has no stories, and so no page, any more.
      editionOf(
        paperWith((paper) => {
          for (const row of paper.articles) row.data.authors = ['anna'];
        }),
      ),
    ];
    // A story is withdrawn between two of the moments.
    const withdrawn = paperWith((paper) => {
      const [row] = paper.articles;
      const date = moment('2025-02-28');
      row?.facts.corrections.push({ date, text: 'x', kind: 'retraction', placed: false });
    });
    for (const at of ['2025-02-27T12:00', '2025-03-01']) {
      editions.push(editionOf(withdrawn, { at: moment(at) }));
    }
    const said = new Map<number, string>();
    for (const ref of editions.flatMap(refsOf)) {
      const all = JSON.stringify(ref);
      expect(said.get(ref.key) ?? all).toBe(all);
      said.set(ref.key, all);
    }
    expect(said.size).toBeGreaterThan(150);
  });

  it('is a row’s own, even where another says the same', () => {
    const edition = editionOf(samplePaper());
    const digests = new Map([
      ['authors/anna', 'x'],
      ['authors/boris', 'x'],
    ]);
    const refs = createRefs({ ...edition, archive: { ...edition.archive, digests } });
    expect(refs.row('authors/anna').key).not.toBe(refs.row('authors/boris').key);
    expect(() => refs.row('authors/carol')).toThrow(RangeError);
  });
});
