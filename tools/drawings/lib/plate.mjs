/** A block for one ink: starts clean, takes inked shapes and cuts in the order they are made. */
import { engrave } from './gouge.mjs';
import { box } from './shape.mjs';

let clips = 0;

export class Plate {
  /** @param ink name of an ink; @param strength 0…1, thinner than 1 is ink let down with base. */
  constructor(ink, strength = 1) {
    this.ink = ink;
    this.strength = strength;
    this.parts = [];
  }

  /** Leaves shapes standing: they print. */
  print(...shapes) {
    for (const d of shapes.flat()) this.parts.push(`<path d="${d}"/>`);
    return this;
  }

  /** Cuts shapes away: they stay paper. */
  cut(...shapes) {
    for (const d of shapes.flat()) this.parts.push(`<path d="${d}" fill="#fff"/>`);
    return this;
  }

  /** A grainy half tone, 0 paper … 1 solid. */
  tone(d, level) {
    const v = Math.round(255 * (1 - level));
    this.parts.push(`<path d="${d}" fill="rgb(${v},${v},${v})"/>`);
    return this;
  }

  /** A grainy tone running from level a at one point to level b at the other. */
  fade(d, [x1, y1, a], [x2, y2, b]) {
    const id = `f${++clips}`;
    const g = (v) => `stop-color="rgb(${Array(3).fill(Math.round(255 * (1 - v)))})"`;
    this.parts.push(
      `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">` +
        `<stop offset="0" ${g(a)}/><stop offset="1" ${g(b)}/></linearGradient><path d="${d}" fill="url(#${id})"/>`,
    );
    return this;
  }

  /** Everything drawn inside `draw` is kept within the shape. */
  within(d, draw) {
    const id = `c${++clips}`;
    this.parts.push(`<clipPath id="${id}"><path d="${d}"/></clipPath><g clip-path="url(#${id})">`);
    draw(this);
    this.parts.push('</g>');
    return this;
  }

  /** Cuts gouge strokes along lines (see engrave). */
  carve(lines, options) {
    return this.cut(engrave(lines, options));
  }

  /** Prints strokes along lines (see engrave). */
  score(lines, options) {
    return this.print(engrave(lines, options));
  }

  /** Prints the whole sheet. */
  flood(w = 1500, h = 1000) {
    return this.print(box(-20, -20, w + 40, h + 40));
  }

  svg(view, width, height) {
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
      `viewBox="0 0 ${view[0]} ${view[1]}" preserveAspectRatio="none">` +
      `<rect width="100%" height="100%" fill="#fff"/>${this.parts.join('')}</svg>`
    );
  }
}

/** Cuts shapes out of a plate together with a white rim of the given width. */
export function rim(plate, shapes, width) {
  for (const d of [shapes].flat())
    plate.parts.push(
      `<path d="${d}" fill="#fff" stroke="#fff" stroke-width="${width}" stroke-linejoin="round"/>`,
    );
}

/** Leaves paper within a printed outline of the given width. */
export const outline = (plate, shapes, width) =>
  plate.parts.push(
    `<path d="${[shapes].flat().join('')}" fill="#fff" stroke="#000" stroke-width="${width}" stroke-linejoin="round"/>`,
  );
