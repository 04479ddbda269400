/** The front page of a language. */
import { frontAddress, listAddress } from '../../addresses.ts';
import { webSite } from '../../metadata/structured-data.ts';
import type { Edition, LanguageEdition } from '../edition.ts';
import { chooseFront } from '../front.ts';
import { organizationFacts } from '../organization.ts';
import type { FrontView } from '../view.ts';
import { cutAtSentence, textIn } from '../words.ts';
import { frame } from './frame.ts';
import { pageUrl, paperName, paperText } from '../paper.ts';
import { sharedCard } from './lists.ts';
import { momentView, teaser } from './teaser.ts';

export function frontView(edition: Edition, own: LanguageEdition): FrontView {
  const { language } = own;
  const { publication, rules } = edition;
  const choice = chooseFront(edition, own);
  const address = frontAddress(language, rules);
  const name = paperName(edition, language);
  const about = textIn(publication.description, language, publication.defaultLanguage);
  const description = cutAtSentence(about, language);
  const newest = own.stories[0];
  return {
    page: 'front',
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
      const section = edition.sections.get(id);
      return {
        id,
        name: paperText(edition, section?.data.name, language) ?? id,
        address: listAddress({ kind: 'section', id }, language, rules),
        accent: section?.data.accent,
        stories: stories.map((row) => teaser(edition, row)),
      };
    }),
  };
}
