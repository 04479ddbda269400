import { describe, expect, it } from 'vitest';
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
