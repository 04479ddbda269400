/** A view of every kind of page, small and whole. */
import type { PageViews } from '../../edition/page-kinds.ts';
import type { Frame, MomentView, TeaserView } from '../../edition/view.ts';

const MOMENT: MomentView = { iso: '2026-11-21T07:30:00+02:00', instant: 1_795_239_000_000 };

function frame(address: string): Frame {
  return {
    language: 'en',
    dir: 'ltr',
    words: 'en',
    timeZone: 'Europe/Tallinn',
    address,
    url: `https://paper.example${address}`,
    head: [{ tag: 'title', content: `The page at ${address}` }],
    paper: {
      name: 'The Paper',
      description: 'News',
      home: '/index.html',
      nameplate: undefined,
      style: ':root{--house:#123}',
    },
    navigation: [{ id: 'world', label: 'World', address: '/world/index.html', current: false }],
    footer: [],
    standing: {
      archive: '/archive.html',
      corrections: '/corrections.html',
      feeds: '/feeds.html',
    },
    languages: [{ language: 'en', dir: 'ltr', address, current: true }],
    mirrors: [],
  };
}

const STORY: TeaserView = {
  address: '/2026/11/a.html',
  language: 'en',
  textLanguage: 'en',
  kind: 'news',
  opinion: false,
  kicker: 'World',
  section: 'world',
  headline: 'A <headline>',
  standfirst: undefined,
  authors: ['Ilze Brandt'],
  portrait: undefined,
  picture: undefined,
  published: MOMENT,
  live: false,
  retracted: false,
  mark: undefined,
};

/** A view of every kind, by the address of its page. Made anew by each call. */
export function sampleViews(): { [Kind in keyof PageViews]: PageViews[Kind] } {
  return structuredClone({
    front: {
      frame: frame('/index.html'),
      date: MOMENT,
      lead: STORY,
      picks: [],
      latest: [STORY],
      sections: [{ id: 'world', name: 'World', address: '/world/index.html', stories: [STORY] }],
    },
    story: {
      frame: frame('/2026/11/a.html'),
      kind: 'news',
      opinion: false,
      textLanguage: 'en',
      section: { id: 'world', label: 'World', address: '/world/index.html' },
      kicker: 'World',
      headline: 'A <headline>',
      standfirst: 'What it says',
      byline: [{ name: 'Ilze Brandt', address: '/authors/ilze/index.html', portrait: undefined }],
      unsigned: undefined,
      published: MOMENT,
      updated: undefined,
      readingMinutes: 2,
      long: false,
      lead: undefined,
      body: '<p>The <em>body</em>.</p>',
      live: undefined,
      retraction: undefined,
      corrections: [],
      series: undefined,
      translations: [],
      topics: [],
      related: [STORY],
      older: undefined,
      source: undefined,
      sponsor: undefined,
      review: undefined,
      appeal: undefined,
      mark: undefined,
    },
    list: {
      frame: frame('/world/index.html'),
      kind: 'section',
      title: 'World',
      description: undefined,
      picture: undefined,
      author: undefined,
      number: undefined,
      stories: [STORY],
      newer: undefined,
      older: undefined,
      feed: undefined,
    },
    month: {
      frame: frame('/2026/11/index.html'),
      month: MOMENT,
      stories: [STORY],
      previous: undefined,
    },
    archive: { frame: frame('/archive.html'), intro: undefined, years: [] },
    corrections: { frame: frame('/corrections.html'), intro: undefined, corrections: [] },
    feeds: { frame: frame('/feeds.html'), intro: undefined, feeds: [], all: '/feeds/feeds.opml' },
    page: { frame: frame('/about.html'), title: 'About', body: '<p>Us.</p>', translations: [] },
    'not-found': {
      frame: frame('/404.html'),
      primary: 'https://paper.example/',
      homes: [{ language: 'en', words: 'en', address: '/index.html' }],
    },
  } satisfies PageViews);
}
