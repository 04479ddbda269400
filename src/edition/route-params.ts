/** What routes need to name their pages. */
import { isStandingPage } from '../addresses.ts';
import type { ListSubject } from '../addresses.ts';
import type { PageRow } from '../store/rows.ts';
import { listOf, listSubjects } from './edition.ts';
import type { Edition } from './edition.ts';

/** The first segment of a language's addresses; undefined for the default language. */
export function prefixParam(edition: Pick<Edition, 'rules'>, language: string): string | undefined {
  return language === edition.rules.defaultLanguage ? undefined : language;
}

/** A page that every language has, as `getStaticPaths` gives it. */
export function languageRoutes(edition: Edition) {
  return edition.languages.map(({ language }) => ({
    params: { language: prefixParam(edition, language) },
    props: { language },
  }));
}

/** A list and the first segment of its address. */
export interface ListRoute {
  language: string;
  subject: ListSubject;
  prefix: string | undefined;
}

/** The lists of one kind, in all languages. */
export function listRoutes(edition: Edition, kind: ListSubject['kind']): ListRoute[] {
  return edition.languages.flatMap((own) =>
    listSubjects(own, kind).map((subject) => ({
      language: own.language,
      subject,
      prefix: prefixParam(edition, own.language),
    })),
  );
}

/** Their older, numbered pages. */
export function olderListRoutes(
  edition: Edition,
  kind: ListSubject['kind'],
): (ListRoute & { number: number })[] {
  return listRoutes(edition, kind).flatMap((route) =>
    listOf(edition, route.language, route.subject).cut.older.map(({ number }) => ({
      ...route,
      number,
    })),
  );
}

/** The newsroom's own pages; those named like a standing page are its introduction instead. */
export function staticPages(edition: Edition): PageRow[] {
  return [...edition.pages.values()].filter(({ facts }) => !isStandingPage(facts.slug));
}
