/** What the development server does besides showing pages: it shows what is wrong with the content. */
import type { Plugin } from 'vite';
import { formatProblems } from '../problems.ts';
import type { Problem } from '../problems.ts';
import { onProblems, shownProblems } from '../store/shown-problems.ts';

/** Lays the mistakes of the content over every page, until they are mended. */
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
    },
  };
}
