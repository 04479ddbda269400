/** The archive in the index: what changed in the content folder is read, the rest is known. */
import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Problem } from '../../problems.ts';
import type { Archive } from '../archive.ts';
import { checkPaper, WHOLE } from '../check.ts';
import { digest } from '../entry.ts';
import { inReadingOrder, isStory, placeOfItem } from '../items.ts';
import type { ReadItem } from '../items.ts';
import { redirectsOf } from '../memory-archive.ts';
import { noFolder, toldOnce } from '../told.ts';
import { paperRow, readPaper } from '../read-paper.ts';
import type { ReadPaper } from '../read-paper.ts';
import { readingRules } from '../reader.ts';
import type { FoundProblem } from '../reader.ts';
import { createShelf } from '../shelf.ts';
import { gatherSmall, idOf, textsOf } from '../small-rows.ts';
import type { FiledRow, SmallList, SmallRow } from '../small-rows.ts';
import { fileOf, indexOf, mergeStories, storiesOf } from '../stories.ts';
import type { Stories } from '../stories.ts';
import { indexArchive, redirectFinder } from './index-archive.ts';
import { createKeeper } from './keeper.ts';
import type { Keeper } from './keeper.ts';
import { knownPlaces } from './places.ts';
import { readItems } from './readers.ts';
import { scopeOf, worldOf } from './scope.ts';
import { survey } from './stamps.ts';
import type { Survey } from './stamps.ts';
import { createIndexTables, emptyIndexTables } from './tables.ts';
import { readerVersion } from './version.ts';

/** What an archive is opened with. */
export interface OpenOptions {
  /**
   * The database of the state. All that is read is written to it, in the transaction of the caller,
   * who commits it or rolls it back; both are in order, whatever the outcome.
   */
  db: DatabaseSync;
  /** The content folder. */
  folder: string;
  /** What is passed through; it is listed, because what lies there takes addresses too. */
  publicFolder: string;
  /** Whether to forget what is known, and read everything. */
  clean?: boolean;
  /** How many threads may read at once; one where nothing is said. */
  readers?: number;
  /** The stamp of an archive that need not be made again. */
  known?: string | undefined;
}

/** The archive, or why there is none. */
export interface OpenedArchive {
  /**
   * Undefined where `problems` has an error, or where it is the one that is known. It is good as long
   * as the database is open.
   */
  archive: Archive | undefined;
  /** Another one: the archive may differ. Undefined where there is none. */
  stamp: string | undefined;
  /** All that is wrong, in the order in which a whole reading tells it. */
  problems: Problem[];
  /** How many items were read. */
  read: number;
  /** How many files beside them were opened, only to see whether they changed. */
  looked: number;
  /** The paths of the stories that are new or other than they were, and of those that went. */
  changed: { stories: string[]; removed: string[] };
}

/**
 * Opens the archive of a content folder. Mistakes of the content are `problems`. Throws what the
 * database throws: an index that cannot be read is to be dropped (`dropIndexTables`).
 */
export async function openArchive(options: OpenOptions): Promise<OpenedArchive> {
  const { db, folder: root, publicFolder, clean = false, readers = 1, known } = options;
  if (clean) emptyIndexTables(db);
  else createIndexTables(db);
  const nothing = (problems: Problem[]): OpenedArchive => ({
    archive: undefined,
    stamp: undefined,
    problems,
    read: 0,
    looked: 0,
    changed: { stories: [], removed: [] },
  });
  let surveyed: Survey;
  try {
    surveyed = survey(db, root);
  } catch (error) {
    // What a file system throws names the call that failed.
    if (error instanceof Error && 'syscall' in error) return nothing([noFolder(root)]);
    throw error;
  }
  const problems: Problem[] = [...surveyed.folder.problems];
  const paper = readPaper(surveyed.folder, problems);
  if (paper?.sound !== true) return nothing(problems);
  db.exec('SAVEPOINT reading');
  // What was read by the rules of a faulty paper is not to be known.
  let keep = false;
  try {
    const opened = await readChanged({
      db,
      surveyed,
      paper,
      publicFolder,
      readers,
      problems,
      known,
    });
    keep = paper.faulty.size === 0;
    return opened;
  } finally {
    // A full disk has ended the transaction already.
    if (db.isTransaction) {
      if (!keep) db.exec('ROLLBACK TO reading');
      db.exec('RELEASE reading');
    }
  }
}

interface Changes {
  db: DatabaseSync;
  surveyed: Survey;
  paper: ReadPaper;
  publicFolder: string;
  readers: number;
  problems: Problem[];
  known: string | undefined;
}

