import { describe, expect, it } from 'vitest';

import { budget, strike } from './feed-for-tests.ts';
import { fullText, summaryOf, titleOf } from './text.ts';

describe('the text of a story', () => {
  it('says everything that the page says, in the order of the page', () => {
    expect(fullText(strike).split('\n')).toEqual([
      '<p><b>No boats ran on Monday, and none may run on Tuesday.</b></p>',
      '<p>Paid for by <a href="https://ropes.example/?a=1&amp;b=2">Ropes &amp; Sons</a>. This is an advertisement.</p>',
      '<figure><img src="https://paper.example/sub/assets/pictures/3f-1600.jpg" width="1600" height="900" alt="A ferry at the quay"><figcaption>The ferry &lt;Anna&gt; &amp; her crew 1e5</figcaption></figure>',
      '<p>Reviewed: <cite>Boats &amp; &lt;Ropes&gt;</cite> · 4 out of 5</p>',
      strike.html,
      '<p><strong>Correction</strong> <time datetime="2025-02-05T10:00:00+02:00">5 February 2025</time> It was &lt;Monday&gt;, not Sunday.</p>',
      '<p>First published by Northwire</p>',
    ]);
  });

  it('is the text alone where there is nothing else', () => {
    expect(fullText(budget)).toBe(budget.html);
    expect(fullText({ ...budget, html: '' })).toBe('');
  });

  it('names what is reviewed where the review has no rating', () => {
    const review = { label: 'Reviewed', of: 'Hamlet', rating: undefined };
    expect(fullText({ ...budget, review })).toContain('<p>Reviewed: <cite>Hamlet</cite></p>');
  });

  it('has no caption for a picture about which nothing is said', () => {
    const silent = { ...strike.picture!, alt: '"', caption: undefined, credit: undefined };
    expect(fullText({ ...budget, picture: silent })).toContain('alt="&quot;"></figure>');
  });
});

describe('a story without visible words', () => {
  it.each(['', ' \u00a0', '\u0007', '\u200f\u2066\u2069', '\ud800'])(
    'is named by its description where its headline is %j',
    (title) => {
      expect(titleOf({ ...strike, title })).toBe(strike.description);
    },
  );

  it('is named by its address where it has no description either', () => {
    const mute = { ...strike, title: '', description: ' ' };
    expect(titleOf(mute)).toBe(strike.url);
    expect(summaryOf(mute)).toBe(strike.url);
  });

  it('keeps a headline that is one sign', () => {
    for (const title of ['?', '😀', '7', '日']) expect(titleOf({ ...strike, title })).toBe(title);
  });
});
