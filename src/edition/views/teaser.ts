/** A story as lists show it. */
import { articleAddress } from '../../addresses.ts';
import { isOpinion } from '../../schema/article.ts';
import type { CardRow } from '../../store/archive.ts';
import { authorNames, bylineNames } from '../byline.ts';
import { momentView } from '../moments.ts';
import { sectionName, textLanguage } from '../names.ts';
import { pictureView } from '../pictures.ts';
import type { CardRef } from '../ref.ts';
import type { Sheet } from '../sheet.ts';
import type { PreviewMark, TeaserView } from '../view.ts';

/** What the development server marks. */
export function previewMark(
  { preview }: Pick<Sheet, 'preview'>,
  { data, facts }: { data: { draft: boolean }; facts: { published: number } },
): PreviewMark | undefined {
  if (preview === null) return undefined;
  if (data.draft) return 'draft';
  return facts.published > preview.at ? 'embargoed' : undefined;
}

/** Whether search may show a story: a republished text has its canonical address elsewhere. */
export function isShownToSearch({ data }: Pick<CardRow, 'data'>): boolean {
  return !data.noindex && data.source === undefined;
}

/** A story in a list; depends on what lists show, never on its text. */
export function teaser(sheet: Sheet, ref: CardRef): TeaserView {
  const row = sheet.card(ref);
  const { data, facts } = row;
  const { language } = facts;
  const names = bylineNames(sheet, row);
  return {
    address: articleAddress(facts, sheet.rules),
    language,
    textLanguage: textLanguage(row),
    kind: data.kind,
    opinion: isOpinion(data.kind),
    kicker: data.kicker ?? sectionName(sheet, data.section, language),
    section: data.section,
    headline: data.shortHeadline ?? data.headline,
    standfirst: data.standfirst,
    authors: authorNames(sheet, row),
    portrait: names.length === 1 ? names[0]?.portrait : undefined,
    picture: pictureView(sheet, facts.lead),
    published: momentView(sheet, facts.published),
    live: ref.live,
    retracted: ref.retracted,
    mark: previewMark(sheet, row),
  };
}
