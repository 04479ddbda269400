/** A small paper in two languages that is edited at random, as a newsroom and its developer would. */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { markdown, picture } from './paper.ts';
import type { Fields } from './paper.ts';
import type { Chance } from './random.ts';
import { temporaryFolder } from './run.ts';

interface Story {
  fields: Fields;
  body: string;
  /** Paths of stories that the text leads to. */
  links: string[];
}

/** All that decides what is printed; plain, so that it can be put back as it was. */
export interface Copy {
  /** Milliseconds since 1970. */
  at: number;
  publication: Fields;
  authors: Record<string, Fields>;
  sections: Record<string, Fields>;
  topics: Record<string, Fields>;
  fronts: Record<string, Fields>;
  stories: Record<string, Story>;
  /** Other files of the content, and those passed through, by their paths. */
  files: Record<string, string | Uint8Array>;
  public: Record<string, string>;
  /** Which change is made to each file of the press; 0 for none. */
  code: Record<keyof typeof CODE, number>;
}

const DAY = 24 * 3600 * 1000;
const LANGUAGES = ['en', 'ru'];
const PICTURES = ['harbour', 'tram'];
const COLOURS = ['#3a6ea5', '#803020', '#208040'];

/** Files of the press that a developer edits, and what the edit of a number does. */
const CODE = {
  template: {
    file: 'src/components/Byline.astro',
    edit: (text: string, number: number) =>
      text.replace('<div class="byline">', `<div class="byline" data-edit="${number}">`),
  },
  style: {
    file: 'src/styles/base.css',
    edit: (text: string, number: number) => `${text}\n@layer base{.edited{z-index:${number}}}\n`,
  },
  locale: {
    file: 'src/locales/en.ts',
    edit: (text: string, number: number) =>
      text.replace("sections: 'Sections'", `sections: 'Sections ${number}'`),
  },
  configuration: {
    file: 'package.json',
    edit: (text: string, number: number) =>
      text.replace('"private": true', `"edited": ${number}, "private": true`),
  },
};

/** An edit: changes the copy. */
type Edit = (copy: Copy, chance: Chance) => void;

function anyStory({ stories }: Copy, chance: Chance): [string, Story] {
  return chance.oneOf(Object.entries(stories));
}

function folderOf(copy: Copy, chance: Chance): string {
  const [year, month] = new Date(copy.at).toISOString().split('-');
  return `${chance.oneOf(LANGUAGES)}/${year ?? ''}/${month ?? ''}`;
}

/** A day and an hour without an offset, as the desk writes it. */
function written(moment: number): string {
  return new Date(moment).toISOString().slice(0, 19);
}

function newStory(copy: Copy, chance: Chance): Story {
  const number = chance.below(10_000);
  const name = chance.oneOf(PICTURES);
  return {
    fields: {
      headline: `Headline ${number}`,
      standfirst: `What came of ${number}.`,
      published: written(copy.at - chance.below(40) * DAY - chance.below(80_000) * 1000),
      authors: [chance.oneOf(Object.keys(copy.authors))],
      section: chance.oneOf(Object.keys(copy.sections)),
      ...(chance.below(2) === 0 ? {} : { topics: [chance.oneOf(['Ice', 'Ships', 'Trams'])] }),
      ...(chance.below(5) > 0
        ? {}
        : { lead: { image: `../../../${name}.jpg`, alt: name, credit: 'Anna' } }),
    },
    body: `Words of ${number}.`,
    links: chance.below(3) === 0 ? Object.keys(copy.stories).slice(0, 1) : [],
  };
}

/** Takes a story out, and every mention that the content makes of it. */
function forget(copy: Copy, path: string, instead: string[] = []): void {
  const without = (paths: unknown) =>
    (paths as string[]).flatMap((one) => (one === path ? instead : [one]));
  const { [path]: gone, ...left } = copy.stories;
  copy.stories = left;
  for (const story of Object.values(left)) {
    story.links = without(story.links);
    if (story.fields['related'] !== undefined) {
      story.fields['related'] = without(story.fields['related']);
    }
  }
  for (const front of Object.values(copy.fronts)) {
    if (front['lead'] === path) {
      if (instead[0] === undefined) delete front['lead'];
      else front['lead'] = instead[0];
    }
    if (front['picks'] !== undefined) front['picks'] = without(front['picks']);
  }
}

