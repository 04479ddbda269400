/** A correction as pages show it: under its story, and among all of them. */
import type { StoryAsOf } from '../as-of.ts';
import { momentView } from '../moments.ts';
import { textLanguage } from '../names.ts';
import type { Sheet } from '../sheet.ts';
import type { CorrectionView } from '../view.ts';

/** The view of one of the corrections of a story. */
export function correctionView(
  sheet: Sheet,
  row: StoryAsOf,
  { kind, date, text }: StoryAsOf['facts']['corrections'][number],
): CorrectionView {
  return { language: textLanguage(row), kind, date: momentView(sheet, date), text };
}
