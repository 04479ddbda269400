import { suggest } from '#problems.ts';
import { MOMENT_FORM } from '#time.ts';
import { attributeText } from './attribute-text.ts';
import { remotePicture, webAddress } from './links.ts';
import { lineOf, type MarkdownNode } from './nodes.ts';
import type { Report } from './report.ts';
import { mayMake } from './source.ts';

type Name =
  'figure' | 'gallery' | 'pullquote' | 'factbox' | 'keypoints' | 'embed' | 'correction' | 'update';

interface Attribute {
  required?: true;
  /** What is wrong with a value, and how to mend it; undefined where nothing is. */
  check?: (value: string) => { message: string; mend: string } | undefined;
}

interface Directive {
  /** `leaf`: `::name{…}` on a line of its own; `container`: `:::name` … `:::`. */
  form: 'leaf' | 'container';
  /** Whether it takes a `[Title]`. */
  label: 'required' | 'none';
  attributes: Readonly<Record<string, Attribute>>;
  /** The directives that may stand in it. */
  holds: readonly Name[];
}

const WIDTHS = ['column', 'wide', 'full'];
/** Ids of notes, and of all around the text. */
const OF_THE_PAGE = /^(?:fn|fnref|press)-/u;
const UPDATE_ID = /^\p{L}[\p{L}\p{N}\p{M}_-]{0,79}$/u;

const picture = (value: string): { message: string; mend: string } | undefined =>
  remotePicture(value)
    ? { message: 'a picture on another site', mend: 'save it beside the story: src="./name.jpg"' }
    : undefined;

const DIRECTIVES: Readonly<Record<Name, Directive>> = {
  figure: {
    form: 'leaf',
    label: 'none',
    attributes: {
      src: { required: true, check: picture },
      alt: {},
      caption: {},
      credit: {},
      width: {
        check: (value) =>
          WIDTHS.includes(value)
            ? undefined
            : { message: 'no such width', mend: suggest(value, WIDTHS) },
      },
    },
    holds: [],
  },
  gallery: { form: 'container', label: 'none', attributes: {}, holds: ['figure'] },
  pullquote: { form: 'container', label: 'none', attributes: { cite: {} }, holds: [] },
  factbox: {
    form: 'container',
    label: 'required',
    attributes: {},
    holds: ['figure', 'gallery', 'embed', 'correction'],
  },
  keypoints: { form: 'container', label: 'none', attributes: {}, holds: [] },
  embed: {
    form: 'leaf',
    label: 'none',
    attributes: {
      url: {
        required: true,
        check: (value) =>
          webAddress(value)
            ? undefined
            : { message: 'not a web address', mend: 'write it whole, beginning with https://' },
      },
      title: { required: true },
      picture: { check: picture },
    },
    holds: [],
  },
  correction: {
    form: 'leaf',
    label: 'none',
    attributes: {
      n: {
        required: true,
        check: (value) =>
          /^[1-9]\d{0,3}$/u.test(value)
            ? undefined
            : {
                message: 'not the number of a correction',
                mend: 'write 1 for the first of `corrections`',
              },
      },
    },
    holds: [],
  },
  update: {
    form: 'container',
    label: 'none',
    attributes: {
      id: {
        required: true,
        check: (value) =>
          OF_THE_PAGE.test(value)
            ? { message: 'an id that the page itself uses', mend: 'write for example id="u7"' }
            : UPDATE_ID.test(value)
              ? undefined
              : {
                  message: 'an id must begin with a letter and have only letters, digits, - and _',
                  mend: 'write for example id="u7"',
                },
      },
      time: {
        required: true,
        check: (value) =>
          MOMENT_FORM.test(value)
            ? undefined
            : { message: 'not a time', mend: 'write it like 2025-02-03T14:30' },
      },
      author: {},
      headline: {},
    },
    holds: ['figure', 'gallery', 'pullquote', 'factbox', 'keypoints', 'embed', 'correction'],
  },
};

const NAMES = Object.keys(DIRECTIVES);

/**
 * Turns the directives of a Markdown tree into `press` nodes, in place. Reports unknown names and
 * attributes, missing and bad values, wrong forms and nesting, directives that are not closed, and
 * lines that were meant as a directive but are none. A part that is wrong is left out.
 */
export function readDirectives(root: MarkdownNode, source: string, report: Report): void {
  new DirectiveReader(source, report).children(root, undefined, true);
}