function addStory(copy: Copy, chance: Chance, slug: string, fields: Fields = {}): void {
  const story = newStory(copy, chance);
  copy.stories[`${folderOf(copy, chance)}/${slug}`] = {
    ...story,
    fields: { ...story.fields, ...fields },
  };
}

/** Dates a story; what was corrected before it was out, was not. */
function publish(fields: Fields, moment: number): void {
  fields['published'] = written(moment);
  const corrections = (fields['corrections'] ?? []) as Fields[];
  const kept = corrections.filter(({ date }) => String(date) >= written(moment));
  if (kept.length > 0) fields['corrections'] = kept;
  else delete fields['corrections'];
}

/** Every kind of edit. `revert` and `touch` need more than the copy: `EditedPaper` makes them. */
const EDITS = {
  add: (copy, chance) => {
    addStory(copy, chance, `added-${chance.below(10_000)}`);
  },
  'unicode slug': (copy, chance) => {
    addStory(copy, chance, `лёд-ärger-${chance.below(10_000)}`, { headline: 'Лёд & “Ärger” <b>' });
  },
  'same second': (copy, chance) => {
    const published = anyStory(copy, chance)[1].fields['published'];
    addStory(copy, chance, `second-${chance.below(10_000)}`, { published });
  },
  body: (copy, chance) => {
    anyStory(copy, chance)[1].body = `Other words ${chance.below(10_000)}.\n\n## A part\n\nMore.`;
  },
  headline: (copy, chance) => {
    anyStory(copy, chance)[1].fields['headline'] = `Better ${chance.below(10_000)}`;
  },
  delete: (copy, chance) => {
    if (Object.keys(copy.stories).length > 6) forget(copy, anyStory(copy, chance)[0]);
  },
  rename: (copy, chance) => {
    const [path, story] = anyStory(copy, chance);
    const [language = '', year = '', month = ''] = path.split('/');
    const to = `${language}/${year}/${month}/renamed-${chance.below(10_000)}`;
    forget(copy, path, [to]);
    const older = (story.fields['redirectFrom'] ?? []) as string[];
    const prefix = language === 'en' ? '' : `/${language}`;
    const from = `${prefix}/${path.split('/').slice(1).join('/')}.html`;
    story.fields['redirectFrom'] = [...older, from];
    copy.stories[to] = story;
  },
  'author rename': (copy, chance) => {
    const author = chance.oneOf(Object.values(copy.authors));
    author['name'] = `Author ${chance.below(10_000)}`;
  },
  'author id': (copy, chance) => {
    const id = chance.oneOf(Object.keys(copy.authors));
    const { [id]: author, ...others } = copy.authors;
    const to = `author-${chance.below(10_000)}`;
    copy.authors = { ...others, [to]: author ?? {} };
    for (const { fields } of Object.values(copy.stories)) {
      const authors = fields['authors'] as string[];
      fields['authors'] = authors.map((one) => (one === id ? to : one));
    }
  },
  'topic merge': (copy) => {
    copy.topics =
      copy.topics['ice'] === undefined ? { ice: { name: 'Ice', aliases: ['Ships'] } } : {};
  },
  unpublish: (copy, chance) => {
    const { fields } = anyStory(copy, chance)[1];
    if (fields['draft'] === true) delete fields['draft'];
    else fields['draft'] = true;
  },
  'future date': (copy, chance) => {
    const moment = copy.at + (1 + chance.below(48)) * 3_600_000;
    publish(anyStory(copy, chance)[1].fields, moment);
    addStory(copy, chance, `embargoed-${chance.below(10_000)}`, { published: written(moment) });
  },
  redate: (copy, chance) => {
    publish(anyStory(copy, chance)[1].fields, copy.at - chance.below(100) * DAY);
  },
  'section move': (copy, chance) => {
    anyStory(copy, chance)[1].fields['section'] = chance.oneOf(Object.keys(copy.sections));
  },
  correction: (copy, chance) => {
    const { fields } = anyStory(copy, chance)[1];
    const published = Date.parse(`${String(fields['published'])}Z`);
    // Some are not due yet: they come with the moment of a later edition.
    const later = copy.at + (chance.below(20) - 5) * 3_600_000;
    const date = written(Math.max(published, later));
    const older = (fields['corrections'] ?? []) as Fields[];
    fields['corrections'] = [...older, { date, text: `Not ${chance.below(100)} but one.` }];
  },
  picture: (copy, chance) => {
    const name = `articles/${chance.oneOf(PICTURES)}.jpg`;
    const bytes = pictures.get(chance.oneOf(COLOURS));
    if (bytes !== undefined) copy.files[name] = bytes;
  },
  lead: (copy, chance) => {
    const { fields } = anyStory(copy, chance)[1];
    const name = chance.oneOf(PICTURES);
    if (fields['lead'] !== undefined) delete fields['lead'];
    else fields['lead'] = { image: `../../../${name}.jpg`, alt: `The ${name}`, credit: 'Anna' };
  },
  publication: (copy, chance) => {
    const number = chance.below(10_000);
    if (chance.below(2) === 0) copy.publication['name'] = nameIn(number);
    else copy.publication['cards'] = copy.publication['cards'] === 'none' ? 'sections' : 'none';
    copy.publication['feeds'] = { items: 2 + chance.below(8) };
  },
  theme: (copy, chance) => {
    const number = chance.below(10_000);
    copy.files['theme.css'] = `.edited { z-index: ${number}; }\n`;
  },
  front: (copy, chance) => {
    const paths = Object.keys(copy.stories).filter((path) => path.startsWith('en/'));
    if (copy.fronts['en'] !== undefined && chance.below(3) === 0) delete copy.fronts['en'];
    else if (paths.length > 3) {
      const [lead, ...picks] = chance.shuffled(paths).slice(0, 3);
      copy.fronts['en'] = { lead, picks };
    }
  },
  related: (copy, chance) => {
    const [path, { fields }] = anyStory(copy, chance);
    const language = path.slice(0, 3);
    fields['related'] = chance
      .shuffled(Object.keys(copy.stories))
      .filter((one) => one !== path && one.startsWith(language))
      .slice(0, 2);
  },
  link: (copy, chance) => {
    const [path, story] = anyStory(copy, chance);
    story.links = [anyStory(copy, chance)[0]].filter((one) => one !== path);
  },
  'public file': (copy, chance) => {
    const name = `file-${chance.below(2)}.txt`;
    if (copy.public[name] === undefined) copy.public[name] = `Words ${chance.below(100)}`;
    else copy.public = withoutKey(copy.public, name);
  },
  moment: (copy, chance) => {
    copy.at += (1 + chance.below(40)) * 3_600_000;
  },
  section: (copy, chance) => {
    const section = chance.oneOf(Object.values(copy.sections));
    section['description'] = { en: `About ${chance.below(100)}.`, ru: 'О разном.' };
  },
  template: (copy) => void (copy.code.template += 1),
  style: (copy) => void (copy.code.style += 1),
  locale: (copy) => void (copy.code.locale += 1),
  configuration: (copy) => void (copy.code.configuration += 1),
} satisfies Record<string, Edit>;

