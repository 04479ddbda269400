/** The development server: it answers the edition's addresses, and shows what is wrong. */
import type { Plugin } from 'vite';
import { formatProblems } from '../problems.ts';
import type { Problem } from '../problems.ts';
import { onProblems, shownProblems } from '../store/shown-problems.ts';

/**
 * Answers `/world/index.html` as `/world/` and `/2025/02/slug.html` as `/2025/02/slug`, and lays the
 * mistakes of the content over every page.
 */
export function developmentServer(): Plugin {
  return {
    name: 'broadsheet-development',
    apply: 'serve',
    configureServer(server) {
      const overlay = (errors: readonly Problem[]) => {
        if (errors.length === 0) return;
        const message = `What is wrong in the content:\n\n${formatProblems(errors)}`;
        server.ws.send({ type: 'error', err: { message, stack: '', plugin: 'content' } });
      };
      server.ws.on('connection', () => {
        overlay(shownProblems());
      });
      onProblems(overlay);
      server.middlewares.use((request, _response, next) => {
        const [pathname = '/', query] = (request.url ?? '/').split('?');
        const bare = pathname.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, '');
        if (bare !== pathname && !bare.startsWith('/@')) {
          request.url = query === undefined ? bare : `${bare}?${query}`;
        }
        next();
      });
    },
  };
}
