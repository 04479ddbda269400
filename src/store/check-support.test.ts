import { describe, expect, it } from 'vitest';
import { problemsOf, PUBLICATION } from './folder-for-tests.ts';

const SUPPORT = 'url: "https://give.example/?a={amount}", currency: EUR, amounts: [2, 5]';

const ofPaper = (support: string) =>
  problemsOf({ 'publication.yaml': `${PUBLICATION}support: { ${support} }\n` });

const ofMessage = (own: string, paper = `support: { ${SUPPORT} }\n`) =>
  problemsOf({
    'publication.yaml': PUBLICATION + paper,
    'appeals/en/a.md': `---\ntitle: A\nsupport: { ${own} }\n---\nDear readers\n`,
  });

describe('the support of the publication', () => {
  it.each(['2, 5', '2.5, 5.25', '0.1, 0.3', '10'])(
    'may have these amounts: %s',
    async (amounts) => {
      expect(await ofPaper(SUPPORT.replace('2, 5', amounts))).toEqual([]);
    },
  );

  it.each(['{Amount}', '{amount', '{amount}&for={month}', '%7Bamount%7D', '{{amount}}'])(
    'has no placeholder but {amount}: %s',
    async (written) => {
      expect(await ofPaper(SUPPORT.replace('{amount}', written))).toMatchObject([
        {
          severity: 'error',
          file: 'publication.yaml',
          line: 8,
          field: 'support.url',
          value: `"https://give.example/?a=${written}"`,
        },
      ]);
    },
  );

  it('is warned of where its amounts have no place in the address', async () => {
    expect(await ofPaper(SUPPORT.replace('{amount}', ''))).toMatchObject([
      { severity: 'warning', line: 8, field: 'support.amounts', value: '[2, 5]' },
    ]);
  });

  it('has each amount once, and is warned of where they are in another order', async () => {
    expect(await ofPaper(SUPPORT.replace('2, 5', '2, 10, 5, 2'))).toMatchObject([
      { severity: 'error', field: 'support.amounts[3]', value: '2' },
      { severity: 'warning', field: 'support.amounts', mend: 'write them so: [2, 5, 10]' },
    ]);
  });

  it('has amounts with the decimals of their currency', async () => {
    expect(await ofPaper(SUPPORT.replace('2, 5', '2.555, 5'))).toMatchObject([
      {
        severity: 'error',
        field: 'support.amounts[0]',
        value: '2.555',
        message: expect.stringContaining('an amount in EUR has at most 2 decimals') as string,
      },
    ]);
    expect(await ofPaper(SUPPORT.replace('2, 5', '2.5').replace('EUR', 'JPY'))).toMatchObject([
      { message: expect.stringContaining('in JPY has no decimals') as string },
    ]);
  });
});

describe('the support of a message', () => {
  it('is looked at together with that of the publication', async () => {
    expect(await ofMessage('amounts: [3, 2.5]')).toMatchObject([
      { severity: 'warning', file: 'appeals/en/a.md', line: 3, field: 'support.amounts' },
    ]);
    expect(await ofMessage('currency: JPY, amounts: [2.5]')).toMatchObject([
      { severity: 'error', field: 'support.amounts[0]' },
    ]);
    expect(await ofMessage('url: "https://give.example/once"')).toEqual([]);
    expect(await ofMessage('url: "https://give.example/{sum}"')).toMatchObject([
      { severity: 'error', field: 'support.url' },
    ]);
  });

  it('needs a page and a currency for its amounts, there or here', async () => {
    expect(await ofMessage('amounts: [2]')).toEqual([]);
    expect(await ofMessage('amounts: [2]', '')).toMatchObject([
      {
        severity: 'error',
        field: 'support.amounts',
        message: expect.stringContaining('has a `support.url`') as string,
      },
    ]);
    expect(await ofMessage('amounts: [2]', 'support: { url: x }\n')).toMatchObject([
      { file: 'publication.yaml' },
      { file: 'publication.yaml' },
      { file: 'publication.yaml' },
    ]);
  });
});
