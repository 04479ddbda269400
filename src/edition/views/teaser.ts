/** A story as lists show it. */
import { articleAddress, listAddress } from '../../addresses.ts';
import type { ArticleRow } from '../../store/rows.ts';
import { isoWithOffset } from '../../time.ts';
import type { Instant } from '../../time.ts';
import type { Edition } from '../edition.ts';
import { pictureView } from '../pictures.ts';
import type { BylineName, MomentView, PreviewMark, TeaserView } from '../view.ts';
import { paperText } from '../paper.ts';

/** A moment for `<time>`. */
export function momentView(edition: Pick<Edition, 'publication'>, instant: Instant): MomentView {
  return { iso: isoWithOffset(instant, edition.publication.timeZone), instant };
}

/** The names under a story. */
export function bylineNames(edition: Edition, row: ArticleRow): BylineName[] {
  const { language } = row.facts;
  return (row.data.authors ?? []).map((id) => {
    const author = edition.authors.get(id);
    const address = listAddress({ kind: 'author', id }, language, edition.rules);
    return {
      name: paperText(edition, author?.data.name, language) ?? id,
      address: edition.printed.has(address) ? address : undefined,
      portrait: pictureView(edition, author?.picture, 'portrait'),
    };
  });
}

/** What the development server marks. */
export function previewMark(edition: Edition, row: ArticleRow): PreviewMark | undefined {
  if (row.data.draft) return 'draft';
  return row.facts.published > edition.at ? 'embargoed' : undefined;
}

/** A story in a list; depends on what lists show, never on its text. */
export function teaser(edition: Edition, row: ArticleRow): TeaserView {
  const { data, facts } = row;
  const { language } = facts;
  const section = edition.sections.get(data.section);
  const sectionName = paperText(edition, section?.data.name, language) ?? data.section;
  const names = bylineNames(edition, row);
  return {
    address: articleAddress(facts, edition.rules),
    language,
    kind: data.kind,
    kicker: data.kicker ?? sectionName,
    section: data.section,
    headline: data.shortHeadline ?? data.headline,
    standfirst: data.standfirst,
    authors: data.byline === undefined ? names.map(({ name }) => name) : [data.byline],
    portrait: names.length === 1 ? names[0]?.portrait : undefined,
    picture: pictureView(edition, facts.lead),
    published: momentView(edition, facts.published),
    mark: previewMark(edition, row),
  };
}
