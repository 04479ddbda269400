/** Finds the lines that still speak of a story that goes: they are for a human to judge. */
import type { ArticleRow, Content } from '../../store/rows.ts';
import type { Step } from './step.ts';

/** The lines of `texts`, by file, that name the story's headline, its path or one of its addresses. */
export function passagesOn(
  { data, facts }: ArticleRow,
  texts: ReadonlyMap<string, string>,
  { languages, defaultLanguage }: Content['publication']['data'],
): Step[] {
  const headlines = [data.headline, data.seoHeadline, data.shortHeadline, data.social?.headline];
  const named = new Set(headlines.filter((words) => words !== undefined));
  const passages: [RegExp, string][] = [
    ...[...named].map((words): [RegExp, string] => [wordsPattern(words), 'names its headline']),
    [addressPattern(facts, languages, defaultLanguage), 'names its path or address'],
    ...(data.redirectFrom ?? []).map((from): [RegExp, string] => [
      wordsPattern(from),
      'names one of its older addresses',
    ]),
  ];
  const found: Step[] = [];
  for (const [file, written] of texts) {
    const text = comparable(written);
    const seen = new Set<number>();
    for (const [pattern, what] of passages) {
      for (const match of text.matchAll(pattern)) {
        const line = text.slice(0, match.index).split('\n').length;
        if (seen.has(line)) continue;
        seen.add(line);
        const words = text.split('\n')[line - 1] ?? '';
        found.push({ file, line, what: `${what}: ${words.trim()}` });
      }
    }
  }
  return found;
}

/** Finds the story's path, file and address, and not those of its translations. */
function addressPattern(
  { language, year, month, slug }: ArticleRow['facts'],
  languages: readonly string[],
  defaultLanguage: string,
): RegExp {
  const place = `${year}/${month}/${escaped(slug)}${NOT_A_PICTURE}`;
  const others = languages.filter((other) => other !== defaultLanguage).map(escaped);
  const bare = `(?<!(?:^|[/\\s"'(])(?:${others.join('|')})/)`;
  return language === defaultLanguage && others.length > 0
    ? new RegExp(bare + place, 'giu')
    : new RegExp((language === defaultLanguage ? '' : `${escaped(language)}/`) + place, 'giu');
}

/** Behind the slug of a story: the slug ends there, and it is no part of a picture's place. */
const NOT_A_PICTURE = String.raw`(?![\p{L}\p{N}\p{M}-]|[^\s"')]*\.(?:jpe?g|png|webp|gif|avif|hei[cf]|tiff?|svg)\b)`;

/** Percent-encoded letters as letters. */
export function decoded(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}

/** A text as passages are sought in it: signs that look alike are one, lines stay. */
function comparable(text: string): string {
  return decoded(text.replace(/%0[ad]/gi, ' '))
    .normalize('NFC')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[“”„«»]/g, '"');
}

/** Finds words however their line is broken; they stand by themselves. */
function wordsPattern(words: string): RegExp {
  const pattern = comparable(words)
    .trim()
    .split(/\s+/)
    .map(escaped)
    .join(String.raw`\s+(?:>\s*)*`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${pattern}(?![\p{L}\p{N}])`, 'giu');
}

function escaped(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}/]/g, String.raw`\$&`);
}
