import { describe, expect, it } from 'vitest';
import { feedHtml, storyHtml } from './body.ts';
import { editionOf, sheetOf } from './edition-for-tests.ts';
import { bodyOf, contentOf, story } from './paper-for-tests.ts';
import type { Links } from './ref.ts';
import { createRefs } from './refs.ts';

const MARKDOWN = `x[^a] y[^a] \`code\`\n\n[^a]: n`;

function printed(
  language: string,
  { markdown = MARKDOWN, links = [] }: { markdown?: string; links?: Links } = {},
): { page: string; feed: string } {
  const row = story(`${language}/2025/02/notes`);
  const edition = editionOf(contentOf([row], {}, { languages: ['en', language] }));
  const entry = edition.published.get(row.path);
  if (entry === undefined) throw new Error('The story is not out.');
  const sheet = sheetOf(edition);
  const text = {
    row: sheet.story(createRefs(edition).story(entry)),
    body: bodyOf(markdown, language),
    links,
    contributors: [],
  };
  return { page: storyHtml(sheet, text), feed: feedHtml(sheet, text) };
}

describe('the marks of footnotes', () => {
  it.each([
    ['en', '1', '2'],
    ['ar', '1', '2'],
    ['fa', '۱', '۲'],
    ['bn', '১', '২'],
  ])('have on the page the digits of the list of notes: %s', (language, one, two) => {
    const marks = [...printed(language).page.matchAll(/>([^<>]+)<\/a><\/sup>|<sup>([^<>]+)</gu)];
    expect(marks.map((mark) => mark[1] ?? mark[2])).toEqual([one, one, two]);
  });

  it('have in feeds the digits that readers number a list with, whatever its language', () => {
    expect(printed('fa').feed).toContain('#fn-1">1</a></sup>');
  });
});

describe('an embed of a story of the paper’s own', () => {
  const url = 'https://gazette.example/2025/02/tomorrow.html';
  const markdown = `Before.\n\n::embed{url="${url}" title="The minister resigns"}`;

  it('is left out while that is not out', () => {
    for (const html of Object.values(printed('en', { markdown, links: [[url, null]] }))) {
      expect(html).toContain('Before.');
      expect(html).not.toMatch(/minister|tomorrow/u);
    }
  });

  it('leads to it as a link within the paper, once it is', () => {
    const links: Links = [[url, '/2025/02/tomorrow.html']];
    const { page } = printed('en', { markdown, links });
    expect(page).toContain('<a href="/2025/02/tomorrow.html">');
    expect(printed('en', { markdown }).page).toContain(`href="${url}" rel="external noopener"`);
  });
});

describe('code in a line', () => {
  it('runs from the left in a text that runs from the right', () => {
    for (const html of Object.values(printed('fa'))) expect(html).toContain('<code dir="ltr">');
    for (const html of Object.values(printed('en'))) expect(html).toContain('<code>');
  });
});

describe('a link', () => {
  it('leads where the edition says: as it is written, elsewhere, or nowhere', () => {
    const markdown = '[a](/2025/02/a.html) [b](./b.md#ice) [c](/gone.html)';
    const links: Links = [
      ['/2025/02/a.html'],
      ['./b.md#ice', '/2025/02/b.html'],
      ['/gone.html', null],
    ];
    const { page, feed } = printed('en', { markdown, links });
    expect(page).toBe(
      '<p><a href="/2025/02/a.html">a</a> <a href="/2025/02/b.html#ice">b</a> c</p>',
    );
    expect(feed).toContain('<a href="https://gazette.example/2025/02/a.html">a</a>');
  });
});
