/** Stories with everything that has ever broken a feed, for tests. */
import { picture, strike } from './feed-for-tests.ts';
import type { FeedItem } from './feed.ts';
import { feedId } from './ids.ts';

/** Headlines as a desk or an import may write them; each is a story of its own in the tests. */
export const HOSTILE_TITLES: Readonly<Record<string, string>> = {
  'control characters': 'bell \u0007, null \u0000, escape \u001b and next line \u0085 here',
  'half characters': 'half \ud83d a \udc00 face',
  'the end of a section': 'a ]]> b ]]]]>> c',
  'a processing instruction': '<?php echo "x" ?> and <?xml version="1.0"?>',
  entities: 'R&D &amp; AT&T &lt;b&gt; &#60; &nbsp; &copy 2025',
  'a start tag': 'How to write <script> & <!-- a comment -->',
  quotes: `"double" 'single' “typographic” «guillemets»`,
  '200 characters': 'Nine words that say no more than one does. '.repeat(5).slice(0, 200),
  'one long word': 'Donaudampfschifffahrtsgesellschaft'.repeat(6).slice(0, 200),
  'marks of direction': '\u200fقال \u2067Reuters\u2069 إن 7.4\u066a\u200e (AB-12) \u202aabc\u202c',
  emoji: '👩‍👩‍👧‍👦 wins 🏳️‍🌈 at 🇱🇻 1️⃣ 🫠',
  'combining marks': 'Z̤̈a̷l̴g̵o̶ and é and é',
  ideographs: '渡輪罷工𠮷野家',
  'white space': '  two  spaces\tand a tab\nand a line  ',
  digits: '0012',
  'lost characters': 'caf\ufffd and \ufffe\uffff',
  nothing: '',
  'nothing that is seen': '\u200f\u00a0\u0003',
};

/** Texts that a body may become, with absolute addresses as the edition prints them. */
const TEXTS = [
  '<p>x ]]> y <b>&amp;amp;</b> &lt;script> &#x41;</p>',
  '<table><caption>Ice</caption><thead><tr><th scope="col">Day</th><th scope="col">cm</th></tr></thead><tbody><tr><td>Mon</td><td>4</td></tr></tbody></table>',
  '<p>Ice<sup><a href="https://paper.example/a.html#fn-1">1</a></sup>.</p><h2>Notes</h2><ol><li><p>Thick. <a href="https://paper.example/a.html#fnref-1">↩︎</a></p></li></ol>',
  '<figure><img src="https://paper.example/a%20b.jpg?x=1&amp;y=2" width="640" height="427" alt="&quot;Anna&quot; &amp; co"><figcaption>A ]]> B</figcaption></figure>',
  '<p><a href="https://video.example/watch?v=1&amp;t=2">A film</a> (Open at video.example)</p>',
  '<pre dir="ltr"><code>if (a &lt; b &amp;&amp; c > d) { x = "]]>" }</code></pre>',
  '<p dir="rtl" lang="ar">\u200fمرحبا <code dir="ltr">a\u0000b\u0008</code></p>',
  '<h2>14:30</h2><p><time datetime="2025-02-03T14:30:00+02:00">14:30</time> · Anna</p><blockquote><p>“Yes”</p></blockquote>',
  '<details><summary>More</summary><p>Then <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p></details>',
  '',
];

/** Addresses that a story or picture may have. */
const ADDRESSES = [
  'https://paper.example/2025/02/a.html?x=1&y=2',
  "https://paper.example/2025/02/o'neil-(2)-~!*.html",
  'https://paper.example/ru/2025/02/%D0%BF%D0%B0%D1%80%D0%BE%D0%BC.html',
  'http://gazettexyz.onion/2025/02/a.html',
];

/** A story for each hostile headline; texts, addresses, names and ids take turns. */
export const HOSTILE: FeedItem[] = Object.entries(HOSTILE_TITLES).map(([name, title], index) => {
  const url = ADDRESSES[index % ADDRESSES.length] ?? '';
  return {
    ...strike,
    id: feedId('paper.example,2025', `${name} ${title}`),
    url,
    title,
    description: index % 3 === 0 ? title : index % 3 === 1 ? undefined : `About: ${title}`,
    standfirst: index % 2 === 0 ? title : undefined,
    notesBefore: [{ label: title, name: title, url, more: title }],
    picture:
      index % 2 === 0 ? { ...picture, url, alt: title, caption: title, credit: title } : undefined,
    review: index % 2 === 0 ? { label: title, of: title, rating: title } : undefined,
    html: TEXTS[index % TEXTS.length] ?? '',
    retraction: undefined,
    corrections: [{ label: title, date: title, dateTime: '2025-02-05', text: title }],
    published: strike.published - index * 1000,
    modified: strike.published,
    authors: [
      { name: title, url },
      { name: 'Anna', url: undefined },
    ],
    categories: [{ term: name, label: title === '' ? name : title, scheme: undefined }],
  };
});
