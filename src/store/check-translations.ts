/** The checks of translations: of one original there is one in each language. */
import type { Problem } from '../problems.ts';
import type { Check } from './check.ts';
import { languageOf, placeIn } from './check-names.ts';
import { fault, warn } from './reader.ts';
import type { Place } from './reader.ts';
import { fileOf, indexOf } from './stories.ts';

/** A story or page, as far as it matters here. */
interface Row {
  path: string;
  translationOf: string | undefined;
}

/** What is wrong with what a row names as its original. */
interface TranslationFault {
  path: string;
  /** `second`: a row of its language that is linked in its place; `ring`: its original. */
  other: string;
  kind: 'second' | 'ring';
}

/** Stories to which other languages would not link. A draft is in nobody's way. */
export function checkStoryTranslations({ paper, stories, suspects }: Check): void {
  const { entries } = stories;
  const rows = entries.filter(({ draft, translationOf }) => !draft && translationOf !== undefined);
  const find = (path: string) => {
    const entry = entries[indexOf(entries, path)];
    return entry?.draft === false ? entry : undefined;
  };
  for (const found of translationFaults(rows, find, paper.data.languages)) {
    const other = fileOf(stories, indexOf(entries, found.other));
    suspects.add(indexOf(entries, found.path), (suspect, problems) => {
      say(problems, suspect.at('translationOf'), found, `the story ${other}`);
    });
  }
}

/** Pages to which other languages would not link. */
export function checkPageTranslations({ paper, places, suspects }: Check): void {
  const pages = new Map(
    places.pages.map(({ path, data, facts }) => [
      path,
      { path, translationOf: data.translationOf, ...facts },
    ]),
  );
  const find = (path: string) => pages.get(path);
  const rows = [...pages.values()].filter(({ translationOf }) => translationOf !== undefined);
  for (const found of translationFaults(rows, find, paper.data.languages)) {
    const [page, other] = [find(found.path), find(found.other)];
    if (page === undefined || other === undefined) continue;
    suspects.addOther((reread, problems) => {
      const { source } = reread.page(page.file, page.language) ?? {};
      const place = placeIn(page.file, source, ['translationOf']);
      say(problems, place, found, `the page ${other.file}`);
    });
  }
}

function say(problems: Problem[], place: Place, { path, kind }: TranslationFault, other: string) {
  if (kind === 'second') {
    fault(
      { problems },
      place,
      `makes this a second translation into \`${languageOf(path)}\` beside ${other}, and only that one would be linked`,
      'remove `translationOf` from one of the two',
    );
  } else {
    warn(
      { problems },
      place,
      `names ${other}, which names this one as its own original`,
      'remove `translationOf` from the one that was written first',
    );
  }
}

/** What is wrong among `rows`, which are all that name an original. */
function translationFaults(
  rows: readonly Row[],
  find: (path: string) => Row | undefined,
  languages: readonly string[],
): TranslationFault[] {
  const byOriginal = new Map<string, string[]>();
  for (const { path, translationOf = '' } of rows) {
    // An original in the same language is told by itself.
    if (languageOf(translationOf) === languageOf(path)) continue;
    const original = originalOf(path, find);
    const translations = byOriginal.get(original);
    if (translations === undefined) byOriginal.set(original, [path]);
    else translations.push(path);
  }
  return [...byOriginal].flatMap(([original, translations]) => {
    const row = find(original);
    const ring = row?.translationOf;
    const kin = row === undefined || ring !== undefined ? [] : namesakes(row, find, languages);
    const linked = new Map(kin.map((path) => [languageOf(path), path]));
    return [
      ...(ring === undefined ? [] : [{ path: original, other: ring, kind: 'ring' as const }]),
      ...translations.sort().flatMap((path) => {
        const other = linked.get(languageOf(path));
        if (other !== undefined) return [{ path, other, kind: 'second' as const }];
        linked.set(languageOf(path), path);
        return [];
      }),
    ];
  });
}

/** The original of a row's original, and so on; of a ring of originals the first path. */
function originalOf(path: string, find: (path: string) => Row | undefined): string {
  const way = new Set<string>();
  let last = path;
  for (;;) {
    const next = find(last)?.translationOf;
    if (next === undefined) return last;
    if (way.has(last)) break;
    way.add(last);
    last = next;
  }
  const ring = [...way];
  return ring.slice(ring.indexOf(last)).sort()[0] ?? last;
}

/** What shares the path of an original in other languages, itself among them. */
function namesakes(
  { path }: Row,
  find: (path: string) => Row | undefined,
  languages: readonly string[],
): string[] {
  const name = path.slice(path.indexOf('/'));
  return languages
    .map((language) => `${language}${name}`)
    .filter((one) => {
      const row = find(one);
      return row !== undefined && row.translationOf === undefined;
    });
}
