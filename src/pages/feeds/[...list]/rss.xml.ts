import type { APIRoute, GetStaticPaths } from 'astro';
import { desk } from '#desk.ts';
import { feedFacts } from '#edition/feeds.ts';
import { feedView } from '#edition/views/feed.ts';
import { rss } from '#feeds/rss.ts';
import { loadBody } from '#store/content.ts';

/** `/feeds/<list>/rss.xml`; the feed of everything has no list. */
const listOf = (address: string) => /^\/feeds\/(?:(.+)\/)?rss\.xml$/.exec(address)?.[1];

export const getStaticPaths = (async () => {
  const edition = await desk();
  return edition.languages.flatMap(({ language }) =>
    feedFacts(edition, language).map(({ address }) => ({
      params: { list: listOf(address) },
      props: { language, address },
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ language: string; address: string }> = async ({ props }) => {
  const edition = await desk();
  const facts = feedFacts(edition, props.language).find(({ address }) => address === props.address);
  if (facts === undefined) throw new Error(`There is no feed at ${props.address}.`);
  return new Response(rss(await feedView(edition, facts, loadBody)), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
};
