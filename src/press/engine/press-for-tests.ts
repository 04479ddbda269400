/**
 * A small press: stories are text files, and everything else is made from their lines. It has what
 * the engine must bear: pages that show parts of others, pictures that stories share, anchors, cards
 * that are kept, a feed. Run as a program it prints a shard, or builds.
 */
import { fork } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { handOnOptions } from '../../options.ts';
import { cached } from './cache.ts';
import { build, renderPart } from './build.ts';
import type { BuildOptions } from './build.ts';
import { NOTHING, tallyAfter } from './changes.ts';
import { codeOf } from '../../digest-code.ts';
import type { FileFacts } from './digests.ts';
import { readFacts } from './digests.ts';
import { filesBelow, lookAt } from './disk.ts';
import { tellParent } from './shards.ts';
import type { Parts, Print, PrintRoom, Unit } from './source.ts';
import type { Shard } from './work-folder.ts';

/** A story: `title:`, `text:`, `topic:`, `picture:` (a file beside it), `note:` (an anchor), `link:`. */
export type Story = Record<string, string>;

interface StoryInputs {
  name: string;
  digest: string;
  older: string | undefined;
  links: string[];
}

interface ListInputs {
  topic: string | undefined;
  entries: { name: string; title: string }[];
}

interface FakePrint extends Print {
  view: unknown;
}

/** The address of a story. */
export const storyAddress = (name: string) => `/s/${name}.html`;

const digest = (value: unknown) => hash('sha256', JSON.stringify(value), 'hex').slice(0, 16);

/** The press over a folder of stories; `slow`: milliseconds that each page takes. */
export function fakeParts(content: string, { slow = 0 } = {}): Parts {
  const readText = (name: string, usual: string) => {
    const file = path.join(content, name);
    return existsSync(file) ? readFileSync(file, 'utf8') : usual;
  };
  return {
    codeDigest: () => digest(readText('code', 'first')),
    openSource: (db, { known }) => {
      db.exec('CREATE TABLE IF NOT EXISTS stories (name TEXT PRIMARY KEY, data TEXT)');
      db.exec('DELETE FROM stories');
      const put = db.prepare('INSERT INTO stories VALUES (?, ?)');
      const stories = readStories(content);
      for (const [name, story] of stories) put.run(name, JSON.stringify(story));
      const paper = { name: readText('paper', 'The Fake') };
      const keys = readText('keys', 'story');
      const stamp = digest([[...stories], paper, keys]);
      if (known === stamp) return Promise.resolve({ same: true, problems: [] });
      return Promise.resolve({
        paper,
        paperDigest: digest(paper),
        nextChangeAt: undefined,
        problems: [],
        stamp,
        units: () => unitsOf(stories, keys),
      });
    },
    openPrintRoom: (db, paper) => {
      const row = db.prepare('SELECT data FROM stories WHERE name = ?');
      const story = (name: string) => JSON.parse((row.get(name) as { data: string }).data) as Story;
      const code = readText('code', 'first');
      return Promise.resolve(fakeRoom({ content, code, slow, paper, story }));
    },
  };
}

function readStories(content: string): Map<string, Story> {
  const names = readdirSync(content).filter((name) => name.endsWith('.txt'));
  return new Map(
    names.sort().map((name) => {
      const lines = readFileSync(path.join(content, name), 'utf8').split('\n');
      const pairs = lines.flatMap((line) => {
        const [, key, value] = /^(\w+): (.*)$/.exec(line) ?? [];
        return key === undefined || value === undefined ? [] : [[key, value] as const];
      });
      const story: Story = Object.fromEntries(pairs);
      const picture = story['picture'];
      if (picture !== undefined) {
        story['pictureDigest'] = readFacts(path.join(content, picture)).sha256.slice(0, 16);
      }
      return [name.slice(0, -4), story];
    }),
  );
}

function* unitsOf(stories: ReadonlyMap<string, Story>, kind: string): Generator<Unit> {
  const unit = (key: string, kind: string, inputs: unknown): Unit => ({
    key,
    kind,
    digest: codeOf(JSON.stringify([key, inputs])),
    inputs,
  });
  const topics = new Map<string, ListInputs['entries']>();
  const all: ListInputs['entries'] = [];
  let older: string | undefined;
  for (const [name, story] of stories) {
    const links = (story['link'] ?? '')
      .split(' ')
      .filter((link) => stories.has(link.split('#')[0] ?? ''));
    const inputs: StoryInputs = { name, digest: digest(story), older, links };
    yield unit(`${kind} ${name}`, 'story', inputs);
    const entry = { name, title: story['title'] ?? name };
    all.push(entry);
    const { topic } = story;
    if (topic !== undefined) topics.set(topic, [...(topics.get(topic) ?? []), entry]);
    older = name;
  }
  for (const [topic, entries] of topics) {
    yield unit(`list ${topic}`, 'list', { topic, entries } satisfies ListInputs);
  }
  yield unit('front', 'front', { topic: undefined, entries: all.slice(-5) } satisfies ListInputs);
  yield unit('feed', 'feed', all.slice(-5));
  yield unit('marks', 'file', []);
}

