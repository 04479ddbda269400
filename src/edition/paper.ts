/**
 * What every page may show of the paper, whatever the page is about. It is small, and a change of it
 * prints all pages anew: what changes with every story has no place in it.
 */
import type { AddressRules } from '../addresses.ts';
import type { OrganizationFacts } from '../metadata/structured-data/site.ts';
import type { Localized } from '../schema/parts.ts';
import type { Publication } from '../schema/publication.ts';
import type { PictureUse } from '../store/rows.ts';
import type { Instant } from '../time.ts';
import { isStandingPage, pageAddress } from '../addresses.ts';
import { orderedSections } from './edition.ts';
import type { Edition, LanguageEdition } from './edition.ts';
import { organizationFacts } from './organization.ts';
import { paperStyle } from './paper-style.ts';
import type { LinkView } from './view.ts';

/** Fields of `publication.yaml` that no page shows. */
type Unseen = 'check' | 'formerUrls' | 'indexNow' | 'robots' | 'security' | 'strictFrom';

/** A language that has something to read. */
export interface PaperLanguage {
  language: string;
  /** Ids of the sections in the navigation that have stories, in its order. */
  navigation: string[];
  /** Ids of all sections that have stories, those of the navigation first. */
  sections: string[];
  footer: LinkView[];
  publisher: OrganizationFacts;
}

/** The paper, as plain data. */
export interface Paper {
  publication: Omit<Publication, Unseen>;
  /** The primary address, without slashes at its end. */
  origin: string;
  rules: AddressRules;
  /** The moment, where unpublished stories are shown and marked; null in an edition. */
  preview: { at: Instant } | null;
  /** In the order of the publication. */
  languages: PaperLanguage[];
  /** Every section by its id. */
  sections: Record<string, { name: Localized; accent: string | undefined }>;
  logo: PictureUse | undefined;
  icon: PictureUse | undefined;
  nameplate: PictureUse | undefined;
  /** CSS: the paper's colours and its own stylesheet. */
  style: string;
  drawingVersion: string;
  picturesVersion: string;
}

/** The paper of an edition. */
export function paperOf(edition: Edition): Paper {
  const { archive, at, languages, picturesVersion, drawingVersion, preview, rules } = edition;
  const { logo, icon, nameplate, origin, theme } = archive.publication;
  const {
    formerUrls: _formerUrls,
    check: _check,
    indexNow: _indexNow,
    robots: _robots,
    security: _security,
    strictFrom: _strictFrom,
    ...publication
  } = edition.publication;
  return {
    publication,
    origin,
    rules,
    preview: preview ? { at } : null,
    languages: languages.map((own) => ({
      language: own.language,
      navigation: navigation(edition, own),
      sections: orderedSections(publication, own),
      footer: Array.from(footerSlugs(publication)).flatMap((slug) =>
        footerLink(edition, slug, own.language),
      ),
      publisher: organizationFacts(edition, own.language),
    })),
    sections: Object.fromEntries(
      archive.sections.map(({ id, data }) => [id, { name: data.name, accent: data.accent }]),
    ),
    logo,
    icon,
    nameplate,
    style: paperStyle(
      archive.sections.filter(({ id }) => languages.some((own) => own.bySection.has(id))),
      publication.design,
      theme,
    ),
    drawingVersion,
    picturesVersion,
  };
}

/** The language whose front page a page in `language` leads back to. */
export function homeLanguage(
  { languages, rules }: Pick<Paper, 'languages' | 'rules'>,
  language: string,
): string {
  return languages.some((one) => one.language === language) ? language : rules.defaultLanguage;
}

/** The paper in a language that has something to read. Throws a RangeError for another. */
export function paperIn({ languages }: Pick<Paper, 'languages'>, language: string): PaperLanguage {
  const own = languages.find((one) => one.language === language);
  if (own === undefined) throw new RangeError(`This edition has no stories in ${language}.`);
  return own;
}

function navigation({ archive, publication }: Edition, own: LanguageEdition): string[] {
  const sections = publication.navigation ?? archive.sections.map(({ id }) => id);
  return sections.filter((id) => own.bySection.has(id));
}

/** The pages that the footer names, and then those that state the paper's rules. */
function footerSlugs({ footer = [], policies = {} }: Pick<Publication, 'footer' | 'policies'>) {
  return new Set([...footer, ...Object.values(policies).flatMap((slug) => slug ?? [])]);
}

/** A page of the paper as a link: in this language, else in the default one. */
function footerLink({ archive, rules }: Edition, slug: string, language: string): LinkView[] {
  if (isStandingPage(slug)) return [];
  const named = (candidate: string) =>
    archive.pages.find(({ path }) => path === `${candidate}/${slug}`);
  const page = named(language) ?? named(rules.defaultLanguage);
  if (page === undefined) return [];
  const { facts, data } = page;
  return [{ label: data.title, address: pageAddress(facts.slug, facts.language, rules) }];
}
