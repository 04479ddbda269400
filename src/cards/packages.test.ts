import { beforeAll, describe, expect, it } from 'vitest';

import type { CardView } from './card.ts';
import { loadShaper } from './fonts.ts';
import { obstacles } from './packages.ts';

beforeAll(loadShaper);

const base: CardView = {
  kind: 'article',
  language: 'en',
  dir: 'ltr',
  paper: 'The Harbour Gazette',
  section: 'Sea',
  headline: 'Ice, “47 years” — at €3 and 10%, No. ½',
  line: '',
  accent: '#1f4e6b',
};

describe('what keeps a card from being whole', () => {
  it('is nothing in scripts whose faces are always there', () => {
    for (const headline of [
      base.headline,
      'Лёд',
      'Πάγος',
      'جليد',
      'یخ گچ',
      'קרח',
      'बर्फ़',
      'Đà Nẵng',
    ]) {
      expect(obstacles({ ...base, headline })).toEqual({ packages: [], characters: [] });
    }
  });

  it('is a script that no known package sets, named by its letters', () => {
    expect(obstacles({ ...base, headline: 'Ice \u{10380}\u{10381}' })).toEqual({
      packages: [],
      characters: ['\u{10380}', '\u{10381}'],
    });
  });

  it('is a mark that would be lost from its letter', () => {
    expect(obstacles({ ...base, headline: 'Za\u0337lgo' }).characters).toEqual(['a\u0337']);
  });

  it.each([
    ['th', 'น้ำแข็ง', '@fontsource/noto-serif-thai'],
    ['my', 'ရေခဲ', '@fontsource/noto-sans-myanmar'],
    ['ja', '氷', '@fontsource/noto-serif-jp'],
    ['zh-Hant-HK', '冰', '@fontsource/noto-serif-hk'],
    ['en', 'Fire 🔥', '@fontsource/noto-emoji'],
    ['en', 'A ≈ B', '@fontsource/noto-sans-math'],
    ['en', 'More than 10⁴', '@fontsource/noto-serif'],
    ['en', 'Five ★', '@fontsource/noto-sans-symbols-2'],
  ])('is the package of a script: %s “%s”', (language, headline, name) => {
    const found = obstacles({ ...base, language, headline });
    expect(found.characters).toEqual([]);
    expect(found.packages.filter((one) => one !== name)).toEqual([]);
  });

  it('counts only words that are drawn', () => {
    const line = '\u{10380}';
    expect(obstacles({ ...base, line }).characters).toEqual([]);
    expect(obstacles({ ...base, kind: 'opinion', line }).characters).toEqual([line]);
    expect(obstacles({ ...base, kind: 'section', line }).characters).toEqual([line]);
    expect(obstacles(base).packages).toEqual([]);
  });
});
