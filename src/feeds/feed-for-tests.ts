/** Feeds of an imaginary paper, for tests. */
import type { FeedItem, FeedPicture, FeedView } from './feed.ts';
import { inFormat } from './formats.ts';
import type { FeedFormat } from './formats.ts';
import { feedId } from './ids.ts';

const AUTHORITY = 'paper.example,2025';

export const picture: FeedPicture = {
  url: 'https://paper.example/sub/assets/pictures/3f-1600.jpg',
  type: 'image/jpeg',
  width: 1600,
  height: 900,
  bytes: 81_234,
  alt: 'A ferry at the quay',
  caption: 'The ferry <Anna> & her crew',
  credit: '1e5',
  licence: 'https://creativecommons.org/licenses/by/4.0/',
};

/** A story with everything that a story may have. */
export const strike: FeedItem = {
  id: feedId(AUTHORITY, '2025/02/strike'),
  url: 'https://paper.example/sub/2025/02/strike.html',
  title: 'Ferry crews walk out',
  description: 'No boats ran on Monday.',
  standfirst: 'No boats ran on Monday, and none may run on Tuesday.',
  notesBefore: [
    {
      label: 'Paid for by',
      name: 'Ropes & Sons',
      url: 'https://ropes.example/?a=1&b=2',
      more: 'This is an advertisement.',
    },
  ],
  picture,
  review: { label: 'Reviewed', of: 'Boats & <Ropes>', rating: '4 out of 5' },
  html: '<p>No boats ran on <a href="https://paper.example/sub/2025/02/monday.html">Monday</a>.</p>',
  retraction: undefined,
  corrections: [
    {
      label: 'Correction',
      date: '5 February 2025',
      dateTime: '2025-02-05T10:00:00+02:00',
      text: 'It was <Monday>, not Sunday.',
    },
  ],
  notesAfter: [{ label: 'First published by', name: 'Northwire', url: undefined, more: undefined }],
  published: Date.UTC(2025, 1, 3, 22, 30),
  modified: Date.UTC(2025, 1, 5, 8),
  language: 'en',
  authors: [
    { name: 'Anna Kalniņa', url: 'https://paper.example/sub/authors/anna/' },
    { name: '0012', url: undefined },
  ],
  categories: [
    { term: 'world', label: 'World', scheme: feedId(AUTHORITY, 'sections') },
    { term: 'ferries', label: 'Ferries', scheme: feedId(AUTHORITY, 'topics') },
    { term: '12', label: '12', scheme: feedId(AUTHORITY, 'topics') },
  ],
};

/** An older one with as little as a story may have. */
export const budget: FeedItem = {
  ...strike,
  id: feedId(AUTHORITY, 'https://old.example/?p=12'),
  url: 'https://paper.example/sub/2025/02/budget.html',
  title: 'Budget passes',
  standfirst: undefined,
  notesBefore: [],
  picture: undefined,
  review: undefined,
  html: '<p>By one vote.</p>',
  retraction: undefined,
  corrections: [],
  notesAfter: [],
  published: Date.UTC(2025, 1, 1, 9),
  modified: Date.UTC(2025, 1, 1, 9),
  authors: [{ name: 'AP', url: undefined }],
  categories: [{ term: 'world', label: 'World', scheme: feedId(AUTHORITY, 'sections') }],
};

export const feed: Omit<FeedView, 'self' | 'alternates'> = {
  id: feedId(AUTHORITY, 'feeds'),
  home: 'https://paper.example/sub/',
  title: 'The Paper — All stories',
  description: 'News of the harbour',
  language: 'en',
  changed: strike.modified,
  publisher: { name: 'The Paper', url: 'https://paper.example/sub/' },
  icon: { url: 'https://paper.example/sub/assets/icons/1-32.png', width: 32, height: 32 },
  logo: { url: 'https://paper.example/sub/assets/icons/1-512.png', width: 512, height: 512 },
  hub: 'https://hub.example/',
  licence: '© The Paper',
  style: 'feed.css',
  explanation: 'This is a feed.',
  items: [strike, budget],
};

export const URLS: Record<FeedFormat, string> = {
  rss: 'https://paper.example/sub/feeds/rss.xml',
  atom: 'https://paper.example/sub/feeds/atom.xml',
  json: 'https://paper.example/sub/feeds/feed.json',
};

/** The feed of the imaginary paper in a format, with what a test changes. */
export function viewOf(format: FeedFormat, changes: Partial<FeedView> = {}): FeedView {
  return { ...feed, ...inFormat(format, URLS, feed), ...changes };
}

/** The same with other stories: each is the first one with what a test changes. */
export function viewWith(format: FeedFormat, ...items: Partial<FeedItem>[]): FeedView {
  return viewOf(format, { items: items.map((item) => ({ ...strike, ...item })) });
}
