import type { APIRoute, GetStaticPaths } from 'astro';
import { desk } from '#desk.ts';
import { markJobs } from '#edition/icons.ts';
import type { MarkJob } from '#edition/icons.ts';
import { encodeMark } from '#pictures/encode.ts';
import { cached } from '#press/cache.ts';
import { loadFile } from '#store/content.ts';

const FOLDER = '/assets/icons/';

export const getStaticPaths = (async () =>
  markJobs(await desk()).map((job) => ({
    params: { icon: job.address.slice(FOLDER.length) },
    props: { job },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ job: MarkJob }> = async ({ props: { job } }) => {
  const name = `pictures/${job.address.slice(FOLDER.length)}`;
  const bytes = await cached(name, async () => encodeMark(job, await loadFile(job.file)));
  return new Response(Buffer.from(bytes), { headers: { 'content-type': 'image/png' } });
};
