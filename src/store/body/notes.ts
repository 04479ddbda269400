import { lineOf, type MarkdownNode } from './nodes.ts';
import type { Report } from './report.ts';

/**
 * Footnotes: `[^x]` becomes a `press-noteref`, and the definitions move to a `press-notes` at the
 * end, in the order in which the text names them. The names of an update are its own: desks write
 * `[^1]` in each, and a note must not come out before the update that holds it. Reports marks without
 * a note, notes without a mark, and notes that would not be printed. Works in place.
 */
export function readNotes(root: MarkdownNode, report: Report): void {
  new NoteReader(report).read(root);
}

/** The notes of a text, or of one of its updates. */
interface Scope {
  /** Stands before the names of its notes. */
  prefix: string;
  notes: Map<string, MarkdownNode>;
}

class NoteReader {
  readonly #report: Report;
  readonly #text: Scope = { prefix: '', notes: new Map<string, MarkdownNode>() };
  readonly #updates = new Map<MarkdownNode, Scope>();
  /** The full names of those that the text names, in that order, with where they are from. */
  readonly #named = new Map<string, { scope: Scope; key: string }>();

  constructor(report: Report) {
    this.#report = report;
  }

  read(root: MarkdownNode): void {
    for (const node of root.children ?? []) {
      if (!isUpdate(node)) continue;
      const scope = {
        prefix: `${String(node.properties?.['update'])}/`,
        notes: new Map<string, MarkdownNode>(),
      };
      this.#updates.set(node, scope);
      this.#take(node, scope);
    }
    this.#take(root, this.#text);
    for (const node of root.children ?? []) {
      this.#readMarks(node, this.#updates.get(node) ?? this.#text);
    }

    const notes: MarkdownNode[] = [];
    // A note may name another one: there are more while they are walked.
    for (const [name, { key, scope }] of this.#named) {
      const definition = scope.notes.get(key);
      if (definition === undefined) continue;
      this.#readMarks(definition, scope);
      notes.push({
        type: 'press',
        tagName: 'press-note',
        properties: { note: name },
        children: definition.children ?? [],
      });
    }
    this.#reportUnnamed();
    if (notes.length === 0) return;
    root.children?.push({ type: 'press', tagName: 'press-notes', properties: {}, children: notes });
  }

  /** Takes the definitions out of a part of the tree, where the updates have given theirs already. */
  #take(parent: MarkdownNode, scope: Scope): void {
    if (parent.children === undefined) return;
    for (const child of parent.children) {
      if (scope !== this.#text || !this.#updates.has(child)) this.#take(child, scope);
    }
    if (!parent.children.some((child) => child.type === 'footnoteDefinition')) return;
    parent.children = parent.children.filter((child) => {
      if (child.type !== 'footnoteDefinition') return true;
      const key = keyOf(child);
      if (scope.notes.has(key)) {
        this.#report.error({
          line: lineOf(child),
          value: `[^${child.label ?? key}]`,
          message: 'two footnotes have this name, and this one is not printed',
          mend: 'give each a name of its own',
        });
      } else scope.notes.set(key, child);
      return false;
    });
  }

  #readMarks(parent: MarkdownNode, scope: Scope): void {
    parent.children?.forEach((node, index, siblings) => {
      if (node.type === 'footnoteReference') {
        const part: MarkdownNode = {
          type: 'press',
          tagName: 'press-noteref',
          properties: { note: this.#name(node, scope) },
          children: [],
        };
        siblings[index] = node.position === undefined ? part : { ...part, position: node.position };
      } else if (node.type === 'text') {
        this.#findUndefined(node);
      } else this.#readMarks(node, scope);
    });
  }

  /** The full name of the note that a mark names: one of the update in which it stands, or of the text. */
  #name(mark: MarkdownNode, scope: Scope): string {
    const key = keyOf(mark);
    const from = scope.notes.has(key) ? scope : this.#text;
    if (!from.notes.has(key)) {
      this.#report.error({
        line: lineOf(mark),
        value: `[^${mark.label ?? key}]`,
        message: 'the note of this mark stands in an update, which may come out at another time',
        mend: 'write the note in the same update as its mark, or below all updates',
      });
    }
    const name = `${from.prefix}${key}`;
    this.#named.set(name, this.#named.get(name) ?? { scope: from, key });
    return name;
  }

  #reportUnnamed(): void {
    for (const scope of [this.#text, ...this.#updates.values()]) {
      for (const [key, definition] of scope.notes) {
        if (this.#named.has(`${scope.prefix}${key}`)) continue;
        this.#report.warning({
          line: lineOf(definition),
          value: `[^${definition.label ?? key}]`,
          message: 'this footnote is named nowhere and does not appear',
          mend: 'write its mark where it belongs in the text',
        });
      }
    }
  }

  /** `[^x]` left as text: nothing defines it. */
  #findUndefined(node: MarkdownNode): void {
    if (node.value?.includes('[^') !== true) return;
    for (const match of node.value.matchAll(/\[\^[^\]\s[]{1,40}\]/gu)) {
      this.#report.warning({
        line: lineOf(node),
        value: match[0],
        message: 'this footnote mark has no note, so it stands as text',
        mend: `write the note on a line of its own: ${match[0]}: …`,
      });
    }
  }
}

function isUpdate(node: MarkdownNode): boolean {
  return node.type === 'press' && node.tagName === 'press-update';
}

function keyOf(node: MarkdownNode): string {
  return (node.identifier ?? '').toLowerCase();
}
