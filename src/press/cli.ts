/** The press on the command line: `build`, `dev`, `serve`, `takedown`. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build, dev } from 'astro';
import { serveFolder } from '../../bin/static-server.ts';
import { handOnOptions, pressOptions } from '../options.ts';
import { refuseForeignFolder } from './switch.ts';
import { formatTakedown, takeDown } from './takedown.ts';
import { isPlain, UsageError } from './usage-error.ts';

const USAGE = `npm run <command> -- [options]

  build      print the edition into dist/
  dev        show the paper with drafts and embargoed stories, and follow every edit
  preview    serve the printed edition
  takedown   remove a story, its pictures and every reference to it: takedown -- en/2025/02/slug

  --content <folder>   where the newspaper is (default: content)
  --out <folder>       where the edition goes (default: dist)
  --public <folder>    files passed through as they are (default: public)
  --state <folder>     what is kept between runs (default: .broadsheet)
  --at <moment>        print the edition of that moment, ISO 8601 with an offset (default: now)
  --port <number>      for dev and preview (default: 4321)
  --dry-run            for takedown: say what would be done, and do nothing
`;

/** Runs one command. Gives back the exit code. */
async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      content: { type: 'string' },
      out: { type: 'string' },
      public: { type: 'string' },
      state: { type: 'string' },
      at: { type: 'string' },
      port: { type: 'string' },
      'dry-run': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [command, story, ...more] = positionals;
  const surplus = more.length > 0 || (story !== undefined && command !== 'takedown');
  if (values.help === true || command === undefined || surplus) {
    process.stdout.write(USAGE);
    return values.help === true ? 0 : 2;
  }
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const root = path.resolve(import.meta.dirname, '../..');
  const folder = (given: string | undefined) =>
    given === undefined ? undefined : path.resolve(given);
  // Astro resolves packages from where it runs when the state folder is elsewhere.
  process.chdir(root);
  handOnOptions({
    root,
    ...definedOnly({
      content: folder(values.content),
      out: folder(values.out),
      public: folder(values.public),
      state: folder(values.state),
      at: values.at === undefined ? undefined : readMoment(values.at),
    }),
  });
  const port = values.port === undefined ? undefined : readPort(values.port);
  switch (command) {
    case 'build':
      await refuseForeignFolder(pressOptions().out);
      await build({ root, logLevel: 'error' });
      return 0;
    case 'dev': {
      handOnOptions({ mode: 'preview' });
      await dev({ root, logLevel: 'info', server: { port: port ?? 4321 } });
      return await new Promise<number>(() => undefined);
    }
    case 'serve': {
      const server = await serveFolder(pressOptions().out, { port: port ?? 4321, compress: true });
      process.stdout.write(`The paper is at ${server.address} — press Ctrl+C to stop.\n`);
      return await new Promise<number>(() => undefined);
    }
    case 'takedown': {
      if (story === undefined) {
        throw new UsageError('takedown: name the story: npm run takedown en/2026/09/slug');
      }
      refuseSwallowedOptions();
      const dryRun = values['dry-run'] === true || process.env['npm_config_dry_run'] === 'true';
      const { content, public: publicFolder, state } = pressOptions();
      const plan = await takeDown(content, story, { publicFolder, scratch: state, dryRun });
      process.stdout.write(formatTakedown(plan, dryRun));
      return 0;
    }
    default:
      process.stdout.write(`There is no command "${command}".\n\n${USAGE}`);
      return 2;
  }
}

/** npm keeps options for itself that stand before `--`: another paper might lose the story. */
function refuseSwallowedOptions(): void {
  for (const name of ['content', 'public', 'state']) {
    if (process.env[`npm_config_${name}`] === undefined) continue;
    throw new UsageError(
      `npm kept --${name} for itself. Write -- first: npm run takedown -- <story> --${name} <folder>`,
    );
  }
}

function readMoment(text: string): number {
  const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  if (Number.isNaN(moment)) {
    throw new UsageError(`--at: "${text}" is no moment; write 2025-02-03T09:30+02:00`);
  }
  return moment;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new UsageError(`--port: "${text}" is no port`);
  }
  return port;
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
  const told = isPlain(error) || !(error instanceof Error) ? undefined : error.stack;
  const text = told ?? (error instanceof Error ? error.message : String(error));
  process.stderr.write(`\n${text}\n`);
  process.exitCode = 1;
}
