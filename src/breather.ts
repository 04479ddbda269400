import { setImmediate } from 'node:timers/promises';

/** Items that are worked on before others get a turn. */
const ITEMS = 100;

/**
 * Gives a function to call after each item of a long work. The Markdown parser's memory is given
 * back between two turns of the event loop, and reading and printing alone never end one.
 */
export function breather(): () => Promise<void> {
  let items = 0;
  return async () => {
    items += 1;
    if (items % ITEMS === 0) await setImmediate();
  };
}