class DirectiveReader {
  readonly #source: string;
  readonly #report: Report;
  readonly #updates = new Set<string>();
  readonly #corrections = new Set<string>();
  readonly #mayHaveMeant: boolean;

  constructor(source: string, report: Report) {
    this.#source = source;
    this.#report = report;
    this.#mayHaveMeant =
      mayMake(source, '::') || /\uff1a[:\uff1a]|:\uff1a|^[ \t>]*:[a-z]+[[{]/mu.test(source);
  }

  /** `within`: the directive around; `top`: whether the parent is the text itself. */
  children(parent: MarkdownNode, within: Name | undefined, top: boolean): void {
    const { children } = parent;
    if (children === undefined) return;
    /** Only where it is not the same: most parents have no directive in them. */
    let result: MarkdownNode[] | undefined;
    let textsMeet = false;
    for (const [index, node] of children.entries()) {
      switch (node.type) {
        case 'leafDirective':
        case 'containerDirective': {
          const part = this.#directive(node, within, top);
          result ??= children.slice(0, index);
          if (part !== undefined) result.push(part);
          break;
        }
        case 'textDirective':
          result ??= children.slice(0, index);
          result.push({ type: 'text', value: this.#sourceOf(node) });
          break;
        case 'text':
          textsMeet ||= children[index - 1]?.type === 'text';
          result?.push(node);
          break;
        default:
          if (node.type === 'paragraph' || node.type === 'html') this.#findMeant(node);
          else if (node.type === 'tableCell' || node.type === 'heading') this.#findWithin(node);
          this.children(node, within, false);
          result?.push(node);
      }
    }
    if (result !== undefined || textsMeet) parent.children = joinTexts(result ?? children);
  }

  #directive(node: MarkdownNode, within: Name | undefined, top: boolean): MarkdownNode | undefined {
    const name = node.name ?? '';
    const line = lineOf(node);
    const written = `${node.type === 'leafDirective' ? '::' : ':::'}${name}`;
    this.#checkFences(node);
    if (!isName(name)) {
      this.#report.error({
        line,
        value: written,
        message: 'there is no such directive',
        mend: suggest(name, NAMES),
      });
      this.children(node, within, false);
      return undefined;
    }

    const rule = DIRECTIVES[name];
    const { properties, bad } = this.#attributes(node, name, rule);
    let wrong = bad;
    if (rule.form === 'leaf' && node.type === 'containerDirective') {
      this.#report.error({
        line,
        value: written,
        message: `${name} takes no lines of its own`,
        mend: `write ::${name}{…} on one line, without a closing :::`,
      });
      wrong = true;
    } else if (rule.form === 'container' && node.type === 'leafDirective') {
      this.#report.error({
        line,
        value: written,
        message: `${name} needs lines of its own`,
        mend: `write :::${name}, the lines, and ::: below them`,
      });
      wrong = true;
    } else if (name === 'update' && !top) {
      this.#report.error({
        line,
        value: written,
        message: 'an update may stand only in the text itself, not in a list or another part',
        mend: 'close what is open before it',
      });
      wrong = true;
    } else if (within !== undefined && !DIRECTIVES[within].holds.includes(name)) {
      const { holds } = DIRECTIVES[within];
      this.#report.error({
        line,
        value: written,
        message: `${name} may not stand in ${within}`,
        mend:
          holds.length === 0
            ? `close the ${within} before it`
            : `${within} holds ${holds.join(', ')}; close it before the ${name}`,
      });
      wrong = true;
    }
    const title = this.#label(node, name, rule);
    const empty = node.children === undefined || node.children.length === 0;
    this.children(node, name, false);
    if (rule.form === 'container' && node.type === 'containerDirective') {
      wrong = this.#checkContent(node, name, empty) || wrong;
    }
    if (wrong || (rule.label === 'required' && title === undefined)) return undefined;

    if (name === 'update') {
      properties['update'] = properties['id'] ?? '';
      delete properties['id'];
    }
    if (name === 'figure') properties['width'] ??= 'column';
    const children = node.children ?? [];
    if (title !== undefined) children.unshift(title);
    return withPosition({ type: 'press', tagName: `press-${name}`, properties, children }, node);
  }

  #attributes(
    node: MarkdownNode,
    name: Name,
    rule: Directive,
  ): { properties: Record<string, string>; bad: boolean } {
    const line = lineOf(node);
    const known = Object.keys(rule.attributes);
    const properties: Record<string, string> = {};
    let bad = false;
    for (const key of doubled(this.#sourceOf(node))) {
      this.#report.error({
        line,
        field: key,
        message: `${name} has this attribute twice, and one of them is not printed`,
        mend: 'keep one of the two',
      });
      bad = true;
    }
    for (const [key, written] of Object.entries(node.attributes ?? {})) {
      const attribute = Object.hasOwn(rule.attributes, key) ? rule.attributes[key] : undefined;
      const value = attributeText(written ?? '');
      if (isCurled(this.#sourceOf(node), key)) {
        this.#report.error({
          line,
          field: key,
          value,
          message: 'the value stands in quotes of print',
          mend: `write ${key}="…" with straight quotes`,
        });
        properties[key] = value;
        bad = true;
        continue;
      }
      if (attribute === undefined) {
        this.#report.error({
          line,
          field: key,
          value,
          message: `${name} has no such attribute`,
          mend:
            known.length === 0
              ? `${name} takes none`
              : `${suggest(key, known)}${/["'“”]/u.test(key) ? ' (values stand in straight quotes)' : ''}`,
        });
        bad = true;
        continue;
      }
      const problem = value === '' ? undefined : attribute.check?.(value);
      if (problem !== undefined) {
        this.#report.error({ line, field: key, value, ...problem });
        bad = true;
      }
      if (value !== '') properties[key] = value;
    }
    for (const key of known) {
      if (rule.attributes[key]?.required === true && properties[key] === undefined) {
        this.#report.error({
          line,
          field: key,
          message: `${name} needs ${key}`,
          mend: `write ${key}="…" between its braces`,
        });
        bad = true;
      }
    }
    const n = name === 'correction' ? properties['n'] : undefined;
    if (n !== undefined && this.#corrections.has(n)) {
      this.#report.warning({
        line,
        field: 'n',
        value: n,
        message: 'this correction stands in the text twice',
        mend: 'keep one of the two, beside what it corrects',
      });
    } else if (n !== undefined) this.#corrections.add(n);
    const id = name === 'update' ? properties['id'] : undefined;
    if (id !== undefined) {
      if (this.#updates.has(id)) {
        this.#report.error({
          line,
          field: 'id',
          value: id,
          message: 'two updates have this id',
          mend: 'give the newer one an id of its own',
        });
        bad = true;
      }
      this.#updates.add(id);
    }
    return { properties, bad };
  }

  /** Takes the `[Title]` out of a directive. */
  #label(node: MarkdownNode, name: Name, rule: Directive): MarkdownNode | undefined {
    const line = lineOf(node);
    const children = node.children ?? [];
    const first = children[0];
    let label: MarkdownNode[] | undefined;
    if (node.type === 'leafDirective') {
      label = children.length > 0 ? children : undefined;
      node.children = [];
    } else if (first?.data?.directiveLabel === true) {
      label = first.children ?? [];
      node.children = children.slice(1);
    }
    if (rule.label === 'none') {
      if (label !== undefined) {
        this.#report.error({
          line,
          message: `${name} takes no title in square brackets`,
          mend: 'take the square brackets away',
        });
      }
      return undefined;
    }
    if (label === undefined || label.length === 0) {
      this.#report.error({
        line,
        message: `${name} needs a title`,
        mend: `write it in square brackets: :::${name}[Title]`,
      });
      return undefined;
    }
    const title = {
      type: 'press',
      tagName: 'press-title' as const,
      properties: {},
      children: label,
    };
    this.children(title, name, false);
    return withPosition(title, node);
  }

  /** Reports an empty part, and in a gallery what is no picture; gives whether it is to be left out. */
  #checkContent(node: MarkdownNode, name: Name, empty: boolean): boolean {
    const children = node.children ?? [];
    if (name === 'gallery') {
      for (const child of children) {
        const isFigure = child.type === 'press' && child.tagName === 'press-figure';
        if (isFigure || isPictures(child) || child.type === 'definition') continue;
        if (child.type === 'press') continue; // reported as badly nested
        this.#report.error({
          line: lineOf(child),
          message: 'a gallery holds nothing but figures',
          mend: 'move this out of the gallery, or into a caption',
        });
      }
      node.children = children.filter((child) => child.type === 'press' || isPictures(child));
    }
    if (!empty) return false;
    this.#report.error({
      line: lineOf(node),
      value: `:::${name}`,
      message: `this ${name} is empty`,
      mend: 'write its lines before the closing :::, or take it away',
    });
    return true;
  }

  /** Whether a container is closed, and by a line of its own. */
  #checkFences(node: MarkdownNode): void {
    if (node.type !== 'containerDirective' || node.position === undefined) return;
    const fence = /^:+/u.exec(this.#sourceOf(node))?.[0] ?? ':::';
    const written = `${fence}${node.name ?? ''}`;
    const end = node.position.end.offset ?? 0;
    const lastLine = this.#source.slice(this.#source.lastIndexOf('\n', end - 1) + 1, end);
    const closes = /(:{3,})[ \t]*$/u.exec(lastLine)?.[1];
    const sameLine = node.position.start.line === node.position.end.line;
    if (closes === undefined || sameLine || /[\p{L}\p{N}]/u.test(lastLine)) {
      this.#report.error({
        line: lineOf(node),
        value: written,
        message: 'this directive is never closed',
        mend: `write a line ${fence} where it ends`,
      });
      return;
    }
    for (const inner of node.children ?? []) {
      if (inner.type !== 'containerDirective') continue;
      const innerFence = /^:+/u.exec(this.#sourceOf(inner))?.[0] ?? ':::';
      if (innerFence.length < fence.length) continue;
      this.#report.error({
        line: lineOf(node),
        value: written,
        message: `it holds ${innerFence}${inner.name ?? ''}, so it needs more colons than that`,
        mend: `write :${innerFence}${node.name ?? ''} and close it with :${innerFence}`,
      });
    }
  }

  /** Reports lines of text that look like a directive but could not be read as one. */
  #findMeant(node: MarkdownNode): void {
    if (!this.#mayHaveMeant) return;
    const first = node.type === 'html' ? node.value : textStart(node);
    if (first === undefined || !COLON.test(first)) return;
    const lines = first.split('\n');
    for (const [index, line] of lines.entries()) {
      this.#findSingle(node, line, index);
      this.#findWide(node, line, index);
      this.#findBehind(node, line, index);
      const meant = /^\s*(:{2,})(\s*)([\p{L}\p{N}_-]*)(.?)/u.exec(line);
      const colons = meant?.[1] ?? '';
      const name = meant?.[3] ?? '';
      if (meant === null || (name === '' && (colons === '::' || line.trim() !== colons))) continue;
      if (index > 0 && name !== '' && colons === '::' && !isName(name)) continue;
      const at = (lineOf(node) ?? 1) + index;
      if (name === '') {
        this.#report.error({
          line: at,
          value: colons,
          message: 'this line closes nothing',
          mend: 'a directive that holds another needs more colons: ::::update … ::::',
        });
      } else if (isName(name) || colons.length > 2) {
        this.#report.error({
          line: at,
          value: line.trim(),
          message: 'this directive could not be read',
          mend:
            meant[2] === ''
              ? 'write all of it on one line, close its quotes and braces, with nothing behind them'
              : `write it without a space behind the colons: ${colons}${name}`,
        });
      }
    }
  }

  /** Reports a directive that stands behind other words: it is read at the beginning of a line alone. */
  #findBehind(node: MarkdownNode, line: string, index: number): void {
    const value = this.#meantIn(node, line, line.search(/\S/u) + 1);
    if (value === undefined) return;
    this.#report.error({
      line: (lineOf(node) ?? 1) + index,
      value,
      message: 'a directive behind other words is printed as it is written',
      mend: 'put it on a line of its own, with an empty line before it',
    });
  }

  /** Reports a directive in a cell of a table or in a heading. */
  #findWithin(node: MarkdownNode): void {
    if (!this.#mayHaveMeant) return;
    const value = this.#meantIn(node, textStart(node) ?? '', 0);
    if (value === undefined) return;
    this.#report.error({
      line: lineOf(node),
      value,
      message: `a directive in a ${node.type === 'heading' ? 'heading' : 'table'} is printed as it is written`,
      mend: 'put it on a line of its own, with an empty line before it',
    });
  }

  /** What would be a directive, had it a line of its own, from a place of a line of text. */
  #meantIn(node: MarkdownNode, line: string, from: number): string | undefined {
    if (!line.includes('::')) return undefined;
    WITHIN_LINE.lastIndex = from;
    const [value = '', name = ''] = WITHIN_LINE.exec(line) ?? [];
    // Not where its colon is escaped.
    if (!isName(name) || this.#sourceOf(node).includes(`\\${value}`)) return undefined;
    return value.trim();
  }

  /** Reports a directive with the colons of Chinese and Japanese. */
  #findWide(node: MarkdownNode, line: string, index: number): void {
    const [value = '', name = ''] = WIDE_COLONS.exec(line) ?? [];
    if (!isName(name)) return;
    this.#report.error({
      line: (lineOf(node) ?? 1) + index,
      value: value.trim(),
      message: 'a directive with full-width colons is printed as it is written',
      mend: `write ${written(name)}`,
    });
  }

  /** Reports a directive that begins with one colon: it is printed as it is written. */
  #findSingle(node: MarkdownNode, line: string, index: number): void {
    const [value = '', name = ''] = SINGLE_COLON.exec(line) ?? [];
    if (!isName(name) || this.#sourceOf(node).includes(`\\:${name}`)) return;
    this.#report.error({
      line: (lineOf(node) ?? 1) + index,
      value: value.trim(),
      message: 'a directive with one colon is printed as it is written',
      mend: `write ${written(name)}`,
    });
  }

  #sourceOf(node: MarkdownNode): string {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    return start === undefined || end === undefined ? '' : this.#source.slice(start, end);
  }
}

