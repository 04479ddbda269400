/** The parts of the press, put together for the engine: store, edition, layouts, printers. */
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { digestOf, keyOf } from '../fingerprint.ts';
import { createEdition } from '../edition/edition.ts';
import type { EditionOptions } from '../edition/edition.ts';
import { nextChangeAt } from '../edition/next-change.ts';
import { paperOf } from '../edition/paper.ts';
import type { Paper } from '../edition/paper.ts';
import type { PagePrint } from '../edition/print.ts';
import { printsOf } from '../edition/prints.ts';
import { createSheet } from '../edition/sheet.ts';
import { digestOfUnit } from '../edition/unit-digest.ts';
import type { Unit as EditionUnit } from '../edition/unit.ts';
import { units } from '../edition/units.ts';
import { pressOptions } from '../options.ts';
import { ContentError } from '../problems.ts';
import type { Problem } from '../problems.ts';
import type { Archive } from '../store/archive.ts';
import { openRows } from '../store/index/open-rows.ts';
import { openArchive } from '../store/index/open.ts';
import { bodyLoader } from '../store/texts.ts';
import { cardFaces } from './card-faces.ts';
import { compileApart } from './compile-apart.ts';
import { openLayouts } from './compile.ts';
import type { Layouts } from './compile.ts';
import { drawingVersion, picturesVersion } from './drawing-version.ts';
import { digestOfCode } from './engine/code-digest.ts';
import type { Parts, Print, PrintRoom, SameSource, Source, Unit } from './engine/source.ts';
import { assetBytes, bytesOf } from './print-bytes.ts';
import type { PlainPrint } from './print-bytes.ts';

/** A unit of the press's own: the files that the styles need. */
const ASSETS = 'assets';

/** The parts. `jobs`: how many threads may read the content at once. */
export function pressParts({ jobs }: { jobs: number }): Parts {
  let code: string | undefined;
  const codeDigest = () => (code ??= digestOfCode(pressOptions().root));
  const layouts = async (): Promise<Layouts> => openLayouts(await compiled(codeDigest()));
  return {
    codeDigest,
    async openSource(db, options) {
      const compiling = layouts();
      // It takes one core for seconds: where there are more, the content is read beside it.
      if (jobs === 1) await compiling;
      const reading = readContent(db, { ...options, readers: jobs });
      // Where one fails, the other is waited for: nothing is left running.
      await Promise.allSettled([compiling, reading]);
      return sourceOf(await reading, await compiling);
    },
    openPrintRoom: async (db, paper) => openPrintRoom(db, paper as Paper, await layouts()),
  };
}

/** The folder of the compiled layouts, which are compiled where there are none of this code. */
async function compiled(codeDigest: string): Promise<string> {
  const { root } = pressOptions();
  // Inside the project, wherever the state is: what is compiled there finds the project's packages.
  const home = path.join(root, '.broadsheet');
  const name = `layouts-${codeDigest.replaceAll(/[^a-zA-Z0-9]/g, '').slice(0, 16)}`;
  const folder = path.join(home, name);
  if (existsSync(folder)) return folder;
  await compileApart({ root, folder });
  for (const other of await readdir(home)) {
    if (/^layouts-[a-zA-Z0-9]{16}$/.test(other) && other !== name) {
      await rm(path.join(home, other), { recursive: true, force: true });
    }
  }
  return folder;
}

/** The archive, with what else an edition is made from. */
interface ReadContent {
  /** Undefined where the stamp is the one that was known. */
  archive: Archive | undefined;
  problems: readonly Problem[];
  stamp: string;
  versions: Pick<EditionOptions, 'drawingVersion' | 'picturesVersion'>;
}

/** Reads what changed in the content. Rejects with a ContentError where there are mistakes in it. */
async function readContent(
  db: DatabaseSync,
  { known, ...options }: { clean: boolean; known?: string | undefined; readers: number },
): Promise<ReadContent> {
  const { content: folder, public: publicFolder } = pressOptions();
  const versions = {
    drawingVersion: await drawingVersion(),
    picturesVersion: await picturesVersion(),
  };
  // A source's stamp: what pictures and cards are drawn with, and then the archive's.
  const drawnWith = `${digestOf(versions)} `;
  const { archive, problems, stamp } = await openArchive({
    db,
    folder,
    publicFolder,
    ...options,
    known: known?.startsWith(drawnWith) === true ? known.slice(drawnWith.length) : undefined,
  });
  if (stamp === undefined) throw new ContentError(problems);
  return { archive, problems, stamp: `${drawnWith}${stamp}`, versions };
}

function sourceOf(
  { archive, problems, stamp, versions }: ReadContent,
  layouts: Layouts,
): Source | SameSource {
  if (archive === undefined) return { same: true, problems };
  const { at } = pressOptions();
  const edition = createEdition(archive, { at, preview: false, ...versions });
  const paper = paperOf(edition);
  return {
    paper,
    paperDigest: digestOf(paper),
    nextChangeAt: nextChangeAt(archive, at),
    problems,
    stamp,
    *units(): Generator<Unit> {
      for (const unit of units(edition)) {
        const { key, kind, inputs } = unit;
        yield { key, kind, inputs, digest: digestOfUnit(unit) };
      }
      const inputs = layouts.assets.map(({ address }) => address);
      yield { key: ASSETS, kind: ASSETS, inputs, digest: keyOf([ASSETS, inputs]) };
    },
  };
}

async function openPrintRoom(db: DatabaseSync, paper: Paper, layouts: Layouts): Promise<PrintRoom> {
  const sheet = createSheet(paper, openRows(db), await cardFaces());
  const bodyOf = bodyLoader(pressOptions());
  const assets = new Map(layouts.assets.map(({ address, file }) => [address, file]));
  return {
    async prints(unit): Promise<readonly Print[]> {
      if (unit.kind === ASSETS) {
        return [...assets.keys()].map((address) => ({ address, kind: 'file' }));
      }
      return printsOf(sheet, unit as EditionUnit & Unit, bodyOf);
    },
    async render(print) {
      const { page, address, view } = print as PagePrint;
      return layouts.render(page, address, view);
    },
    scripts: () => layouts.scripts(),
    async bytes(print, warn) {
      const asset = assets.get(print.address);
      return asset === undefined ? bytesOf(print as PlainPrint, warn) : assetBytes(asset);
    },
  };
}
