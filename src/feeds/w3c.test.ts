/** What W3C's feed validator would say, by its rules in `feed-faults-for-tests.ts`. */
import { describe, expect, it } from 'vitest';

import { budget, feed, URLS, viewOf, viewWith } from './feed-for-tests.ts';
import { feedFaults } from './feed-faults-for-tests.ts';
import type { FeedItem } from './feed.ts';
import { HOSTILE } from './hostile-for-tests.ts';
import { feedId } from './ids.ts';
import { printFeed } from './print.ts';

const XML = ['rss', 'atom'] as const;

const print = (format: 'rss' | 'atom', items: readonly FeedItem[]) =>
  printFeed(viewOf(format, { items }), format).text;

describe.each(XML)('W3C’s validator finds no fault in %s', (format) => {
  it.each([
    ['the feed of the paper', feed.items],
    ['hostile stories', HOSTILE],
    ['an empty feed', []],
    [
      'fifty stories of one day',
      Array.from({ length: 50 }, (_, index) => ({
        ...budget,
        id: feedId('paper.example,2025', `story ${index}`),
      })),
    ],
  ])('%s', (_, items) => {
    expect(feedFaults(print(format, items), URLS[format])).toEqual([]);
  });

  it('a feed that says little', () => {
    const bare = viewOf(format, {
      description: '',
      changed: undefined,
      icon: undefined,
      logo: undefined,
      hub: undefined,
      licence: undefined,
      style: undefined,
      items: [],
    });
    expect(feedFaults(printFeed(bare, format).text, URLS[format])).toEqual([]);
  });

  it('a feed in a language that is read from the right', () => {
    const arabic = viewOf(format, { language: 'ar', title: 'الجريدة — كل المواد', licence: 'CC' });
    expect(feedFaults(printFeed(arabic, format).text, URLS[format])).toEqual([]);
  });
});

it('a headline with a whole end tag in it is the one fault that cannot be helped', () => {
  const faults = feedFaults(
    printFeed(viewWith('rss', { title: 'What </b> does' }), 'rss').text,
    URLS.rss,
  );
  expect(faults).toEqual(['ContainsHTML: What </b> does']);
});

