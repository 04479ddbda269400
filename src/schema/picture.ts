import { z } from 'astro/zod';
import { pictureWords } from './parts.ts';

/** A sidecar `x.jpg.yaml`: what is said about a picture wherever it is used. */
export const pictureSidecar = z.strictObject(pictureWords);
