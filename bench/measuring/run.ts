/** Runs a program and measures it with all the processes that it starts. */
import { spawn } from 'node:child_process';
import type { Command } from '../other-tools/tool.ts';
import { watchMemory } from './tree-memory.ts';

/** What a run cost. */
export interface Cost {
  /** User and system time of the whole tree of processes, in seconds. */
  cpu: number;
  /** Seconds by the clock. */
  wall: number;
  /** The highest resident memory of the whole tree, in bytes. */
  memory: number;
}

/** A run that came to its end. */
export interface Run extends Cost {
  /** Why it is no result: it failed, or was stopped. Undefined where all went well. */
  failure: string | undefined;
  /** The last of what it wrote, for people. */
  output: string;
}

/** What people and systems end a program with. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Characters of the output that are kept. */
const KEPT = 4000;

/**
 * A shell that runs a program and then says how much time its children took, those of children
 * included that were waited for. `times` is in every POSIX shell.
 */
const TIMED = '"$@"; code=$?; times >&3; exit $code';

/**
 * Runs a command and measures it. `longest`: seconds after which it is stopped. Throws where this
 * process is told to end meanwhile.
 */
export async function runMeasured(
  { command, args, cwd, env }: Command,
  longest: number,
): Promise<Run> {
  const started = performance.now();
  const child = spawn('/bin/sh', ['-c', TIMED, 'sh', command, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    // A group of its own, so that it can be stopped with all its children.
    detached: true,
  });
  let output = '';
  let times = '';
  const keep = (chunk: unknown) => {
    output = `${output}${String(chunk)}`.slice(-KEPT);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  child.stdio[3]?.on('data', (chunk: unknown) => {
    times += String(chunk);
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${command} could not be started.`);
  const watch = watchMemory(pid);
  let memory: number;
  let failure: string | undefined;
  const timer = setTimeout(() => {
    failure = `stopped after ${longest} s`;
    process.kill(-pid, 'SIGKILL');
  }, longest * 1000);
  let interruption: Error | undefined;
  // In a group of its own it does not hear the Ctrl-C that is meant for all of us.
  const interrupt = (signal: NodeJS.Signals) => {
    interruption = new Error(`Ended by ${signal}.`);
    process.kill(-pid, 'SIGKILL');
  };
  for (const signal of SIGNALS) process.once(signal, interrupt);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (status) => {
        if (interruption === undefined) resolve(status);
        else reject(interruption);
      });
    });
    if (code !== 0) failure ??= `ended with ${code ?? 'a signal'}`;
  } finally {
    clearTimeout(timer);
    memory = watch.stop();
    for (const signal of SIGNALS) process.off(signal, interrupt);
  }
  return {
    cpu: childSeconds(times),
    wall: (performance.now() - started) / 1000,
    memory,
    failure,
    output,
  };
}

/**
 * Seconds of the children from what `times` writes: two lines of user and system time, `1m2.34s`,
 * first of the shell, then of its children. 0 where there is no such line.
 */
export function childSeconds(times: string): number {
  const line = times.trim().split('\n')[1] ?? '';
  return [...line.matchAll(/(\d+)m([\d.]+)s/g)]
    .map(([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds))
    .reduce((sum, seconds) => sum + seconds, 0);
}
