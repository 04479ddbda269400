import type { APIRoute, GetStaticPaths } from 'astro';
import { desk } from '#desk.ts';
import { pictureJobs } from '#edition/pictures.ts';
import { encodePicture } from '#pictures/encode.ts';
import type { PictureJob } from '#pictures/plan.ts';
import { cached } from '#press/cache.ts';
import { loadFile } from '#store/content.ts';

const FOLDER = '/assets/pictures/';

export const getStaticPaths = (async () =>
  [...pictureJobs(await desk()).values()].map((job) => ({
    params: { picture: job.address.slice(FOLDER.length) },
    props: { job },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ job: PictureJob }> = async ({ props: { job } }) => {
  const name = `pictures/${job.address.slice(FOLDER.length)}`;
  const bytes = await cached(name, async () => encodePicture(job, await loadFile(job.file)));
  return new Response(Buffer.from(bytes), { headers: { 'content-type': job.type } });
};
