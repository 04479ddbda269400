/** Front pages. */
import { frontAddress, listAddress } from '../../addresses.ts';
import { sharedCard } from '../cards.ts';
import { momentView } from '../moments.ts';
import { paperName, sectionName } from '../names.ts';
import { paperIn } from '../paper.ts';
import type { CardRef } from '../ref.ts';
import type { Sheet } from '../sheet.ts';
import type { FrontInputs } from '../unit.ts';
import type { FrontView } from '../view.ts';
import { feedTitle } from './feed-title.ts';
import { aboutPaper, frame } from './frame.ts';
import { teaser } from './teaser.ts';

/** The front page of a language. */
export function frontView(sheet: Sheet, inputs: FrontInputs): FrontView {
  const { language, newest } = inputs;
  const { rules } = sheet;
  const address = frontAddress(language, rules);
  const name = paperName(sheet, language);
  const description = aboutPaper(sheet, language) ?? '';
  const shown = (ref: CardRef) => teaser(sheet, ref);
  return {
    frame: frame(sheet, {
      language,
      address,
      title: name,
      description,
      alternates: sheet.languages.map((one) => ({
        language: one.language,
        address: frontAddress(one.language, rules),
      })),
      card: sharedCard(sheet, language),
      feed: { list: { kind: 'paper' }, title: feedTitle(sheet, { kind: 'paper' }, language) },
      me: paperIn(sheet, language).publisher.sameAs,
    }),
    date: newest === null ? undefined : momentView(sheet, newest),
    lead: inputs.lead === null ? undefined : shown(inputs.lead),
    picks: inputs.picks.map(shown),
    latest: inputs.latest.map(shown),
    sections: inputs.sections.map(({ id, stories }) => ({
      id,
      name: sectionName(sheet, id, language),
      address: listAddress({ kind: 'section', id }, language, rules),
      stories: stories.map(shown),
    })),
  };
}
