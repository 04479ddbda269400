/** Where content and edition meet for the development server: what stands at an address today. */
import { createEdition } from './edition/edition.ts';
import type { PageKind, PageViews } from './edition/page-kinds.ts';
import { paperOf } from './edition/paper.ts';
import type { Print } from './edition/print.ts';
import { printsOf } from './edition/prints.ts';
import { createSheet } from './edition/sheet.ts';
import type { Unit, UnitKind } from './edition/unit.ts';
import { units } from './edition/units.ts';
import { FEED_FORMATS } from './feeds/formats.ts';
import type { FeedFormat } from './feeds/formats.ts';
import { pressOptions } from './options.ts';
import { cardFaces } from './press/card-faces.ts';
import { drawingVersion, picturesVersion } from './press/drawing-version.ts';
import { bytesOf } from './press/print-bytes.ts';
import type { PlainPrint } from './press/print-bytes.ts';
import { loadContent } from './store/content.ts';
import { memoryArchive } from './store/memory-archive.ts';
import { bodyLoader } from './store/texts.ts';

/** What is to be shown at an address: a page for its layout, or a file. */
export type Answer =
  | { [Kind in PageKind]: { kind: 'page'; page: Kind; view: PageViews[Kind] } }[PageKind]
  | { kind: 'file'; type: string; bytes: Uint8Array };

/** The edition in preview, and what is known of where its units print. */
interface Preview {
  units: readonly Unit[];
  prints: (unit: Unit) => Promise<readonly Print[]>;
  /** The path of the story that had an address before. */
  redirected: (address: string) => string | undefined;
  /** Everything at an address that was made for another one: pictures come after their page. */
  known: Map<string, Print>;
}

/**
 * What stands at the address of a file (`/2025/02/slug.html`), drafts and embargoed stories
 * included; undefined for nothing. Everything is made anew for each page, so that every edit shows.
 */
export async function answer(address: string): Promise<Answer | undefined> {
  const isPage = address.endsWith('.html');
  if (preview === undefined || isPage) preview = openPreview(preview);
  const print = await printAt(await preview, address);
  if (print === undefined) return undefined;
  if (print.kind === 'page') {
    return { kind: 'page', page: print.page, view: print.view } as Answer;
  }
  const bytes = await bytesOf(print);
  return {
    kind: 'file',
    type: typeOf(print),
    bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
  };
}

let preview: Promise<Preview> | undefined;

async function openPreview(last: Promise<Preview> | undefined): Promise<Preview> {
  const options = pressOptions();
  const { at } = options;
  const bodyOf = bodyLoader(options);
  const archive = memoryArchive(await loadContent());
  const edition = createEdition(archive, {
    at,
    preview: true,
    drawingVersion: await drawingVersion(),
    picturesVersion: await picturesVersion(),
  });
  const sheet = createSheet(paperOf(edition), archive, await cardFaces());
  // What failed to open is no ground to stop at.
  const known = (await last?.catch(() => undefined))?.known ?? new Map<string, Print>();
  return {
    units: [...units(edition)],
    prints: (unit) => printsOf(sheet, unit, bodyOf),
    redirected: (address) => archive.redirected(address),
    known,
  };
}

/** The print at an address: of the units that are likely first, then of others that may print it. */
async function printAt(
  { units: all, prints, known, redirected }: Preview,
  address: string,
): Promise<Print | undefined> {
  const moved = redirected(address);
  const likely = all.filter((unit) => mayPrint(unit, address, moved));
  const others = () => all.filter(({ kind }) => kind !== 'story' && mayPrintAt(kind, address));
  const stories = () => all.filter((unit) => unit.kind === 'story' && !likely.includes(unit));
  const search = async (some: readonly Unit[]) => {
    for (const unit of some) {
      const made = await prints(unit);
      for (const print of made) known.set(print.address, print);
      const found = made.find((print) => print.address === address);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return (
    (await search(likely)) ??
    (address.endsWith('.html') ? undefined : known.get(address)) ??
    (await search(others())) ??
    (address.startsWith('/assets/') ? await search(stories()) : undefined)
  );
}

/** Whether a look at a unit's inputs says that it may print an address: its slug or name is in it. */
function mayPrint(unit: Unit, address: string, moved: string | undefined): boolean {
  if (unit.kind !== 'story') return false;
  if (unit.inputs.story.path === moved) return true;
  const slug = unit.inputs.story.path.slice(unit.inputs.story.path.lastIndexOf('/') + 1);
  return address.includes(slug);
}

/** The kinds that print pages, besides stories, and the pictures and cards of these. */
const PAGE_UNITS: ReadonlySet<UnitKind> = new Set([
  'front',
  'list',
  'month',
  'archive',
  'corrections',
  'feeds',
  'page',
  'not-found',
]);

/** Whether a unit of a kind can print a file of that name: feeds, with all their texts, cost most. */
function mayPrintAt(kind: UnitKind, address: string): boolean {
  if (address.endsWith('.html')) return PAGE_UNITS.has(kind);
  if (/^\/(?:assets|cards)\//.test(address)) return kind !== 'feed';
  return !PAGE_UNITS.has(kind) && (kind !== 'feed' || /\.(?:xml|json)$/.test(address));
}

function typeOf(print: PlainPrint): string {
  switch (print.kind) {
    case 'file':
      return print.type;
    case 'feed':
      return `${feedType(print.format)}; charset=utf-8`;
    case 'sitemap':
      return 'application/xml; charset=utf-8';
    case 'redirect':
      return 'text/html; charset=utf-8';
    case 'icon':
      return 'image/png';
    case 'card':
    case 'picture':
      return pictureType(print.address);
  }
}

/** What browsers show with its stylesheet, where a feed has one; as `_headers` says it to hosts. */
function feedType(format: FeedFormat | 'opml' | 'css'): string {
  switch (format) {
    case 'rss':
    case 'atom':
      return 'text/xml';
    case 'json':
      return FEED_FORMATS.json.type;
    case 'opml':
      return 'text/x-opml';
    case 'css':
      return 'text/css';
  }
}

function pictureType(address: string): string {
  if (address.endsWith('.png')) return 'image/png';
  if (address.endsWith('.webp')) return 'image/webp';
  return address.endsWith('.avif') ? 'image/avif' : 'image/jpeg';
}
