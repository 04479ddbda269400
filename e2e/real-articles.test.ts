/** Real articles in eight languages, as other papers published them, through feeds and sitemaps. */
import { execFile } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { feedFaults } from '../src/feeds/feed-faults-for-tests.ts';
import { expect, openEdition, test } from './support/edition.ts';
import type { Edition } from './support/edition.ts';
import { FEED_FILES, feeds, isOfCorrections, readFeed } from './support/feeds.ts';
import { carriedNode, printSound, ROOT, temporaryFolder } from './support/run.ts';

const CORPUS = new URL('../../shared/corpora/real/', import.meta.url).pathname;
const SCHEMAS = new URL('../../shared/schemas/', import.meta.url).pathname;

const SITE = 'https://corpus.example.org';

/** After all of them; and within two days of one, which then is in the news sitemap. */
const MOMENTS = ['2027-01-01T00:00Z', '2024-10-26T12:00Z'];

for (const at of MOMENTS) {
  test(`feeds and sitemaps of ${at} have no fault`, async () => {
    test.skip(!existsSync(CORPUS), `the articles are not in ${CORPUS}`);
    test.setTimeout(240_000);
    const folder = temporaryFolder();
    const content = join(folder, 'content');
    mkdirSync(content);
    await promisify(execFile)(
      carriedNode(),
      [join(ROOT, 'bench/convert-articles.ts'), CORPUS, content],
      { cwd: ROOT },
    );
    appendFileSync(join(content, 'publication.yaml'), '\ncards: none\n');
    const edition = openEdition(await printSound({ content, folder, at }));

    const faults: string[] = [];
    const stories = new Set<string>();
    for (const feed of feeds(edition)) {
      for (const file of FEED_FILES) {
        const address = `${feed}${file}`;
        const { items, self } = readFeed(edition, feed, file);
        expect(self, address).toBe(`${SITE}${encodeURI(address)}`);
        if (file !== 'feed.json') {
          const said = feedFaults(edition.read(address), `${SITE}${encodeURI(address)}`);
          faults.push(...said.map((fault) => `${address} ${fault}`));
        }
        if (isOfCorrections(feed)) continue;
        expect(items.length, address).toBeGreaterThan(0);
        for (const { id, url, title, published, authors, html } of items) {
          stories.add(id);
          expect([id, url, title, authors[0] ?? '', html].filter((text) => text === '')).toEqual(
            [],
          );
          expect(published, url).toBeGreaterThan(0);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(stories.size).toBe(114);
    checkSitemaps(edition);
    expect(edition.files.includes('/sitemaps/news.xml')).toBe(at !== MOMENTS[0]);
  });
}

/** Holds sitemaps to the published schemas, and every other XML to being well formed. */
function checkSitemaps(edition: Edition): void {
  for (const file of edition.files.filter((one) => /\.(?:xml|opml|svg)$/.test(one))) {
    XmlDocument.fromString(edition.read(file)).dispose();
  }
  xmlRegisterFsInputProviders();
  for (const [schema, sitemaps] of [
    ['all.xsd', edition.files.filter((one) => one.startsWith('/sitemaps/'))],
    ['siteindex.xsd', ['/sitemap-index.xml']],
  ] as const) {
    const url = `${SCHEMAS}${schema}`;
    using document = XmlDocument.fromBuffer(readFileSync(url), { url });
    using validator = XsdValidator.fromDoc(document);
    for (const file of sitemaps) {
      using sitemap = XmlDocument.fromString(edition.read(file));
      expect(() => {
        validator.validate(sitemap);
      }, file).not.toThrow();
    }
  }
}
