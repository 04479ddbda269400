/** What taking a story down comes to: which texts change, which files go, what is left to a human. */
import { articleAddress } from '../../addresses.ts';
import { memoryArchive } from '../../store/memory-archive.ts';
import { createReferences } from '../../store/references.ts';
import { addressRules } from '../../store/rows.ts';
import type { ArticleRow, Content } from '../../store/rows.ts';
import { parseYaml, splitFrontMatter } from '../../store/yaml.ts';
import { editYaml } from './edit-yaml.ts';
import type { YamlEdit } from './edit-yaml.ts';
import { faultyRow } from './faulty-row.ts';
import { fieldIn, storyFiles } from './files.ts';
import type { PaperFiles } from './files.ts';
import { ownFiles } from './own-files.ts';
import { passagesOn } from './passages.ts';
import type { Step } from './step.ts';
import { TakedownError } from './takedown-error.ts';
import { translationsWithout } from './translations.ts';
import { unlink } from './unlink.ts';

/** What taking a story down comes to. */
export interface TakedownPlan {
  /** `en/2026/09/slug`. */
  path: string;
  headline: string;
  /** The file that is printed no more: `/2026/09/slug.html`. */
  address: string;
  changes: Step[];
  /** What somebody should look at. */
  notes: Step[];
  /** New texts of files. */
  texts: ReadonlyMap<string, string>;
  /** Files that are deleted. */
  gone: readonly string[];
  /** The folder of the story's own name, where nothing is left in it. */
  goneFolder: string | undefined;
}

/** What taking down the story at `storyPath` comes to. Throws where it cannot be done. */
export function planTakedown(content: Content, files: PaperFiles, storyPath: string): TakedownPlan {
  const file = storyFiles(files).get(storyPath);
  if (file === undefined) throw new TakedownError(`There is no story "${storyPath}".`);
  const row =
    content.articles.find((article) => article.path === storyPath) ??
    faultyRow(content, files, storyPath, file);
  return new Planner(content, files, row).plan();
}

class Planner {
  readonly #content: Content;
  readonly #files: PaperFiles;
  readonly #row: ArticleRow;
  /** The other stories, those with mistakes too. */
  readonly #others: ArticleRow[];
  readonly #changes: Step[] = [];
  readonly #reread: Step[] = [];
  readonly #texts = new Map<string, string>();
  readonly #isGone: (href: string, file: string) => boolean;