interface RoomParts {
  content: string;
  code: string;
  slow: number;
  paper: unknown;
  story: (name: string) => Story;
}

function fakeRoom({ content, code, slow, paper, story }: RoomParts): PrintRoom {
  const page = (address: string, kind: string, view: object): FakePrint => ({
    address,
    kind: 'page',
    page: kind,
    view: { paper, ...view },
  });
  const storyPrints = ({ name, older, links }: StoryInputs): FakePrint[] => {
    const { title = name, text = '', topic, note, pictureDigest, fault } = story(name);
    if (fault === 'crash') process.kill(process.pid, 'SIGKILL');
    if (fault !== undefined) throw new Error(`The story ${name} cannot be printed: ${fault}`);
    const picture = pictureDigest === undefined ? undefined : `/pictures/${pictureDigest}.bin`;
    const card = digest({ title, code: 'cards 1' });
    const linked = [...(older === undefined ? [] : [older]), ...links].map((link) => {
      const [to = '', anchor] = link.split('#');
      return `${storyAddress(to)}${anchor === undefined ? '' : `#${anchor}`}`;
    });
    const view = { title, text, note, links: linked, topic, picture, card: `/cards/${name}.png` };
    return [
      page(storyAddress(name), 'story', view),
      {
        address: `/cards/${name}.png`,
        kind: 'card',
        kept: `cards/${card}.png`,
        view: { title },
      },
      ...(picture === undefined
        ? []
        : [
            {
              address: picture,
              kind: 'picture' as const,
              kept: `pictures/${pictureDigest}.bin`,
              view: story(name)['picture'],
            },
          ]),
    ];
  };
  return {
    prints: ({ kind, inputs }) => {
      if (kind === 'story') return Promise.resolve(storyPrints(inputs as StoryInputs));
      if (kind === 'feed') {
        return Promise.resolve([{ address: '/feed.xml', kind: 'feed', view: inputs }]);
      }
      if (kind === 'file') {
        const marks = ['/.nojekyll', '/manifest.webmanifest'];
        return Promise.resolve(
          marks.map((address) => ({ address, kind: 'file' as const, view: 'mark' })),
        );
      }
      const { topic, entries } = inputs as ListInputs;
      const address = topic === undefined ? '/index.html' : `/t/${topic}/index.html`;
      const links = entries.map(({ name }) => storyAddress(name));
      return Promise.resolve([
        page(address, kind, { title: topic ?? 'Front', text: digest(entries), links }),
      ]);
    },
    render: async (print) => {
      if (slow > 0) await wait(slow);
      return html((print as FakePrint).view as HtmlView, code);
    },
    scripts: () => Promise.resolve(new Set()),
    bytes: (print) => {
      const { view, kept } = print as FakePrint;
      if (kept === undefined) return Promise.resolve(`${JSON.stringify(view)}\n`);
      return cached(kept, () =>
        Promise.resolve(
          print.kind === 'picture'
            ? readFileSync(path.join(content, view as string))
            : Buffer.from(`card ${JSON.stringify(view)}`),
        ),
      );
    },
  };
}

interface HtmlView {
  paper: { name: string };
  title: string;
  text: string;
  note?: string;
  topic?: string;
  picture?: string;
  card?: string;
  links: string[];
}

function html(view: HtmlView, code: string): string {
  const { paper, title, text, note, topic, picture, card, links } = view;
  const parts = [
    `<h1>${title}</h1><p>${text}</p><p>${paper.name}, ${code}</p>`,
    note === undefined ? '' : `<p id="${note}">note</p>`,
    picture === undefined ? '' : `<img src="${picture}">`,
    card === undefined ? '' : `<img src="${card}">`,
    topic === undefined ? '' : `<a href="/t/${topic}/index.html">${topic}</a>`,
    ...links.map((link) => `<a href="${link}">${link}</a>`),
    '<a href="/index.html">front</a><a href="/feed.xml">feed</a>',
  ];
  return `<!doctype html><html><head><meta charset="utf-8"></head><body>${parts.join('')}</body></html>`;
}

/** A paper in a folder of its own, and everything that is done with it in a test. */
export class TestPaper {
  readonly folder: string;
  readonly content: string;
  readonly state: string;
  readonly out: string;
  readonly public: string;

  constructor(folder: string) {
    this.folder = folder;
    this.content = path.join(folder, 'content');
    this.state = path.join(folder, 'state');
    this.out = path.join(folder, 'dist');
    this.public = path.join(folder, 'public');
  }

