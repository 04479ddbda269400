/** Compiles the layouts in a process of its own: with the compiler in it, a process stays large. */
import { fork } from 'node:child_process';
import { compileLayouts } from './compile.ts';
import { LayoutError } from './layouts/layout-error.ts';

/** What the process says at its end. */
interface Said {
  /** Undefined where all went well. */
  fault?: string | undefined;
}

/**
 * As `compileLayouts`, apart.
 * @throws LayoutError for what does not compile, and for an import that is out of reach.
 */
export async function compileApart({ root, folder }: { root: string; folder: string }) {
  const child = fork(import.meta.filename, [root, folder], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const said = await new Promise<Said>((resolve, reject) => {
    let last: Said = { fault: 'The compiler of the layouts was ended.' };
    child.on('message', (message) => (last = message as Said));
    child.on('error', reject);
    child.on('exit', () => resolve(last));
  });
  if (said.fault !== undefined) throw new LayoutError(said.fault);
}

if (import.meta.main) {
  const [root = '', folder = ''] = process.argv.slice(2);
  const say = (said: Said) => process.send?.(said, () => process.exit());
  compileLayouts({ root, folder }).then(
    () => say({}),
    (error: unknown) => say({ fault: error instanceof Error ? error.message : String(error) }),
  );
}