/** What each rule must find: something in a good feed, and what stands there instead. */
const BROKEN: ['rss' | 'atom', string, RegExp | string, string][] = [
  ['rss', 'BadCharacters', 'Ferry crews', 'Ferry\u0085crews'],
  ['rss', 'MissingElement', /<language>.*<\/language>/, ''],
  ['rss', 'DuplicateElement', /<language>.*<\/language>/, '$&$&'],
  ['rss', 'NotBlank', /<category>12</, '<category> <'],
  ['rss', 'InvalidRFC2822Date', 'Mon, 03 Feb', '2025-02-03'],
  ['rss', 'IncorrectDOW', 'Mon, 03 Feb', 'Tue, 03 Feb'],
  ['rss', 'ImplausibleDate', 'Mon, 03 Feb 2025', 'Tue, 03 Feb 1925'],
  ['rss', 'InvalidPositiveInteger', '<ttl>15', '<ttl>soon'],
  ['rss', 'InvalidPositiveInteger', 'medium="image" width="1600"', 'medium="image" width="wide"'],
  ['rss', 'UnregisteredAtomLinkRel', 'rel="hub"', 'rel="webhub"'],
  ['rss', 'MissingHref', /href="https:\/\/hub[^"]*"/, ''],
  ['rss', 'InvalidMIMEType', 'type="application/feed+json"', 'type="json"'],
  ['rss', 'SelfNotAtom', 'type="application/rss+xml"', 'type="text/xml"'],
  ['rss', 'SelfDoesntMatchLocation', `href="${URLS.rss}"`, 'href="https://paper.example/rss.xml"'],
  ['rss', 'MissingSelf', 'rel="self"', 'rel="via"'],
  ['rss', 'InvalidFullLink', /<link>[^<]*strike.html/, '<link>/2025/02/strike.html'],
  ['rss', 'InvalidFullLink', 'strike.html</link>', 'забастовка.html</link>'],
  ['rss', 'ImageTitleDoesntMatch', /(<image>[^]*?<title>)[^<]*/, '$1Other'],
  ['rss', 'ImageLinkDoesntMatch', /(<image>[^]*?<link>)[^<]*/, '$1https://other.example/'],
  ['rss', 'ImageUrlFormat', '1-32.png', '1-32.svg'],
  ['rss', 'InvalidWidth', '<width>32', '<width>512'],
  ['rss', 'InvalidHeight', '<height>32', '<height>512'],
  [
    'rss',
    'ItemMustContainTitleOrDescription',
    /<item>[^]*?<\/item>/,
    '<item><guid>a:b</guid></item>',
  ],
  ['rss', 'MissingGuid', /<guid[^>]*>.*<\/guid>/, ''],
  ['rss', 'InvalidPermalink', 'isPermaLink="false"', 'isPermaLink="true"'],
  ['rss', 'NotSufficientlyUnique', /(<guid[^>]*>)[^<]*/, '$112'],
  ['rss', 'InvalidTAG', 'tag:paper.example,2025:2025', 'tag:paper.example:2025'],
  ['rss', 'DuplicateValue', /(<guid[^>]*>)[^<]*/g, '$1tag:a.example,2025:a'],
  ['rss', 'DuplicateItemSemantics', '<dc:creator>', '<author>a@a.example</author><dc:creator>'],
  ['rss', 'NeedDescriptionBeforeContent', /(<item>[^]*?)<description>.*<\/description>/, '$1'],
  ['rss', 'ContainsHTML', '<title>Budget passes', '<title>&#x3C;b&gt;Budget&#x3C;/b&gt;'],
  [
    'rss',
    'InvalidIntegerAttribute',
    '</item>',
    '<enclosure url="https://a.example/a.jpg" type="image/jpeg" length=""/></item>',
  ],
  [
    'rss',
    'InvalidHttpURL',
    '</item>',
    '<enclosure url="a.jpg" type="image/jpeg" length="1"/></item>',
  ],
  [
    'rss',
    'InvalidMIMEAttribute',
    '</item>',
    '<enclosure url="https://a.example/a.jpg" type="jpeg" length="1"/></item>',
  ],
  [
    'rss',
    'DuplicateEnclosure',
    '</item>',
    '<enclosure url="https://a.example/a.jpg" type="image/jpeg" length="1"/>'
      .repeat(2)
      .concat('</item>'),
  ],
  ['rss', 'ContainsRelRef', '<p>By one', '<p><a href="/a.html">By</a> one'],
  ['rss', 'SecurityRisk', '<p>By one', '<p><iframe src="https://a.example/"></iframe>By one'],
  ['rss', 'SecurityRisk', '<p>By one', '<script>alert(1)</script><p>By one'],
  ['rss', 'DangerousStyleAttr', '<p>By one', '<p style="position:fixed">By one'],
  ['rss', 'SecurityRiskAttr', '<p>By one', '<p onclick="alert(1)">By one'],
  ['rss', 'NotHtml', '<p>By one', '<p lang="en" lang="de">By one'],
  ['atom', 'MissingElement', /<updated>.*<\/updated>/, ''],
  ['atom', 'MissingElement', /<author>[^]*?<\/author>/g, ''],
  ['atom', 'InvalidRFC3339Date', '2025-02-03T22:30:00Z', '2025-02-03'],
  ['atom', 'ImplausibleDate', '2025-02-03T22:30:00Z', '1925-02-03T22:30:00Z'],
  ['atom', 'DuplicateEntries', /(<entry>\s*<id>)[^<]*/g, '$1tag:a.example,2025:a'],
  ['atom', 'DuplicateUpdated', /(<\/published>\s*<updated>)[^<]*/g, '$12025-02-03T22:30:00Z'],
  ['atom', 'DuplicateAtomLink', 'application/feed+json', 'application/rss+xml'],
  [
    'atom',
    'NonCanonicalURI',
    '<id>tag:paper.example,2025:feeds',
    '<id>tag:paper.example,2025:%7efeeds',
  ],
  ['atom', 'InvalidTAG', '<id>tag:paper.example,2025:feeds', '<id>tag:Paper.example,2025:feeds'],
  ['atom', 'NotBlank', '<title>Budget passes', '<title>'],
  ['atom', 'NotBlank', 'term="world"', 'term=""'],
  ['atom', 'NotBlank', '<name>AP', '<name>'],
  ['atom', 'ContainsUndeclaredHTML', '<title>Budget passes', '<title>&lt;b&gt;Budget&lt;/b&gt;'],
  ['atom', 'MissingTextualContent', /<summary>[^]*?<\/content>/, ''],
  ['atom', 'SecurityRisk', '<p>By one', '<object></object><p>By one'],
];

describe('each rule finds its fault:', () => {
  it.each(BROKEN)('%s %s', (format, fault, good, bad) => {
    const whole = print(format, feed.items);
    const broken = whole.replace(good, bad);
    expect(broken).not.toBe(whole);
    expect(feedFaults(broken, URLS[format]).map((said) => said.split(':')[0])).toContain(fault);
  });
});
