/**
 * Takes a story down: its file, its pictures and every reference to it, so that the next build goes
 * through. All is planned and tried on a copy of the paper before anything is written.
 */
import {
  copyFile,
  link,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { articleAddress, toSlug } from '../addresses.ts';
import { translatable, translationGroups } from '../edition/translations.ts';
import type { Translatable } from '../edition/translations.ts';
import { formatProblems, nearest, printable } from '../problems.ts';
import type { Problem } from '../problems.ts';
import { parseBody } from '../store/body/parse.ts';
import { listFolder, readText, resolveFile } from '../store/folder.ts';
import type { Folder } from '../store/folder.ts';
import { memoryArchive } from '../store/memory-archive.ts';
import { PICTURE_ENDING } from '../store/picture-files.ts';
import { readContent } from '../store/read.ts';
import { createReferences } from '../store/references.ts';
import { addressRules } from '../store/rows.ts';
import type { ArticleRow, Content, PictureUse, TextFacts } from '../store/rows.ts';
import { parseYaml, splitFrontMatter } from '../store/yaml.ts';
import { parseMoment } from '../time.ts';
import { editYaml } from './edit-yaml.ts';
import type { YamlEdit } from './edit-yaml.ts';
import { unlink } from './unlink.ts';

/** The files of a paper, and the words of those that are text. */
export interface PaperFiles {
  folder: Folder;
  texts: ReadonlyMap<string, string>;
}

/** Something that is done, or left to a human. */
export interface Step {
  /** In the content folder. */
  file: string;
  /** From 1: of a change before it, of a note after all changes; undefined for a whole file. */
  line: number | undefined;
  what: string;
}

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

/** What stands against taking a story down; nothing was changed. */
export class TakedownError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TakedownError';
  }
}

/** Where a takedown works. */
export interface TakedownOptions {
  publicFolder: string;
  /** A private folder for the copy on which it is tried; made, and removed. */
  scratch: string;
  dryRun?: boolean | undefined;
}

/** Takes down the story that `given` names; with `dryRun` tells only what would be done. */
export async function takeDown(
  folder: string,
  given: string,
  { publicFolder, scratch, dryRun = false }: TakedownOptions,
): Promise<TakedownPlan> {
  const before = await readContent(folder, publicFolder);
  if (before.content === undefined) {
    const errors = before.problems.filter(({ severity }) => severity === 'error');
    throw new TakedownError(
      `The paper cannot be read; nothing was changed.\n\n${formatProblems(errors)}`,
    );
  }
  const files = await readFiles(folder);
  const plan = planTakedown(before.content, files, findStory(before.content, files, given));
  await tryOut(plan, files, { publicFolder, scratch, before: before.problems });
  if (!dryRun) await carryOut(plan, files);
  return plan;
}

/** Lists a content folder and reads its texts. */
export async function readFiles(root: string): Promise<PaperFiles> {
  const folder = await listFolder(root);
  const texts = new Map<string, string>();
  for (const file of folder.files) {
    if (!/\.(md|ya?ml|css|txt)$/i.test(file)) continue;
    const { text, problem } = readText(folder, file);
    if (problem === undefined) texts.set(file, text);
  }
  return { folder, texts };
}

/** Story files by their path: `en/2026/09/slug`. */
function storyFiles({ folder }: PaperFiles): Map<string, string> {
  return new Map(
    [...folder.files].flatMap((file) => {
      const found = /^articles\/([^/]+\/\d{4}\/\d{2}\/[^/]+)\.md$/i.exec(file)?.[1];
      return found === undefined ? [] : [[found.normalize('NFC'), file]];
    }),
  );
}

