/** Which faces a text of a language asks, in order, and which package would bring a missing one. */

/** What a piece of text is on the card. */
export type Voice = 'headline' | 'opinion' | 'furniture';

/** A family as one package brings it. */
export interface Face {
  /** Package under `@fontsource/`. */
  name: string;
  weights: Readonly<Record<Voice, number>>;
}

const face = (name: string, headline = 700, opinion = 500, furniture = 600): Face => ({
  name,
  weights: { headline, opinion, furniture },
});

/** The house's headline face, the same as on the pages; furniture is set in the sans. */
const SERIF = face('stix-two-text', 700, 500, 700);
const SANS = face('source-sans-3', 700, 600, 700);
const ARABIC = face('vazirmatn', 700, 500, 700);
const HEBREW = face('frank-ruhl-libre', 700, 500, 700);
const DEVANAGARI = face('noto-serif-devanagari', 700, 500, 700);
/** Pictures in the text, drawn in the ink of the line. */
export const EMOJI = face('noto-emoji', 600, 400, 600);
const INSTALLED: readonly Face[] = [SERIF, SANS, ARABIC, HEBREW, DEVANAGARI];

const JAPANESE = face('noto-serif-jp', 700, 500, 700);
const SIMPLIFIED = face('noto-serif-sc', 700, 500, 700);
const TRADITIONAL = face('noto-serif-tc', 700, 500, 700);
const HONG_KONG = face('noto-serif-hk', 700, 500, 700);
const KOREAN = face('noto-serif-kr', 700, 500, 700);
const IDEOGRAPHS: readonly Face[] = [JAPANESE, SIMPLIFIED, TRADITIONAL, HONG_KONG, KOREAN];

/** Faces of signs have one weight. */
const MATHS = face('noto-sans-math', 400, 400, 400);
const SYMBOLS = face('noto-sans-symbols-2', 400, 400, 400);

/** What a paper of that script installs itself: large, or rare. The first that fits is named. */
const OPTIONAL: readonly { script: RegExp; face: Face }[] = [
  { script: /[\p{scx=Hiragana}\p{scx=Katakana}]/u, face: JAPANESE },
  { script: /\p{scx=Hangul}/u, face: KOREAN },
  { script: /\p{scx=Bopomofo}/u, face: TRADITIONAL },
  { script: /[\p{scx=Han}\u3000-\u303f\uff00-\uffef]/u, face: SIMPLIFIED },
  { script: /\p{scx=Georgian}/u, face: face('noto-sans-georgian') },
  { script: /\p{scx=Armenian}/u, face: face('noto-sans-armenian') },
  { script: /\p{scx=Bengali}/u, face: face('noto-sans-bengali') },
  { script: /\p{scx=Tamil}/u, face: face('noto-sans-tamil') },
  { script: /\p{scx=Kannada}/u, face: face('noto-sans-kannada') },
  { script: /\p{scx=Malayalam}/u, face: face('noto-sans-malayalam') },
  { script: /\p{scx=Thai}/u, face: face('noto-serif-thai') },
  { script: /\p{scx=Khmer}/u, face: face('noto-sans-khmer') },
  { script: /\p{scx=Myanmar}/u, face: face('noto-sans-myanmar') },
  { script: /\p{scx=Thaana}/u, face: face('noto-sans-thaana') },
  { script: /[\u2070-\u209c\u20a0-\u20c0]/u, face: face('noto-serif', 700, 500, 700) },
  { script: /[\p{Emoji_Presentation}\ufe0f\p{RI}]/u, face: EMOJI },
  { script: /[\p{Sm}\u2190-\u21ff\u2200-\u22ff\u27f0-\u27ff]/u, face: MATHS },
  { script: /[\u2300-\u23ff\u2460-\u27bf\u2b00-\u2bff]/u, face: SYMBOLS },
];

/** Chinese and Japanese have quotation marks, dashes and dots of their own in places of Latin ones. */
export const WIDE_PUNCTUATION = /^[‘’“”…—·‧]$/u;

/** The face of ideographs in a language. */
function ideographs(language: string): Face {
  const tag = language.toLowerCase();
  const [primary] = tag.split('-');
  if (primary === 'ja') return JAPANESE;
  if (primary === 'ko') return KOREAN;
  if (/^(?:zh-(?:hk|mo|hant-(?:hk|mo))|yue)\b/u.test(tag)) return HONG_KONG;
  return /^zh-(?:tw|hant)\b/u.test(tag) ? TRADITIONAL : SIMPLIFIED;
}

/** The faces to ask, in order, for a text of this language. */
export function chain(language: string, voice: Voice, isWide = false): readonly Face[] {
  const tag = language.toLowerCase();
  const [primary = ''] = tag.split('-');
  const house = voice === 'furniture' ? [SANS, SERIF] : [SERIF, SANS];
  const native =
    /^(?:ar|fa|ur|ps|ckb|ug|sd|azb|prs|arz|ary)$/u.test(primary) || tag.includes('-arab')
      ? [ARABIC]
      : /^(?:he|iw|yi)$/u.test(primary)
        ? [HEBREW]
        : /^(?:hi|mr|ne|sa|mai|bho)$/u.test(primary)
          ? [DEVANAGARI]
          : [];
  const wide = ideographs(language);
  const optional = OPTIONAL.map(({ face }) => face);
  const isIdeographic = /^(?:zh|ja|ko|yue)$/u.test(primary);
  return [
    ...new Set([
      ...(isWide ? [wide] : []),
      ...native,
      ...house,
      ...INSTALLED,
      ...(isIdeographic ? [wide] : [MATHS, SYMBOLS, wide]),
      ...optional,
    ]),
  ];
}

/** The package, without its scope, that would bring a face for a grapheme; undefined for none. */
export function packageOf(grapheme: string, language: string): string | undefined {
  const optional = OPTIONAL.find(({ script }) => script.test(grapheme))?.face;
  if (optional !== SIMPLIFIED) return optional?.name;
  const wanted = ideographs(language);
  return (IDEOGRAPHS.includes(wanted) ? wanted : SIMPLIFIED).name;
}
