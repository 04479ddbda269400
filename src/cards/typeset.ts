/** Compositions as pixels: outlines of glyphs in an SVG, drawn by resvg. */
import { Resvg } from '@resvg/resvg-js';

import type { Area, Composition, Type } from './composition.ts';
import { outline } from './shaping.ts';

/** A part of a composition as RGBA; where it has neither box nor type, it is clear or as the ground. */
export function rasterise(composition: Composition, area: Area, ground?: string): Buffer {
  const { left, top, width, height } = area;
  const boxes = composition.boxes.map(
    (box) =>
      `<path fill="${box.colour}" d="M${box.left} ${box.top}h${box.width}v${box.height}h${-box.width}z"/>`,
  );
  const dots = composition.dots.map(
    ({ x, y, radius, colour }) => `<circle fill="${colour}" cx="${x}" cy="${y}" r="${radius}"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}">${boxes.join('')}${dots.join('')}${composition.types.map(typeSvg).join('')}</svg>`;
  return new Resvg(svg, {
    font: { loadSystemFonts: false },
    logLevel: 'off',
    ...(ground === undefined ? {} : { background: ground }),
  }).render().pixels;
}

/** The outlines of set words, each line on its baseline. */
function typeSvg(type: Type): string {
  const { setting } = type;
  const parts: string[] = [];
  setting.lines.forEach((line, index) => {
    const x = type.left + (type.width - line.width) * share(type);
    const y = type.top + setting.baseline + index * setting.leading;
    for (const run of line.runs) {
      const scale = setting.size / run.face.unitsPerEm;
      for (const glyph of run.shape.glyphs) {
        const path = outline(run.face, glyph.id);
        if (path === '') continue;
        const at = `${round(x + run.x + glyph.x * setting.size)} ${round(y - glyph.y * setting.size)}`;
        parts.push(`<path transform="matrix(${scale} 0 0 ${-scale} ${at})" d="${path}"/>`);
      }
    }
  });
  return `<g fill="${type.colour}">${parts.join('')}</g>`;
}

/** The share of the spare width that lies left of a line. */
export function share({ align, setting }: Type): number {
  if (align === 'centre') return 0.5;
  return setting.direction === 'ltr' ? 0 : 1;
}

const round = (value: number): number => Math.round(value * 100) / 100;
