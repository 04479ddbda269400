import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import packageFile from '../package.json' with { type: 'json' };

const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md')];
/** The rooms of the project, as they begin a path in a document. */
const ROOMS = '(?:src|bin|bench|e2e|tools|docs)';

const textOf = (file: string) => readFileSync(file, 'utf8');

/** `text` without commands and examples. */
const withoutCode = (text: string) =>
  text.replaceAll(/^```.*?^```/gmsu, '').replaceAll(/`[^`\n]*`/gu, '');

describe.each(DOCUMENTS)('%s', (document) => {
  const text = textOf(document);

  it('links to files that are there', () => {
    const links = [...withoutCode(text).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/gu)];
    const gone = links
      .map(([, link = '']) => link)
      .filter((link) => !existsSync(path.join(path.dirname(document), link)));
    expect(gone).toEqual([]);
  });

  it('names files and folders that are there', () => {
    const named = text.matchAll(new RegExp(`\`(${ROOMS}/[\\w./*-]+)\``, 'gu'));
    const gone = [...named]
      .map(([, name = '']) => name)
      .filter((name) => globSync(name).length === 0);
    expect(gone).toEqual([]);
  });

  it('names commands that there are', () => {
    const named = [...text.matchAll(/npm run ([\w:-]+)/gu)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in packageFile.scripts))).toEqual([]);
  });
});

/** A piece of code, with the word before it where it is what to write instead; or the file of those before it. */
const CODE_OR_FILE = new RegExp(`( as )?\`([^\`]+)\`|\\((${ROOMS}/[\\w./-]+)\\)`, 'gu');

/** The code that the proofs say to break, each with its file. */
function brokenCode(): { code: string; file: string }[] {
  const rows = textOf('docs/proofs.md').match(/^\| \d.*$/gmu) ?? [];
  return rows.flatMap((row) => {
    const broken: { code: string; file: string }[] = [];
    let waiting: string[] = [];
    const lastCell = row.split(/(?<!\\) \| /u).at(-1) ?? '';
    for (const [, instead, code, file] of lastCell.matchAll(CODE_OR_FILE)) {
      if (file !== undefined) {
        broken.push(...waiting.map((each) => ({ code: each, file })));
        waiting = [];
      } else if (instead === undefined && code !== undefined) waiting.push(code);
    }
    return broken;
  });
}

describe('docs/proofs.md', () => {
  it('breaks code that is there', () => {
    const broken = brokenCode();
    const gone = broken.filter(({ code, file }) => {
      const source = existsSync(file) ? textOf(file).replaceAll(/\s+/gu, ' ') : '';
      return !code.split('…').every((piece) => source.includes(piece.trim()));
    });
    expect(broken.length).toBeGreaterThan(100);
    expect(gone).toEqual([]);
  });
});
