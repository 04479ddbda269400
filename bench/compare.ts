/**
 * What a paper costs to print, with this press and with other tools: `node bench/compare.ts`.
 * Ends with 1 where a promise is not kept.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { readOptions, wholeNumber } from './command-line.ts';
import { LANGUAGES } from './archive/paper.ts';
import type { Plan } from './archive/plan.ts';
import { MOST_MORE } from './archive/plan.ts';
import { readPlan, writeArchive } from './archive/write.ts';
import { judge, SMALL_PAPER } from './measuring/budgets.ts';
import { costChart } from './measuring/chart.ts';
import { ONE_PROCESS, STEPS } from './measuring/measurement.ts';
import type { Measurement, Results, Step } from './measuring/measurement.ts';
import { pressIn } from './measuring/press.ts';
import { lookAtPrinted } from './measuring/printed.ts';
import { runMeasured } from './measuring/run.ts';
import { resultsMarkdown, sizeTable, terminalTable, verdictTable } from './measuring/table.ts';
import { astro, astroIncremental } from './other-tools/astro.ts';
import { eleventy } from './other-tools/eleventy.ts';
import { cutFurniture } from './other-tools/furniture.ts';
import type { Furniture } from './other-tools/furniture.ts';
import { hugo } from './other-tools/hugo.ts';
import type { Project, Tool } from './other-tools/tool.ts';

const USAGE = `node bench/compare.ts [options]

  --sizes <list>    stories (default: 1000,10000)
  --tools <list>    press, hugo, eleventy, astro, astro-incremental (default: all that are there)
  --runs <number>   runs of each build; the median by CPU counts (default: 1, at most ${MOST_MORE})
  --longest <s>     seconds after which a build is stopped (default: 1800)
  --press <folder>  the project to measure (default: this one)
  --work <folder>   where archives and projects are made (default: the temporary folder)
  --write           write docs/benchmarks.md, docs/cost.svg and bench/results.json
`;

const ROOT = path.resolve(import.meta.dirname, '..');

/** Stories of the edition from which the furniture is cut. */
const FURNITURE_STORIES = 300;

/** From so many stories on it counts how many processes share the work. */
const LARGE = 10_000;

/** Where the documentation takes the results in. */
const PLACE = /(<!-- results -->)[\s\S]*(<!-- \/results -->)/;

/** Every comparison has the same archive; cards and pictures are aside. */
const ARCHIVE = { seed: 1, pictures: 0, cards: 'none' } as const;

const values = readOptions(USAGE, {
  sizes: { type: 'string', default: '1000,10000' },
  tools: { type: 'string' },
  runs: { type: 'string', default: '1' },
  longest: { type: 'string', default: '1800' },
  press: { type: 'string', default: ROOT },
  work: { type: 'string', default: os.tmpdir() },
  write: { type: 'boolean', default: false },
});

const press = pressIn(path.resolve(values.press));
const TOOLS: readonly Tool[] = [press, hugo, eleventy, astro, astroIncremental];

await compare();

