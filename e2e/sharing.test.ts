/** What other people's programs make of a page: link previews and reader views. */
import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import { getPreviewFromContent } from 'link-preview-js';
import createMetascraper from 'metascraper';
import metascraperAuthor from 'metascraper-author';
import metascraperDate from 'metascraper-date';
import metascraperDescription from 'metascraper-description';
import metascraperImage from 'metascraper-image';
import metascraperTitle from 'metascraper-title';
import openGraphScraper from 'open-graph-scraper';
import { unfurl } from 'unfurl.js';
import { at, expect, isRedirect, isStory, ORIGIN, test } from './support/edition.ts';
import { jsonLd, metas } from './support/html.ts';

test.describe.configure({ mode: 'parallel', timeout: 120_000 });

interface Preview {
  title?: string | undefined;
  description?: string | undefined;
  image?: string | undefined;
  author?: string | undefined;
  date?: number | undefined;
}

/** What unfurl.js makes of Open Graph tags. */
interface UnfurledTags {
  title: string;
  description: string;
  images: { url: string }[];
  articles: { author: string; published_time: string }[];
}

/** What a preview says, in a form in which previews can be compared. */
function plain(preview: Preview): Preview {
  return Object.fromEntries(
    Object.entries(preview).filter(([, value]) => value !== undefined && value !== ''),
  );
}

/** metascraper takes no address of a host that cannot be, as ours is: it gets one that could. */
const BELIEVABLE = 'https://harbourgazette.com';

/** metascraper turns straight quotes round. */
function straight(text: string | undefined): string | undefined {
  return text?.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}

const scrape = createMetascraper([
  metascraperAuthor(),
  metascraperDate(),
  metascraperDescription(),
  metascraperImage(),
  metascraperTitle(),
]);

test('four unfurlers agree on title, description, picture, author and date of every story', async ({
  edition,
  mounts,
}) => {
  const stories = edition.pages.filter(
    (page) => isStory(page) && !isRedirect(edition.elements(page)),
  );
  expect(stories.length).toBeGreaterThan(50);
  let differing = 0;
  for (const address of stories) {
    const elements = edition.elements(address);
    const html = edition.read(address);
    const url = `${ORIGIN}${encodeURI(address)}`;
    const story = jsonLd(elements).find((one) => 'datePublished' in one);
    const authors = (story?.['author'] as { name: string }[]).map(({ name }) => name);
    // Of several authors each program shows another one.
    const oneOf = (name: string | undefined) =>
      name !== undefined && authors.includes(name) ? authors[0] : name;
    const said = {
      title: metas(elements, 'og:title')[0],
      description: metas(elements, 'og:description')[0],
      image: metas(elements, 'og:image')[0],
      author: authors[0],
      date: Date.parse(String(story?.['datePublished'])),
    };
    const modified = Date.parse(String(story?.['dateModified']));

    const graph = (await openGraphScraper({ html })).result;
    expect(
      plain({
        title: graph.ogTitle,
        description: graph.ogDescription,
        image: graph.ogImage?.[0]?.url,
        author: oneOf(graph.articleAuthor ?? graph.author),
        date: Date.parse(graph.articlePublishedTime ?? ''),
      }),
      `open-graph-scraper: ${address}`,
    ).toEqual(said);

    const scraped = await scrape({
      html: html.replaceAll(ORIGIN, BELIEVABLE),
      url: url.replace(ORIGIN, BELIEVABLE),
    });
    expect(
      plain({
        title: straight(scraped.title),
        description: straight(scraped.description),
        image: scraped.image?.replace(BELIEVABLE, ORIGIN),
        author: oneOf(scraped.author),
      }),
      `metascraper: ${address}`,
    ).toEqual({
      title: straight(said.title),
      description: straight(said.description),
      image: said.image,
      author: said.author,
    });
    expect([said.date, modified], `metascraper: ${address}`).toContain(
      Date.parse(scraped.date ?? ''),
    );

    const preview = (await getPreviewFromContent({
      headers: { 'content-type': 'text/html; charset=utf-8' },
      data: html,
      url,
    })) as { title: string; description?: string; images: string[]; siteName?: string };
    expect(
      plain({ title: preview.title, description: preview.description, image: preview.images[0] }),
      `link-preview-js: ${address}`,
    ).toEqual({
      title: said.title,
      // It takes the words for search results, which differ where the desk wrote others to share.
      description: metas(elements, 'description')[0],
      image: said.image,
    });
    const ownWords = metas(elements, 'description')[0] !== said.description;
    differing += ownWords ? 1 : 0;

    const unfurled = await unfurl(at(mounts.root, address), { oembed: false });
    // Its types do not know what it gives.
    const tags = unfurled.open_graph as unknown as UnfurledTags;
    const article = tags.articles[0];
    expect(
      plain({
        title: tags.title,
        description: tags.description,
        image: tags.images[0]?.url,
        author: oneOf(article?.author),
        date: Date.parse(article?.published_time ?? ''),
      }),
      `unfurl.js: ${address}`,
    ).toEqual(said);
  }
  expect(differing, 'only where the desk wrote other words').toBeLessThan(10);
});

