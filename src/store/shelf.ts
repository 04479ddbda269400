/** The files that several others use: pictures, and what is said of them in sidecars. */
import type { Problem } from '../problems.ts';
import { pictureSidecar } from '../schema/picture.ts';
import { inspectPicture } from './picture-files.ts';
import { readYaml } from './reader.ts';
import type { PictureFile } from './rows.ts';

/** The words about a picture, as front matter or a sidecar has them. */
export interface PictureWords {
  alt?: string | undefined;
  decorative?: boolean | undefined;
  caption?: string | undefined;
  credit?: string | undefined;
  licence?: string | undefined;
  focus?: [number, number] | undefined;
}

/** What a sidecar says; its problems are of whatever uses it. */
export interface Sidecar {
  words: PictureWords | undefined;
  problems: Problem[];
  /** SHA-256 of the file, hex; undefined where it could not be read. */
  digest: string | undefined;
}

/** Looks into each file once. */
export interface Shelf {
  /** A picture that is there, or what is wrong with it. */
  picture(file: string): Promise<PictureFile | { fault: string }>;
  /** A sidecar that is there. */
  sidecar(file: string): Sidecar;
}

/** How much is kept, of pictures and of sidecars: those that share a file stand near each other. */
const MOST_KEPT = 4_096;

/**
 * A shelf over the content folder.
 *
 * @param known pictures that need not be looked into again, by file
 */
export function createShelf(
  root: string,
  known: (file: string) => PictureFile | undefined = () => undefined,
): Shelf {
  const pictures = new Map<string, Promise<PictureFile | { fault: string }>>();
  const sidecars = new Map<string, Sidecar>();
  return {
    picture(file) {
      let found = pictures.get(file);
      if (found === undefined) {
        const before = known(file);
        found = before === undefined ? inspectPicture(root, file) : Promise.resolve(before);
        if (pictures.size >= MOST_KEPT) pictures.clear();
        pictures.set(file, found);
      }
      return found;
    },
    sidecar(file) {
      let found = sidecars.get(file);
      if (found === undefined) {
        const problems: Problem[] = [];
        const read = readYaml({ folder: { root }, problems }, file, pictureSidecar);
        if (sidecars.size >= MOST_KEPT) sidecars.clear();
        sidecars.set(file, (found = { words: read?.data, problems, digest: read?.digest }));
      }
      return found;
    },
  };
}