/** The path of the story that is meant: by its path, its file or an address. Throws where none is. */
export function findStory(content: Content, files: PaperFiles, given: string): string {
  const stories = storyFiles(files);
  const written = given.trim().replaceAll('\\', '/').normalize('NFC');
  const root = files.folder.root.replaceAll('\\', '/').normalize('NFC');
  const within = written.startsWith(`${root}/`) ? written.slice(root.length + 1) : written;
  const bare = within
    .replace(/^(?:\.\/)+/, '')
    .replace(/^(?:[^/:]+\/)?articles\//, '')
    .replace(/\.md$/i, '');
  if (stories.has(bare)) return bare;
  const isAddress = /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(written);
  const address = isAddress ? written : `/${written}`;
  const sound = new Set(content.articles.map((row) => row.path));
  const faulty = [...stories].flatMap(([name, file]) =>
    sound.has(name) ? [] : [faultyRow(content, files, name, file)],
  );
  const all = [...content.articles, ...faulty];
  const reference = createReferences(memoryArchive({ ...content, articles: all })).resolve(
    address,
    'publication.yaml',
  );
  if (reference.kind === 'inside' && reference.target.kind === 'article') {
    return reference.target.path;
  }
  const slug = bare.slice(bare.lastIndexOf('/') + 1);
  const near =
    nearest(bare, stories.keys()) ??
    [...stories.keys()].find((name) => name.endsWith(`/${slug}`)) ??
    nearestSlug(slug, stories);
  throw new TakedownError(
    `There is no story "${printable(given)}"; nothing was changed.\n${
      near === undefined ? 'Name it by its path: en/2026/09/slug' : `Did you mean ${near}?`
    }`,
  );
}

function nearestSlug(slug: string, stories: ReadonlyMap<string, string>): string | undefined {
  const bySlug = new Map([...stories.keys()].map((name) => [name.split('/').at(-1) ?? '', name]));
  return bySlug.get(nearest(slug, bySlug.keys()) ?? '');
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

/** What is known of a story with mistakes in it, which is not among the content. */
function faultyRow(
  content: Content,
  files: PaperFiles,
  storyPath: string,
  file: string,
): ArticleRow {
  const [language = '', year = '', month = '', slug = ''] = storyPath.split('/');
  const data = frontMatterOf(files, file);
  const published = parseMoment(textIn(data, 'published') ?? '', content.publication.data.timeZone);
  const translationOf = textIn(data, 'translationOf');
  return {
    path: storyPath,
    data: {
      headline: textIn(data, 'headline') ?? slug,
      published: '',
      section: '',
      kind: 'news',
      appeal: true,
      noindex: false,
      draft: false,
      redirectFrom: textsIn(data, 'redirectFrom'),
      related: textsIn(data, 'related'),
      ...(translationOf === undefined ? {} : { translationOf }),
    },
    facts: {
      line: 1,
      words: 0,
      firstParagraph: '',
      links: [],
      pictures: {},
      pictureUpdates: {},
      file,
      language,
      year,
      month,
      slug,
      digest: '',
      identity: storyPath,
      published: typeof published === 'number' ? published : 0,
      updated: undefined,
      corrections: [],
      live: undefined,
      updates: [],
      topics: textsIn(data, 'topics').map((name) => ({ slug: toSlug(name), name })),
      lead: undefined,
      socialImage: undefined,
    },
  };
}

function frontMatterOf({ texts }: PaperFiles, file: string): unknown {
  const parts = splitFrontMatter(texts.get(file) ?? '');
  return parts === undefined ? undefined : parseYaml(parts.yaml, file).data;
}

function fieldIn(data: unknown, field: string): unknown {
  return typeof data === 'object' && data !== null
    ? (data as Record<string, unknown>)[field]
    : undefined;
}

function textIn(data: unknown, ...fields: string[]): string | undefined {
  const value = fields.reduce(fieldIn, data);
  return typeof value === 'string' ? value : undefined;
}

function textsIn(data: unknown, field: string): string[] {
  const value = fieldIn(data, field);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

class Planner {
  readonly #content: Content;
  readonly #files: PaperFiles;
  readonly #row: ArticleRow;
  /** The other stories, those with mistakes too. */
  readonly #others: ArticleRow[];
  /** Files of which `content` knows everything; others have mistakes. */
  readonly #sound: ReadonlySet<string>;
  readonly #changes: Step[] = [];
  readonly #notes: Step[] = [];
  readonly #reread: Step[] = [];
  readonly #texts = new Map<string, string>();
  readonly #isGone: (href: string, file: string) => boolean;

  constructor(content: Content, files: PaperFiles, row: ArticleRow) {
    this.#content = content;
    this.#files = files;
    this.#row = row;
    this.#sound = soundFiles(content);
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
    const own = facts.file;
    const translationOf = this.#translations();
    for (const [file, text] of this.#files.texts) {
      if (file === own) continue;
      let edited = text;
      if (/^front\/[^/]+\.ya?ml$/i.test(file)) edited = this.#editFront(file, text);
      else if (/^(?:articles|pages|appeals)\/.*\.md$/i.test(file)) {
        edited = this.#editBody(file, text);
        if (file.startsWith('articles/')) edited = this.#editStory(file, edited, translationOf);
      }
      if (edited !== text) this.#texts.set(file, edited);
    }
    const { gone, goneFolder } = this.#ownFiles();
    const address = articleAddress(facts, addressRules(this.#content.publication.data));
    this.#noteSentences();
    this.#notePassages(gone);
    return {
      path: storyPath,
      headline: data.headline,
      address,
      changes: this.#changes.sort(byPlace),
      notes: this.#notes.sort(byPlace),
      texts: this.#texts,
      gone,
      goneFolder,
    };
  }

  #change(file: string, line: number | undefined, what: string): void {
    this.#changes.push({ file, line, what });
  }

  #note(file: string, line: number | undefined, what: string): void {
    this.#notes.push({ file, line, what });
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
  #noteSentences(): void {
    for (const { file, line = 1, what } of this.#reread) {
      const bodyLine = splitFrontMatter(this.#texts.get(file) ?? '')?.bodyLine ?? 1;
      this.#note(file, bodyLine - 1 + line, `read this again: ${what}`);
    }
  }

  /**
   * What each translation that names the story as its original names instead, by file; undefined
   * where it names none.
   */
  #translations(): Map<string, string | undefined> {
    const { languages } = this.#content.publication.data;
    const gone = this.#row.path;
    const others = this.#others.map(asTranslatable).sort(byPath);
    const all = [...others, asTranslatable(this.#row)].sort(byPath);
    const groupsOf = (rows: readonly Translatable[]) => {
      const groups = translationGroups(rows, languages);
      return new Map([...groups].map(([{ path: of }, group]) => [of, group]));
    };
    const before = groupsOf(all);
    const kin = (before.get(gone) ?? []).filter(({ path: name }) => name !== gone);
    for (const { path: name } of kin) {
      const file = this.#others.find((row) => row.path === name)?.facts.file ?? '';
      this.#note(file, undefined, 'is its translation, and stays; take it down by its own path');
    }
    const orphans = others.filter(({ translationOf }) => this.#isStory(translationOf));
    if (orphans.length === 0) return new Map();
    const order = (row: Translatable) => languages.indexOf(row.language);
    const inOrder = (rows: Translatable[]) => rows.sort((a, b) => order(a) - order(b));
    const above = this.#row.data.translationOf;
    const originals = [
      ...others.filter(({ path: name }) => name === above),
      ...inOrder(kin.filter(({ translationOf }) => translationOf === undefined)),
      ...inOrder([...orphans]),
    ];
    const pointing = (original: Translatable) =>
      new Map(
        orphans.map((orphan): [string, string | undefined] => [
          orphan.path,
          orphan === original || orphan.language === original.language ? undefined : original.path,
        ]),
      );
    // What stands alone is in no group.
    const names = (groups: ReadonlyMap<string, readonly Translatable[]>, of: string) =>
      (groups.get(of) ?? [{ path: of }])
        .map(({ path: name }) => name)
        .filter((name) => name !== gone)
        .join(' ');
    const keepsAll = (original: Translatable) => {
      const pointed = pointing(original);
      const rows = others.map((other) =>
        pointed.has(other.path) ? { ...other, translationOf: pointed.get(other.path) } : other,
      );
      const after = groupsOf(rows);
      return others.every(({ path: of }) => names(after, of) === names(before, of));
    };
    const fitting = originals.find(keepsAll);
    const [first] = originals;
    const original = fitting ?? first;
    if (original === undefined) return new Map();
    const fileOf = new Map(this.#others.map((row) => [row.path, row.facts.file]));
    if (fitting === undefined) {
      const what = 'is the original of the translations now: look whether each belongs to it';
      this.#note(fileOf.get(original.path) ?? '', undefined, what);
    }
    return new Map([...pointing(original)].map(([name, put]) => [fileOf.get(name) ?? '', put]));
  }

  /** The story's file, the pictures that nothing else shows, and what is in its own folder. */
  #ownFiles(): { gone: string[]; goneFolder: string | undefined } {
    const { folder } = this.#files;
    const { file } = this.#row.facts;
    const ownFolder = `${file.replace(/\.md$/i, '')}/`;
    const inOwn = [...folder.files].filter((other) => other.startsWith(ownFolder));
    const users = this.#pictureUsers();
    const gone = new Set([file]);
    const redirects = this.#row.data.redirectFrom ?? [];
    const and = redirects.length === 0 ? '' : `, and with it its address ${redirects.join(', ')}`;
    this.#change(file, undefined, `is deleted: “${this.#row.data.headline}”${and}`);
    const pictures = new Set([...this.#shownPictures(), ...inOwn.filter(isPicture)]);
    for (const picture of pictures) {
      const by = users.get(picture) ?? this.#faultyUsers(picture);
      if (by.length > 0) {
        this.#note(picture, undefined, `stays, because it is used by ${by.join(', ')}`);
        continue;
      }
      gone.add(picture);
      this.#change(picture, undefined, 'is deleted: no other uses this picture');
      const sidecar = `${picture}.yaml`;
      if (!folder.files.has(sidecar)) continue;
      gone.add(sidecar);
      this.#change(sidecar, undefined, 'is deleted with its picture');
    }
    for (const other of inOwn) {
      const picture = other.replace(/\.yaml$/, '');
      if (gone.has(other) || isPicture(other) || (pictures.has(picture) && !gone.has(picture))) {
        continue;
      }
      gone.add(other);
      this.#change(other, undefined, 'is deleted with the folder of the story');
    }
    const empty = inOwn.length > 0 && inOwn.every((other) => gone.has(other));
    return { gone: [...gone], goneFolder: empty ? ownFolder.slice(0, -1) : undefined };
  }

  /** The pictures that the story names, in its fields and in its text. */
  #shownPictures(): Set<string> {
    const { folder, texts } = this.#files;
    const { file, language } = this.#row.facts;
    const parts = splitFrontMatter(texts.get(file) ?? '');
    if (parts === undefined) return new Set();
    const data = frontMatterOf(this.#files, file);
    const { body } = parseBody(parts.body, { file, firstLine: parts.bodyLine, language });
    const described = fieldIn(data, 'pictures');
    const references = [
      textIn(data, 'lead', 'image'),
      textIn(data, 'social', 'image'),
      ...Object.keys(typeof described === 'object' && described !== null ? described : {}),
      ...body.facts.pictures.map(({ src }) => src),
    ];
    return new Set(
      references.flatMap((reference) => {
        const found = reference === undefined ? undefined : resolveFile(folder, file, reference);
        return found !== undefined && isPicture(found) && folder.files.has(found) ? [found] : [];
      }),
    );
  }

  /** What shows each picture when the story is gone. */
  #pictureUsers(): Map<string, string[]> {
    const users = new Map<string, string[]>();
    const use = (picture: string | undefined, user: string) => {
      if (picture === undefined) return;
      const list = users.get(picture);
      if (list === undefined) users.set(picture, [user]);
      else if (!list.includes(user)) list.push(user);
    };
    const inText = (facts: TextFacts & { file: string; language: string }) => {
      const shown = this.#picturesLeft(facts);
      for (const [src, { file }] of Object.entries(facts.pictures)) {
        if (shown === undefined || shown.has(src)) use(file, facts.file);
      }
    };
    const { articles, pages, appeals, publication } = this.#content;
    for (const { path: name, facts } of articles) {
      if (name === this.#row.path) continue;
      use(facts.lead?.file, facts.file);
      use(facts.socialImage?.file, facts.file);
      inText(facts);
    }
    for (const { facts } of [...pages, ...appeals]) inText(facts);
    for (const place of ['authors', 'sections', 'series', 'topics'] as const) {
      const rows: readonly { id: string; picture: PictureUse | undefined }[] = this.#content[place];
      for (const { id, picture } of rows) use(picture?.file, `${place}/${id}.yaml`);
    }
    for (const part of ['logo', 'icon', 'nameplate'] as const) {
      use(publication[part]?.file, 'publication.yaml');
    }
    return users;
  }

  /** The pictures of a text that was changed: an embed takes its picture with it. */
  #picturesLeft(facts: { file: string; language: string }): Set<string> | undefined {
    const text = this.#texts.get(facts.file);
    const parts = text === undefined ? undefined : splitFrontMatter(text);
    if (parts === undefined) return undefined;
    const { file, language } = facts;
    const { body } = parseBody(parts.body, { file, firstLine: parts.bodyLine, language });
    return new Set(body.facts.pictures.map(({ src }) => src));
  }

  /** Files with mistakes that may show the picture: its name stands in them. */
  #faultyUsers(picture: string): string[] {
    const name = path.posix.basename(picture).normalize('NFC');
    return [...this.#files.texts].flatMap(([file, text]) => {
      const isSidecar = isPicture(file.replace(/\.yaml$/i, ''));
      if (this.#sound.has(file) || isSidecar || file === this.#row.facts.file) return [];
      return decoded(text).normalize('NFC').includes(name) ? [file] : [];
    });
  }

  /** Lines that still speak of the story: they are for a human to judge. */
  #notePassages(gone: readonly string[]): void {
    const { data } = this.#row;
    const headlines = [
      data.headline,
      data.seoHeadline,
      data.shortHeadline,
      data.social?.headline,
    ].filter((words) => words !== undefined);
    const passages: [RegExp, string][] = [
      ...[...new Set(headlines)].map((words): [RegExp, string] => [
        wordsPattern(words),
        'names its headline',
      ]),
      [this.#addressPattern(), 'names its path or address'],
      ...(data.redirectFrom ?? []).map((from): [RegExp, string] => [
        wordsPattern(from),
        'names one of its older addresses',
      ]),
    ];
    const deleted = new Set(gone);
    for (const [file, original] of this.#files.texts) {
      if (deleted.has(file)) continue;
      const text = comparable(this.#texts.get(file) ?? original);
      const seen = new Set<number>();
      for (const [pattern, what] of passages) {
        for (const match of text.matchAll(pattern)) {
          const line = text.slice(0, match.index).split('\n').length;
          if (seen.has(line)) continue;
          seen.add(line);
          const words = text.split('\n')[line - 1] ?? '';
          this.#note(file, line, `${what}: ${words.trim()}`);
        }
      }
    }
  }

  /** Finds the story's path, file and address, and not those of its translations. */
  #addressPattern(): RegExp {
    const { language, year, month, slug } = this.#row.facts;
    const { languages, defaultLanguage } = this.#content.publication.data;
    const place = `${year}/${month}/${escaped(slug)}${NOT_A_PICTURE}`;
    const others = languages.filter((other) => other !== defaultLanguage).map(escaped);
    const bare = `(?<!(?:^|[/\\s"'(])(?:${others.join('|')})/)`;
    return language === defaultLanguage && others.length > 0
      ? new RegExp(bare + place, 'giu')
      : new RegExp((language === defaultLanguage ? '' : `${escaped(language)}/`) + place, 'giu');
  }
}

/** Behind the slug of a story: the slug ends there, and it is no part of a picture's place. */
const NOT_A_PICTURE = String.raw`(?![\p{L}\p{N}\p{M}-]|[^\s"')]*\.(?:jpe?g|png|webp|gif|avif|hei[cf]|tiff?|svg)\b)`;

function textsWithIndex(data: unknown, field: string): [index: number, value: unknown][] {
  const list = fieldIn(data, field);
  return Array.isArray(list) ? list.map((value: unknown, index) => [index, value]) : [];
}

function asTranslatable({ path: name, data, facts }: ArticleRow): Translatable {
  return translatable(name, facts.language, data.translationOf);
}

function soundFiles(content: Content): Set<string> {
  const rows = [...content.articles, ...content.pages, ...content.appeals];
  const files = new Set(['publication.yaml', 'theme.css', ...rows.map(({ facts }) => facts.file)]);
  for (const place of ['authors', 'sections', 'series', 'topics'] as const) {
    for (const { id } of content[place]) {
      files.add(`${place}/${id}.yaml`);
      files.add(`${place}/${id}.yml`);
    }
  }
  return files;
}

function isPicture(file: string): boolean {
  return PICTURE_ENDING.test(file);
}

function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function byPlace(a: Step, b: Step): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0);
}

/** Percent-encoded letters as letters. */
function decoded(text: string): string {
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

/** Reads the paper as it would be, from a copy. Throws where it has mistakes that it had not. */
async function tryOut(
  plan: TakedownPlan,
  { folder }: PaperFiles,
  {
    publicFolder,
    scratch,
    before,
  }: { publicFolder: string; scratch: string; before: readonly Problem[] },
): Promise<void> {
  const gone = new Set(plan.gone);
  const copy = path.join(scratch, 'takedown');
  await rm(copy, { recursive: true, force: true });
  try {
    const made = new Set<string>();
    await mkdir(copy, { recursive: true });
    for (const file of folder.files) {
      if (gone.has(file)) continue;
      const target = path.join(copy, file);
      const parent = path.dirname(target);
      if (!made.has(parent)) await mkdir(parent, { recursive: true });
      made.add(parent);
      const text = plan.texts.get(file);
      const source = path.join(folder.root, file);
      if (text !== undefined) await writeFile(target, text);
      // Nobody writes to the copy, so it may be the same file; on another disk it cannot be.
      else await link(source, target).catch(() => copyFile(source, target));
    }
    const after = await readContent(copy, publicFolder);
    const known = new Map<string, number>();
    for (const problem of before) {
      known.set(identity(problem), (known.get(identity(problem)) ?? 0) + 1);
    }
    const added = after.problems.filter((problem) => {
      const left = known.get(identity(problem)) ?? 0;
      known.set(identity(problem), left - 1);
      return problem.severity === 'error' && left <= 0;
    });
    if (added.length > 0) {
      throw new TakedownError(
        'Without the story the paper would have mistakes that the command cannot mend; ' +
          `nothing was changed.\n\n${formatProblems(added)}`,
      );
    }
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/** What makes a problem the same one in another reading: not its line, nor the lines it names. */
function identity({ severity, file, field, value, message }: Problem): string {
  return [severity, file, field, value, message.replace(/\bline \d+/g, 'line')].join('\n');
}

/** Writes the new texts and deletes the files: all of it, or, where something fails, nothing. */
async function carryOut(plan: TakedownPlan, { folder, texts }: PaperFiles): Promise<void> {
  const place = (file: string) => path.join(folder.root, file);
  // Names with a dot are passed over by everything that reads the paper.
  const aside = (file: string, ending: string) =>
    path.join(path.dirname(place(file)), `.${path.basename(file)}.${ending}`);
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const [file, text] of plan.texts) {
      if ((await readFile(place(file), 'utf8')) !== texts.get(file)) {
        throw new TakedownError(`${file} was changed meanwhile. Run the command again.`);
      }
      const part = aside(file, 'part');
      undo.push(() => rm(part, { force: true }));
      await writeFile(part, text, { mode: (await stat(place(file))).mode });
    }
    for (const file of plan.texts.keys()) {
      undo.push(() => writeFile(place(file), texts.get(file) ?? ''));
      await rename(aside(file, 'part'), place(file));
    }
    for (const file of plan.gone) {
      await rename(place(file), aside(file, 'gone'));
      undo.push(() => rename(aside(file, 'gone'), place(file)));
    }
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new TakedownError(`The story could not be taken down; nothing was changed.\n${reason}`);
  }
  for (const file of plan.gone) await rm(aside(file, 'gone'), { force: true });
  if (plan.goneFolder !== undefined) {
    await rm(place(plan.goneFolder), { recursive: true, force: true });
  }
  await removeEmpty(path.dirname(place(`articles/${plan.path}.md`)));
}

/** Removes the folder of the month where it is empty. */
async function removeEmpty(folder: string): Promise<void> {
  const left = await readdir(folder).catch(() => ['']);
  if (left.length === 0) await rm(folder, { recursive: true, force: true });
}

/** The plan as lines for a terminal. */
export function formatTakedown(plan: TakedownPlan, dryRun: boolean): string {
  const lines = (steps: readonly Step[]) =>
    steps
      .map(({ file, line, what }) => {
        const place = line === undefined ? file : `${file}:${line}`;
        return `  ${printable(place, 400)}\n      ${printable(what, 160)}\n`;
      })
      .join('');
  const headline = printable(plan.headline);
  const files = plan.gone.length + plan.texts.size;
  const left = plan.notes.length === 0 ? '' : `\nLeft to you:\n\n${lines(plan.notes)}`;
  if (dryRun) {
    return (
      `Would take down ${plan.path}, “${headline}”:\n\n${lines(plan.changes)}${left}\n` +
      'Nothing was changed.\n'
    );
  }
  return (
    `Took down ${plan.path}, “${headline}” (${files} files):\n\n${lines(plan.changes)}${left}\n` +
    `If it was published, the printed edition still has it, at ${plan.address}.\n` +
    'Print it again (npm run build) and upload it so that what is gone is deleted there. That build\n' +
    'also drops its pictures and its card from what the press keeps. A repository keeps the story in\n' +
    'its history.\n'
  );
}