async function readChanged(given: Changes): Promise<OpenedArchive> {
  const { db, surveyed, paper, publicFolder, problems } = given;
  const { folder } = surveyed;
  const keeper = createKeeper(db);
  const { read, faulty } = await readDue(given, keeper);
  const shelf = createShelf(folder.root, (file) => keeper.pictures.get(file));
  const publication = await paperRow(folder, paper, shelf, publicFolder);
  keeper.keepPictures(publication.pictures);
  surveyed.note(new Map(publication.pictures.map(({ file, digest: of }) => [file, of])));
  surveyed.save();
  const { opened: looked } = surveyed;
  // What is no item: of what lies in `public/` the names, and what is wrong with the folder itself.
  const beside = digest([publication.row.publicFiles, publication.problems, folder.problems]);
  const isSame = surveyed.changed.size === 0 && read === 0 && keeper.fact('beside') === beside;
  const told = keeper.fact('told');
  if (isSame && told !== undefined && given.known === keeper.fact('stamp')) {
    return {
      archive: undefined,
      stamp: given.known,
      problems: JSON.parse(told) as Problem[],
      read,
      looked,
      changed: { stories: [], removed: [] },
    };
  }
  problems.push(...toldOnce([...problemsOfItems(db, faulty), publication.problems]));

  const known = smallItems(db);
  const items = [...known, ...faulty].sort(inReadingOrder);
  const rows = gatherSmall(publication.row, items);
  const changes = keeper.shelves.changes();
  const { stories, redirected } = withFaulty(keeper.shelves.load(), redirectFinder(db), faulty);
  const { entries } = stories;
  const world = digest([keeper.fact('reading'), worldOf(rows)]);
  const inError = new Set(faulty.map(({ file }) => file));
  const places = knownPlaces(db);
  problems.push(
    ...(await checkPaper({
      folder,
      paper,
      places: { ...rows, entries, redirected },
      texts: textsOf(items),
      stories,
      faulty:
        inError.size === 0
          ? []
          : entries.flatMap((_, index) => (inError.has(fileOf(stories, index)) ? [index] : [])),
      scope:
        faulty.length === 0 && keeper.fact('sound') === world
          ? scopeOf(db, rows, entries, changes)
          : WHOLE,
      known: places,
    })),
  );
  places.save();
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  keeper.note('sound', hasErrors ? undefined : world);
  const digests = new Map(known.map(({ list, row, digest: of }) => [`${list}/${idOf(row)}`, of]));
  digests.set('publication', digest(publication.row));
  const stamp = hasErrors
    ? undefined
    : isSame
      ? (keeper.fact('stamp') ?? randomUUID())
      : randomUUID();
  keeper.note('beside', beside);
  keeper.note('stamp', stamp);
  keeper.note('told', hasErrors ? undefined : JSON.stringify(problems));
  return {
    archive: hasErrors ? undefined : indexArchive(db, rows, digests, stories),
    stamp,
    problems,
    read,
    looked,
    changed: {
      stories: changes.changed.sort(),
      removed: changes.removed.filter((path) => indexOf(entries, path) === -1).sort(),
    },
  };
}

/** Reads the items that are due, and keeps them; those with errors are given back. */
async function readDue(
  { surveyed, paper, readers }: Changes,
  keeper: Keeper,
): Promise<{ read: number; faulty: ReadItem[] }> {
  const { folder, changed } = surveyed;
  const rules = readingRules(paper.data);
  const reading = digest([rules, readerVersion()]);
  const due = keeper.dueItems(folder, changed, keeper.fact('reading') !== reading);
  const gone = keeper.forgetChanged(folder, changed);
  keeper.note('reading', reading);
  keeper.shelves.expect(due.filter(isStoryFile), gone.filter(isStoryFile));
  const faulty: ReadItem[] = [];
  const { pictures } = keeper;
  for await (const outcomes of readItems({ folder, rules, files: due, pictures, readers })) {
    for (const outcome of outcomes) {
      if ('faulty' in outcome) {
        const { file } = outcome.faulty;
        faulty.push(outcome.faulty);
        keeper.keepDue(file);
        if (isStoryFile(file)) keeper.shelves.put(file, undefined);
        continue;
      }
      const { kept } = outcome;
      keeper.keep(kept);
      surveyed.note(kept.digests);
      if (kept.story !== undefined) keeper.shelves.put(kept.file, kept.story.shelved);
    }
  }
  return { read: due.length, faulty: faulty.sort(inReadingOrder) };
}

function isStoryFile(file: string): boolean {
  return placeOfItem(file) === 'articles';
}

/** The rows of everything small that is in order. */
function smallItems(
  db: DatabaseSync,
): (FiledRow & { file: string; row: SmallRow; digest: string })[] {
  const rows = db
    .prepare(`SELECT file, list, row, digest FROM items WHERE list <> 'articles'`)
    .all() as { file: string; list: SmallList; row: string; digest: string }[];
  return rows.map(({ row, ...item }) => ({
    ...item,
    row: JSON.parse(row) as SmallRow,
    whole: true,
  }));
}

/** Stories that are in order with those that are for checks only. */
function withFaulty(
  known: Stories,
  redirected: Archive['redirected'],
  faulty: readonly ReadItem[],
): { stories: Stories; redirected: Archive['redirected'] } {
  const read = faulty.filter(isStory);
  if (read.length === 0) return { stories: known, redirected };
  const others = storiesOf(read.map(({ row }) => row));
  const redirects = redirectsOf(others.entries);
  return {
    stories: mergeStories(known, others),
    redirected: (address) => redirected(address) ?? redirects.get(address),
  };
}

/** The problems of items in the order in which they are read: kept warnings, and what is new. */
function problemsOfItems(db: DatabaseSync, faulty: readonly ReadItem[]): FoundProblem[][] {
  const kept = db.prepare('SELECT file, problems FROM warnings').all() as {
    file: string;
    problems: string;
  }[];
  return [
    ...kept.map(({ file, problems }) => ({
      file,
      problems: JSON.parse(problems) as FoundProblem[],
    })),
    ...faulty,
  ]
    .sort(inReadingOrder)
    .map(({ problems }) => problems);
}