  constructor(content: Content, files: PaperFiles, row: ArticleRow) {
    this.#content = content;
    this.#files = files;
    this.#row = row;
    const sound = new Map(content.articles.map((article) => [article.path, article]));
    this.#others = [...storyFiles(files)]
      .filter(([name]) => name !== row.path)
      .map(([name, file]) => sound.get(name) ?? faultyRow(content, files, name, file));
    const before = createReferences(
      memoryArchive({ ...content, articles: [...this.#others, row] }),
    );
    const after = createReferences(memoryArchive({ ...content, articles: this.#others }));
    this.#isGone = (href, file) => {
      const reference = before.resolve(href, file);
      if (reference.kind !== 'inside') return false;
      const { target } = reference;
      if (target.kind === 'article' && target.path === row.path) return true;
      // The list of a topic or a month can go with its only story.
      return after.resolve(href, file).kind === 'nothing';
    };
  }

  plan(): TakedownPlan {
    const { path: storyPath, data, facts } = this.#row;
    const publication = this.#content.publication.data;
    const translations = translationsWithout(this.#row, this.#others, publication.languages);
    for (const [file, text] of this.#files.texts) {
      if (file === facts.file) continue;
      let edited = text;
      if (/^front\/[^/]+\.ya?ml$/i.test(file)) edited = this.#editFront(file, text);
      else if (/^(?:articles|pages|appeals)\/.*\.md$/i.test(file)) {
        edited = this.#editBody(file, text);
        if (file.startsWith('articles/')) {
          edited = this.#editStory(file, edited, translations.originals);
        }
      }
      if (edited !== text) this.#texts.set(file, edited);
    }
    const own = ownFiles(this.#content, this.#files, this.#row, this.#texts);
    const left = new Map([...this.#files.texts, ...this.#texts]);
    for (const file of own.gone) left.delete(file);
    return {
      path: storyPath,
      headline: data.headline,
      address: articleAddress(facts, addressRules(publication)),
      changes: [...this.#changes, ...own.changes].sort(byPlace),
      notes: [
        ...translations.notes,
        ...own.notes,
        ...this.#sentences(),
        ...passagesOn(this.#row, left, publication),
      ].sort(byPlace),
      texts: this.#texts,
      gone: own.gone,
      goneFolder: own.goneFolder,
    };
  }

  #change(file: string, line: number | undefined, what: string): void {
    this.#changes.push({ file, line, what });
  }

  #isStory(value: unknown): boolean {
    return typeof value === 'string' && value.normalize('NFC') === this.#row.path;
  }

  #editFront(file: string, text: string): string {
    const edited = this.#editYaml(file, text, 1, (data) => [
      ...(this.#isStory(fieldIn(data, 'lead')) ? [{ path: ['lead'] }] : []),
      ...this.#listed(data, 'picks'),
    ]);
    return edited ?? text;
  }

  #listed(data: unknown, field: string): YamlEdit[] {
    return textsWithIndex(data, field).flatMap(([index, value]) =>
      this.#isStory(value) ? [{ path: [field, index] }] : [],
    );
  }

  #editStory(
    file: string,
    text: string,
    translationOf: ReadonlyMap<string, string | undefined>,
  ): string {
    const parts = splitFrontMatter(text);
    // Reading the front matter of every story again would be most of the work.
    if (parts === undefined || !/related|translationOf/.test(parts.yaml)) return text;
    const edited = this.#editYaml(file, parts.yaml, parts.yamlLine, (data) => {
      const edits = this.#listed(data, 'related');
      if (this.#isStory(fieldIn(data, 'translationOf'))) {
        edits.push({ path: ['translationOf'], put: translationOf.get(file) });
      }
      return edits;
    });
    if (edited === undefined) return text;
    const from = /^\ufeff?---[ \t]*\r?\n/.exec(text)?.[0].length ?? 0;
    return text.slice(0, from) + edited + text.slice(from + parts.yaml.length);
  }

  #editYaml(
    file: string,
    text: string,
    firstLine: number,
    find: (data: unknown) => YamlEdit[],
  ): string | undefined {
    const { data, problems } = parseYaml(text, file);
    if (problems.length > 0 || find(data).length === 0) return undefined;
    const edited = editYaml(text.replace(/^\ufeff/, ''), find);
    if (edited === undefined) {
      throw new TakedownError(
        `${file} names the story in a way that cannot be taken out; nothing was changed.\n` +
          'Take it out by hand, then run the command again.',
      );
    }
    for (const { edit, line } of edited.done) {
      const [field] = edit.path;
      this.#change(
        file,
        firstLine - 1 + line,
        edit.put !== undefined
          ? `${field ?? ''}: names ${edit.put} from now on`
          : edit.path.length > 1
            ? `${field ?? ''}: the story is taken off the list`
            : `${field ?? ''}: is taken out`,
      );
    }
    return (text.startsWith('\ufeff') ? '\ufeff' : '') + edited.text;
  }

  #editBody(file: string, text: string): string {
    const parts = splitFrontMatter(text);
    if (parts === undefined) return text;
    const { body, done } = unlink(parts.body, (href) => this.#isGone(href, file));
    for (const { line, lineAfter, what, words } of done) {
      this.#change(file, parts.bodyLine - 1 + line, what);
      if (words) this.#reread.push({ file, line: lineAfter, what });
    }
    return done.length === 0 ? text : text.slice(0, text.length - parts.body.length) + body;
  }

  /** Sentences that lost words, by their line in the text as it is then. */
  #sentences(): Step[] {
    return this.#reread.map(({ file, line = 1, what }) => {
      const bodyLine = splitFrontMatter(this.#texts.get(file) ?? '')?.bodyLine ?? 1;
      return { file, line: bodyLine - 1 + line, what: `read this again: ${what}` };
    });
  }
}

function textsWithIndex(data: unknown, field: string): [index: number, value: unknown][] {
  const list = fieldIn(data, field);
  return Array.isArray(list) ? list.map((value: unknown, index) => [index, value]) : [];
}

function byPlace(a: Step, b: Step): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0);
}
