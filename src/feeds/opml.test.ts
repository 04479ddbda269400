import { parseOpml } from 'feedsmith';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';

import { opml } from './opml.ts';
import type { OpmlFeed, OpmlView } from './opml.ts';

const everything: OpmlFeed = {
  title: 'The Paper — All stories',
  description: 'News of the <harbour> & "sea"',
  language: 'en',
  url: 'https://paper.example/feeds/rss.xml?a=1&b=2',
  home: 'https://paper.example/',
};

const world: OpmlFeed = { ...everything, title: 'World', description: undefined };

const view: OpmlView = {
  title: 'Feeds of The Paper',
  owner: 'The Paper',
  changed: Date.UTC(2025, 1, 3, 22, 30),
  entries: [everything, { title: 'Sections', entries: [world] }, { title: 'Topics', entries: [] }],
};

describe('the list of feeds', () => {
  it('is read by feedsmith, with folders and feeds', () => {
    const list = parseOpml(opml(view));
    expect(list.head).toMatchObject({
      title: view.title,
      ownerName: 'The Paper',
      dateModified: 'Mon, 03 Feb 2025 22:30:00 GMT',
    });
    expect(list.body?.outlines).toEqual([
      {
        type: 'rss',
        text: everything.title,
        title: everything.title,
        description: everything.description,
        xmlUrl: everything.url,
        htmlUrl: everything.home,
        language: 'en',
      },
      {
        text: 'Sections',
        outlines: [expect.objectContaining({ text: 'World', type: 'rss' }) as unknown],
      },
    ]);
  });

  it('is well-formed XML whatever a title holds', () => {
    const title = 'a\u0000b < & "c" \ud800]]> 😀';
    using document = XmlDocument.fromString(opml({ ...view, entries: [{ ...world, title }] }));
    expect(document.get('//outline/@text')?.content).toBe('ab < & "c" ]]> 😀');
    expect(document.get('/opml/@version')?.content).toBe('2.0');
  });

  it('tells no date where no feed has one', () => {
    expect(opml({ ...view, changed: undefined })).not.toContain('dateModified');
  });
});