/** A kind of edit. */
export type EditKind = keyof typeof EDITS | 'revert' | 'touch';

/** All kinds of edit; those of the press's own code are made in a copy of it alone. */
export const EDIT_KINDS = [...Object.keys(EDITS), 'revert', 'touch'] as EditKind[];

/** Kinds that change no code. */
export const CONTENT_EDITS = EDIT_KINDS.filter((kind) => !(kind in CODE));

const pictures = new Map<string, Uint8Array>();

function withoutKey<Value>(values: Record<string, Value>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== key));
}

/** As many bytes, in another order. */
function reversed(text: string): string {
  return Array.from(text).reverse().join('');
}

function nameIn(number: number): Fields {
  return { en: `The Paper ${number}`, ru: `Газета ${number}` };
}

/** The paper on disk, and what it was at each step. */
export class EditedPaper {
  readonly content: string;
  readonly public: string;
  /** A press whose code may be edited. */
  readonly press: string | undefined;
  readonly #chance: Chance;
  readonly #code = new Map<string, string>();
  readonly #history: Copy[] = [];
  #copy: Copy;

  private constructor(copy: Copy, chance: Chance, press: string | undefined) {
    const folder = temporaryFolder();
    this.content = join(folder, 'content');
    this.public = join(folder, 'public');
    mkdirSync(this.public, { recursive: true });
    this.press = press;
    this.#chance = chance;
    this.#copy = copy;
    if (press !== undefined) {
      for (const { file } of Object.values(CODE)) {
        this.#code.set(file, readFileSync(join(press, file), 'utf8'));
      }
    }
    this.#save();
  }

