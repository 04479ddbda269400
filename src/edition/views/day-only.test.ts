import { describe, expect, it } from 'vitest';
import { bodyOf, contentOf, editionOf, story } from '../paper-for-tests.ts';
import { articleCard, articleView } from './article.ts';

describe('the moment of publication', () => {
  it.each([
    ['2025-02-01', true],
    ['2025-02-01T00:00', false],
  ])('written as %s is a day alone: %s', (published, dayOnly) => {
    const row = story('en/2025/02/a', { published });
    const view = articleView(editionOf(contentOf([row])), row, bodyOf('Text.'));
    expect(view.published.dayOnly).toBe(dayOnly);
  });

  it('stands on the card behind a mark of direction, so that its number joins no foreign name', () => {
    const row = story('ar/2025/02/a', { byline: 'Reuters' });
    const content = contentOf([row], {}, { languages: ['en', 'ar'] });
    expect(articleCard(editionOf(content), row)?.view.line).toMatch(
      /^Reuters \u200f·\u200f \p{N}/u,
    );
  });
});
