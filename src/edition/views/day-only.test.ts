import { describe, expect, it } from 'vitest';
import type { Article } from '../../schema/article.ts';
import { editionOf, viewOf } from '../edition-for-tests.ts';
import { contentOf, story } from '../paper-for-tests.ts';

describe('the moment of publication', () => {
  it.each([
    ['2025-02-01', true],
    ['2025-02-01T00:00', false],
  ])('written as %s is a day alone: %s', async (published, dayOnly) => {
    const edition = editionOf(contentOf([story('en/2025/02/a', { published })]));
    const view = await viewOf(edition, 'story', 'en/2025/02/a');
    expect(view.published.dayOnly).toBe(dayOnly);
  });
});

describe('the moment of the last change', () => {
  const of = (date: string): Article['corrections'] => [{ date, kind: 'correction', text: 'x' }];

  it.each([
    [{ corrections: of('2025-02-03') }, true],
    [{ corrections: of('2025-02-03T00:00') }, false],
    [{ updated: '2025-02-03' }, true],
    [{ updated: '2025-02-03T00:00' }, false],
    [
      {
        updated: '2025-02-03T00:00',
        corrections: of('2025-02-03'),
      },
      false,
    ],
  ])('as %j is a day alone: %s', async (written, dayOnly) => {
    const edition = editionOf(
      contentOf([story('en/2025/02/a', { published: '2025-02-01T08:00', ...written })]),
    );
    const view = await viewOf(edition, 'story', 'en/2025/02/a');
    expect(view.updated?.dayOnly).toBe(dayOnly);
  });
});
