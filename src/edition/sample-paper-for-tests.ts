/** A paper that has something of everything, for tests that go through all of it. */
import type { Content } from '../store/rows.ts';
import { appeal, contentOf, named, page, pictureUse, stories, story } from './paper-for-tests.ts';

const LIVE = [
  ':::update{id="u1" time="2025-02-27T09:00" author="dora"}\nThe channel is open.\n:::',
  ':::update{id="u2" time="2025-02-27T10:00" author="boris"}\n![](in.jpg)\n:::',
  ':::update{id="u3" time="2030-01-01" author="carol"}\n![](later.jpg) Held back.\n:::',
].join('\n\n');

/** Three languages, and one with a page alone; 36 stories of one section make an older page. */
export function samplePaper(): Content {
  const content = contentOf(
    [
      ...stories(31, { authors: ['boris'] }),
      story('en/2025/02/main', {
        topics: ['Frost', 'Fog'],
        series: 'ice',
        authors: ['anna', 'boris'],
        related: ['en/2020/01/s003', 'ru/2025/02/main'],
        redirectFrom: ['/old/main/'],
        standfirst: 'Ships wait.',
        kicker: 'Port',
        dateline: 'RIGA',
        updated: '2025-02-20',
        corrections: [
          { date: '2025-02-22', text: 'It was Monday.', kind: 'correction' },
          { date: '2030-01-01', text: 'Later.', kind: 'clarification' },
        ],
        text: 'See [this](./part.md), [that](/about.html), ![](in.jpg) and [none](./held.md).',
        facts: {
          lead: pictureUse('lead.jpg', { caption: 'Ice' }),
          socialImage: pictureUse('social.jpg'),
          pictures: { 'in.jpg': pictureUse('in.jpg') },
        },
      }),
      story('en/2025/02/part', {
        kind: 'opinion',
        topics: ['Ice'],
        series: 'ice',
        published: '2025-02-03',
      }),
      story('en/2025/02/live', {
        kind: 'live',
        live: { start: '2025-02-27', end: '2025-02-28', pinned: ['u2'] },
        updates: [
          { id: 'u1', time: '2025-02-27T09:00', author: 'dora', headline: 'Open' },
          { id: 'u2', time: '2025-02-27T10:00', author: 'boris' },
          { id: 'u3', time: '2030-01-01', author: 'carol' },
        ],
        published: '2025-02-27',
        text: LIVE,
        facts: {
          pictures: { 'in.jpg': pictureUse('in.jpg'), 'later.jpg': pictureUse('later.jpg') },
          pictureUpdates: { 'in.jpg': ['u2'], 'later.jpg': ['u3'] },
        },
      }),
      story('en/2025/02/paid', { kind: 'sponsored', sponsor: { name: 'Ropes', url: undefined } }),
      story('en/2025/02/play', {
        kind: 'review',
        review: { of: 'Hamlet', type: 'Play', rating: 4 },
        section: 'sport',
        byline: 'Staff',
      }),
      story('en/2025/02/held', { published: '2030-01-01', section: 'sport', authors: ['carol'] }),
      story('ru/2025/02/main', {
        topics: ['Лёд'],
        published: '2025-02-28T10:00',
        source: { name: 'Северный провод', url: 'https://wire.example/1' },
        facts: { lead: pictureUse('lead.jpg') },
      }),
      story('ru/2025/02/other', { translationOf: 'en/2025/02/part', noindex: true }),
      story('ar/2025/02/main', { section: 'sport' }),
    ],
    {
      authors: [
        named('anna', { name: 'Anna', role: 'Editor', bio: 'Writes.' }, pictureUse('anna.jpg')),
        named('boris', { name: { en: 'Boris', ru: 'Борис' }, fediverse: '@b@social.example' }),
        named('carol', { name: 'Carol' }),
        named('dora', { name: 'Dora' }),
      ],
      sections: [
        named('world', { name: 'World', appeal: true, accent: '#123456', description: 'All.' }),
        named('sport', { name: 'Sport', appeal: true }, pictureUse('sport.jpg')),
      ],
      series: [named('ice', { name: 'The ice winter', appeal: true }, pictureUse('series.jpg'))],
      topics: [named('ice', { name: 'Sea ice', aliases: ['Ice', 'Frost', 'Лёд'] })],
      fronts: [{ language: 'en', data: { lead: 'en/2025/02/part', picks: ['en/2020/01/s009'] } }],
      pages: [
        page('en/about', { text: 'Read [this](../../articles/en/2025/02/main.md).' }),
        page('ru/about', { translationOf: 'en/about' }),
        page('de/about'),
        page('en/archive', { text: 'All since [then](/2020/01/).' }),
        page('en/support', { description: 'How to pay.' }),
      ],
      appeals: [
        appeal('en/general', {
          title: 'Dear readers',
          text: 'See [us](/about.html), [this](/2025/02/play.html).',
        }),
        appeal('en/sport', { sections: ['sport'], until: 0 }),
      ],
    },
    {
      languages: ['en', 'ru', 'ar', 'de'],
      navigation: ['sport', 'world'],
      footer: ['about', 'feeds'],
      feeds: { items: 4, hub: 'https://hub.example' },
      cards: 'without-picture',
      policies: { ethics: 'about', corrections: 'corrections' },
      design: { accent: '#7a1f1f' },
      mirrors: [{ url: 'https://mirror.example', kind: 'web' }],
      support: {
        url: 'https://gazette.example/support.html?amount={amount}',
        currency: 'EUR',
        amounts: [5, 2],
        remindAfterDays: 30,
      },
    },
  );
  content.publication.logo = pictureUse('logo.png');
  content.publication.icon = pictureUse('icon.png');
  return content;
}
