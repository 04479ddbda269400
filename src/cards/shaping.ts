/** Glyphs of a piece of text, as HarfBuzz sets them, and their outlines. */
import { type FaceFile, shaper } from './font-files.ts';

/** A glyph where it stands, in ems from the start of its run, y upwards. */
export interface Glyph {
  /** Its number in the file; 0 is the sign for a missing one. */
  id: number;
  /** Index in the run of the first UTF-16 unit that it stands for. */
  cluster: number;
  x: number;
  y: number;
  /** Where its ink is, from the same point; undefined for a space. */
  ink: Ink | undefined;
}

/** The box that a glyph blackens, in ems, y upwards. */
export interface Ink {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A run of one face, one language and one direction, from left to right. */
export interface Shape {
  glyphs: readonly Glyph[];
  /** In ems. */
  advance: number;
  /** How often letter-spacing is added. */
  clusters: number;
}

/** How a run is set, besides its text. */
export interface Manner {
  file: FaceFile;
  language: string;
  /** ISO 15924. */
  script: string;
  isRightToLeft: boolean;
  /** In ems, after every cluster. */
  tracking: number;
}

const shapes = new Map<string, Shape>();

/** Sets a run. Tracked letters are not joined into ligatures. */
export function shape(text: string, manner: Manner): Shape {
  const { file, language, script, isRightToLeft, tracking } = manner;
  const direction = isRightToLeft ? 'rtl' : 'ltr';
  const key = [file.id, language, script, direction, tracking, text].join('\0');
  const known = shapes.get(key);
  if (known !== undefined) return known;
  const hb = shaper();
  const buffer = hb.createBuffer();
  buffer.addText(text);
  buffer.setDirection(direction);
  buffer.setScript(script);
  buffer.setLanguage(language);
  hb.shape(file.font, buffer, tracking === 0 ? '' : '-liga,-clig');
  const shaped = buffer.json();
  buffer.destroy();

  const em = file.unitsPerEm;
  const glyphs: Glyph[] = [];
  let pen = 0;
  let clusters = 0;
  shaped.forEach((glyph, index) => {
    const x = pen + glyph.dx / em;
    const y = glyph.dy / em;
    glyphs.push({ id: glyph.g, cluster: glyph.cl, x, y, ink: moved(inkOf(file, glyph.g), x, y) });
    pen += glyph.ax / em;
    if (shaped[index + 1]?.cl !== glyph.cl) {
      clusters++;
      pen += tracking;
    }
  });
  const result: Shape = { glyphs, advance: pen, clusters };
  if (shapes.size > 5_000) shapes.clear();
  shapes.set(key, result);
  return result;
}

const inks = new Map<FaceFile, Map<number, Ink | undefined>>();

function inkOf(file: FaceFile, glyph: number): Ink | undefined {
  const ofFile = inks.get(file) ?? new Map<number, Ink | undefined>();
  inks.set(file, ofFile);
  if (ofFile.has(glyph)) return ofFile.get(glyph);
  const extents = file.font.glyphExtents(glyph);
  const em = file.unitsPerEm;
  const ink =
    extents === null || extents.width === 0
      ? undefined
      : {
          left: extents.xBearing / em,
          right: (extents.xBearing + extents.width) / em,
          top: extents.yBearing / em,
          bottom: (extents.yBearing + extents.height) / em,
        };
  ofFile.set(glyph, ink);
  return ink;
}

const moved = (ink: Ink | undefined, x: number, y: number): Ink | undefined =>
  ink === undefined
    ? undefined
    : { left: ink.left + x, right: ink.right + x, top: ink.top + y, bottom: ink.bottom + y };

const outlines = new Map<FaceFile, Map<number, string>>();

/** The outline of a glyph as an SVG path in font units, y upwards; empty for a space. */
export function outline(file: FaceFile, glyph: number): string {
  const ofFile = outlines.get(file) ?? new Map<number, string>();
  outlines.set(file, ofFile);
  const known = ofFile.get(glyph);
  if (known !== undefined) return known;
  const path = file.font.glyphToPath(glyph);
  ofFile.set(glyph, path);
  return path;
}
