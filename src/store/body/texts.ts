import type { ElementContent, Root, RootContent, Text } from 'hast';
import { isTyped, typographic, typographicRuns, type TextRun } from '#typography.ts';
import { joinedLine, joinedLines } from './line-ends.ts';
import { areAddress } from './links.ts';
import { isBlock, isElement, lineOf, textContent, textOf } from './nodes.ts';
import type { Report } from './report.ts';
import { withoutControls } from './source.ts';

const CODE = new Set(['code', 'pre', 'kbd', 'samp', 'var']);

/** Stands for code and pictures in the context of a quotation mark: like a letter. */
const OPAQUE = '\uFFFC';

/** The attributes of the paper's parts that readers read. */
const WORDS = new Set(['alt', 'caption', 'credit', 'cite', 'title', 'headline']);

/**
 * Typographic quotation marks and no line ends within Chinese and Japanese in all text but code,
 * and no control characters in any, in place.
 * A block of text is read as a whole, so that a quotation may begin or end within `<em>`.
 */
export function readTexts(root: Root, language: string, source: string, report: Report): void {
  // The source has no control characters any more: only a reference can bring one in.
  new Texts(source.includes('&'), report).block(root.children, language);
}

class Texts {
  readonly #mayHaveControls: boolean;
  readonly #report: Report;
  #nodes: (Text | undefined)[] = [];
  #runs: TextRun[] = [];
  /** Whether anything in the runs may have to change; in most blocks nothing has. */
  #changes = false;

  constructor(mayHaveControls: boolean, report: Report) {
    this.#mayHaveControls = mayHaveControls;
    this.#report = report;
  }

  block(nodes: readonly (RootContent | ElementContent)[], language: string): void {
    this.#finish();
    this.#read(nodes, language);
    this.#finish();
  }

  #read(nodes: readonly (RootContent | ElementContent)[], outer: string): void {
    for (const node of nodes) {
      if (node.type === 'text') {
        this.#clean(node);
        this.#add(node, { text: node.value, language: outer, fixed: false });
        continue;
      }
      if (!isElement(node)) continue;
      const language = textOf(node, 'lang') ?? outer;
      for (const name in node.properties) {
        const value = WORDS.has(name) ? textOf(node, name) : undefined;
        if (value !== undefined) {
          const words = typographic(withoutControls(value), language);
          node.properties[name] = joinedLine(words, language);
        }
      }
      if (CODE.has(node.tagName)) {
        this.#cleanAll(node.children);
        this.#add(undefined, { text: OPAQUE, language, fixed: true });
      } else if (node.tagName === 'br') {
        this.#add(undefined, { text: '\n', language, fixed: true });
      } else if (isBlock(node)) {
        this.block(node.children, language);
      } else if (node.tagName === 'press-figure') {
        this.#add(undefined, { text: OPAQUE, language, fixed: true });
      } else if (node.tagName === 'a' && areAddress(textContent(node.children))) {
        this.#cleanAll(node.children);
        this.#add(undefined, { text: OPAQUE, language, fixed: true });
      } else this.#read(node.children, language);
    }
  }

  #add(node: Text | undefined, run: TextRun): void {
    this.#nodes.push(node);
    this.#runs.push(run);
    if (!run.fixed) this.#changes ||= run.text.includes('\n') || isTyped(run.text);
  }

  #finish(): void {
    if (this.#runs.length === 0) return;
    if (this.#changes) {
      const values = joinedLines(this.#runs, typographicRuns(this.#runs));
      for (const [index, value] of values.entries()) {
        const node = this.#nodes[index];
        if (node !== undefined) node.value = value;
      }
    }
    this.#nodes = [];
    this.#runs = [];
    this.#changes = false;
  }

  #cleanAll(nodes: readonly ElementContent[]): void {
    for (const node of nodes) {
      if (node.type === 'text') this.#clean(node);
      else if (isElement(node)) this.#cleanAll(node.children);
    }
  }

  /** A character reference (`&#1;`) can bring in what the source may not have. */
  #clean(node: Text): void {
    if (!this.#mayHaveControls) return;
    const clean = withoutControls(node.value);
    if (clean === node.value) return;
    this.#report.warning({
      line: lineOf(node),
      message: 'an invisible control character was removed',
      mend: 'take the character reference (&#…;) away',
    });
    node.value = clean;
  }
}