test('a link preview of a list or a front page has title, description and picture', async ({
  edition,
}) => {
  for (const address of [
    '/index.html',
    '/ru/index.html',
    '/ar/index.html',
    '/port/index.html',
    '/about.html',
  ]) {
    const { result } = await openGraphScraper({ html: edition.read(address) });
    expect(result.ogTitle, address).toBeTruthy();
    expect(result.ogDescription, address).toBeTruthy();
    expect(result.ogImage?.[0]?.url, address).toContain(`${ORIGIN}/cards/`);
  }
});

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

test('Readability finds all of every story and nothing else', ({ edition }) => {
  const incomplete: string[] = [];
  const kept = { corrections: 0, pictures: 0 };
  let read = 0;
  for (const address of edition.pages.filter((page) => isStory(page))) {
    if (isRedirect(edition.elements(address))) continue;
    // Without its styles: jsdom would read them for minutes and Readability throws them away.
    const html = edition.read(address).replace(/<style>[\s\S]*?<\/style>/g, '');
    const { document } = new JSDOM(html, { url: `${ORIGIN}${encodeURI(address)}` }).window;
    const paragraphs = [
      ...document.querySelectorAll(
        '.standfirst, .text > :is(p, h2, h3, ul, ol, blockquote), :is(.update, .factbox, .note, .corrections) > p, .text figcaption',
      ),
    ]
      .map((element) => words(element.textContent).join(' '))
      .filter((text) => text !== '');
    const headline = document.querySelector('h1')?.textContent;
    const lead = document.querySelector('.lead img')?.getAttribute('alt')?.replaceAll('&', '&amp;');
    kept.corrections += document.querySelectorAll('.corrections').length;
    kept.pictures += document.querySelectorAll('.lead').length;
    const around = [...document.querySelectorAll('.appeal-signed, .related li, .translations li')]
      .map((element) => words(element.textContent).join(' '))
      .filter((said) => !paragraphs.some((paragraph) => paragraph.includes(said)));
    const found = new Readability(document).parse();
    read += 1;
    const text = words(found?.textContent ?? '').join(' ');
    for (const paragraph of paragraphs) {
      if (!text.includes(paragraph)) incomplete.push(`${address}: ${paragraph.slice(0, 80)}`);
    }
    for (const said of around) {
      if (text.includes(said)) incomplete.push(`${address}: is not the story: ${said}`);
    }
    if (lead !== undefined && found?.content?.includes(`alt="${lead}"`) !== true) {
      incomplete.push(`${address}: its picture`);
    }
    if (paragraphs.length === 0) incomplete.push(`${address}: has no paragraph`);
    if (headline === undefined || found?.title?.includes(headline.slice(0, 20)) !== true) {
      incomplete.push(`${address}: title ${found?.title ?? ''}`);
    }
  }
  expect(incomplete).toEqual([]);
  expect(read).toBeGreaterThan(50);
  expect(kept.corrections).toBeGreaterThan(0);
  expect(kept.pictures).toBeGreaterThan(20);
});
