/** What a tool has printed: counted from outside, the same way for all. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** A printed folder. */
export interface Printed {
  /** HTML files. */
  pages: number;
  /** Bytes of HTML for each page, on average. */
  bytesPerPage: number;
  /** Files of any kind, and their bytes. */
  files: number;
  bytes: number;
  /** Files that were written since the build began, and HTML among them. */
  written: number;
  pagesWritten: number;
}

/**
 * Looks at a folder after a build.
 *
 * @param since when the build began, milliseconds since 1970
 */
export function lookAtPrinted(folder: string, since: number): Printed {
  const printed: Printed = {
    pages: 0,
    bytesPerPage: 0,
    files: 0,
    bytes: 0,
    written: 0,
    pagesWritten: 0,
  };
  if (!existsSync(folder)) return printed;
  let html = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const { size, ctimeMs } = statSync(path.join(entry.parentPath, entry.name));
    const page = entry.name.endsWith('.html');
    const fresh = ctimeMs >= since;
    printed.files += 1;
    printed.bytes += size;
    if (fresh) printed.written += 1;
    if (!page) continue;
    printed.pages += 1;
    html += size;
    if (fresh) printed.pagesWritten += 1;
  }
  printed.bytesPerPage = printed.pages === 0 ? 0 : html / printed.pages;
  return printed;
}
