/** A story as lists show it. */
import { articleAddress } from '../../addresses.ts';
import { isOpinion } from '../../schema/article.ts';
import type { ArticleRow } from '../../store/rows.ts';
import { isoWithOffset } from '../../time.ts';
import type { Instant } from '../../time.ts';
import { authorNames, bylineNames } from '../byline.ts';
import type { Edition } from '../edition.ts';
import { sectionName } from '../paper.ts';
import { pictureView } from '../pictures.ts';
import type { MomentView, PreviewMark, TeaserView } from '../view.ts';

/** A moment for `<time>`. */
export function momentView(edition: Pick<Edition, 'publication'>, instant: Instant): MomentView {
  return { iso: isoWithOffset(instant, edition.publication.timeZone), instant };
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
  const names = bylineNames(edition, row);
  return {
    address: articleAddress(facts, edition.rules),
    language,
    kind: data.kind,
    opinion: isOpinion(data.kind),
    kicker: data.kicker ?? sectionName(edition, data.section, language),
    section: data.section,
    headline: data.shortHeadline ?? data.headline,
    standfirst: data.standfirst,
    authors: authorNames(edition, row),
    portrait: names.length === 1 ? names[0]?.portrait : undefined,
    picture: pictureView(edition, facts.lead),
    published: momentView(edition, facts.published),
    mark: previewMark(edition, row),
  };
}
