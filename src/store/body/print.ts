import type { Element, ElementContent, Properties, RootContent } from 'hast';
import { pictureElement } from '#pictures/markup.ts';
import type { PictureView } from '#pictures/picture.ts';
import { encodedAddress } from './links.ts';
import { unlinked } from './plain-text.ts';
import { element, isBlank, isElement, isPart, text, textContent, textOf } from './nodes.ts';
import type { PartName } from './nodes.ts';
import {
  DEFAULT_SIZES,
  type BodyRendering,
  type BodySizes,
  type PrintedUpdate,
} from './rendering.ts';

/** The heading of an update; the texts of updates begin one level below. */
const UPDATE_HEADING = 'h2';

/** What no feed reader needs and the feeds' rules forbid. */
const ONLY_ON_PAGES =
  /^(?:className|id|role|tabIndex|headers|srcSet|sizes|loading|decoding|aria.*|data.*)$/u;

/** Read from the left in every language, like `pre`. */
const CODE_IN_LINE = new Set(['code', 'kbd', 'samp']);

/** The words by which Mozilla's Readability knows what is not the text (its `unlikelyCandidates`). */
const LOOKS_LIKE_FURNITURE =
  /-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|ad-break|agegate|pagination|pager|popup|yom-remote/iu;

/** Whether an address as written names a host. */
function isOutward(href: string): boolean {
  return /^\s*(?:https?:)?\/\//iu.test(href);
}

/** Prints the nodes of a body. Footnotes are numbered as their marks are printed. */
export class Printer {
  readonly #how: BodyRendering;
  readonly #page: boolean;
  readonly #notes: ReadonlyMap<string, ElementContent[]>;
  readonly #shown: readonly RootContent[];
  #ids: ReadonlySet<string> | undefined;
  /** The names of the notes in the order of their first marks, and how many marks each has. */
  readonly #marks = new Map<string, { n: number; marks: number }>();
  #tables = 0;
  /** Which way the text runs where the printer is; `auto` may be either. */
  #direction: string;

  constructor(
    how: BodyRendering,
    shown: readonly RootContent[],
    notes: ReadonlyMap<string, ElementContent[]>,
  ) {
    this.#how = how;
    this.#page = how.profile === 'page';
    this.#direction = how.direction;
    this.#notes = notes;
    this.#shown = shown;
  }

  print(nodes: readonly (RootContent | ElementContent)[]): ElementContent[] {
    const result: ElementContent[] = [];
    for (const node of nodes) {
      if (node.type === 'text') result.push(node);
      else if (isElement(node)) result.push(...this.#directed(node));
    }
    return result;
  }

  /** An element, and code in a line that runs from the right with its own direction. */
  #directed(node: Element): ElementContent[] {
    const outer = this.#direction;
    let directed = node;
    if (CODE_IN_LINE.has(node.tagName) && outer !== 'ltr' && node.properties.dir === undefined) {
      directed = { ...node, properties: { ...node.properties, dir: 'ltr' } };
    }
    this.#direction = textOf(directed, 'dir') ?? (node.tagName === 'pre' ? 'ltr' : outer);
    const printed = this.#element(directed);
    this.#direction = outer;
    return printed;
  }

