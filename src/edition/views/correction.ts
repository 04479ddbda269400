/** A correction as pages show it: under its story, and among all of them. */
import { retractionOf } from '../as-of.ts';
import type { CorrectionAsOf, StoryAsOf } from '../as-of.ts';
import { momentView } from '../moments.ts';
import { textLanguage } from '../names.ts';
import type { Sheet } from '../sheet.ts';
import type { CorrectionView } from '../view.ts';

/** The view of one of the corrections of a story. */
export function correctionView(
  sheet: Sheet,
  row: StoryAsOf,
  { kind, date, text }: CorrectionAsOf,
): CorrectionView {
  return { language: textLanguage(row), kind, date: momentView(sheet, date), text };
}

/** The corrections of a story by their place. */
export interface PlacedCorrections {
  /** Why the paper no longer stands by the story: above the text. */
  retraction: CorrectionAsOf | undefined;
  /** Below the text: the others, but for those that stand in it. */
  below: CorrectionAsOf[];
}

/** Where the corrections of a story stand, on its page and in feeds. */
export function placedCorrections(row: StoryAsOf): PlacedCorrections {
  const retraction = retractionOf(row);
  const below = row.facts.corrections.filter((one) => !one.placed && one !== retraction);
  return { retraction, below };
}
