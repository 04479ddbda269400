import type { APIRoute } from 'astro';
import { desk } from '#desk.ts';
import { sitemapFacts } from '#edition/sitemaps.ts';
import { sitemapIndex } from '#sitemaps/sitemap.ts';

export const GET: APIRoute = async () =>
  new Response(await sitemapIndex(sitemapFacts(await desk())), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
