import { describe, expect, it } from 'vitest';
import { editionOf, unitOf } from '../edition-for-tests.ts';
import { contentOf, story } from '../paper-for-tests.ts';

const correction = (date: string) => ({ date, text: 'x', kind: 'correction' as const });

describe('the feed of corrections', () => {
  it('has the story first that changed last, however old it is', () => {
    const rows = [
      story('en/2025/02/new', {
        published: '2025-02-10',
        corrections: [correction('2025-02-11')],
      }),
      story('en/2024/01/old', {
        published: '2024-01-01',
        corrections: [correction('2025-02-20')],
      }),
      story('en/2025/02/sound', { published: '2025-02-25' }),
      story('en/2025/01/middle', {
        published: '2025-01-02',
        corrections: [correction('2025-02-15'), correction('2025-01-03')],
      }),
    ];
    const unit = unitOf(editionOf(contentOf(rows)), 'feed en corrections');
    if (unit.kind !== 'feed') throw new TypeError(unit.kind);
    expect(unit.inputs.stories.map(({ path }) => path)).toEqual([
      'en/2024/01/old',
      'en/2025/01/middle',
      'en/2025/02/new',
    ]);
  });
});