async function compare(): Promise<void> {
  const sizes = values.sizes.split(',').map((text) => wholeNumber('sizes', text));
  const runs = Math.min(wholeNumber('runs', values.runs), MOST_MORE);
  const longest = wholeNumber('longest', values.longest);
  mkdirSync(values.work, { recursive: true });
  const work = mkdtempSync(path.join(path.resolve(values.work), 'broadsheet-bench-'));
  const results: Results = {
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    node: process.versions.node,
    participants: [],
    measurements: [],
  };
  try {
    const tools = chosenTools().filter((tool) => takesPart(tool, results));
    const furniture = await makeFurniture(path.join(work, 'furniture'), longest);
    const small = tools.includes(press) && !sizes.includes(SMALL_PAPER) ? [SMALL_PAPER] : [];
    for (const stories of [...small, ...sizes]) {
      const archive = path.join(work, 'archive');
      tell(`Making an archive of ${stories} stories`);
      await writeArchive(archive, { ...ARCHIVE, stories });
      const plan = readPlan(archive);
      for (const tool of tools) {
        if (stories === SMALL_PAPER && tool !== press) continue;
        const folder = path.join(work, tool.id);
        mkdirSync(folder);
        tell(`${tool.title}, ${stories} stories`);
        const project = tool.prepare({ folder, plan, archive, furniture });
        results.measurements.push(...(await measure(tool, project, stories, runs, longest)));
        rmSync(folder, { recursive: true });
      }
      rmSync(archive, { recursive: true });
      process.stdout.write(
        `\n${stories} stories\n\n${terminalTable(sizeTable(results, stories))}\n`,
      );
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  const verdicts = judge(results);
  process.stdout.write(`\n${terminalTable(verdictTable(verdicts))}\n`);
  if (values.write) await writeDocuments(results);
  const failed = results.measurements.some(
    ({ tool, failure }) => tool === press.id && failure !== undefined,
  );
  process.exitCode = failed || verdicts.some(({ kept }) => !kept) ? 1 : 0;
}

function chosenTools(): Tool[] {
  if (values.tools === undefined) return [...TOOLS];
  return values.tools.split(',').map((id) => {
    const tool = TOOLS.find((one) => one.id === id);
    if (tool !== undefined) return tool;
    throw new RangeError(`--tools: "${id}" is none of ${TOOLS.map((one) => one.id).join(', ')}.`);
  });
}

function takesPart(tool: Tool, results: Results): boolean {
  const version = tool.version();
  if (version === undefined) {
    process.stdout.write(`${tool.title} is not installed and is left out.\n`);
    return false;
  }
  results.participants.push({ id: tool.id, title: tool.title, version });
  return true;
}

/** Prints a small edition and cuts the furniture of the other tools from it. Not measured. */
async function makeFurniture(folder: string, longest: number): Promise<Furniture> {
  tell('Printing an edition to cut the furniture from');
  const archive = path.join(folder, 'archive');
  mkdirSync(folder, { recursive: true });
  await writeArchive(archive, { ...ARCHIVE, stories: FURNITURE_STORIES });
  const plan = readPlan(archive);
  const project = press.prepare({ folder, plan, archive, furniture: new Map() });
  const run = await runMeasured(project.build, longest);
  if (run.failure !== undefined) throw new Error(`The press ${run.failure}:\n${run.output}`);
  const furniture = cutFurniture(project.out, newestStories(plan));
  rmSync(folder, { recursive: true });
  return furniture;
}

/** The path of the newest story of each language. */
function newestStories(plan: Plan): Record<string, string> {
  const stories: Record<string, string> = {};
  for (let number = 0; number < plan.stories; number += 1) {
    const { language, path: story } = plan.identity(number);
    stories[language] = story;
  }
  if (Object.keys(stories).length < LANGUAGES.length) {
    throw new RangeError('The archive is too small to have stories in every language.');
  }
  return stories;
}

async function measure(
  tool: Tool,
  project: Project,
  stories: number,
  runs: number,
  longest: number,
): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  const alone: Step[] = project.oneProcess !== undefined && stories >= LARGE ? [ONE_PROCESS] : [];
  for (const step of [...alone, ...STEPS]) {
    const all: Measurement[] = [];
    for (let run = 1; run <= runs; run += 1) {
      if (step === 'cold' || step === ONE_PROCESS) project.clean();
      if (step === 'one more') project.addStory(run);
      all.push(await measureOnce(tool, project, stories, step, longest));
      if (all.at(-1)?.failure !== undefined) break;
    }
    all.sort((a, b) => a.cpu - b.cpu);
    const found =
      all.find(({ failure }) => failure !== undefined) ?? all[Math.floor((all.length - 1) / 2)];
    if (found === undefined) continue;
    measurements.push(found);
    // What follows would start from half an edition.
    if (found.failure !== undefined) break;
  }
  return measurements;
}

async function measureOnce(
  { id, title }: Tool,
  project: Project,
  stories: number,
  step: Step,
  longest: number,
): Promise<Measurement> {
  const since = Date.now();
  const command = step === ONE_PROCESS ? (project.oneProcess ?? project.build) : project.build;
  const { cpu, wall, memory, failure, output } = await runMeasured(command, longest);
  if (failure !== undefined) process.stderr.write(`${title} ${failure}:\n${output}\n`);
  const printed = lookAtPrinted(project.out, since);
  const report = project.report?.();
  tell(`  ${step}: ${cpu.toFixed(2)} s CPU, ${wall.toFixed(2)} s`);
  return {
    tool: id,
    stories,
    step,
    cpu,
    wall,
    memory,
    pages: report?.pages ?? printed.pagesWritten,
    files: report?.files ?? printed.written,
    bytes: printed.bytes,
    bytesPerPage: printed.bytesPerPage,
    failure,
  };
}

async function writeDocuments(results: Results): Promise<void> {
  const document = path.join(ROOT, 'docs/benchmarks.md');
  const json = path.join(ROOT, 'bench/results.json');
  const tables = resultsMarkdown(results, judge(results));
  const text = readFileSync(document, 'utf8').replace(
    PLACE,
    (_whole, begin: string, end: string) => `${begin}\n\n${tables}\n\n${end}`,
  );
  const style = await resolveConfig(document);
  writeFileSync(document, await format(text, { ...style, parser: 'markdown' }));
  writeFileSync(json, await format(JSON.stringify(results), { ...style, parser: 'json' }));
  writeFileSync(path.join(ROOT, 'docs/cost.svg'), costChart(results));
  process.stdout.write('\nWritten: docs/benchmarks.md, docs/cost.svg, bench/results.json\n');
}

function machine(): string {
  const cores = os.availableParallelism();
  const model = os.cpus()[0]?.model.trim() ?? 'an unknown processor';
  const gigabytes = Math.round(os.totalmem() / 1e9);
  return `${cores} cores of ${model}, ${gigabytes} GB of memory, ${os.type()}`;
}

function tell(words: string): void {
  process.stderr.write(`${words}\n`);
}
