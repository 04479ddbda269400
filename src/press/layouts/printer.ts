/**
 * The entry of the compiled layouts: `compileLayouts` bundles it with them, `openLayouts` imports
 * it. It runs in no server: a page is asked of Astro's own app as a server would ask.
 */
import { App } from 'astro/app';
import { createApp } from 'astro/app/entrypoint';
import type { PageKind, PageViews } from '../../edition/page-kinds.ts';

/** Astro's app without its pages for errors: whoever prints hears of the error itself. */
class Printer extends App {
  protected override createErrorHandler(): ReturnType<App['createErrorHandler']> {
    return {
      renderError: (_request, { error, status }) => {
        throw error instanceof Error
          ? error
          : new Error(`Astro answered ${status}.`, { cause: error });
      },
    };
  }
}

const manifest = createApp().getManifest();

/** The scripts of layouts and components: those in files beside them, and those within. */
export const scripts: readonly string[] = [
  ...Object.values(
    import.meta.glob<string>('../../{components,layouts}/**/*.js', {
      query: '?raw',
      import: 'default',
      eager: true,
    }),
  ),
  ...manifest.inlinedScripts.values(),
];

/** The modules of the routes, loaded once: Astro imports a route's anew for every page. */
const pageMap: typeof manifest.pageMap = new Map();
for (const [component, load] of manifest.pageMap ?? []) {
  let loaded: ReturnType<typeof load> | undefined;
  pageMap.set(component, () => (loaded ??= load()));
}

// Streams are for readers who wait; a press wants the whole page.
const app = new Printer({ ...manifest, pageMap }, false);

/** The route of each kind that was printed. */
const routes = new Map<PageKind, NonNullable<ReturnType<App['match']>>>();

function routeOf(kind: PageKind, request: Request) {
  let route = routes.get(kind);
  if (route === undefined) {
    route = app.match(request);
    if (route === undefined) throw new RangeError(`src/pages/ has no route ${kind}.astro.`);
    routes.set(kind, route);
  }
  return route;
}

/** HTML of a page of this kind. */
export async function render<Kind extends PageKind>(
  kind: Kind,
  view: PageViews[Kind],
): Promise<string> {
  const request = new Request(`http://localhost/${kind}`);
  const routeData = routeOf(kind, request);
  const response = await app.render(request, { routeData, locals: { [kind]: view } });
  return await response.text();
}