  update(node: Element, printed: PrintedUpdate, pinned: boolean): ElementContent[] {
    const { words } = this.#how;
    const id = textOf(node, 'update') ?? '';
    const headline = textOf(node, 'headline');
    const time = element('time', { dateTime: printed.dateTime }, [text(printed.time)]);
    const author = printed.author === undefined ? [] : [this.#author(printed.author)];
    const content = this.print(node.children);

    if (!this.#page) {
      const meta: ElementContent[] = [time];
      if (pinned) meta.push(text(' · '), text(words.pinned));
      if (author.length > 0) meta.push(text(' · '), ...author);
      return [
        ...(headline === undefined ? [] : [element(UPDATE_HEADING, {}, [text(headline)])]),
        element('p', {}, meta),
        ...content,
      ];
    }
    const link = element('a', { className: ['update-time'], href: this.#anchor(id) }, [time]);
    const meta: ElementContent[] = [link];
    if (pinned)
      meta.push(text(' '), element('span', { className: ['update-pin'] }, [text(words.pinned)]));
    const header: ElementContent[] = [element('p', { className: ['update-meta'] }, meta)];
    if (headline !== undefined) {
      header.push(
        element(UPDATE_HEADING, { id: `${id}-title`, className: ['update-headline'] }, [
          text(headline),
        ]),
      );
    }
    if (author.length > 0) header.push(element('p', { className: ['update-author'] }, author));
    return [
      element(
        'article',
        {
          className: pinned ? ['update', 'update-pinned'] : ['update'],
          id,
          ...(headline === undefined ? {} : { ariaLabelledBy: [`${id}-title`] }),
        },
        [element('header', { className: ['update-header'] }, header), ...content],
      ),
    ];
  }

  /** The section of footnotes; nothing where no mark was printed. */
  notes(): ElementContent[] {
    const { words } = this.#how;
    const items: Element[] = [];
    // A note may name another one, which then comes after it.
    for (const [name, { n }] of this.#marks) {
      const content = this.print(this.#notes.get(name) ?? []);
      const marks = this.#marks.get(name)?.marks ?? 1;
      const links: ElementContent[] = [];
      for (let mark = 1; mark <= marks; mark += 1) {
        const back = this.#element(
          element(
            'a',
            {
              className: ['footnote-back'],
              href: `#${markId(n, mark)}`,
              role: 'doc-backlink',
              ariaLabel: words.backToText(n),
            },
            [
              text('↩\uFE0E'),
              ...(mark > 1 ? [element('sup', {}, [text(this.#number(mark))])] : []),
            ],
          ),
        );
        links.push(text(' '), ...back);
      }
      const last = content.findLast((node) => isElement(node));
      if (isElement(last, 'p')) last.children.push(...links);
      else content.push(...links.slice(1));
      items.push(element('li', this.#page ? { id: `fn-${n}` } : {}, content));
    }
    if (items.length === 0) return [];
    const list = element('ol', {}, items);
    if (!this.#page) return [element('h2', {}, [text(words.footnotes)]), list];
    const heading = element('h2', { id: 'fn-heading' }, [text(words.footnotes)]);
    const role = { role: 'doc-endnotes', ariaLabelledBy: ['fn-heading'] };
    return [element('section', { className: ['footnotes'], ...role }, [heading, list])];
  }

  #part(node: Element, name: PartName): ElementContent[] {
    switch (name) {
      case 'press-figure':
        return this.#figure(node, this.#sizes(textOf(node, 'width')));
      case 'press-gallery':
        return this.#gallery(node);
      case 'press-pullquote':
        return this.#pullquote(node);
      case 'press-factbox':
        return this.#factbox(node);
      case 'press-keypoints':
        return this.#keyPoints(node);
      case 'press-embed':
        return this.#embed(node);
      case 'press-correction':
        return this.#correction(Number(node.properties['n']));
      case 'press-noteref':
        return this.#mark(textOf(node, 'note') ?? '');
      // These are printed by what they stand in.
      case 'press-title':
      case 'press-update':
      case 'press-notes':
      case 'press-note':
        return [];
    }
  }

  #element(node: Element): ElementContent[] {
    if (isPart(node)) return this.#part(node, node.tagName);
    switch (node.tagName) {
      case 'a':
        return this.#link(node);
      case 'table':
        return this.#table(node);
      case 'thead':
        return [this.#plain({ ...node, children: withScope(node.children) })];
      case 'th':
        return [this.#headCell(node)];
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return [this.#plain(node, this.#headingClass(node))];
      case 'pre':
        return [this.#pre(node)];
      default:
        return [this.#plain(node)];
    }
  }

  /** An element that stays what it is. */
  #plain(node: Element, more?: Properties): Element {
    const children = this.print(node.children);
    if (this.#page) {
      const all = more === undefined ? node.properties : { ...node.properties, ...more };
      return element(node.tagName, all, children);
    }
    const properties = Object.entries({ ...node.properties, ...more }).filter(
      ([name]) => !ONLY_ON_PAGES.test(name),
    );
    return element(node.tagName, Object.fromEntries(properties), children);
  }

  /** Code is read from the left in every language, and scrolls by keyboard where it is wide. */
  #pre(node: Element): Element {
    const result = this.#plain(node, this.#page ? { tabIndex: 0, dir: 'ltr' } : { dir: 'ltr' });
    const first = result.children[0];
    // HTML parsers swallow a line end at the very beginning of a `pre`.
    if (first?.type === 'text') result.children[0] = text(first.value.replace(/^\n+/u, ''));
    return result;
  }

  #link(node: Element): ElementContent[] {
    const href = textOf(node, 'href') ?? '';
    if (href.startsWith('#')) {
      const id = href.slice(1);
      if (!this.#isShown(id) && !/^fn(?:ref)?-\d/u.test(id)) return this.print(node.children);
      return [this.#plain(node, { href: this.#anchor(id) })];
    }
    const address = this.#how.link(href);
    if (address === undefined) return this.print(unlinked(node));
    const rel = isOutward(href) && this.#how.rel !== undefined ? { rel: [...this.#how.rel] } : {};
    return [this.#plain(node, { href: encodedAddress(address), ...rel })];
  }

  /** Whether an id is within what is shown: a link to one that is held back is left out. */
  #isShown(id: string): boolean {
    this.#ids ??= idsOf(this.#shown);
    return this.#ids.has(id);
  }

  #mark(name: string): ElementContent[] {
    if (!this.#notes.has(name)) return [];
    const known = this.#marks.get(name) ?? { n: this.#marks.size + 1, marks: 0 };
    known.marks += 1;
    this.#marks.set(name, known);
    const { n, marks } = known;
    const href = this.#anchor(`fn-${n}`);
    if (!this.#page) return [element('sup', {}, [element('a', { href }, [text(this.#number(n))])])];
    const label = this.#how.words.footnote(n);
    const link = { href, id: markId(n, marks), role: 'doc-noteref', ariaLabel: label };
    return [
      element('sup', { className: ['footnote-mark'] }, [
        element('a', link, [text(this.#number(n))]),
      ]),
    ];
  }

  /** A note's number with the digits that its list has. */
  #number(n: number): string {
    return this.#page ? this.#how.words.number(n) : String(n);
  }

  #figure(node: Element, sizes: string): ElementContent[] {
    const view = this.#how.picture(textOf(node, 'src') ?? '');
    if (view === undefined) return [];
    const inline = node.properties['inline'] === true;
    const alt = textOf(node, 'alt') ?? view.alt;
    const image = this.#picture(view, alt, inline ? this.#sizes('inline') : sizes);
    if (inline) return [image];

    const caption = textOf(node, 'caption') ?? view.caption ?? '';
    const credit = textOf(node, 'credit') ?? view.credit ?? '';
    const children: ElementContent[] = [image];
    if (caption !== '' || credit !== '') {
      const parts: ElementContent[] = [];
      if (caption !== '') parts.push(text(caption));
      if (caption !== '' && credit !== '') parts.push(text(' '));
      if (credit !== '') {
        const words = text(this.#how.words.credit(credit));
        parts.push(this.#page ? element('span', { className: ['credit'] }, [words]) : words);
      }
      children.push(element('figcaption', {}, parts));
    }
    const width = textOf(node, 'width') ?? 'column';
    return [
      element('figure', this.#page ? { className: ['figure', `figure-${width}`] } : {}, children),
    ];
  }

  #gallery(node: Element): ElementContent[] {
    const figures = node.children.flatMap((child) =>
      isElement(child, 'press-figure') ? this.#figure(child, this.#sizes('gallery')) : [],
    );
    if (!this.#page || figures.length === 0) return figures;
    return [element('figure', { className: ['gallery'] }, figures)];
  }

  #keyPoints(node: Element): ElementContent[] {
    const points = this.print(node.children);
    if (!this.#page) return points;
    const ariaLabel = this.#how.words.keyPoints;
    return [element('section', { className: ['keypoints'], ariaLabel }, points)];
  }

  #picture(view: PictureView, alt: string, sizes: string): Element {
    const asset = this.#how.asset ?? ((address: string): string => address);
    if (this.#page) return pictureElement(view, { sizes, loading: 'lazy', alt, asset });
    const { address, width, height } = view.fallback;
    return element('img', { src: asset(address), width, height, alt });
  }

  #pullquote(node: Element): ElementContent[] {
    const cite = textOf(node, 'cite');
    const quote = element('blockquote', {}, this.print(unwrappedQuote(node.children)));
    if (!this.#page) {
      if (cite === undefined) return [quote];
      return [element('figure', {}, [quote, element('figcaption', {}, [text(cite)])])];
    }
    const caption = cite === undefined ? [] : [element('figcaption', {}, [text(cite)])];
    return [element('figure', { className: ['pullquote'] }, [quote, ...caption])];
  }

  #factbox(node: Element): ElementContent[] {
    const [title, ...rest] = node.children;
    const id = textOf(node, 'id') ?? '';
    const level = Number(node.properties['level'] ?? 2);
    const words = this.print(isElement(title) ? title.children : []);
    const content = this.print(rest);
    if (!this.#page) return [element(`h${level}`, {}, words), ...content];
    const heading = element(`h${level}`, { id, className: ['factbox-title'] }, words);
    return [
      element('section', { className: ['factbox'], ariaLabelledBy: [id] }, [heading, ...content]),
    ];
  }

  #embed(node: Element): ElementContent[] {
    const url = textOf(node, 'url') ?? '';
    const title = textOf(node, 'title') ?? '';
    // A story of the paper's own may not be out.
    const href = this.#how.link(url);
    if (href === undefined) return [];
    const { host } = new URL(url);
    const open = this.#how.words.openAt(host.replace(/^www\./u, ''));
    const { rel = [] } = this.#how;
    if (!this.#page) {
      const said = rel.length > 0 ? { rel: [...rel] } : {};
      const link = element('a', { href: encodedAddress(href), ...said }, [text(title)]);
      return [element('p', {}, [link, text(` (${open})`)])];
    }
    const src = textOf(node, 'picture');
    const view = src === undefined ? undefined : this.#how.picture(src);
    // The title names the link, so the picture within it adds nothing for those who hear it.
    const image = view === undefined ? [] : [this.#picture(view, '', this.#sizes('embed'))];
    const outward = href === url ? { rel: [...rel, 'external', 'noopener'] } : {};
    const link = element('a', { href: encodedAddress(href), ...outward }, [
      ...image,
      element('span', { className: ['embed-title'] }, [text(title)]),
      text(' '),
      element('span', { className: ['embed-host'] }, [text(open)]),
    ]);
    return [element('figure', { className: ['embed'] }, [link])];
  }

  #correction(n: number): ElementContent[] {
    const correction = this.#how.correction(n);
    if (correction === undefined) return [];
    const { kind, date, dateTime } = correction;
    const { words } = this.#how;
    const what = [
      text(`${words.correction[kind]}${words.comma}`),
      element('time', { dateTime }, [text(date)]),
    ];
    const paragraph = (head: ElementContent) =>
      element('p', {}, [head, text(` ${correction.text}`)]);
    if (!this.#page) return [paragraph(element('strong', {}, what))];
    const className = ['correction', `correction-${kind}`];
    const head = element('span', { className: ['correction-kind'] }, what);
    return [element('div', { className, role: 'note' }, [paragraph(head)])];
  }

  #table(node: Element): ElementContent[] {
    const table = this.#plain(node);
    if (!this.#page) return [table];
    this.#tables += 1;
    const caption = node.children.find((child) => isElement(child, 'caption'));
    const words = isElement(caption)
      ? textContent(caption.children).replace(/\s+/gu, ' ').trim()
      : '';
    const ariaLabel = words === '' ? this.#how.words.table(this.#tables) : words;
    return [
      element('div', { className: ['table-wrap'], role: 'region', tabIndex: 0, ariaLabel }, [
        table,
      ]),
    ];
  }

  /** A head that says nothing is the empty corner of a table. */
  #headCell(node: Element): Element {
    const cell = this.#plain(node);
    if (!isSilent(cell)) return cell;
    const { scope: _scope, abbr: _abbr, ...properties } = cell.properties;
    return element('td', properties, cell.children);
  }

  /** Reader views drop what a word of its id makes look like furniture; the class says what it is. */
  #headingClass(node: Element): Properties {
    const { id } = node.properties;
    return this.#page && typeof id === 'string' && LOOKS_LIKE_FURNITURE.test(id)
      ? { className: ['article-heading'] }
      : {};
  }

  #author(author: { name: string; address?: string | undefined }): ElementContent {
    const { name, address } = author;
    if (address === undefined) return text(name);
    return element('a', { href: encodedAddress(address) }, [text(name)]);
  }

  #anchor(id: string): string {
    return encodedAddress(this.#how.anchor(id));
  }

  #sizes(place: string | undefined): string {
    const sizes: BodySizes = { ...DEFAULT_SIZES, ...this.#how.sizes };
    return Object.hasOwn(sizes, place ?? '') ? sizes[place as keyof BodySizes] : sizes.column;
  }
}

/** Ids of notes' marks: the first is `fnref-1`, further ones `fnref-1-2`. */
function markId(n: number, mark: number): string {
  return mark === 1 ? `fnref-${n}` : `fnref-${n}-${mark}`;
}

/** `> …` within a pull quote means the same once more. */
function unwrappedQuote(nodes: readonly ElementContent[]): ElementContent[] {
  const blocks = nodes.filter((node) => isElement(node));
  const only = blocks.length === 1 ? blocks[0] : undefined;
  return isElement(only, 'blockquote') ? only.children : [...nodes];
}

function isSilent(node: Element): boolean {
  return node.children.every((child) =>
    isElement(child) ? child.tagName !== 'img' && isSilent(child) : isSilentText(child),
  );
}

function isSilentText(node: ElementContent): boolean {
  return node.type !== 'text' || isBlank(node.value);
}

function idsOf(
  nodes: readonly (RootContent | ElementContent)[],
  ids = new Set<string>(),
): Set<string> {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const id = textOf(node, node.tagName === 'press-update' ? 'update' : 'id');
    if (id !== undefined) ids.add(id);
    idsOf(node.children, ids);
  }
  return ids;
}

/** Head cells of columns say that they are. */
function withScope(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== 'element') return node;
    if (node.tagName === 'th' && node.properties.scope === undefined) {
      return { ...node, properties: { ...node.properties, scope: 'col' } };
    }
    return { ...node, children: withScope(node.children) };
  });
}
