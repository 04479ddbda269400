/** The styles of the press, held to what a page can keep of them. */
import path from 'node:path';
import type { Plugin } from 'vite';
import { readCss, remoteAddresses } from '../../css-faults.ts';

/** The layer of a component's own styles. */
const LAYER = 'matter';

/**
 * Refuses stylesheets of `root` that are not whole, or that load from another host. The styles of a
 * component that names no layer are put into that of the matter: rules without a layer would win
 * over the paper's own `theme.css`.
 */
export function styles(root: string): Plugin {
  const source = `${path.join(root, 'src').split(path.sep).join('/')}/`;
  return {
    name: 'broadsheet-styles',
    transform: {
      order: 'pre',
      handler(code, id) {
        const [file = '', query = ''] = id.split('?', 2);
        const isComponents = /(?:^|&)type=style(?:&|$)/.test(query);
        if (
          !file.startsWith(source) ||
          !(isComponents || (file.endsWith('.css') && query === ''))
        ) {
          return;
        }
        const place = `src/${file.slice(source.length)}`;
        const where = (line: number) =>
          isComponents ? `${place} in line ${line} of its <style>` : `${place}:${line}`;
        const read = readCss(code);
        if ('fault' in read) {
          this.error(`${where(read.fault.line)} is no whole CSS: ${read.fault.message}`);
        }
        for (const { address, line } of remoteAddresses(read.sheet)) {
          this.error(
            `${where(line)} loads ${address} from elsewhere, which the policy of the pages refuses. ` +
              'Put the file into public/ and name it as /name.',
          );
        }
        if (!isComponents || /@layer\b/.test(code)) return;
        return { code: `@layer ${LAYER} {${code}}`, map: null };
      },
    },
  };
}
