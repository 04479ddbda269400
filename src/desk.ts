/** Where content and edition meet: routes ask here for the edition that is being printed. */
import { createEdition, nextChangeAt } from './edition/edition.ts';
import type { Edition } from './edition/edition.ts';
import type { PageKind } from './edition/page-kinds.ts';
import { pressOptions } from './options.ts';
import { cardFaces } from './press/card-faces.ts';
import { drawingVersion } from './press/drawing-version.ts';
import { runReport } from './press/run-report.ts';
import { loadContent } from './store/content.ts';

let today: Promise<Edition> | undefined;

/** The edition of this run. The development server makes it anew for each page. */
export function desk(): Promise<Edition> {
  if (today === undefined || pressOptions().mode === 'preview') today = openEdition();
  return today;
}

async function openEdition(): Promise<Edition> {
  const { at, mode } = pressOptions();
  const content = await loadContent();
  runReport().nextChangeAt = nextChangeAt(content, at);
  return createEdition(content, {
    at,
    preview: mode === 'preview',
    drawingVersion: await drawingVersion(),
    canDraw: await cardFaces(),
  });
}

/** What is at an address of the paper: a page for its layout, or a file. */
export type Answer =
  | { kind: 'page'; page: PageKind; view: unknown }
  | { kind: 'file'; type: string; bytes: Uint8Array };

/** What the development server answers at an address (`/world/index.html`); undefined for nothing. */
export function answer(_address: string): Promise<Answer | undefined> {
  return Promise.resolve(undefined);
}
