import { describe, expect, it } from 'vitest';

import { budget, picture, strike, URLS, viewOf, viewWith } from './feed-for-tests.ts';
import type { FeedView } from './feed.ts';
import { jsonFeed } from './json-feed.ts';
import { fullText } from './text.ts';

const view = viewOf('json');

interface ParsedFeed extends Record<string, unknown> {
  items: Record<string, unknown>[];
}

const parsed = (of: FeedView) => JSON.parse(jsonFeed(of)) as ParsedFeed;

describe('a JSON Feed', () => {
  it('names itself, its page, its hub, its language and the paper', () => {
    const { items, ...head } = parsed(view);
    expect(head).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: view.title,
      home_page_url: view.home,
      feed_url: URLS.json,
      description: view.description,
      user_comment: 'This is a feed.',
      icon: view.logo?.url,
      favicon: view.icon?.url,
      authors: [{ name: 'The Paper', url: 'https://paper.example/sub/' }],
      language: 'en',
      hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
    });
    expect(items).toHaveLength(2);
  });

  it('says all of a story', () => {
    const [first, second] = parsed(view).items;
    expect(first).toEqual({
      id: strike.id,
      url: strike.url,
      title: strike.title,
      content_html: fullText(strike),
      summary: strike.description,
      image: picture.url,
      date_published: '2025-02-03T22:30:00Z',
      date_modified: '2025-02-05T08:00:00Z',
      authors: [
        { name: 'Anna Kalniņa', url: 'https://paper.example/sub/authors/anna/' },
        { name: '0012' },
      ],
      tags: ['World', 'Ferries', '12'],
    });
    expect(second).toMatchObject({ id: budget.id, content_html: '<p>By one vote.</p>' });
    expect(second).not.toHaveProperty('image');
  });

  it('leaves out what is not there', () => {
    const bare = parsed({
      ...view,
      hub: undefined,
      icon: undefined,
      logo: undefined,
      explanation: undefined,
      description: '',
      items: [],
    });
    for (const name of ['hubs', 'icon', 'favicon', 'user_comment', 'description']) {
      expect(bare).not.toHaveProperty(name);
    }
    expect(bare.items).toEqual([]);
  });

  it('has some content even where the story has no text', () => {
    const [item] = parsed(viewWith('json', { ...budget, html: '' })).items;
    expect(item).toMatchObject({ content_text: strike.description });
    expect(item).not.toHaveProperty('content_html');
  });

  it('says which language a story is in where that is not the language of the feed', () => {
    const [first, second] = parsed(viewWith('json', { language: 'ru' }, {})).items;
    expect(first).toMatchObject({ language: 'ru' });
    expect(second).not.toHaveProperty('language');
  });

  it('names no author rather than nobody', () => {
    const [item] = parsed(
      viewWith('json', { authors: [{ name: '\u0007', url: undefined }] }),
    ).items;
    expect(item).not.toHaveProperty('authors');
  });

  it('loses the characters that the other formats lose', () => {
    const title = 'a\u0000b\ud800c\ufffed 😀 ]]> "quoted" \\';
    expect(parsed(viewWith('json', { title })).items[0]).toMatchObject({
      title: 'abcd 😀 ]]> "quoted" \\',
    });
    expect(jsonFeed(viewWith('json', { title })).isWellFormed()).toBe(true);
    expect(jsonFeed(viewWith('json', { title }))).not.toContain('\\ud800');
  });
});
