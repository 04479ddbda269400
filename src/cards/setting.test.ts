import { beforeAll, describe, expect, it } from 'vitest';

import { loadShaper } from './fonts.ts';
import { fit, type Setting } from './setting.ts';

beforeAll(loadShaper);

const SIZES = [84, 72, 60, 52, 44, 38, 34];

const headline = (
  text: string,
  language = 'en',
  direction: 'ltr' | 'rtl' = 'ltr',
  sizes: readonly number[] = SIZES,
): Setting =>
  fit({
    text,
    language,
    direction,
    voice: 'headline',
    width: 600,
    height: 340,
    sizes,
    tracking: -0.014,
    leading: 1.04,
    balanced: true,
  });

const words = (setting: Setting): string =>
  setting.lines
    .map((line) => line.text.trim())
    .join(' ')
    .replaceAll('\u00a0', ' ');

const SAMPLES: readonly [script: string, language: string, dir: 'ltr' | 'rtl', text: string][] = [
  [
    'Latin',
    'en',
    'ltr',
    'Harbour council votes to close the old ferry line, after “47 years” — at €3',
  ],
  [
    'Central European Latin',
    'lv',
    'ltr',
    'Rīgas dome slēdz veco prāmju līniju; Łódź, Győr, İzmir, Đà Nẵng',
  ],
  [
    'Cyrillic',
    'ru',
    'ltr',
    'Совет порта закрывает старую паромную линию: «что будет с рыбаками» — №1',
  ],
  ['Ukrainian and Kazakh', 'uk', 'ltr', 'Ґава їсть; Қазақстан үкіметі әңгіме, ₴5'],
  ['Greek', 'el', 'ltr', 'Το λιμάνι κλείνει την παλιά γραμμή των πλοίων μετά από «47 χρόνια»'],
  ['Arabic', 'ar', 'rtl', 'افتتاح مدينة جديدة في الميناء، بحلول ١٤/١١/٢٠٢٦؟'],
  ['Persian', 'fa', 'rtl', 'شورای بندر می‌گوید خط کشتی پس از ۴۷ سال بسته می‌شود؛ ماهی‌گیران گچ پژ'],
  ['Urdu', 'ur', 'rtl', 'بندرگاہ کی کونسل نے پرانی کشتی بند کرنے کا فیصلہ کیا ٹھیک ڈاکٹر'],
  ['Hebrew', 'he', 'rtl', 'מועצת הנמל הצביעה: קו המעבורת ייסגר, 10% יפוטרו'],
  ['Devanagari', 'hi', 'ltr', 'बंदरगाह परिषद ने पुरानी नौका सेवा बंद करने का फ़ैसला किया, प्रतिक्रिया'],
];