  /** Writes a paper of `stories` into a new folder. `press`: the copy of the press to edit. */
  static async write(chance: Chance, stories: number, press?: string): Promise<EditedPaper> {
    for (const colour of COLOURS) {
      if (!pictures.has(colour)) pictures.set(colour, await picture(colour, 320, 200));
    }
    const copy: Copy = {
      at: Date.parse('2026-11-22T12:00:00Z'),
      publication: {
        id: 'paper.example,2026',
        name: nameIn(0),
        description: { en: 'A paper for a test.', ru: 'Газета.' },
        url: 'https://paper.example',
        timeZone: 'UTC',
        defaultLanguage: 'en',
        languages: LANGUAGES,
        cards: 'none',
      },
      authors: { anna: { name: 'Anna Example' }, boris: { name: 'Boris Example' } },
      sections: {
        world: { name: { en: 'World', ru: 'Мир' } },
        port: { name: { en: 'Port', ru: 'Порт' } },
      },
      topics: {},
      fronts: {},
      stories: {},
      files: Object.fromEntries(
        PICTURES.map((name, number) => [
          `articles/${name}.jpg`,
          pictures.get(COLOURS[number] ?? '') ?? '',
        ]),
      ),
      public: {},
      code: { template: 0, style: 0, locale: 0, configuration: 0 },
    };
    for (let number = 0; number < stories; number += 1) {
      addStory(copy, chance, `story-${number}`, number === 0 ? { section: 'port' } : {});
    }
    return new EditedPaper(copy, chance, press);
  }

  /** The moment of the edition, ISO 8601. */
  get at(): string {
    return new Date(this.#copy.at).toISOString();
  }

  /** Makes an edit of this kind. */
  edit(kind: EditKind): void {
    const earlier = this.#history[Math.max(0, this.#history.length - 1 - this.#chance.below(4))];
    this.#history.push(structuredClone(this.#copy));
    if (kind === 'touch') this.#touch();
    else if (kind !== 'revert') EDITS[kind](this.#copy, this.#chance);
    else if (earlier !== undefined) this.#copy = structuredClone(earlier);
    this.#save();
  }

  /** Another time of the same file, and other words of the same length at the same time. */
  #touch(): void {
    const [path, story] = anyStory(this.#copy, this.#chance);
    const place = (of: string) => join(this.content, `articles/${of}.md`);
    utimesSync(place(path), 1_700_000_000, 1_700_000_000);
    const { mtime } = statSync(place(path));
    story.fields['headline'] = reversed(String(story.fields['headline']));
    this.#save();
    utimesSync(place(path), mtime, mtime);
  }

  /** Brings the disk to the copy; files that are the same are not written. */
  #save(): void {
    const files = new Map<string, string | Uint8Array>();
    const { publication, authors, sections, topics, fronts, stories } = this.#copy;
    const put = (file: string, bytes: string | Uint8Array) =>
      files.set(join(this.content, file), bytes);
    put('publication.yaml', stringify(publication));
    for (const [folder, rows] of Object.entries({ authors, sections, topics, front: fronts })) {
      for (const [id, fields] of Object.entries(rows))
        put(`${folder}/${id}.yaml`, stringify(fields));
    }
    for (const [path, { fields, body, links }] of Object.entries(stories)) {
      const led = links.map((to) => `[There](../../../${to}.md) it stands.`);
      put(`articles/${path}.md`, markdown(fields, [body, ...led].join('\n\n')));
    }
    for (const [file, bytes] of Object.entries(this.#copy.files)) put(file, bytes);
    for (const [file, text] of Object.entries(this.#copy.public)) {
      files.set(join(this.public, file), text);
    }
    const { press } = this;
    for (const [name, { file, edit }] of press === undefined ? [] : Object.entries(CODE)) {
      const original = this.#code.get(file) ?? '';
      const number = this.#copy.code[name as keyof typeof CODE];
      const text = number === 0 ? original : edit(original, number);
      if (number > 0 && text === original) throw new Error(`The edit of ${file} finds no place.`);
      files.set(join(press ?? '', file), text);
    }
    for (const file of this.#written) {
      if (files.has(file)) continue;
      rmSync(file);
      removeEmptyFolders(dirname(file));
    }
    for (const [file, bytes] of files) {
      const wanted = Buffer.from(bytes as Uint8Array);
      if (existsSync(file) && readFileSync(file).equals(wanted)) continue;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, wanted);
    }
    this.#written = new Set(files.keys());
  }

  #written: ReadonlySet<string> = new Set();
}

function removeEmptyFolders(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    return;
  }
  removeEmptyFolders(dirname(folder));
}
