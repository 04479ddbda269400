/** The press on the command line: reads what is asked for and has it done. */
import { fork } from 'node:child_process';
import { realpathSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { handOnOptions, pressOptions } from '../options.ts';
import { formatProblems } from '../problems.ts';
import { parseMoment } from '../time.ts';
import { build, mergePlan, plan, renderPart, resumeSwitch } from './engine/build.ts';
import type { BuildOptions } from './engine/build.ts';
import type { Merged } from './engine/merge.ts';
import { countUnits } from './engine/plan.ts';
import { formatReport } from './engine/run-report.ts';
import { tellParent } from './engine/shards.ts';
import { SwitchError } from './engine/switch.ts';
import type { Shard } from './engine/work-folder.ts';
import { Progress } from './progress.ts';
import { mendOf, messageOf, UsageError } from './usage-error.ts';

const USAGE = `npm run <command> -- [options]

  build      print into dist/ what is due
  dev        show the paper with drafts and embargoed stories, and follow every edit
  preview    serve the printed edition
  takedown   remove a story, its pictures and every reference to it: takedown -- en/2025/02/slug
  check      say what search, readers and editors would miss
  websub     tell the hub which feeds the last build has changed
  indexnow   tell search engines which pages the last build has changed
  doctor     say whether a host will take the edition: doctor -- --host netlify
  plan       write down what is due, for render and merge on one or several machines
  render     print a part of the plan: render -- --shard 1/4
  merge      put together what was rendered, check it, and bring it into dist/

  --content <folder>   where the newspaper is (default: content)
  --out <folder>       where the edition goes (default: dist)
  --public <folder>    files passed through as they are (default: public)
  --state <folder>     what is kept between runs (default: .broadsheet)
  --at <moment>        print the edition of that moment, ISO 8601 with an offset (default: now)
  --clean              for build and plan: print everything, and trust nothing that was printed
  --delta <folder>     for build, plan and merge: write changed files alone, into this folder
  --jobs <number>      for build: most processes that print at a time (default: one for each core)
  --shard <k/n>        for render: the part of the plan, counted from 1
  --host <name>        for doctor: the host
  --port <number>      for dev and preview (default: 4321)
  --json, --github     for check: for programs, for annotations on GitHub
  --dry-run            for takedown, websub, indexnow: say what would be done, and do nothing
`;

/** More processes than this gain little, and each takes its memory. */
const MOST_JOBS = 8;

/** What stands on the command line. */
function readArguments(args: string[]) {
  return parseArgs({
    args,
    allowPositionals: true,
    options: {
      content: { type: 'string' },
      out: { type: 'string' },
      public: { type: 'string' },
      state: { type: 'string' },
      at: { type: 'string' },
      clean: { type: 'boolean' },
      delta: { type: 'string' },
      jobs: { type: 'string' },
      shard: { type: 'string' },
      // Where the files of a shard wait that `build` has started.
      staging: { type: 'string' },
      host: { type: 'string' },
      json: { type: 'boolean' },
      github: { type: 'boolean' },
      port: { type: 'string' },
      'dry-run': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}

type Values = ReturnType<typeof readArguments>['values'];

/** A command; `story` is what stands behind it. Gives the exit code, or none for 0. */
type Command = (values: Values, story: string | undefined) => Promise<number | undefined>;

const COMMANDS: Record<string, Command> = {
  build: async (values) => {
    const jobs = readJobs(values);
    return tell(await build(await pressParts(jobs), buildOptions(values, jobs)));
  },
  plan: async (values) => {
    const jobs = readJobs(values);
    const head = await plan(await pressParts(jobs), buildOptions(values, jobs));
    process.stdout.write(`Planned: ${head.due} units are due, ${head.gone.length} are gone.\n`);
    return 0;
  },
  render: async ({ shard: written, staging }) => {
    const shard = readShard(written);
    const { state, public: publicFolder } = pressOptions();
    const place = { state, public: publicFolder, staging, shard };
    const parts = await pressParts(1);
    const print = (onUnit: () => void) => renderPart(parts, place, onUnit);
    if (process.send !== undefined) return (await tellParent(print)) ? 0 : 1;
    const progress = new Progress(`Printing shard ${shard.number} of ${shard.of}:`);
    progress.begin(countUnits(state, shard));
    try {
      await print(() => {
        progress.step();
      });
    } finally {
      progress.end();
    }
    return 0;
  },
  merge: async ({ delta }) => {
    const { state, out } = pressOptions();
    return tell(await mergePlan({ state, out, delta }));
  },
  // For `preview`, which serves what is there.
  resume: async () => {
    await resume({ needed: false });
    return 0;
  },
  dev: async ({ port }) => {
    await resume({ needed: false });
    handOnOptions({ mode: 'preview' });
    const { dev } = await import('astro');
    await dev({ root: pressOptions().root, logLevel: 'info', server: { port: readPort(port) } });
    return forever();
  },
  takedown: async (values, story) => {
    if (story === undefined) {
      throw new UsageError('takedown: name the story: npm run takedown en/2026/09/slug');
    }
    refuseSwallowedOptions(['content', 'public', 'state'], '<story> ');
    const { content, public: publicFolder, state } = pressOptions();
    await resume({ needed: false });
    const dryRun = values['dry-run'] === true || process.env['npm_config_dry_run'] === 'true';
    const { takeDown } = await import('./takedown/takedown.ts');
    const { formatTakedown } = await import('./takedown/report.ts');
    const taken = await takeDown(content, story, { publicFolder, scratch: state, dryRun });
    process.stdout.write(formatTakedown(taken, dryRun));
    return 0;
  },
  check: async ({ json, github }) => {
    await resume({ needed: false });
    const { checkPaper } = await import('./check-command.ts');
    const { text, ok } = await checkPaper(
      json === true ? 'json' : github === true ? 'github' : 'text',
    );
    process.stdout.write(text);
    return ok ? 0 : 1;
  },
  websub: async (values) => tellOthers('websub', values),
  indexnow: async (values) => tellOthers('indexnow', values),
  doctor: async ({ host }) => {
    if (host === undefined)
      throw new UsageError('doctor: name a host: npm run doctor -- --host s3');
    await resume({ needed: true });
    const { examine, formatExamination, hostNamed } = await import('./doctor/doctor.ts');
    const { measureEdition } = await import('./doctor/measure.ts');
    const limits = hostNamed(host);
    const size = await measureEdition(pressOptions().out);
    process.stdout.write(formatExamination(size, limits));
    return examine(size, limits).every(({ fits }) => fits) ? 0 : 1;
  },
};

/** Options of commands that npm would keep for itself where `--` is missing. */
const SWALLOWED = 'clean delta shard at jobs out content public state host port json github'.split(
  ' ',
);

/** Runs one command. Gives back the exit code. */
async function main(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args);
  const [name, story, ...more] = positionals;
  if (name !== 'takedown') refuseSwallowedOptions(SWALLOWED);
  const surplus = more.length > 0 || (story !== undefined && name !== 'takedown');
  if (values.help === true || name === undefined || surplus) {
    process.stdout.write(USAGE);
    return values.help === true ? 0 : 2;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    process.stdout.write(`There is no command "${name}".\n\n${USAGE}`);
    return 2;
  }
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const root = path.resolve(import.meta.dirname, '../..');
  const { content, out, public: publicFolder, state, at, staging, delta } = values;
  const folders = definedOnly({
    content: resolved(content),
    out: resolved(out),
    public: resolved(publicFolder),
    state: resolved(state),
  });
  const absolute = { ...values, staging: resolved(staging), delta: resolved(delta) };
  refuseMissingPublic(folders.public);
  // Astro resolves packages from where it runs when the state folder is elsewhere.
  process.chdir(root);
  handOnOptions({ root, ...folders, ...(at === undefined ? {} : { at: readMoment(at) }) });
  refuseNestedFolders(absolute.delta);
  return (await command(definedOnly(absolute), story)) ?? 0;
}

/** Tells a hub or search engines what the last build has changed. */
async function tellOthers(
  command: 'websub' | 'indexnow',
  { 'dry-run': dry }: Values,
): Promise<number> {
  await resume({ needed: true });
  const { content, out, state } = pressOptions();
  const { announce } = await import('./announce/announce.ts');
  const { readPublication } = await import('../store/read-publication.ts');
  const { publication, origin } = await readPublication(content);
  const dryRun = dry === true || process.env['npm_config_dry_run'] === 'true';
  const { text, ok } = await announce({ command, state, out, origin, publication, dryRun });
  process.stdout.write(text);
  return ok ? 0 : 1;
}

/**
 * Completes a switch that was killed. `needed`: the command is about the edition, which must be
 * complete; others go on where that cannot be, and say so.
 */
async function resume({ needed }: { needed: boolean }): Promise<void> {
  try {
    await resumeSwitch(pressOptions());
  } catch (error) {
    const isRefused = error instanceof Error && mendOf(error) !== undefined;
    if (error instanceof SwitchError ? needed : !isRefused) throw error;
    process.stderr.write(`${messageOf(error)}\n\n`);
  }
}

/** Loaded only by those who print: it takes longer than most commands. */
async function pressParts(jobs: number) {
  const { pressParts: parts } = await import('./parts.ts');
  return parts({ jobs });
}

function buildOptions({ clean = false, delta }: Values, jobs: number): BuildOptions {
  const { state, out, public: publicFolder, at } = pressOptions();
  return {
    state,
    out,
    public: publicFolder,
    at,
    clean,
    delta,
    jobs,
    startShard: ({ number, of }, staging) =>
      fork(import.meta.filename, ['render', '--shard', `${number}/${of}`, '--staging', staging], {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      }),
    onProblems: (problems) => {
      if (problems.length === 0) return;
      process.stderr.write(`What to look at in the content:\n${formatProblems(problems)}\n`);
    },
  };
}

function tell({ report }: Merged): number {
  process.stdout.write(formatReport(report));
  return 0;
}

function forever(): Promise<number> {
  return new Promise<number>(() => undefined);
}

function resolved(folder: string | undefined): string | undefined {
  return folder === undefined ? undefined : path.resolve(folder);
}

/** A folder that is named and not there is mistyped, and the edition would lose its files. */
function refuseMissingPublic(folder: string | undefined): void {
  if (folder === undefined) return;
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return;
  throw new UsageError(`--public: there is no folder ${folder}.`);
}

/**
 * What the press writes lies apart from what it reads and from what is private: one would be
 * published, taken for content, or cleared away with the other.
 */
function refuseNestedFolders(delta: string | undefined): void {
  const { content, out, public: publicFolder, state } = pressOptions();
  const given = { content, public: publicFolder, state };
  refuseNested({ out }, given);
  refuseNested({ state }, { public: publicFolder });
  if (delta !== undefined) refuseNested({ delta }, { ...given, out });
}

function refuseNested(
  written: Readonly<Record<string, string>>,
  others: Readonly<Record<string, string>>,
): void {
  for (const [option, folder] of Object.entries(written)) {
    for (const [other, place] of Object.entries(others)) {
      const [a, b] = [`${realPlace(folder)}${path.sep}`, `${realPlace(place)}${path.sep}`];
      if (!a.startsWith(b) && !b.startsWith(a)) continue;
      const [inner, outer] = a.startsWith(b) ? [option, other] : [other, option];
      throw new UsageError(
        `--${inner}: ${inner === option ? folder : place} lies in ${outer === option ? folder : place} (--${outer}). Name a folder apart.`,
      );
    }
  }
}

/** A place without links in its path, as far as it is there. */
function realPlace(place: string): string {
  try {
    return realpathSync(place);
  } catch {
    const parent = path.dirname(place);
    return parent === place ? place : path.join(realPlace(parent), path.basename(place));
  }
}

/** npm keeps options for itself that stand before `--`: something else than asked for might happen. */
function refuseSwallowedOptions(names: readonly string[], before = ''): void {
  const command = process.env['npm_lifecycle_event'] ?? '<command>';
  for (const name of names) {
    if (process.env[`npm_config_${name}`] === undefined) continue;
    throw new UsageError(
      `npm kept --${name} for itself. Write -- first: npm run ${command} -- ${before}--${name}`,
    );
  }
}

function readMoment(text: string): number {
  // Clocks say microseconds too.
  const moment = /(Z|[+-]\d{2}:\d{2})$/.test(text)
    ? parseMoment(text.replace(/(\.\d{3})\d+/, '$1'), 'UTC')
    : undefined;
  if (typeof moment !== 'number') {
    throw new UsageError(`--at: "${text}" is no moment; write 2025-02-03T09:30+02:00`);
  }
  return moment;
}

function readPort(text: string | undefined): number {
  const port = Number(text ?? 4321);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new UsageError(`--port: "${text ?? ''}" is no port`);
  }
  return port;
}

function readJobs({ jobs: text }: Values): number {
  if (text === undefined) return Math.min(MOST_JOBS, availableParallelism());
  const jobs = Number(text);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256) {
    throw new UsageError(`--jobs: "${text}" is no number of processes from 1 to 256`);
  }
  return jobs;
}

function readShard(text: string | undefined): Shard {
  const [, number, of] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text ?? '') ?? []).map(Number);
  if (number === undefined || of === undefined || number < 1 || number > of) {
    throw new UsageError(`--shard: "${text ?? ''}" is no part of a plan; write 1/4 to 4/4`);
  }
  return { number, of };
}

function definedOnly<Value extends object>(
  values: Value,
): { [Key in keyof Value]?: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Value]?: Exclude<Value[Key], undefined>;
  };
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`\n${messageOf(error)}\n`);
  process.exitCode = 1;
}
