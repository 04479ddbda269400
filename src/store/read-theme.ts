/** The newsroom's stylesheet: real CSS, that loads nothing from elsewhere and stays in its layer. */
import type { ImportDependency, UrlDependency } from 'lightningcss';
import { readText } from './folder.ts';
import { fault } from './reader.ts';
import type { Reading } from './reader.ts';

const FILE = 'theme.css';

/**
 * The text of `theme.css`, minified; empty where there is none. Errors: what is no CSS, what would
 * load from another host or from beside the file, an `@import`.
 */
export async function readTheme(reading: Pick<Reading, 'folder' | 'problems'>): Promise<string> {
  if (!reading.folder.has(FILE)) return '';
  const { text, bytes, problem } = readText(reading.folder, FILE);
  if (problem !== undefined) {
    reading.problems.push(problem);
    return '';
  }
  const lines = text.split('\n');
  const refuse = (line: number, message: string, mend: string) => {
    const value = lines[line - 1]?.trim();
    fault(reading, { file: FILE, line, field: 'style', value }, message, mend);
  };
  const tag = text.split('\n').findIndex((line) => /<\/?style|<!--|-->/i.test(line));
  if (tag !== -1) {
    refuse(tag + 1, 'has HTML in it', 'write plain CSS');
    return '';
  }
  // Most papers have none: the parsers are loaded where they are needed.
  const { readCss } = await import('../css-faults.ts');
  const read = readCss(text);
  if ('fault' in read) {
    const { line, message } = read.fault;
    refuse(line, `is no whole CSS: ${message}`, 'close it, or take one of two } away');
    return '';
  }
  const { transform } = await import('lightningcss');
  try {
    const options = { filename: FILE, code: bytes, minify: true } as const;
    const { dependencies } = transform({ ...options, analyzeDependencies: true });
    for (const dependency of (dependencies ?? []) as (UrlDependency | ImportDependency)[]) {
      if (dependency.type === 'url' && /^\/(?!\/)/.test(dependency.url)) continue;
      refuse(
        dependency.loc.start.line,
        dependency.type === 'import'
          ? 'imports another stylesheet'
          : 'loads something from elsewhere',
        dependency.type === 'import'
          ? 'write the rules here'
          : 'put the file into public/ and name it as /name',
      );
    }
    return new TextDecoder().decode(transform(options).code);
  } catch (error) {
    const { message, loc } = error as Error & { loc?: { line?: number } };
    refuse(loc?.line ?? 1, `is no CSS: ${message}`, 'look for a missing } or ;');
    return '';
  }
}
