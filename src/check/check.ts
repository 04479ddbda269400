/** Looks at a paper with every rule: its content, and the edition that was printed of it. */
import type { Publication } from '../schema/publication.ts';
import type { Archive } from '../store/archive.ts';
import { parseYaml, splitFrontMatter } from '../store/yaml.ts';
import type { FieldPath } from '../store/yaml.ts';
import type { Problem } from '../problems.ts';
import { ARCHIVE_RULES, lookAtArchive } from './archive-rules.ts';
import { STORY_RULES } from './copy-rules.ts';
import { EDITION_RULES, lookAtEdition } from './edition-rules.ts';
import type { EditionFacts } from './edition-rules.ts';
import { byRule } from './rule.ts';
import type { Finding, Rule } from './rule.ts';

/** What reading found wrong by itself; those are not to be switched off. */
const CONTENT: Rule = {
  id: 'content',
  severity: 'warning',
  asks: 'The content is what docs/content-reference.md says it is.',
  source: 'docs/content-reference.md',
  always: true,
};

/** Every rule, in the order of its reference. */
export const RULES: readonly Rule[] = [CONTENT, ...STORY_RULES, ...ARCHIVE_RULES, ...EDITION_RULES];

/** Gives the text of a file of the content folder. */
export type ReadText = (file: string) => string;

/**
 * What the rules find in the content.
 *
 * @param problems what reading the content found
 * @param at the moment of the check, in milliseconds since 1970
 */
export function checkContent(
  archive: Archive,
  problems: readonly Problem[],
  at: number,
  readText: ReadText,
): Finding[] {
  const stories = archive.entries
    .filter(({ draft }) => !draft)
    .flatMap(({ path }) => {
      const row = archive.story(path);
      const { file } = row.facts;
      return STORY_RULES.flatMap((rule) =>
        rule
          .look(row)
          .map(({ path: field, message, mend }) =>
            byRule(rule, { ...placeIn(file, field, readText), message, mend }),
          ),
      );
    });
  const others = lookAtArchive(archive, at).map((finding) =>
    finding.line === undefined && finding.field !== undefined
      ? { ...finding, ...placeIn(finding.file, finding.field.split('.'), readText) }
      : finding,
  );
  return [
    ...problems
      // The rule `picture-credit` finds those, archives and all.
      .filter(({ severity, message }) => severity === 'error' || !message.includes('`credit`'))
      .map(({ severity, ...problem }) => ({ ...byRule(CONTENT, problem), severity })),
    ...stories,
    ...others,
  ];
}

/** What the rules find in a printed edition. */
export function checkEdition(edition: EditionFacts): Finding[] {
  return lookAtEdition(edition);
}

/** The findings as `check` in `publication.yaml` wants them: without those that it switches off. */
export function asConfigured(
  findings: readonly Finding[],
  settings: Publication['check'],
): Finding[] {
  const always = new Set(RULES.filter((rule) => rule.always === true).map(({ id }) => id));
  return findings.flatMap((finding) => {
    if (always.has(finding.rule)) return [finding];
    const severity = (
      settings as Readonly<Record<string, Finding['severity'] | 'off'>> | undefined
    )?.[finding.rule];
    if (severity === 'off') return [];
    return [severity === undefined ? finding : { ...finding, severity }];
  });
}

/** The line of a field, or of the nearest one around it that stands in the file. */
function placeIn(
  file: string,
  path: FieldPath,
  readText: ReadText,
): { file: string; line: number; field: string; value: string | undefined } {
  const text = readText(file);
  const parts = file.endsWith('.md') ? splitFrontMatter(text) : { yaml: text, yamlLine: 1 };
  const field = path.join('.');
  if (parts === undefined) return { file, line: 1, field, value: undefined };
  const source = parseYaml(parts.yaml, file, parts.yamlLine);
  return { file, line: source.lineOf(path), field, value: source.sourceOf(path) };
}
