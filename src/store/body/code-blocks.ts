/** Finds code blocks that nobody meant: what stands in one is printed as it is written, and at once. */
import { lineOf, type MarkdownNode } from './nodes.ts';
import type { Report } from './report.ts';

const TAG = /^<\/?[a-z]/iu;
/** What stands before a code block: the marks of quotations and lists. */
const MARKS = '(?:[ \\t>]|[-+*][ \\t]|\\d{1,9}[.)][ \\t])*';
const FENCE = new RegExp(`^${MARKS}(\`{3,}|~{3,})`, 'u');
/** An update, which may be held back. */
const UPDATE = /^[ \t]*:{2,}[ \t]*update[ \t]*\{/mu;
/** What would be a directive, were it not code. */
const DIRECTIVE = /^[ \t]*:{2,}[a-z]+[ \t]*[[{]/u;
const LONGEST_VALUE = 60;
/** How much of a line tells whether it is a sentence. */
const LONGEST_PROSE = 300;

/**
 * Reports as errors code blocks that are never closed, and those that hold an update or, by mere
 * indentation, another directive. Warns of HTML and sentences that were indented so far that Markdown
 * takes them for code, and of words behind the fence, which are not printed.
 */
export function checkCodeBlocks(root: MarkdownNode, source: string, report: Report): void {
  let lines: string[] | undefined;
  const find = (node: MarkdownNode): void => {
    if (node.type === 'code') checkBlock(node, (lines ??= source.split('\n')), report);
    else node.children?.forEach(find);
  };
  find(root);
}

function checkBlock(node: MarkdownNode, lines: readonly string[], report: Report): void {
  const line = lineOf(node);
  if (line === undefined) return;
  const { value = '' } = node;
  const fence = FENCE.exec(lines[line - 1] ?? '')?.[1];
  if (fence === undefined) checkIndented(value, line, report);
  else
    checkFenced(
      node,
      { fence, line, last: lines[(node.position?.end.line ?? line) - 1] ?? '' },
      report,
    );
  const update = UPDATE.exec(value);
  if (update === null) return;
  report.error({
    line:
      line + (fence === undefined ? 0 : 1) + value.slice(0, update.index).split('\n').length - 1,
    value: update[0].trim(),
    message: 'an update in a code block is printed as it is written, and at once',
    mend: 'look for ~~~ or ``` above it, which begin a code block; a line between parts is ---',
  });
}

function checkIndented(value: string, line: number, report: Report): void {
  const [first = ''] = value.split('\n', 1);
  const shown = first.trim().slice(0, LONGEST_VALUE);
  if (TAG.test(value)) {
    report.warning({
      line,
      value: shown,
      message: 'HTML that is indented by four is printed as code',
      mend: 'indent it less',
    });
  } else if (isProse(first.slice(0, LONGEST_PROSE))) {
    report.warning({
      line,
      value: shown,
      message: 'text that is indented by four, or by a tab, is printed as code',
      mend: 'take away what stands before its first word; code stands between lines ```',
    });
  }
  const directive = value.split('\n').findIndex((one) => DIRECTIVE.test(one));
  if (directive === -1) return;
  report.error({
    line: line + directive,
    value: value.split('\n')[directive]?.trim().slice(0, LONGEST_VALUE),
    message: 'a directive that is indented by four is printed as code',
    mend: 'indent it less',
  });
}

/** Whether a line reads like a sentence: five words, or as much of a script without spaces. */
function isProse(line: string): boolean {
  return (
    !/[{}<>=|$\\]|;$|\s-+\p{L}/u.test(line) &&
    /(?:[\p{L}\p{M}’'-]+[,;:]?\s+){4}\p{L}|\p{Script=Han}{4,}|[\p{Script=Hiragana}\p{Script=Katakana}]{4,}/u.test(
      line,
    )
  );
}

function checkFenced(
  { lang, meta, position }: MarkdownNode,
  { fence, last, line }: { fence: string; last: string; line: number },
  report: Report,
): void {
  const isClosed =
    position?.end.line !== line &&
    new RegExp(`^[ \\t>]*[${fence.charAt(0)}]{${fence.length},}[ \\t]*$`, 'u').test(last);
  if (!isClosed) {
    report.error({
      line,
      value: fence,
      message: 'this code block is never closed, so all that follows is printed as code',
      mend: `write a line ${fence} where it ends; a line between parts of a text is ---`,
    });
  } else if ((meta ?? '') !== '') {
    report.warning({
      line,
      value: `${lang ?? ''} ${meta ?? ''}`.trim().slice(0, LONGEST_VALUE),
      message: 'words behind the signs that begin a code block are not printed',
      mend: 'write them on the next line; the name of a language may stand here',
    });
  }
}
