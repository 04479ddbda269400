/**
 * Draws the pictures of the paper: `node tools/drawings/draw.mjs [--out folder] [name…]`.
 * Without names it draws them all. A name is a slug, an author's id, `icon` or `logo`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { icon, logo } from './mark.mjs';
import { jpeg, print } from './lib/press.mjs';
import { reseed } from './lib/random.mjs';
import { portraits } from './portraits.mjs';
import { scenes } from './scenes/index.mjs';

const args = process.argv.slice(2);
const at = args.indexOf('--out');
const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(at >= 0 ? args.splice(at, 2)[1] : join(here, '../../content'));

async function save(path, data) {
  const file = join(out, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, data);
}

async function picture(path, seed, draw, { view, width, height, limit }) {
  reseed(seed);
  const plates = draw();
  const raw = await print(plates, { view, width, height, seed });
  const { file, quality } = await jpeg(raw, width, height, limit);
  await save(path, file);
  return `${Math.round(file.length / 1024)} KB, quality ${quality}`;
}

const large = { view: [1500, 1000], width: 2000, height: 1333, limit: 350 * 1024 };
const small = { view: [1000, 1000], width: 800, height: 800, limit: 90 * 1024 };
const jobs = [
  ...scenes.map(({ path, draw }) => {
    const name = path.split('/').pop();
    return [name, () => picture(`articles/en/${path}.jpg`, name, draw, large)];
  }),
  ...portraits.map(({ id, draw }) => [id, () => picture(`authors/${id}.jpg`, id, draw, small)]),
  ['icon', async () => save('icon.png', await icon())],
  ['logo', async () => save('logo.svg', logo())],
];

const unknown = args.filter((name) => !jobs.some(([job]) => job === name));
if (unknown.length) {
  console.error(`No such picture: ${unknown.join(', ')}`);
  process.exit(1);
}
const wanted = args.length ? jobs.filter(([name]) => args.includes(name)) : jobs;
for (const [index, [name, run]] of wanted.entries()) {
  const started = Date.now();
  const note = await run();
  console.log(
    `${index + 1}/${wanted.length} ${name}${note ? ` (${note})` : ''} ${Date.now() - started} ms`,
  );
}
