import { describe, expect, it } from 'vitest';
import { feedHtml, bodyHtml, articlePlace } from './body.ts';
import { bodyOf, contentOf, editionOf, story } from './paper-for-tests.ts';

const MARKDOWN = `x[^a] y[^a] \`code\`\n\n[^a]: n`;

function printed(language: string): { page: string; feed: string } {
  const row = story(`${language}/2025/02/notes`);
  const content = contentOf([row], {}, { languages: ['en', language] });
  const edition = editionOf(content);
  const body = bodyOf(MARKDOWN, language);
  return {
    page: bodyHtml(edition, articlePlace(edition, row), body, row),
    feed: feedHtml(edition, row, body),
  };
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

describe('code in a line', () => {
  it('runs from the left in a text that runs from the right', () => {
    for (const html of Object.values(printed('fa'))) expect(html).toContain('<code dir="ltr">');
    for (const html of Object.values(printed('en'))) expect(html).toContain('<code>');
  });
});
