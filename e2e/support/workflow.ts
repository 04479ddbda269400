/** Runs a job of a workflow of GitHub Actions here, with its actions played by copying files. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parse } from 'yaml';
import { temporaryFolder } from './run.ts';

interface Step {
  id?: string;
  uses?: string;
  with?: Record<string, string | boolean | number>;
  run?: string;
}

interface Job {
  needs?: string | string[];
  outputs?: Record<string, string>;
  strategy?: { matrix: Record<string, string> };
  steps: Step[];
}

interface Workflow {
  env?: Record<string, string | number>;
  jobs: Record<string, Job>;
}

/** What outlives a run. */
export interface Service {
  /** Gives a new checkout. */
  checkout(): string;
  /** Caches by the path and the beginning of the key. */
  caches: Map<string, string>;
}

/** Runs all jobs of a workflow in their order. Gives the checkout of each, the last of a matrix. */
export function runWorkflow(file: string, service: Service): Record<string, string> {
  const workflow = parse(readFileSync(file, 'utf8')) as Workflow;
  const artifacts = temporaryFolder();
  const values = new Map<string, string>([
    ['github.run_id', '1'],
    ['github.run_attempt', '1'],
  ]);
  for (const [name, value] of Object.entries(workflow.env ?? {})) {
    values.set(`env.${name}`, String(value));
  }
  const folders: Record<string, string> = {};
  for (const [name, job] of Object.entries(workflow.jobs)) {
    const [axis, list] = Object.entries(job.strategy?.matrix ?? {})[0] ?? [];
    const points =
      list === undefined
        ? [undefined]
        : (JSON.parse(filled(list, values).replace(/^fromJSON\(|\)$/g, '')) as number[]);
    for (const point of points) {
      if (axis !== undefined) values.set(`matrix.${axis}`, String(point));
      const folder = service.checkout();
      for (const step of job.steps) runStep(step, { folder, artifacts, service, values });
      folders[name] = folder;
    }
    for (const [output, value] of Object.entries(job.outputs ?? {})) {
      values.set(`needs.${name}.outputs.${output}`, filled(value, values));
    }
  }
  return folders;
}

interface Place {
  folder: string;
  artifacts: string;
  service: Service;
  values: Map<string, string>;
}

function runStep({ id, uses, run, ...step }: Step, place: Place): void {
  const { folder, artifacts, service, values } = place;
  const given = (name: string) => filled(String(step.with?.[name] ?? ''), values);
  if (run !== undefined) {
    const output = join(temporaryFolder(), 'output');
    const env = Object.fromEntries(
      [...values]
        .filter(([name]) => name.startsWith('env.'))
        .map(([name, value]) => [name.slice(4), value]),
    );
    execFileSync('bash', ['-eo', 'pipefail', '-c', filled(run, values)], {
      cwd: folder,
      env: { ...process.env, ...env, GITHUB_OUTPUT: output },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const lines = existsSync(output) ? readFileSync(output, 'utf8').split('\n') : [];
    for (const line of lines) {
      const at = line.indexOf('=');
      if (at > 0) values.set(`steps.${id ?? ''}.outputs.${line.slice(0, at)}`, line.slice(at + 1));
    }
    return;
  }
  const key = `${given('path')} ${given('key').split('-')[0] ?? ''}`;
  switch (uses?.replace(/@v\d+$/, '')) {
    case 'actions/checkout':
      return;
    case 'actions/cache/restore': {
      const kept = service.caches.get(key);
      if (kept !== undefined) copy(kept, join(folder, given('path')));
      return;
    }
    case 'actions/cache/save': {
      const kept = join(temporaryFolder(), 'kept');
      copy(join(folder, given('path')), kept);
      service.caches.set(key, kept);
      return;
    }
    case 'actions/upload-artifact':
      upload(folder, given('path'), join(artifacts, given('name')));
      return;
    case 'actions/download-artifact':
      if (given('pattern') === '')
        copy(join(artifacts, given('name')), join(folder, given('path')));
      else {
        for (const name of globSync(given('pattern'), { cwd: artifacts })) {
          copy(join(artifacts, name), join(folder, given('path'), name));
        }
      }
      return;
    default:
      throw new Error(`Nothing is known of the action ${uses ?? ''}.`);
  }
}

/** Of several paths, what lies below their nearest common folder; of one folder, what is in it. */
function upload(folder: string, paths: string, artifact: string): void {
  const found = paths.split('\n').flatMap((line) => {
    const name = line.trim();
    if (name === '') return [];
    if (!existsSync(join(folder, name))) throw new Error(`There is no ${name} to upload.`);
    return [join(folder, name)];
  });
  const [first = folder] = found;
  const root = found.length > 1 || !statSync(first).isDirectory() ? dirname(first) : first;
  for (const one of found) copy(one, join(artifact, relative(root, one)));
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true });
}

/** The text with what its expressions name. */
function filled(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const name = expression.replace(/^fromJSON\((.*)\)$/, '$1');
    const value = values.get(name);
    if (value === undefined) throw new Error(`Nothing is known of ${expression}.`);
    return value;
  });
}
