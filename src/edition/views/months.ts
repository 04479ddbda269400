/** The months, and the archive, which is their index. */
import { monthAddress, pageAddress } from '../../addresses.ts';
import { capitalise, formatMonth } from '../../locales/format.ts';
import { collectionPage } from '../../metadata/structured-data/pages.ts';
import { sharedCard, standingCard } from '../cards.ts';
import { momentView } from '../moments.ts';
import { startOfMonth } from '../months.ts';
import { wordsFor } from '../names.ts';
import type { Paper } from '../paper.ts';
import type { Sheet } from '../sheet.ts';
import type { ArchiveInputs, MonthInputs } from '../unit.ts';
import { pageUrl } from '../urls.ts';
import type { ArchiveView, MonthView } from '../view.ts';
import { frame } from './frame.ts';
import { siteUrl } from './site-data.ts';
import { standingFrame } from './standing.ts';
import { teaser } from './teaser.ts';

/** A month as a link: by its first moment, which no story moves. */
function monthLink(paper: Paper, month: string, language: string) {
  return {
    month: momentView(paper, startOfMonth(month, paper.publication.timeZone)),
    address: monthAddress(month, language, paper.rules),
  };
}

/** The stories of a month. */
export function monthView(sheet: Sheet, inputs: MonthInputs): MonthView {
  const { language, month, previous } = inputs;
  const { publication, rules } = sheet;
  const current = monthLink(sheet, month, language);
  const title = capitalise(
    formatMonth(current.month.instant, publication.timeZone, language),
    language,
  );
  return {
    frame: frame(sheet, {
      language,
      address: current.address,
      title,
      description: undefined,
      alternates: inputs.languages.map((one) => ({
        language: one,
        address: monthAddress(month, one, rules),
      })),
      card: standingCard(sheet, language, 'archive') ?? sharedCard(sheet, language),
      trail: [
        {
          name: wordsFor(sheet, language).archive,
          address: pageAddress('archive', language, rules),
        },
      ],
      jsonLd: [
        collectionPage({
          name: title,
          description: undefined,
          url: pageUrl(sheet, current.address),
          language,
          site: siteUrl(sheet, language),
        }),
      ],
    }),
    month: current.month,
    stories: inputs.stories.map((ref) => teaser(sheet, ref)),
    previous: previous === null ? undefined : monthLink(sheet, previous, language),
  };
}

/** The index of the months. `intro` is the text of the page named `archive`, if there is one. */
export function archiveView(
  sheet: Sheet,
  { language, months }: ArchiveInputs,
  intro: string | undefined,
): ArchiveView {
  const years = new Map<number, ArchiveView['years'][number]['months']>();
  for (const month of months) {
    const year = Number(month.slice(0, 'yyyy'.length));
    const ofYear = years.get(year);
    const link = monthLink(sheet, month, language);
    if (ofYear === undefined) years.set(year, [link]);
    else ofYear.push(link);
  }
  return {
    frame: standingFrame(sheet, language, 'archive', wordsFor(sheet, language).archive),
    intro,
    years: [...years].map(([year, links]) => ({ year, months: links })),
  };
}
