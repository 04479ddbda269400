import type { MarkdownNode } from './nodes.ts';
import { lineOf } from './nodes.ts';
import type { Report } from './report.ts';

const TAG = /^<\/?[a-z]/iu;
/** A fence, behind the marks of quotations and lists. */
const FENCE = /^(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*(?:`{3}|~{3})/u;
const LONGEST_VALUE = 60;

/** Reports HTML that was indented so far that Markdown takes it for code. */
export function findIndentedHtml(root: MarkdownNode, source: string, report: Report): void {
  let lines: string[] | undefined;
  const find = (node: MarkdownNode): void => {
    if (node.type === 'code' && node.value !== undefined && TAG.test(node.value)) {
      const line = lineOf(node);
      lines ??= source.split('\n');
      if (line === undefined || FENCE.test(lines[line - 1] ?? '')) return;
      report.warning({
        line,
        value: node.value.split('\n', 1)[0]?.trim().slice(0, LONGEST_VALUE),
        message: 'HTML that is indented by four is printed as code',
        mend: 'indent it less',
      });
    } else node.children?.forEach(find);
  };
  find(root);
}
