/** The checks of translations: of one original there is one in each language. */
import type { Problem } from '../problems.ts';
import type { Check } from './check.ts';
import { languageOf, placeIn } from './check-names.ts';
import { fault, warn } from './reader.ts';
import type { Place } from './reader.ts';
import { fileOf, indexOf } from './stories.ts';

/** What a story or page names as its original, by its own path; of those that name one. */
type Originals = ReadonlyMap<string, string>;

/** What is wrong with what a story or page names as its original. */
interface TranslationFault {
  path: string;
  /** `second`: that of its language which is linked in its place; `ring`: its original. */
  other: string;
  kind: 'second' | 'ring';
}

/** Stories to which other languages would not link. A draft is in nobody's way. */
export function checkStoryTranslations({ stories, suspects }: Check): void {
  const { entries } = stories;
  const originals = new Map<string, string>();
  for (const { path, draft, translationOf } of entries) {
    if (translationOf !== undefined && !draft) originals.set(path, translationOf);
  }
  const exists = (path: string) => entries[indexOf(entries, path)]?.draft === false;
  for (const found of translationFaults(originals, exists)) {
    const other = fileOf(stories, indexOf(entries, found.other));
    suspects.add(indexOf(entries, found.path), (suspect, problems) => {
      say(problems, suspect.at('translationOf'), found, `the story ${other}`);
    });
  }
}

/** Pages to which other languages would not link. */
export function checkPageTranslations({ places, suspects }: Check): void {
  const pages = new Map(places.pages.map((page) => [page.path, page]));
  const originals = new Map<string, string>();
  for (const { path, data } of places.pages) {
    if (data.translationOf !== undefined) originals.set(path, data.translationOf);
  }
  for (const found of translationFaults(originals, (path) => pages.has(path))) {
    const [page, other] = [pages.get(found.path)?.facts, pages.get(found.other)?.facts];
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
      `names ${other}, which is itself a translation of this one`,
      'remove `translationOf` from the one that was written first',
    );
  }
}

function translationFaults(
  originals: Originals,
  exists: (path: string) => boolean,
): TranslationFault[] {
  const byFirst = new Map<string, string[]>();
  for (const [path, original] of originals) {
    // An original in the same language is told by itself.
    if (languageOf(original) === languageOf(path)) continue;
    const first = firstOf(path, originals);
    const translations = byFirst.get(first);
    if (translations === undefined) byFirst.set(first, [path]);
    else translations.push(path);
  }
  return [...byFirst].flatMap(([first, translations]) => {
    const ring = originals.get(first);
    const isOriginal = (path: string) => !originals.has(path) && exists(path);
    const name = first.slice(first.indexOf('/'));
    const linked = new Map<string, string>();
    const seconds = translations.sort().flatMap((path): TranslationFault[] => {
      const language = languageOf(path);
      // What shares the path of the original is its translation too.
      const namesake = `${language}${name}`;
      const isLinked = isOriginal(first) && isOriginal(namesake);
      const other = linked.get(language) ?? (isLinked ? namesake : undefined);
      if (other !== undefined) return [{ path, other, kind: 'second' }];
      linked.set(language, path);
      return [];
    });
    return ring === undefined ? seconds : [{ path: first, other: ring, kind: 'ring' }, ...seconds];
  });
}

/** The original of an original, and so on; of those that name each other the first path. */
function firstOf(path: string, originals: Originals): string {
  const way = new Set<string>();
  let last = path;
  for (;;) {
    const next = originals.get(last);
    if (next === undefined) return last;
    if (way.has(last)) break;
    way.add(last);
    last = next;
  }
  const steps = [...way];
  return steps.slice(steps.indexOf(last)).sort()[0] ?? last;
}
