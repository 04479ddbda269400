/** Lets the development server answer the addresses of the edition, which name files. */
import type { Plugin } from 'vite';

/** `/world/index.html` → `/world/`, `/2025/02/slug.html` → `/2025/02/slug`. */
export function serveFileAddresses(): Plugin {
  return {
    name: 'broadsheet-file-addresses',
    apply: 'serve',
    configureServer(server) {
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
