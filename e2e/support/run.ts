/** Runs the press as a newsroom does: its command line, in a process of its own. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeFor } from '../../bin/setup.mjs';

/** The repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The moment of every edition here: the demonstration paper's embargoes are made for it. */
export const MOMENT = '2026-11-22T12:00:00+02:00';

/** A build that takes longer hangs. */
const LONGEST_BUILD = 280_000;

export interface PrintOptions {
  /** The newspaper. */
  content: string;
  /** The folder that holds edition and state of this run; a new one by default. */
  folder?: string;
  /** Default: `edition` in the folder. */
  out?: string;
  /** What is kept between runs. Default: `state` in the folder. */
  state?: string;
  /** Files passed through; an empty folder by default. */
  public?: string;
  at?: string;
  /** The press to run: another copy of the repository. */
  root?: string;
  /** Default: `build`. */
  command?: string;
  env?: Record<string, string>;
  /** More arguments. */
  args?: string[];
  /** Is given what kills the process (SIGKILL), as soon as it runs. */
  onStart?: (kill: () => void) => void;
}

export interface Printed {
  /** The exit code. */
  code: number | null;
  stdout: string;
  stderr: string;
  /** Where the edition is. */
  out: string;
  state: string;
  folder: string;
}

/** The state that belongs to a folder. */
export function stateOf(folder: string): string {
  return join(folder, 'state');
}

/** The Node that the lockfile carries. */
export function carriedNode(root = ROOT): string {
  const node = nodeFor(root);
  if (node === undefined) throw new Error('There is no Node that can run the press.');
  return node;
}

/** Prints a paper with the command line, and tells how that went. */
export async function printPaper(options: PrintOptions): Promise<Printed> {
  const folder = options.folder ?? temporaryFolder();
  const out = options.out ?? join(folder, 'edition');
  const root = options.root ?? ROOT;
  const state = options.state ?? stateOf(folder);
  const passedThrough = options.public ?? join(folder, 'public');
  mkdirSync(passedThrough, { recursive: true });
  const { code, stdout, stderr } = await runNode(
    [
      join(root, 'src/press/cli.ts'),
      options.command ?? 'build',
      ...['--content', options.content],
      ...['--out', out],
      ...['--state', state],
      ...['--public', passedThrough],
      ...['--at', options.at ?? MOMENT],
      ...(options.args ?? []),
    ],
    root,
    options.env,
    options.onStart,
  );
  return { code, stdout, stderr, out, state, folder };
}

/** Prints a paper that has to come out; throws what the press said where it does not. */
export async function printSound(options: PrintOptions): Promise<Printed> {
  const printed = await printPaper(options);
  if (printed.code !== 0) {
    throw new Error(`The paper was not printed (${printed.code ?? 'ended'}).\n${printed.stderr}`);
  }
  return printed;
}

function runNode(
  args: string[],
  cwd: string,
  env: Record<string, string> = {},
  onStart: (kill: () => void) => void = () => undefined,
): Promise<Pick<Printed, 'code' | 'stdout' | 'stderr'>> {
  return new Promise((resolve, reject) => {
    const child = spawn(carriedNode(cwd), args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_BUILD);
    child.on('spawn', () => {
      onStart(() => {
        child.kill('SIGKILL');
      });
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr });
    });
  });
}

const temporary = new Set<string>();

/** A new folder outside the repository, until `removeTemporary`. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-e2e-'));
  temporary.add(folder);
  return folder;
}

/** Removes the folders that this process made. */
export function removeTemporary(): void {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
  temporary.clear();
}
