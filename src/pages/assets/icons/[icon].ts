import type { APIRoute, GetStaticPaths } from 'astro';
import { desk } from '#desk.ts';
import { iconJobs } from '#edition/icons.ts';
import type { IconJob } from '#edition/icons.ts';
import { encodeIcon } from '#pictures/encode.ts';
import { cached } from '#press/cache.ts';
import { loadFile } from '#store/content.ts';

const FOLDER = '/assets/icons/';

export const getStaticPaths = (async () =>
  iconJobs(await desk()).map((job) => ({
    params: { icon: job.address.slice(FOLDER.length) },
    props: { job },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ job: IconJob }> = async ({ props: { job } }) => {
  const name = `pictures/${job.address.slice(FOLDER.length)}`;
  const bytes = await cached(name, async () => encodeIcon(job.size, await loadFile(job.file)));
  return new Response(Buffer.from(bytes), { headers: { 'content-type': 'image/png' } });
};
