/** Prose from word lists: rules with alternatives, filled by a source of numbers. */
import { between } from './random.ts';
import type { Random } from './random.ts';

/**
 * Rules by name. A rule is its alternatives, `one | another`. `{name}` stands for a rule,
 * `{Name}` for the same with a capital, `{3-90}` for a number.
 */
export type Rules = Record<string, string>;

type Part = string | { alternatives: Part[][]; capital: boolean } | { least: number; most: number };

/** Makes the words of one language. */
export interface Grammar {
  /** One expansion of a rule. Throws RangeError where there is none of that name. */
  say: (rule: string, random: Random) => string;
}

/** Compiles rules. Throws RangeError for a rule that another names and that is not there. */
export function grammar(rules: Rules): Grammar {
  const compiled = new Map<string, Part[][]>(Object.keys(rules).map((name) => [name, []]));
  for (const [name, text] of Object.entries(rules)) {
    const alternatives = ruleNamed(compiled, name);
    for (const one of text.split('|')) {
      alternatives.push(partsOf(one.trim().replace(/\s+/g, ' '), compiled));
    }
  }
  return {
    say: (rule, random) => expand(ruleNamed(compiled, rule), random),
  };
}

function ruleNamed(compiled: ReadonlyMap<string, Part[][]>, name: string): Part[][] {
  const rule = compiled.get(name);
  if (rule === undefined) throw new RangeError(`The grammar has no rule "${name}".`);
  return rule;
}

function partsOf(text: string, compiled: ReadonlyMap<string, Part[][]>): Part[] {
  return text.split(/(\{[^}]*\})/).flatMap((piece): Part[] => {
    if (piece === '') return [];
    if (!piece.startsWith('{')) return [piece];
    const name = piece.slice(1, -1);
    const [, least, most] = /^(\d+)-(\d+)$/.exec(name) ?? [];
    if (least !== undefined && most !== undefined) {
      return [{ least: Number(least), most: Number(most) }];
    }
    const own = compiled.get(name);
    if (own !== undefined) return [{ alternatives: own, capital: false }];
    const small = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    return [{ alternatives: ruleNamed(compiled, small), capital: true }];
  });
}

function expand(alternatives: Part[][], random: Random): string {
  const parts = alternatives[Math.floor(random() * alternatives.length)] ?? [];
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else if ('least' in part) text += String(between(random, part.least, part.most));
    else if (part.capital) text += capital(expand(part.alternatives, random));
    else text += expand(part.alternatives, random);
  }
  return text;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
