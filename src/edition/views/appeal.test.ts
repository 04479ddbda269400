import { describe, expect, it } from 'vitest';
import type { Publication } from '../../schema/publication.ts';
import type { AppealRow } from '../../store/rows.ts';
import { editionOf, viewOf } from '../edition-for-tests.ts';
import { appeal, contentOf, page, story } from '../paper-for-tests.ts';

async function shown(row: AppealRow, support: Publication['support'], text = 'Text.') {
  const stories = [story('en/2025/02/a', { text }), story('en/2025/02/b')];
  const content = contentOf(stories, { appeals: [row], pages: [page('en/support')] }, { support });
  const view = (await viewOf(editionOf(content), 'story', 'en/2025/02/a')).appeal;
  if (view === undefined) throw new Error('There is no message.');
  return view;
}

describe('what a message offers', () => {
  const support = {
    url: 'https://give.example/?amount={amount}&interval=month',
    currency: 'EUR',
    amounts: [10, 2, 5],
    remindAfterDays: 14,
  };

  it('are the amounts, the smallest first, and the page without one', async () => {
    const view = await shown(appeal('en/general', { text: 'Dear readers,' }), support);
    expect(view.amounts).toEqual(
      [2, 5, 10].map((amount) => ({
        label: `€${amount}`,
        address: `https://give.example/?amount=${amount}&interval=month`,
      })),
    );
    expect(view.address).toBe('https://give.example/?interval=month');
    expect(view.remindAfterDays).toBe(14);
    expect(view.body).toContain('Dear readers,');
  });

  it('is what the message says where it says other than the paper', async () => {
    const view = await shown(appeal('en/general', { support: { amounts: [3] } }), support);
    expect(view.amounts.map(({ label }) => label)).toEqual(['€3']);
    expect(view.remindAfterDays).toBe(14);
  });

  it('is inside the paper where the page to pay on is, with the amount', async () => {
    const own = { ...support, url: 'https://gazette.example/support.html?amount={amount}#pay' };
    const view = await shown(appeal('en/general'), own);
    expect(view.address).toBe('/support.html#pay');
    expect(view.amounts.map(({ address }) => address)).toEqual(
      [2, 5, 10].map((amount) => `/support.html?amount=${amount}#pay`),
    );
  });

  it.each([
    ['https://give.example/give/{amount}', 'https://give.example/give/'],
    ['https://give.example/#/sum={amount}', 'https://give.example/#/sum='],
    ['https://give.example/give-{amount}/eur?x=1&a={amount}', 'https://give.example/give-/eur?x=1'],
  ])('names no amount where none was chosen: %s', async (url, plain) => {
    const view = await shown(appeal('en/general'), { ...support, url });
    expect(view.address).toBe(plain);
  });

  it('has its own links, whatever the story links to', async () => {
    const row = appeal('en/general', { text: 'See [us](../../articles/en/2025/02/b.md).' });
    const view = await shown(row, support, 'And [them](./nothing.md).');
    expect(view.body).toContain('href="/2025/02/b.html"');
  });
});
