/** What a rule of good copy is, and what it finds. */
import type { Problem } from '../problems.ts';

/** How bad it is: errors stop the press, notices are for those who want to be thorough. */
export type Severity = 'error' | 'warning' | 'notice';

/** A rule that can be checked by a program. */
export interface Rule {
  /** By which it is switched off: `headline-search`. */
  id: string;
  severity: Severity;
  /** What it asks for, in a sentence. */
  asks: string;
  /** Who asks for it: a document, a service, the trade. */
  source: string;
  /** Whether every build holds it too; then it cannot be switched off. */
  always?: boolean;
  /** Whether content cannot break it, by the way in which an edition is made. */
  byConstruction?: boolean;
}

/** Something that a rule found. `file` is in the content folder, or an address of the edition. */
export interface Finding extends Omit<Problem, 'severity'> {
  rule: string;
  severity: Severity;
}

/** A finding before its rule's severity is added. */
export type Found = Omit<Finding, 'rule' | 'severity'>;

/** `found`, as found by a rule. */
export function byRule(rule: Rule, found: Found): Finding {
  return { rule: rule.id, severity: rule.severity, ...found };
}
