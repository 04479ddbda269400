/** The command `check`: what the rules find in the content, and in the edition where one is printed. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { asConfigured, checkContent, checkEdition } from '../check/check.ts';
import { readEdition } from '../check/read-edition.ts';
import { findingsJson, formatFindings, githubAnnotations } from '../check/report.ts';
import { pressOptions } from '../options.ts';
import { ContentError } from '../problems.ts';
import { memoryArchive } from '../store/memory-archive.ts';
import { readContent } from '../store/read.ts';
import { Progress } from './progress.ts';

/** How the findings are told. */
export type CheckFormat = 'text' | 'json' | 'github';

/**
 * Checks the paper of the run's options. Gives back the findings as text, and whether there is an
 * error among them. Throws a `ContentError` where the content cannot be read at all.
 */
export async function checkPaper(format: CheckFormat): Promise<{ text: string; ok: boolean }> {
  const { at, content: folder, out, public: publicFolder } = pressOptions();
  const { content, problems } = await readContent(folder, publicFolder);
  if (content === undefined) throw new ContentError(problems);
  const readText = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  const { data, origin, publicFiles } = content.publication;
  const ofContent = checkContent(memoryArchive(content), problems, at, readText);
  const ofEdition = existsSync(path.join(out, 'index.html'))
    ? checkEdition(await readPrinted(out, { origin, at: printedAt() ?? at }, new Set(publicFiles)))
    : [];
  const findings = asConfigured([...ofContent, ...ofEdition], data.check);
  const ok = findings.every(({ severity }) => severity !== 'error');
  switch (format) {
    case 'json':
      return { text: findingsJson(findings), ok };
    case 'github':
      return { text: githubAnnotations(findings, path.relative(process.cwd(), folder)), ok };
    case 'text': {
      const hint = ofEdition.length === 0 && !existsSync(out) ? 'No edition is printed yet.\n' : '';
      return { text: `${formatFindings(findings)}\n${hint}`, ok };
    }
  }
}

async function readPrinted(
  out: string,
  paper: { origin: string; at: number },
  passed: ReadonlySet<string>,
) {
  const progress = new Progress('Checking');
  let last = 0;
  const edition = await readEdition(out, paper, passed, (done, all) => {
    if (last === 0) progress.begin(all);
    progress.step(done - last);
    last = done;
  });
  progress.end();
  return edition;
}

/** The moment for which the edition was printed, as the last build noted it. */
function printedAt(): number | undefined {
  const file = path.join(pressOptions().state, 'edition.json');
  if (!existsSync(file)) return undefined;
  const report = JSON.parse(readFileSync(file, 'utf8')) as { at?: string };
  const at = Date.parse(report.at ?? '');
  return Number.isNaN(at) ? undefined : at;
}
