/** Front pages. */
import { frontAddress, listAddress } from '../../addresses.ts';
import { webSite } from '../../metadata/structured-data.ts';
import { inLanguage } from '../edition.ts';
import type { Edition } from '../edition.ts';
import { chooseFront } from '../front.ts';
import { organizationFacts } from '../organization.ts';
import { pageUrl, paperName, sectionName } from '../paper.ts';
import type { FrontView } from '../view.ts';
import { cutAtSentence, textIn } from '../words.ts';
import { frame } from './frame.ts';
import { sharedCard } from './lists.ts';
import { momentView, teaser } from './teaser.ts';

/** The front page of a language. */
export function frontView(edition: Edition, language: string): FrontView {
  const own = inLanguage(edition, language);
  const { publication, rules } = edition;
  const choice = chooseFront(edition, own);
  const address = frontAddress(language, rules);
  const name = paperName(edition, language);
  const about = textIn(publication.description, language, publication.defaultLanguage);
  const description = cutAtSentence(about, language);
  const newest = own.stories[0];
  return {
    frame: frame(edition, {
      language,
      address,
      title: name,
      description,
      alternates: edition.languages.map((one) => ({
        language: one.language,
        address: frontAddress(one.language, rules),
      })),
      card: sharedCard(edition, language),
      jsonLd: [
        webSite({
          name,
          url: pageUrl(edition, address),
          language,
          description,
          publisher: organizationFacts(edition, language),
        }),
      ],
    }),
    date: newest === undefined ? undefined : momentView(edition, newest.facts.published),
    lead: choice.lead === undefined ? undefined : teaser(edition, choice.lead),
    picks: choice.picks.map((row) => teaser(edition, row)),
    latest: choice.latest.map((row) => teaser(edition, row)),
    sections: choice.sections.map(({ id, stories }) => {
      return {
        id,
        name: sectionName(edition, id, language),
        address: listAddress({ kind: 'section', id }, language, rules),
        stories: stories.map((row) => teaser(edition, row)),
      };
    }),
  };
}
