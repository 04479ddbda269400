import type { APIRoute, GetStaticPaths } from 'astro';
import { HOST_FILES } from '#metadata/host-files.ts';

/** Files that speak to the host: their names cannot be file names of routes. */
export const getStaticPaths = (() =>
  Object.keys(HOST_FILES).map((host) => ({ params: { host } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) =>
  new Response(HOST_FILES[params['host'] ?? ''] ?? '', {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
