/** Prints the units of a shard. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { breather } from '../../breather.ts';
import { finishPage } from '../finish-page.ts';
import type { PageLink } from '../finish-page.ts';
import { digestOfPrint, factsOf, readFacts } from './digests.ts';
import { readPlanHead, readUnits } from './plan.ts';
import type { PlanHead } from './plan.ts';
import { PUBLIC_KIND, publicAddress } from './public-files.ts';
import type { PublicInputs } from './public-files.ts';
import { Recorded } from './recorded.ts';
import { ResultsError, ResultsWriter } from './results.ts';
import type { PrintedFile } from './results.ts';
import { fileKind } from './source.ts';
import type { Print, PrintRoom, Unit } from './source.ts';
import { Staging } from './staging.ts';
import { reading } from './state.ts';
import { resultsFile, shardFiles } from './work-folder.ts';
import type { Shard } from './work-folder.ts';

/** Units that are printed at a time: pictures are encoded beside the thread that sets pages. */
const AT_A_TIME = 4;

/** The one page that is served at any depth. */
const ANYWHERE = '/404.html';

/** Where a shard works. */
export interface ShardPlace {
  state: string;
  public: string;
  /** Where files wait; without it, in the work folder of the state. */
  staging?: string | undefined;
}

/**
 * Prints the units of the plan that fall to a shard: files into staging, results beside the plan.
 * `db` is only read. `onUnit` hears of each unit that is done.
 */
export async function renderShard(
  db: DatabaseSync,
  openRoom: (paper: unknown) => Promise<PrintRoom>,
  shard: Shard,
  place: ShardPlace,
  onUnit: () => void = () => undefined,
): Promise<void> {
  const plan = readPlanHead(place.state);
  if (plan === undefined) throw new Error('There is no plan to render.');
  const staging = new Staging(place.staging ?? shardFiles(place.state, shard));
  if (place.staging === undefined) {
    rmSync(staging.folder, { recursive: true, force: true });
    mkdirSync(staging.folder, { recursive: true });
  }
  const head = { plan: plan.id, shard: `${shard.number}/${shard.of}` };
  const results = new ResultsWriter(resultsFile(place.state, shard), head);
  try {
    const printer = new Printer(db, await openRoom(plan.paper), plan, staging, place.public);
    const units = readUnits(place.state, shard);
    const breathe = breather();
    const work = async () => {
      // A loop that throws ends the units of the others too.
      for (const unit of units) {
        await breathe();
        const { prints, links } = await printer.print(unit);
        const { key, kind, digest } = unit;
        results.write({ key, kind, digest, prints }, links);
        onUnit();
      }
    };
    const ends = await reading(db, () =>
      Promise.allSettled(Array.from({ length: AT_A_TIME }, work)),
    );
    const failure = ends.find((end) => end.status === 'rejected');
    if (failure !== undefined) throw failure.reason;
  } catch (error) {
    results.abandon();
    throw error;
  }
  results.end();
}

class Printer {
  readonly #room: PrintRoom;
  readonly #plan: PlanHead;
  readonly #staging: Staging;
  readonly #publicFolder: string;
  readonly #recorded: Recorded;
  /** Pictures as they were printed here, by their digests: many stories may show one. */
  readonly #pictures = new Map<string, Promise<PrintedFile>>();

  constructor(
    db: DatabaseSync,
    room: PrintRoom,
    plan: PlanHead,
    staging: Staging,
    publicFolder: string,
  ) {
    this.#room = room;
    this.#plan = plan;
    this.#staging = staging;
    this.#publicFolder = publicFolder;
    this.#recorded = new Recorded(db, { absent: plan.target === 'absent' });
  }

  async print(unit: Unit) {
    const links = new Map<string, readonly PageLink[]>();
    if (unit.kind === PUBLIC_KIND) return { prints: [this.#copy(unit)], links };
    const prints = new Map<string, PrintedFile>();
    for (const print of await this.#room.prints(unit)) {
      const view = digestOfPrint(print, this.#plan.codeDigest);
      const twice = prints.get(print.address);
      if (twice === undefined) {
        const printOne = () => this.#printOne(unit, print, view, links);
        const made =
          print.kind === 'picture' ? this.#once(`${view} ${print.address}`, printOne) : printOne();
        prints.set(print.address, await made);
      } else if (twice.view !== view) {
        throw new Error(`"${unit.key}" prints two different files at ${print.address}.`);
      }
    }
    return { prints: [...prints.values()], links };
  }

  #once(picture: string, printOne: () => Promise<PrintedFile>): Promise<PrintedFile> {
    let printed = this.#pictures.get(picture);
    if (printed === undefined) this.#pictures.set(picture, (printed = printOne()));
    return printed;
  }

  async #printOne(
    unit: Unit,
    print: Print,
    view: string,
    links: Map<string, readonly PageLink[]>,
  ): Promise<PrintedFile> {
    const { address, kept } = print;
    const kind = fileKind(print);
    const isPage = print.kind === 'page' || print.kind === 'redirect';
    const carried = this.#plan.clean
      ? undefined
      : this.#recorded.carried(address, view, isPage ? unit.key : undefined);
    if (carried !== undefined) return { address, kind, view, ...carried, kept, carried: true };
    const said: string[] = [];
    const made =
      print.kind === 'page'
        ? await this.#room.render(print)
        : await this.#room.bytes(print, (text) => void said.push(text));
    const warnings = said.length === 0 ? undefined : said;
    if (!isPage) {
      return { address, kind, view, ...this.#stage(address, bytesOf(made)), kept, warnings };
    }
    const html = typeof made === 'string' ? made : Buffer.from(made).toString('utf8');
    const scripts = await this.#room.scripts();
    const page = finishPage(html, address, { scripts, fixed: address === ANYWHERE });
    links.set(address, page.links);
    const facts = this.#stage(address, Buffer.from(page.html));
    return { address, kind, view, ...facts, ids: [...page.ids] };
  }

  #stage(address: string, bytes: Uint8Array) {
    const facts = factsOf(bytes);
    if (this.#recorded.onDisk(address)?.sha256 !== facts.sha256) {
      this.#staging.write(address, bytes);
    }
    return facts;
  }

  /** Copies a file of `public/`. Throws a ResultsError where it is not what was planned. */
  #copy(unit: Unit): PrintedFile {
    const inputs = unit.inputs as PublicInputs;
    const address = publicAddress(inputs);
    const print = { address, kind: 'file' as const, view: `public ${inputs.sha256}` };
    const carried = this.#plan.clean ? undefined : this.#recorded.carried(address, print.view);
    if (carried !== undefined) return { ...print, ...carried, carried: true };
    const source = path.join(this.#publicFolder, inputs.file);
    const isThere = existsSync(source);
    if (isThere) this.#staging.copy(address, source);
    const facts = isThere ? readFacts(this.#staging.place(address)) : undefined;
    if (facts?.sha256 !== inputs.sha256) {
      throw new ResultsError(`${source} changed while it was printed. Print again.`);
    }
    if (this.#recorded.onDisk(address)?.sha256 === facts.sha256) this.#staging.remove(address);
    return { ...print, ...facts };
  }
}

function bytesOf(made: Uint8Array | string): Uint8Array {
  return typeof made === 'string' ? Buffer.from(made) : made;
}
