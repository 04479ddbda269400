import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CardView } from '../cards/card.ts';
import { cardFaces } from './card-faces.ts';

const view: CardView = {
  kind: 'topic',
  language: 'en',
  dir: 'ltr',
  paper: 'The Harbour Gazette',
  section: 'Topic',
  headline: 'Ice',
  line: '',
  accent: '#1f4e6b',
};

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the faces of cards', () => {
  it('set what they have', async () => {
    const canDraw = await cardFaces();
    expect(['Ice', 'Лёд', 'جليد'].map((headline) => canDraw({ ...view, headline }))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it.each([
    ['a character that no face has', '\u{10380}', 'social.headline'],
    ['a face that is not installed', 'Ice ދިވެހި', 'npm install @fontsource/noto-sans-thaana'],
  ])('refuse %s, and say so once', async (_what, headline, mend) => {
    const said: string[] = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      said.push(String(text));
      return true;
    });
    const canDraw = await cardFaces();
    expect(canDraw({ ...view, headline })).toBe(false);
    const before = said.length;
    expect(said.join('')).toContain(mend);
    expect(canDraw({ ...view, headline })).toBe(false);
    expect(said).toHaveLength(before);
  });
});
