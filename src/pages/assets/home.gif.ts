import type { APIRoute } from 'astro';

/** One transparent pixel, by which the page for what is not found knows the paper's home. */
const PIXEL = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

export const GET: APIRoute = () =>
  new Response(Buffer.from(PIXEL, 'base64'), { headers: { 'content-type': 'image/gif' } });
