import { formatNumber, supportedTag } from './format.ts';

/**
 * A phrase for each plural category of a language. `#` stands for the number; a form without it
 * says the number in words, or not at all (Arabic `خبران`).
 */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const rules = new Map<string, Intl.PluralRules>();

/** The phrase for a count, with the number in the language's digits: `plural('en', 12, …)`. */
export function plural(language: string, count: number, forms: PluralForms): string {
  let rule = rules.get(language);
  if (rule === undefined) {
    rule = new Intl.PluralRules(supportedTag(language, Intl.PluralRules));
    rules.set(language, rule);
  }
  const form = forms[rule.select(count)] ?? forms.other;
  return form.replace('#', () => formatNumber(count, language));
}
