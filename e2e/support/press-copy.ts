/** The press again in another folder, for tests that edit its code or move it. */
import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, temporaryFolder } from './run.ts';

/** What belongs to the repository and not to a machine. */
const OURS = [
  'astro.config.mjs',
  'bin',
  'package-lock.json',
  'package.json',
  'public',
  'src',
  'tsconfig.json',
];

/** A copy of the press in a new folder of this name, with the same packages. Gives the folder. */
export function copyOfPress(name: string): string {
  const root = join(temporaryFolder(), name);
  mkdirSync(root);
  for (const part of OURS) {
    // Git keeps no empty folders, and `public` may be empty.
    if (existsSync(join(ROOT, part)))
      cpSync(join(ROOT, part), join(root, part), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'dir');
  return root;
}