  static async make(): Promise<TestPaper> {
    const paper = new TestPaper(await mkdtemp(path.join(tmpdir(), 'broadsheet-engine-')));
    await mkdir(paper.content);
    await mkdir(paper.public);
    return paper;
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Writes a story, or with undefined deletes it. */
  async story(name: string, story: Story | undefined): Promise<void> {
    const file = path.join(this.content, `${name}.txt`);
    if (story === undefined) await rm(file, { force: true });
    else {
      const lines = Object.entries(story).map(([key, value]) => `${key}: ${value}\n`);
      await writeFile(file, lines.join(''));
    }
  }

  options(options: Partial<BuildOptions> = {}): BuildOptions {
    const { state, out, public: publicFolder } = this;
    const startShard: BuildOptions['startShard'] = (shard, staging) =>
      fork(import.meta.filename, ['shard', this.folder, JSON.stringify(shard), staging], {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
    const few = { jobs: 1, unitsAProcess: 100 };
    return { state, out, public: publicFolder, at: 0, ...few, startShard, ...options };
  }

  /** Builds in this process. */
  async build(options: Partial<BuildOptions> = {}) {
    handOnOptions({ state: this.state });
    return build(fakeParts(this.content), this.options(options));
  }

  /** What a build from nothing gives, in a folder of its own that is gone afterwards. */
  async cleanTree(): Promise<Map<string, string>> {
    const other = new TestPaper(await mkdtemp(path.join(tmpdir(), 'broadsheet-clean-')));
    try {
      handOnOptions({ state: other.state });
      await build(fakeParts(this.content), other.options({ public: this.public }));
      return readTree(other.out);
    } finally {
      await other.remove();
    }
  }

  file(address: string): string {
    return path.join(this.out, address);
  }

  read(address: string): string {
    return readFileSync(this.file(address), 'utf8');
  }
}

/** The files of a folder: SHA-256 and size by address. Empty folders are named too. */
export function readTree(folder: string): Map<string, string> {
  const tree = new Map<string, string>();
  if (!existsSync(folder)) return tree;
  for (const address of filesBelow(folder, '')) {
    if (lookAt(path.join(folder, address))?.isFile() !== true) continue;
    const { sha256, size }: FileFacts = readFacts(path.join(folder, address));
    tree.set(address, `${sha256} ${size}`);
  }
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const place = path.join(entry.parentPath, entry.name);
    if (entry.isDirectory() && readdirSync(place).length === 0)
      tree.set(`/${path.relative(folder, place)}`, 'empty');
  }
  return new Map([...tree].sort());
}

/** The root hash of a tree that was read. */
export function rootOf(tree: ReadonlyMap<string, string>): string {
  const files = [...tree].flatMap(([address, facts]) => {
    const [sha256 = '', size] = facts.split(' ');
    return size === undefined ? [] : [{ address, sha256, size: Number(size) }];
  });
  return tallyAfter(NOTHING, [], files).root;
}

/**
 * What a reader who follows every link from the front page meets that is wrong, while the edition
 * may be changing: a link counts when its page still has it after its end was not found.
 */
export function crawl(folder: string): string[] {
  const faults: string[] = [];
  const from = new Map([['/index.html', '/index.html']]);
  for (const [address, page] of from) {
    const text = readIfThere(path.join(folder, address));
    if (text === undefined) {
      if (page === address || linksOf(folder, page).includes(address)) {
        faults.push(`${address} is not there, and ${page} leads there`);
      }
    } else if (text === '') faults.push(`${address} is empty`);
    else if (address.endsWith('.html')) {
      if (!text.endsWith('</html>')) faults.push(`${address} is half a page`);
      for (const link of linksOf(folder, address)) if (!from.has(link)) from.set(link, address);
    }
  }
  return faults;
}

function linksOf(folder: string, address: string): string[] {
  const text = readIfThere(path.join(folder, address)) ?? '';
  return [...text.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link = '']) =>
    path.posix.join(path.posix.dirname(address), link.split('#')[0] ?? ''),
  );
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

if (process.argv[1] === import.meta.filename) {
  const [, , command, folder = '', ...more] = process.argv;
  const paper = new TestPaper(folder);
  handOnOptions({ state: paper.state });
  const parts = fakeParts(paper.content, { slow: 1 });
  if (command === 'shard') {
    const [shard = '', staging] = more;
    const place = { state: paper.state, public: paper.public, staging };
    const whole = await tellParent((onUnit) =>
      renderPart(parts, { ...place, shard: JSON.parse(shard) as Shard }, onUnit),
    );
    process.exitCode = whole ? 0 : 1;
  } else {
    const [jobs = '1'] = more;
    await build(parts, paper.options({ jobs: Number(jobs) }));
  }
}
