/** What a reader has once shown as new stays known to it, whatever happens to the paper. */
import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { expect, openEdition, test } from './support/edition.ts';
import type { Edition } from './support/edition.ts';
import { FEED_FILES, feeds, readFeed } from './support/feeds.ts';
import { markdown, writePaper } from './support/paper.ts';
import type { Fields } from './support/paper.ts';
import { printSound, temporaryFolder } from './support/run.ts';

/** The ids of a feed in each of its files, the feed's own first. */
type Ids = Record<string, string[]>;

const STORY: Fields = {
  headline: 'The ice is in',
  published: '2026-11-20T08:00',
  authors: ['anna'],
  section: 'world',
  topics: ['ice'],
};

const PUBLICATION = {
  id: 'paper.example,2026',
  name: { en: 'The Paper', ru: 'Газета' },
  description: { en: 'News of the ice.', ru: 'Новости льда.' },
  cards: 'none',
  url: 'https://paper.example/news',
  languages: ['en', 'ru'],
};

function idsOf(edition: Edition): Ids {
  return Object.fromEntries(
    feeds(edition).flatMap((feed) =>
      FEED_FILES.map((file) => {
        const own = /<id>([^<]*)<\/id>/.exec(
          file === 'atom.xml' ? edition.read(`${feed}${file}`) : '',
        );
        const items = readFeed(edition, feed, file).items.map(({ id }) => id);
        return [`${feed}${file}`, [own?.[1] ?? '', ...items.sort()]];
      }),
    ),
  );
}

test('an id is what it was after an edit, a correction, another file name and another host', async () => {
  test.setTimeout(240_000);
  const content = writePaper({
    publication: PUBLICATION,
    stories: {
      'en/2026/11/ice': { fields: STORY },
      'ru/2026/11/ice': { fields: STORY },
      'en/2026/11/imported': { fields: { ...STORY, id: 'https://old.example/?p=12&x=é' } },
      'en/2026/10/known': {
        fields: {
          ...STORY,
          published: '2026-10-02',
          corrections: [{ date: '2026-10-03', text: 'It was Monday.' }],
        },
      },
    },
  });
  const folder = temporaryFolder();
  const print = async () => openEdition(await printSound({ content, folder }));
  const story = (path: string) => join(content, `articles/${path}.md`);
  const write = (path: string, fields: Fields, body?: string) => {
    writeFileSync(story(path), markdown({ ...STORY, ...fields }, body));
  };

  const before = await print();
  const first = idsOf(before);
  const all = Object.values(first).flat();
  expect(
    all.filter((id) => id !== '').every((id) => id.startsWith('tag:paper.example,2026:')),
  ).toBe(true);
  expect(all.filter((id) => /paper\.example\/news|html/.test(id))).toEqual([]);
  expect(Object.keys(first)).toEqual(
    expect.arrayContaining(
      ['', 'ru/', 'world/', 'topics/ice/', 'authors/anna/', 'corrections/'].map(
        (list) => `/feeds/${list}rss.xml`,
      ),
    ),
  );
  // The same in each format.
  for (const [file, ids] of Object.entries(first)) {
    expect(ids.slice(1), file).toEqual(first[file.replace(/[^/]*$/, 'rss.xml')]?.slice(1));
  }

  await test.step('an edit: headline, text, date of update, section’s name', async () => {
    write('en/2026/11/ice', { headline: 'The ice is out', updated: '2026-11-21T08:00' }, 'Thawed.');
    appendFileSync(join(content, 'sections/world.yaml'), 'description: All of it.\n');
    expect(idsOf(await print())).toEqual(first);
  });

  let corrected = first;
  await test.step('a correction, which is an item of its own and changes no other', async () => {
    const correction = { date: '2026-11-21T09:00', text: 'It was Tuesday.' };
    write('en/2026/11/ice', { corrections: [correction] });
    corrected = idsOf(await print());
    for (const [file, ids] of Object.entries(corrected)) {
      const known = first[file] ?? [];
      const added = ids.filter((id) => !known.includes(id));
      expect(
        known.filter((id) => !ids.includes(id)),
        file,
      ).toEqual([]);
      expect(added.length, file).toBe(file.startsWith('/feeds/corrections/') ? 1 : 0);
    }
    // A second one leaves the name of the first.
    const second = { date: '2026-11-22T09:00', text: 'It was Wednesday.' };
    write('en/2026/11/ice', { corrections: [correction, second] });
    const twice = idsOf(await print());
    expect(twice['/feeds/corrections/rss.xml']).toEqual(
      expect.arrayContaining(corrected['/feeds/corrections/rss.xml'] ?? []),
    );
    corrected = twice;
  });

  await test.step('another file name, the id kept', async () => {
    const text = readFileSync(story('en/2026/11/ice'), 'utf8');
    writeFileSync(story('en/2026/11/ice'), text.replace('---\n', `---\nid: en/2026/11/ice\n`));
    renameSync(story('en/2026/11/ice'), story('en/2026/11/thaw'));
    const edition = await print();
    expect(edition.files).toContain('/2026/11/thaw.html');
    expect(idsOf(edition)).toEqual(corrected);
  });

  await test.step('another host, at another path, and other canonical addresses', async () => {
    const file = join(content, 'publication.yaml');
    writeFileSync(
      file,
      stringify({
        ...(parse(readFileSync(file, 'utf8')) as Fields),
        url: 'https://new.example',
        formerUrls: ['https://paper.example/news'],
        name: { en: 'The New Paper', ru: 'Новая газета' },
        canonical: 'bare',
      }),
    );
    const edition = await print();
    expect(edition.read('/feeds/rss.xml')).toContain('https://new.example/2026/11/thaw');
    expect(edition.read('/feeds/rss.xml')).not.toContain('https://paper.example/');
    expect(idsOf(edition)).toEqual(corrected);
  });
});
