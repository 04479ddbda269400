/** A small paper and random edits of it, as a newsroom makes them: for tests. */
import { pictureBytes, storyText } from '../folder-for-tests.ts';

/** The files of a folder, by path; `public/` is beside `content/`. */
export type Files = Map<string, string | Uint8Array>;

/** Chooses; the same seed chooses the same. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A number from 0 to 1. */
  roll(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** True so often. */
  chance(share: number): boolean {
    return this.roll() < share;
  }

  /** One of them. */
  one<Thing>(things: readonly Thing[]): Thing {
    const thing = things[Math.floor(this.roll() * things.length)];
    if (thing === undefined) throw new RangeError('There is nothing to choose from.');
    return thing;
  }
}

const PICTURES = [await pictureBytes(40, 20), await pictureBytes(60, 30), await pictureBytes(9, 9)];

/** The fields of `publication.yaml` that are edited. */
interface Paper {
  timeZone: string;
  strictFrom: string | undefined;
  url: string;
  permalinks: string;
  description: string;
  formerUrls: string;
  extra: string;
}

const PAPER: Paper = {
  timeZone: 'Europe/Riga',
  strictFrom: '2025-01-15',
  url: 'https://gazette.example',
  permalinks: 'file',
  description: '{ en: News, ru: Новости }',
  formerUrls: '[https://old.example/blog]',
  extra: '',
};

