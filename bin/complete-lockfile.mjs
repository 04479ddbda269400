// Adds the optional platform packages that the lockfile names but does not list.
//
// npm leaves an optional package out of the lockfile when the registry it asked did not have it,
// and `npm ci` then refuses that lockfile everywhere. Run after adding a dependency:
// `node bin/complete-lockfile.mjs`; bin/lockfile.test.ts says when it is needed.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import process from 'node:process';

const SYSTEMS = new Map([
  ['android', 'android'],
  ['darwin', 'darwin'],
  ['freebsd', 'freebsd'],
  ['linux', 'linux'],
  ['openharmony', 'openharmony'],
  ['win32', 'win32'],
]);
const PROCESSORS = new Set(['arm', 'arm64', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']);
const LIBRARIES = new Map([
  ['gnu', 'glibc'],
  ['musl', 'musl'],
]);

/**
 * The optional dependencies that a lockfile names without listing them.
 * @param {{ packages: Record<string, object> }} lock
 */
export function missingOptional(lock) {
  const { packages } = lock;
  const missing = new Map();
  for (const [place, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!isListed(packages, place, name)) {
        missing.set(name, { name, version, wantedBy: place, dev: entry.dev === true });
      }
    }
  }
  return [...missing.values()];
}

/**
 * The lockfile with an entry for each of them: version and platform, no integrity.
 * @param {{ packages: Record<string, object> }} lock
 * @returns {{ packages: Record<string, object> }}
 */
export function completeLockfile(lock) {
  const packages = { ...lock.packages };
  for (const { name, version, dev } of missingOptional(lock)) {
    packages[`node_modules/${name}`] = {
      version,
      ...platformOf(name, { ...(dev ? { dev: true } : {}), optional: true }),
    };
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

function isListed(packages, place, name) {
  for (let folder = place; ; folder = parentOf(folder)) {
    if (`${folder}${folder === '' ? '' : '/'}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}

function parentOf(folder) {
  return folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/'))).replace(/\/$/, '');
}

function platformOf(name, flags) {
  const words = name.split(/[-/]/);
  const system = words.find((word) => SYSTEMS.has(word));
  const processor = words.find((word) => PROCESSORS.has(word));
  const library = words.find((word) => LIBRARIES.has(word));
  if (processor === undefined) {
    throw new Error(`${name}: the name says no processor; run npm install where it can be had`);
  }
  return {
    cpu: [processor],
    ...(system === 'linux' && library !== undefined ? { libc: [LIBRARIES.get(library)] } : {}),
    ...flags,
    ...(system === undefined ? {} : { os: [SYSTEMS.get(system)] }),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = fileURLToPath(new URL('../package-lock.json', import.meta.url));
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingOptional(lock);
  if (missing.length > 0)
    writeFileSync(file, `${JSON.stringify(completeLockfile(lock), null, 2)}\n`);
  console.log(
    missing.length === 0
      ? 'The lockfile lists every platform package.'
      : `Added to the lockfile: ${missing.map(({ name }) => name).join(', ')}.`,
  );
}
