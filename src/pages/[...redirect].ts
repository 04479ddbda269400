import type { APIRoute, GetStaticPaths } from 'astro';
import { desk } from '#desk.ts';
import { redirects, redirectView } from '#edition/views/pages.ts';
import type { Redirect } from '#edition/views/pages.ts';
import { redirectPage } from '#layouts/redirect-page.ts';

export const getStaticPaths = (async () =>
  redirects(await desk()).map((redirect) => ({
    params: { redirect: redirect.file.slice(1) },
    props: { redirect },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ redirect: Redirect }> = async ({ props }) =>
  new Response(redirectPage(redirectView(await desk(), props.redirect)), {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
