/** What a browser forgives in a stylesheet and an author would not: the half of it that is lost. */
import postcss from 'postcss';
import type { Root } from 'postcss';

/** A fault of a stylesheet. */
export interface CssFault {
  /** From 1. */
  line: number;
  message: string;
}

/**
 * A stylesheet, or its first fault where it is not whole: a block, a comment, a string or a bracket
 * that is never closed, which takes in all that follows, or is closed twice.
 */
export function readCss(text: string): { sheet: Root } | { fault: CssFault } {
  try {
    return { sheet: postcss.parse(text) };
  } catch (error) {
    if (!(error instanceof postcss.CssSyntaxError)) throw error;
    return { fault: { line: error.line ?? 1, message: error.reason } };
  }
}

/** Where a stylesheet would load from another host: `@import` and `url()`. */
export function remoteAddresses(sheet: Root): { line: number; address: string }[] {
  const found: { line: number; address: string }[] = [];
  sheet.walk((node) => {
    const value = node.type === 'atrule' ? node.params : node.type === 'decl' ? node.value : '';
    const isImport = node.type === 'atrule' && node.name.toLowerCase() === 'import';
    const written = isImport ? REMOTE : REMOTE_URL;
    for (const [, address = ''] of value.matchAll(written)) {
      found.push({ line: node.source?.start?.line ?? 1, address });
    }
  });
  return found;
}

const REMOTE = /["'(]\s*((?:https?:)?\/\/[^"')\s]+)/giu;
const REMOTE_URL = /url\(\s*["']?((?:https?:)?\/\/[^"')\s]+)/giu;
