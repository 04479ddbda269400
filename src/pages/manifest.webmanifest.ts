import type { APIRoute } from 'astro';
import { desk } from '#desk.ts';
import { manifestFacts } from '#edition/manifest.ts';
import { webManifest } from '#metadata/manifest.ts';

export const GET: APIRoute = async () =>
  new Response(webManifest(manifestFacts(await desk())), {
    headers: { 'content-type': 'application/manifest+json; charset=utf-8' },
  });