function paperText(paper: Paper): string {
  const { strictFrom, extra, ...fields } = paper;
  return [
    'id: gazette.example,2025',
    'name: { en: The Gazette, ru: Газета }',
    'defaultLanguage: en',
    'languages: [en, ru]',
    'navigation: [world]',
    'logo: ./logo.png',
    ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`),
    ...(strictFrom === undefined ? [] : [`strictFrom: ${strictFrom}`]),
    extra,
  ].join('\n');
}

const TOPICS = ['Ice', 'ice', 'Frozen sea', 'Port', 'port', 'PORT', 'Strike', 'Лёд', 'лёд'];

/** A paper that is edited; its mistakes are part of it. */
export class EditedPaper {
  readonly files: Files = new Map();
  readonly #dice: Dice;
  #paper = { ...PAPER };
  #count = 0;

  constructor(seed: number) {
    this.#dice = new Dice(seed);
    this.#set('publication.yaml', paperText(this.#paper));
    this.#set('logo.png', PICTURES[0]);
    this.#set('authors/anna.yaml', 'name: Anna\n');
    this.#set('authors/boris.yaml', 'name: Boris\nphoto: ./boris.jpg\n');
    this.#set('authors/boris.jpg', PICTURES[1]);
    this.#set('sections/world.yaml', 'name: World\n');
    this.#set('sections/sport.yaml', 'name: Sport\n');
    this.#set('series/winter.yaml', 'name: Winter\n');
    this.#set('topics/ice.yaml', 'name: Ice\naliases: [Frozen sea]\n');
    this.#set('pages/en/about.md', '---\ntitle: About\n---\nSee [the front](/).\n');
    this.#set('appeals/en/gift.md', '---\ntitle: Give\nsections: [world]\n---\nPlease.\n');
    this.#set('articles/en/2025/01/a.jpg', PICTURES[0]);
    this.#set('articles/en/2025/01/a.jpg.yaml', 'alt: A\ncredit: B\n');
    this.#set('articles/en/2025/01/b.jpg', PICTURES[1]);
    const show = '![](../../../en/2025/01/a.jpg)\n';
    for (const [file, fields, body] of [
      ['en/2025/01/one', 'topics: [Ice, Port]\nredirectFrom: [/old/1/]', show],
      ['en/2025/01/two', 'topics: [port, Frozen sea]\nid: guid-2', '[One](./one.md)\n'],
      ['en/2025/02/six', 'related: [en/2025/01/one]\nseries: winter', '[Old](/old/1/)\n'],
      ['en/2024/12/ten', 'published: 2024-12-31T23:30', '[Ice](/topics/ice/)\n'],
      ['ru/2025/01/led', 'translationOf: en/2025/01/one\ntopics: [Лёд]', show],
      ['ru/2025/01/odin', 'topics: [лёд]', '[February](/ru/2025/02/) [Ten](/2024/12/ten)\n'],
    ] as const) {
      this.#set(`articles/${file}.md`, storyText(fields, body));
    }
  }

  /** Makes one edit. Gives back what it was, for messages. */
  edit(): string {
    const edits: [weight: number, name: string, make: () => void][] = [
      [4, 'add a story', () => this.#addStory()],
      [3, 'edit a body', () => this.#editStory((text) => `${text}\nMore ${this.#next()}.\n`)],
      [
        2,
        'edit a headline',
        () =>
          this.#editStory((text) => text.replace(/headline: .*/, `headline: News ${this.#next()}`)),
      ],
      [
        2,
        'redate',
        () =>
          this.#editStory((text) => text.replace(/published: .*/, `published: ${this.#date()}`)),
      ],
      [2, 'other words', () => this.#rewrite()],
      [2, 'delete a story', () => this.files.delete(this.#story())],
      [
        2,
        'rename a story',
        () =>
          this.#rename(this.#story(), (file) => file.replace(/[^/]+\.md$/, `r${this.#next()}.md`)),
      ],
      [1, 'rename a story with its old address', () => this.#moveStory()],
      [
        1,
        'decompose the name of a story',
        () =>
          this.#rename(this.#story(), (file) =>
            file.replace(/\.md$/, '-é.md').normalize(this.#dice.one(['NFC', 'NFD'])),
          ),
      ],
      [2, 'another picture', () => this.#set(this.#picture(), this.#dice.one(PICTURES))],
      [1, 'a broken picture', () => this.#set(this.#picture(), 'no picture')],
      [1, 'no picture', () => this.files.delete(this.#picture())],
      [
        3,
        'a sidecar',
        () =>
          this.#set(
            `${this.#picture()}.yaml`,
            this.#dice.one([
              'alt: A\ncredit: B\n',
              'alt: C\ncredit: B\n',
              'alt: A\n',
              'alt: A\ncredti: B\n',
            ]),
          ),
      ],
      [2, 'no sidecar', () => this.#drop(/\.jpg\.yaml$/)],
      [1, 'rename an author', () => this.#rename('authors/anna.yaml', () => 'authors/ada.yaml')],
      [1, 'an author', () => this.#set('authors/anna.yaml', `name: Anna ${this.#next()}\n`)],
      [1, 'no author', () => this.#drop(/^authors\/.*\.yaml$/)],
      [1, 'an author twice', () => this.#set('authors/anna.yml', 'name: Anna\n')],
      [
        2,
        'a topic',
        () =>
          this.#set(
            `topics/${this.#dice.one(['ice', 'port'])}.yaml`,
            `name: ${this.#dice.one(['Ice', 'Sea'])}\naliases: [${this.#dice.one(['Frozen sea', 'Port', 'Strike, Лёд'])}]\n`,
          ),
      ],
      [1, 'no topic', () => this.#drop(/^topics\//)],
      [
        1,
        'a section',
        () =>
          this.#set(
            `sections/${this.#dice.one(['sport', 'old', 'about'])}.yaml`,
            'name: A section\n',
          ),
      ],
      [1, 'no section', () => this.#drop(/^sections\//)],
      [
        1,
        'a page',
        () =>
          this.#set(
            `pages/${this.#dice.one(['en/about', 'ru/about', 'en/rules'])}.md`,
            `---\ntitle: Page\n${this.#dice.one(['', 'translationOf: en/about\n', 'titel: x\n'])}---\n${this.#link()}\n`,
          ),
      ],
      [1, 'no page', () => this.#drop(/^pages\//)],
      [
        1,
        'a message',
        () =>
          this.#set(
            'appeals/en/gift.md',
            `---\ntitle: Give\nsections: [${this.#dice.one(['world', 'sport'])}]\n---\n${this.#link()}\n`,
          ),
      ],
      [
        1,
        'a front page',
        () => this.#set('front/en.yaml', `lead: ${this.#path()}\npicks: [${this.#path()}]\n`),
      ],
      [1, 'no front page', () => this.#drop(/^front\//)],
      [
        1,
        'a public file',
        () =>
          this.#set(
            `public/${this.#dice.one(['a.pdf', 'old/1', 'about.html', '2025/01/s3.html', '.env'])}`,
            'x',
          ),
      ],
      [1, 'no public file', () => this.#drop(/^public\//)],
      [
        1,
        'a stray file',
        () =>
          this.#set(
            this.#dice.one([
              'notes.txt',
              'articel/a.md',
              'articles/en/2025/01/a.docx',
              'articles/a.md',
            ]),
            'x',
          ),
      ],
      [1, 'no stray file', () => this.#drop(/^(notes\.txt|articel\/|articles\/a\.md|.*\.docx)/)],
      [
        1,
        'a theme',
        () =>
          this.#set(
            'theme.css',
            this.#dice.one(['a { color: red }', 'a { color: red', '@import "x";']),
          ),
      ],
      [3, 'the paper', () => this.#editPaper()],
      [
        1,
        'a mistake in a story',
        () =>
          this.#editStory((text) =>
            text.replace(
              /section: .*/,
              this.#dice.one(['section: [', 'section: 12', 'sektion: world', 'section: none']),
            ),
          ),
      ],
      [1, 'no front matter', () => this.#set(this.#story(), 'Just words.\n')],
      [2, 'a mended story', () => this.#set(this.#story(), this.#storyText())],
    ];
    const all = edits.flatMap((edit) => Array.from({ length: edit[0] }, () => edit));
    const [, name, make] = this.#dice.one(all);
    make();
    return name;
  }

  #next(): number {
    this.#count += 1;
    return this.#count;
  }

  #set(file: string, content: string | Uint8Array | undefined): void {
    if (content !== undefined) this.files.set(file, content);
  }

  #stories(): string[] {
    return [...this.files.keys()]
      .filter((file) => /^articles\/..\/\d{4}\/.*\.md$/.test(file))
      .sort();
  }

  #story(): string {
    const stories = this.#stories();
    if (stories.length === 0) this.#addStory();
    return this.#dice.one(this.#stories());
  }

  /** The path of a story, now and then of none. */
  #path(): string {
    const path = this.#story().slice('articles/'.length, -'.md'.length);
    return this.#dice.chance(0.03) ? `${path}x` : path.normalize('NFC');
  }

  #picture(): string {
    return `articles/en/2025/01/${this.#dice.one(['a.jpg', 'b.jpg'])}`;
  }

  #date(): string {
    return this.#dice.one([
      '2025-01-03',
      '2025-01-20T10:00',
      '2025-02-28T23:30',
      '2024-12-31T23:30',
      '2025-02-30',
    ]);
  }

  #link(): string {
    const path = this.#path();
    const href = this.#dice.one([
      `/${path.replace(/^en\//, '')}.html`,
      `https://gazette.example/${path.replace(/^en\//, '')}`,
      `http://old.example/blog/${path.replace(/^en\//, '')}`,
      `../../../${path}.md`,
      '/topics/ice/',
      '/topics/port/',
      '/ru/topics/strike/',
      '/2025/01/',
      '/2024/12/',
      '/old/1/',
      '/old/2/',
      '/authors/anna/',
      '/sport/',
      '/about.html',
      '/a.pdf',
      'https://other.example/x',
    ]);
    return `[Link ${this.#next()}](${href})`;
  }

  #storyText(): string {
    const dice = this.#dice;
    const fields = [
      `published: ${dice.one(['2025-01-03', '2025-01-20T10:00', '2025-02-28T23:30'])}`,
      `authors: [${dice.one(['anna', 'boris', 'anna, boris'])}]`,
      `section: ${dice.one(['world', 'world', 'sport'])}`,
    ];
    const some = (share: number, field: () => string) => {
      if (dice.chance(share)) fields.push(field());
    };
    some(0.7, () => `topics: [${dice.one(TOPICS)}, ${dice.one(TOPICS)}]`);
    some(0.2, () => `related: [${this.#path()}]`);
    some(0.1, () => `translationOf: ${this.#path()}`);
    some(0.2, () => 'series: winter');
    some(0.2, () => `id: guid-${Math.ceil(dice.roll() * 40)}`);
    some(
      0.3,
      () =>
        `redirectFrom: [${dice.one(['/old/1/', '/old/2/', `/old/${this.#next()}/`, '/Old/1', '/about/', '/sport/7.html', '/a.pdf/x/'])}]`,
    );
    some(0.1, () => 'corrections: [{ date: 2025-03-01, text: Wrong }]');
    some(0.1, () => 'draft: true');
    let body = dice.chance(0.5) ? `Words ${this.#next()}. ${this.#link()}\n` : 'Words.\n';
    if (dice.chance(0.4)) body += `\n![A](../../../en/2025/01/${dice.one(['a.jpg', 'b.jpg'])})\n`;
    if (dice.chance(0.1)) {
      fields.push('kind: live', 'live: { start: 2025-01-01 }');
      body += `\n:::update{id="u1" time="2025-03-01T10:00" author="${dice.one(['anna', 'boris'])}"}\nNews.\n:::\n`;
    }
    return storyText(fields.join('\n'), body);
  }

  #addStory(): void {
    const language = this.#dice.chance(0.8) ? 'en' : 'ru';
    const month = this.#dice.one(['2025/01', '2025/02', '2024/12']);
    this.#set(`articles/${language}/${month}/s${this.#next()}.md`, this.#storyText());
  }

  #editStory(change: (text: string) => string): void {
    const file = this.#story();
    this.#set(file, change(String(this.files.get(file))));
  }

  #rewrite(): void {
    this.#set(this.#story(), this.#storyText());
  }

  #rename(file: string, to: (file: string) => string): void {
    const content = this.files.get(file);
    this.files.delete(file);
    this.#set(to(file), content);
  }

  #moveStory(): void {
    const file = this.#story();
    const old = file.replace(/^articles\/(en\/)?/, '/').replace(/\.md$/, '.html');
    const text = String(this.files.get(file)).replace(/\nredirectFrom: .*/, '');
    this.files.delete(file);
    this.#set(
      file.replace(/[^/]+\.md$/, `m${this.#next()}.md`),
      text.replace('\n---\n', `\nredirectFrom: [${old}]\n---\n`),
    );
  }

  #drop(which: RegExp): void {
    const files = [...this.files.keys()].filter((file) => which.test(file)).sort();
    if (files.length > 0) this.files.delete(this.#dice.one(files));
  }

  #editPaper(): void {
    const dice = this.#dice;
    const edits: Partial<Paper>[] = [
      { timeZone: dice.one(['Europe/Riga', 'America/New_York', 'Europe/Rigga']) },
      { strictFrom: dice.chance(0.3) ? undefined : dice.one(['2025-01-15', '2030-01-01']) },
      { url: dice.one(['https://gazette.example', 'https://other.example', 'gazette']) },
      { permalinks: dice.one(['file', 'folder']) },
      { description: `{ en: News ${this.#next()}, ru: Новости }` },
      { formerUrls: dice.one(['[]', '[https://old.example/blog]']) },
      { extra: dice.one(['', 'footer: [about]', 'cards: some', 'footer: [gone]']) },
    ];
    this.#paper = { ...this.#paper, ...dice.one(edits) };
    this.#set('publication.yaml', paperText(this.#paper));
  }
}
