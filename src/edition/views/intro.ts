/** The newsroom's words at the top of a standing page: the page of the same name. */
import { pageAddress } from '../../addresses.ts';
import type { StandingPage } from '../../addresses.ts';
import type { ParsedBody } from '../../store/body/body.ts';
import type { PageRow } from '../../store/rows.ts';
import { bodyHtml } from '../body.ts';
import type { Edition } from '../edition.ts';

/** HTML of the page `<language>/<name>`, or undefined where the newsroom wrote none. */
export async function introHtml(
  edition: Edition,
  name: StandingPage,
  language: string,
  loadBody: (facts: PageRow['facts']) => Promise<ParsedBody>,
): Promise<string | undefined> {
  const page = edition.pages.get(`${language}/${name}`);
  if (page === undefined) return undefined;
  const { file, pictures } = page.facts;
  const address = pageAddress(name, language, edition.rules);
  return bodyHtml(edition, { file, language, address, pictures }, await loadBody(page.facts));
}
