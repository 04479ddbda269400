/**
 * What the command line, Astro's configuration and the compiled layouts have in common. They are
 * separate module graphs, each with a copy of every module, so what they share belongs to the
 * process.
 */
const SHARED = Symbol.for('broadsheet');

/** The one thing of this name in the process; made by whoever asks first. */
export function processWide<Kept extends object>(name: string, make: () => Kept): Kept {
  const home = globalThis as { [SHARED]?: Map<string, object> | undefined };
  const all = (home[SHARED] ??= new Map<string, object>());
  let kept = all.get(name) as Kept | undefined;
  if (kept === undefined) all.set(name, (kept = make()));
  return kept;
}
