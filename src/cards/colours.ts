/** The inks and grounds of the cards. */

export const PAPER = '#fbf8f1';
export const INK = '#1c1a17';
export const SOFT_INK = '#5f5a52';

/** `#rgb` or `#rrggbb` as `#rrggbb`; ink for anything else. */
export function hex(colour: string): string {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/iu.exec(colour);
  if (short !== null) {
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`.toLowerCase();
  }
  return /^#[0-9a-f]{6}$/iu.test(colour) ? colour.toLowerCase() : INK;
}

const channels = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** `share` of the second colour over the first. */
export function mix(a: string, b: string, share: number): string {
  const over = channels(b);
  return `#${channels(a)
    .map((value, index) => Math.round(value + ((over[index] ?? 0) - value) * share))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG contrast of two colours. */
export function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** Paper or ink, whichever is read better on a ground. */
export const inkOn = (ground: string): string =>
  contrast(PAPER, ground) >= contrast(INK, ground) ? PAPER : INK;

/** The colour, darkened until small type in it can be read on paper. */
export function onPaper(colour: string): string {
  let tint = colour;
  for (let round = 0; round < 40 && contrast(tint, PAPER) < 4.5; round++) {
    tint = mix(tint, '#000000', 0.06);
  }
  return tint;
}
