import type { APIRoute } from 'astro';
import { desk } from '#desk.ts';
import { robotsTxt } from '#metadata/robots.ts';

export const GET: APIRoute = async () => {
  const { content, publication } = await desk();
  return new Response(robotsTxt(content.publication.origin, publication.robots.ai), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
};
