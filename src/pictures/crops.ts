/** The shapes in which search shows a picture, cut around what matters in it. */
import { createHash } from 'node:crypto';
import type { PictureUse } from '../store/rows.ts';
import type { PictureJob } from './plan.ts';

/**
 * Width and height in pixels. Google asks for these three, at least 1200 pixels wide.
 *
 * @see https://developers.google.com/search/docs/appearance/structured-data/article
 */
const SHAPES = [
  { name: '16x9', width: 1200, height: 675 },
  { name: '4x3', width: 1200, height: 900 },
  { name: '1x1', width: 1200, height: 1200 },
] as const;

/** A shape of a picture. */
export interface CropView {
  address: string;
  width: number;
  height: number;
}

/** The crops of a picture: those for which it is large enough, because none is ever enlarged. */
export function planCrops(
  use: PictureUse,
  version: string,
): { views: CropView[]; jobs: PictureJob[] } {
  const [x, y] = use.focus ?? [0.5, 0.5];
  const fitting = SHAPES.filter(({ width, height }) => width <= use.width && height <= use.height);
  const name = createHash('sha256')
    .update(JSON.stringify([version, use.digest, use.credit ?? '', use.licence ?? '', x, y]))
    .digest('hex')
    .slice(0, 16);
  const jobs = fitting.map((shape): PictureJob => {
    const scale = Math.max(shape.width / use.width, shape.height / use.height);
    const whole = {
      width: Math.max(shape.width, Math.round(use.width * scale)),
      height: Math.max(shape.height, Math.round(use.height * scale)),
    };
    const from = (focus: number, all: number, part: number) =>
      Math.min(all - part, Math.max(0, Math.round(focus * all - part / 2)));
    return {
      address: `/assets/pictures/${name}-${shape.name}.jpg`,
      type: 'image/jpeg',
      ...whole,
      crop: {
        left: from(x, whole.width, shape.width),
        top: from(y, whole.height, shape.height),
        width: shape.width,
        height: shape.height,
      },
      file: use.file,
      digest: use.digest,
      credit: use.credit,
      licence: use.licence,
    };
  });
  const views = jobs.map(({ address }, index) => ({
    address,
    width: fitting[index]?.width ?? 0,
    height: fitting[index]?.height ?? 0,
  }));
  return { views, jobs };
}