describe('a headline', () => {
  it.each(SAMPLES)(
    'in %s is set whole, with a glyph for everything',
    (_script, language, dir, text) => {
      const setting = headline(text, language, dir);
      expect(setting.missing).toEqual([]);
      expect(setting.cut).toBe(false);
      expect(words(setting)).toBe(text);
      for (const line of setting.lines) {
        expect(line.width).toBeLessThanOrEqual(600);
        for (const run of line.runs) {
          const ids = run.shape.glyphs.map(({ id }) => id);
          expect(ids, run.text).not.toContain(0);
        }
      }
    },
  );

  it.each([
    ...SAMPLES.map(([, language, dir, text]) => [language, dir, text] as const),
    ['vi', 'ltr', 'Ỹ gậy ẤỄ gặp Ổ gỡ ẦẪ'] as const,
    ['ar', 'rtl', 'أُبلغوا بأيٍّ من الرافعات الْمُبِينِ إِلَيْهِ أَيُّهَا لِّلَّهِ'] as const,
  ])('has no ink outside of its height, nor on the line below: %s %s %s', (language, dir, text) => {
    for (const sizes of [[84], [44]]) {
      const { lines, leading, baseline, height, size } = headline(text, language, dir, sizes);
      const inks = lines.map((line, index) => {
        const left = dir === 'rtl' ? 600 - line.width : 0;
        return line.runs.flatMap((run) =>
          run.shape.glyphs.flatMap(({ ink }) =>
            ink === undefined
              ? []
              : {
                  left: left + run.x + ink.left * size,
                  right: left + run.x + ink.right * size,
                  top: baseline + index * leading - ink.top * size,
                  bottom: baseline + index * leading - ink.bottom * size,
                },
          ),
        );
      });
      expect(lines.length).toBeGreaterThan(0);
      for (const ink of inks.flat()) {
        expect(ink.top).toBeGreaterThanOrEqual(0);
        expect(ink.bottom).toBeLessThanOrEqual(height);
      }
      inks.slice(1).forEach((lower, index) => {
        for (const above of inks[index] ?? []) {
          for (const ink of lower) {
            const isOver = above.left < ink.right && ink.left < above.right;
            if (isOver) expect(above.bottom).toBeLessThanOrEqual(ink.top);
          }
        }
      });
    }
  });

  it('has all letters of a script in one face, although the first one has only some', () => {
    const { lines } = headline('Қазақстан үкіметі әңгіме, Reuters', 'kk');
    const families = (letters: RegExp): Set<string> =>
      new Set(
        lines.flatMap(({ runs }) =>
          runs
            .filter(({ text }) => letters.test(text))
            .map(({ face }) => face.id.split('-')[0] ?? ''),
        ),
      );
    expect([...families(/\p{Script=Cyrillic}/u)]).toEqual(['source']);
    expect([...families(/\p{Script=Latin}/u)]).toEqual(['stix']);
  });

  it('of one character to more than 200 is set whole, the longer the smaller', () => {
    const text =
      'Port authority admits that inspectors were told in advance which of the eleven cranes would be examined, and that two reports on the collapse of the eastern quay were rewritten before ministers ever read them';
    expect(text.length).toBeGreaterThan(200);
    let last = Number.POSITIVE_INFINITY;
    for (let length = 1; length <= text.length; length += 7) {
      const setting = headline(text.slice(0, length));
      expect(setting.cut).toBe(false);
      expect(words(setting)).toBe(text.slice(0, length).trim());
      expect(setting.height).toBeLessThanOrEqual(340);
      // Letters that would touch those below them may cost a step.
      expect(setting.size).toBeLessThanOrEqual(last * 1.2);
      last = Math.min(last, setting.size);
    }
  });

  it('that cannot fit ends at a word with an ellipsis', () => {
    const setting = headline('harbour council '.repeat(60));
    expect(setting.cut).toBe(true);
    expect(setting.size).toBe(34);
    expect(words(setting)).toMatch(/(?:harbour|council)…$/u);
  });

  it('breaks a word only when no size holds it', () => {
    expect(headline('Непротивозаконопослушный').lines).toHaveLength(1);
    const setting = headline('x'.repeat(10_000));
    expect(setting.cut).toBe(true);
    for (const line of setting.lines) expect(line.width).toBeLessThanOrEqual(600);
  });

  it('sets every line at about the same length', () => {
    const setting = headline('Совет порта закрывает старую паромную линию: что будет с рыбаками');
    const widths = setting.lines.map((line) => line.width);
    expect(Math.min(...widths) / Math.max(...widths)).toBeGreaterThan(0.5);
  });

  it('does not begin a line with a dash or end it with a one-letter word', () => {
    const setting = headline(
      'Порт в марте — это лёд и люди, а в мае — туман и вода, и никто не знает, что к чему',
      'ru',
    );
    for (const line of setting.lines) {
      expect(line.text).not.toMatch(/^[—–]/u);
      expect(line.text.trim()).not.toMatch(/\s[вкосуиа]$/iu);
    }
  });

  it('runs from right to left, with Latin names and numbers in their own order', () => {
    const [line] = headline('شركة Apple Inc تعلن', 'ar', 'rtl', [40]).lines;
    expect(line?.runs.map((run) => run.text.trim()).filter(Boolean)).toEqual([
      'تعلن',
      'Apple Inc',
      'شركة',
    ]);
    const places = line?.runs.map((run) => run.x) ?? [];
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('says which characters no face has, and keeps the letter under an unknown accent', () => {
    const setting = headline('Za\u0337lgo \u{10380} text');
    expect(setting.missing).toContain('\u{10380}');
    expect(words(setting)).toMatch(/^Zalgo +text$/u);
  });

  it.each([
    ['ja', '港湾評議会', '@fontsource/noto-serif-jp'],
    ['zh-Hans', '港口议会', '@fontsource/noto-serif-sc'],
    ['zh-Hant-TW', '港口議會', '@fontsource/noto-serif-tc'],
    ['ko', '항만의회', '@fontsource/noto-serif-kr'],
    ['ka', 'საქართველო', '@fontsource/noto-sans-georgian'],
  ])('in %s is whole, or names the package to install', (language, text, name) => {
    const setting = headline(text, language);
    if (setting.missing.length === 0)
      expect(setting.lines.map((line) => line.text).join('')).toBe(text);
    else expect(setting.packages).toEqual([name]);
  });
});
