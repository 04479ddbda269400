/** What is wrong with a layout, and where: in the words of who wrote it, not of the bundler. */
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

/** A layout could not be compiled, or could not set a page. The message is for who wrote it. */
export class LayoutError extends Error {
  override readonly name = 'LayoutError';
}

/** What the bundler says of one fault. */
interface Fault {
  message: string;
  loc?: { file?: string; line: number; column: number } | undefined;
}

/** The error of layouts at `root` that do not compile: each fault with its file and line. */
export function compileFailed(error: unknown, root: string): LayoutError {
  const given = error instanceof Error ? error : new Error(String(error));
  const faults: Fault[] = (given as Error & { errors?: Fault[] }).errors ?? [given];
  const lines = faults.map(({ message, loc }) => {
    const file = loc?.file === undefined ? undefined : path.relative(root, loc.file);
    const place = file === undefined ? '' : `${file}:${loc?.line}:${loc?.column} `;
    return `  ${place}${stripVTControlCharacters(message).trimEnd()}`;
  });
  return new LayoutError(`The layouts do not compile.\n${lines.join('\n')}`, { cause: error });
}

/**
 * The error of a page of this kind that its layout did not get through: with the page's address,
 * and the component and line where it failed. `folder` holds the compiled layouts.
 */
export function layoutFailed(
  kind: string,
  address: string,
  error: unknown,
  folder: string,
): LayoutError {
  const place = placeOf(error, folder);
  const what = error instanceof Error ? error.message : String(error);
  return new LayoutError(
    `The layout of ${kind} could not set ${address}${place === undefined ? '' : `, in ${place}`}: ${what}`,
    { cause: error },
  );
}

/** A place in the rooms that are compiled. */
const IN_SOURCE = /(?:^|\/)(src\/(?:components|layouts|pages)\/.*)$/;

/** `src/components/Teaser.astro:31` for an error from there; undefined where nothing tells. */
function placeOf(error: unknown, folder: string): string | undefined {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  for (const [, where = '', line, column] of stack.matchAll(/([^\s(]+):(\d+):(\d+)\)?$/gm)) {
    const file = where.startsWith('file:') ? fileURLToPath(where) : where;
    // Where Node was told to read source maps, the stack names the source itself.
    const written = IN_SOURCE.exec(file.split(path.sep).join('/'))?.[1];
    if (written !== undefined) return `${written}:${line}`;
    if (!file.startsWith(folder + path.sep)) continue;
    const place = originOf(file, Number(line), Number(column));
    if (place !== undefined) return place;
  }
  return undefined;
}

/** The place in `src/` that a place in a compiled file comes from. Lines and columns begin at 1. */
function originOf(file: string, line: number, column: number): string | undefined {
  let map: SourceMap;
  try {
    map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')) as SourceMapPayload);
  } catch {
    return undefined;
  }
  const origin = map.findOrigin(line, column);
  if (!('fileName' in origin)) return undefined;
  const below = IN_SOURCE.exec(origin.fileName)?.[1];
  return below === undefined ? undefined : `${below}:${origin.lineNumber}`;
}

type SourceMapPayload = ConstructorParameters<typeof SourceMap>[0];
