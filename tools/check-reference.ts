/** Writes docs/check.md, the reference of the rules, from the rules themselves. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ARCHIVE_RULES } from '../src/check/archive-rules.ts';
import { RULES } from '../src/check/check.ts';
import { STORY_RULES } from '../src/check/copy-rules.ts';
import { EDITION_RULES } from '../src/check/edition-rules.ts';
import type { Rule } from '../src/check/rule.ts';

/** The file that is written. */
export const CHECK_REFERENCE = path.resolve(import.meta.dirname, '../docs/check.md');

const INTRODUCTION = `# Checks

\`npm run check\` looks at the content, and at the edition in \`dist/\` where one is printed, with the rules below. It prints what it finds with file, line and field, and changes nothing. Its exit code is 1 where there is an error.

| Option | |
| --- | --- |
| \`--json\` | one JSON object, \`{ "findings": […] }\`, for programs |
| \`--github\` | annotations for GitHub Actions, beside the lines of a change |
| \`--content\`, \`--out\`, \`--state\`, \`--at\` | as for \`build\` |

A rule is switched off, or made more or less severe, in \`content/publication.yaml\`:

\`\`\`yaml
check:
  picture-missing: off
  headline-search: error
\`\`\`

Rules marked “always” hold in every edition and cannot be switched off. The build looks for what breaks them, and ends with an error. Those marked “by construction” no content can break: pages and sitemaps are made of the same edition by the same conditions, and a long sitemap is cut in parts; tests over generated papers hold that.

Files of \`public/\` are printed as they are. Links to them are checked, and nothing inside of them.
`;

/** The reference as Markdown. */
export async function checkReference(): Promise<string> {
  const known = new Set<Rule>([...STORY_RULES, ...ARCHIVE_RULES, ...EDITION_RULES]);
  const others = RULES.filter((rule) => !known.has(rule));
  const text = [
    INTRODUCTION,
    table('The content as such', others),
    table('Each story', STORY_RULES),
    table('The whole archive', ARCHIVE_RULES),
    table('The printed edition', EDITION_RULES),
  ].join('\n');
  const style = await resolveConfig(CHECK_REFERENCE);
  return format(text, { ...style, parser: 'markdown' });
}

function table(title: string, rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ id, severity, asks, source, ...held }) =>
      `| \`${id}\` | ${severity}${heldAs(held)} | ${asks} | ${source} |`,
  );
  return [
    `## ${title}`,
    '',
    '| Rule | Severity | Asks | Source |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function heldAs({ always, byConstruction }: Pick<Rule, 'always' | 'byConstruction'>): string {
  if (always !== true) return '';
  return byConstruction === true ? ', always, by construction' : ', always';
}

if (import.meta.main) {
  await writeFile(CHECK_REFERENCE, await checkReference());
  console.log('docs/check.md is written.');
}
