/** The checks of what messages to readers offer: a page to pay on, and amounts. */
import type { Problem } from '../problems.ts';
import type { Appeal } from '../schema/appeal.ts';
import type { Check } from './check.ts';
import { placeIn } from './check-names.ts';
import { PAPER_FILE } from './read-paper.ts';
import { placeOf } from './reader.ts';
import type { FieldPath } from './yaml.ts';

/** The fields of `support`, of which a message may have a few. */
type Offer = NonNullable<Appeal['support']>;

/** What is wrong, and below `support` where. */
type SupportFault = Pick<Problem, 'severity' | 'message' | 'mend'> & { path: FieldPath };

/** What is wrong with the `support` of the publication and of messages. */
export function checkSupport({ paper, places, problems, suspects }: Check): void {
  const { support } = paper.data;
  if (support !== undefined) {
    for (const { path, ...said } of supportFaults(support, support)) {
      problems.push({ ...placeOf(PAPER_FILE, paper.source, ['support', ...path]), ...said });
    }
  }
  if (paper.faulty.has('support')) return;
  for (const { data, facts } of places.appeals) {
    if (data.support === undefined) continue;
    const faults = supportFaults(data.support, { ...support, ...data.support });
    if (faults.length === 0) continue;
    suspects.addOther((reread, told) => {
      const { source } = reread.appeal(facts.file, facts.language) ?? {};
      for (const { path, ...said } of faults) {
        told.push({ ...placeIn(facts.file, source, ['support', ...path]), ...said });
      }
    });
  }
}

/** What is wrong with what is `written`; `whole` has the fields that it takes from the publication. */
function supportFaults(written: Offer, whole: Offer): SupportFault[] {
  const { url, amounts } = written;
  return [
    ...(url === undefined ? [] : urlFaults(url)),
    ...(amounts === undefined ? [] : [...placeFaults(whole), ...amountFaults(amounts, whole)]),
  ];
}

function urlFaults(url: string): SupportFault[] {
  const rest = url.replaceAll('{amount}', '');
  if (!/[{}]|%7B\s*amount\s*%7D/i.test(rest)) return [];
  return [
    {
      severity: 'error',
      path: ['url'],
      message: 'has a placeholder other than {amount}, which nothing would fill',
      mend: 'write {amount} where the amount belongs, and no other { or }',
    },
  ];
}

/** Amounts that no page could show. */
function placeFaults({ url, currency }: Offer): SupportFault[] {
  const missing = url === undefined ? 'url' : currency === undefined ? 'currency' : undefined;
  if (missing !== undefined) {
    return [
      {
        severity: 'error',
        path: ['amounts'],
        message: `cannot be shown: neither this message nor ${PAPER_FILE} has a \`support.${missing}\``,
        mend: `add \`${missing}: …\` to \`support\``,
      },
    ];
  }
  if (url?.includes('{amount}') === true || urlFaults(url ?? '').length > 0) return [];
  return [
    {
      severity: 'warning',
      path: ['amounts'],
      message: 'are not shown, because `support.url` has no {amount}',
      mend: 'write {amount} where the amount belongs in it: https://give.example/?amount={amount}',
    },
  ];
}

function amountFaults(amounts: readonly number[], { currency }: Offer): SupportFault[] {
  const digits = currency === undefined ? undefined : decimalsOf(currency);
  const faults = amounts.flatMap((amount, index): SupportFault[] => {
    const path = ['amounts', index];
    if (amounts.indexOf(amount) !== index) {
      const [message, mend] = ['stands there twice', 'keep one of the two'];
      return [{ severity: 'error', path, message, mend }];
    }
    if (digits === undefined || Number(amount.toFixed(digits)) === amount) return [];
    const allowed = digits === 0 ? 'no decimals' : `at most ${digits} decimals`;
    const message = `would be shown rounded: an amount in ${String(currency)} has ${allowed}`;
    return [{ severity: 'error', path, message, mend: `write ${amount.toFixed(digits)}` }];
  });
  const inOrder = amounts.every((amount, index) => amount >= (amounts[index - 1] ?? 0));
  if (inOrder) return faults;
  const sorted = [...new Set(amounts)].sort((a, b) => a - b).join(', ');
  return [
    ...faults,
    {
      severity: 'warning',
      path: ['amounts'],
      message: 'are shown in another order: the smallest first',
      mend: `write them so: [${sorted}]`,
    },
  ];
}

/** How many decimals the amounts of a currency are printed with. */
function decimalsOf(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}