/** What would be a directive, had it a line of its own: all of it, its name. */
const WITHIN_LINE = /(?<![:\p{L}\p{N}]):{2,}([\p{L}\p{N}_-]+)[{[].*/gu;

/** A line that would be a directive, had it more colons. */
const SINGLE_COLON = /^\s*:([a-z]+)(?:\{|\[).*/u;

/** A line that would be a directive, were its colons those of the Latin keyboard. */
const WIDE_COLONS = /^\s*(?=:*\uff1a)[:\uff1a]{2,}\s*([a-z]+).*/u;

const COLON = /[:\uff1a]/u;

/** A directive's name with its colons. */
function written(name: Name): string {
  return `${DIRECTIVES[name].form === 'leaf' ? '::' : ':::'}${name}`;
}

/** The names of attributes that stand twice between the braces of a directive. */
function doubled(source: string): string[] {
  const [first = ''] = source.split('\n', 1);
  const braces = first.slice(first.lastIndexOf(']') + 1).replaceAll(/"[^"]*"|'[^']*'/gu, '""');
  const names = Array.from(braces.matchAll(/[\s{]([\p{L}\p{N}_-]+)=/gu), ([, name = '']) => name);
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

/** Whether a value stands in typographic quotation marks, which become a part of it. */
function isCurled(source: string, key: string): boolean {
  const [first = ''] = source.split('\n', 1);
  return ['“', '”', '„', '«', '‘'].some((quote) => first.includes(`${key}=${quote}`));
}

function isName(name: string): name is Name {
  return Object.hasOwn(DIRECTIVES, name);
}

/** A paragraph of nothing but Markdown images. */
function isPictures(node: MarkdownNode): boolean {
  if (node.type !== 'paragraph') return false;
  return (node.children ?? []).every(
    (child) =>
      child.type === 'image' ||
      child.type === 'imageReference' ||
      (child.type === 'text' && (child.value ?? '').trim() === ''),
  );
}

/** The text at the start of a paragraph, and the texts after line breaks within it. */
function textStart(node: MarkdownNode): string | undefined {
  const children = node.children ?? [];
  let result = '';
  for (const child of children) {
    // A line can begin only in a text; what stands between keeps the lines in step.
    if (child.type === 'text') result += child.value ?? '';
    else if (child.type === 'break') result += '\n';
    else result += 'x';
  }
  return COLON.test(result) ? result : undefined;
}

/** Puts texts beside each other into one, as they were before a text directive stood between. */
function joinTexts(nodes: MarkdownNode[]): MarkdownNode[] {
  const result: MarkdownNode[] = [];
  for (const node of nodes) {
    const last = result[result.length - 1];
    if (node.type === 'text' && last?.type === 'text') {
      last.value = `${last.value ?? ''}${node.value ?? ''}`;
    } else result.push(node);
  }
  return result;
}

function withPosition(node: MarkdownNode, from: MarkdownNode): MarkdownNode {
  return from.position === undefined ? node : { ...node, position: from.position };
}
