import type { APIRoute, GetStaticPaths } from 'astro';
import { desk } from '#desk.ts';
import { sitemapFacts } from '#edition/sitemaps.ts';
import { sitemap } from '#sitemaps/sitemap.ts';

export const getStaticPaths = (async () =>
  sitemapFacts(await desk()).map(({ name }) => ({
    params: { sitemap: name },
    props: { name },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ name: string }> = async ({ props }) => {
  const facts = sitemapFacts(await desk()).find(({ name }) => name === props.name);
  if (facts === undefined) throw new Error(`There is no sitemap ${props.name}.`);
  return new Response(await sitemap(facts), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
};
