import type { APIRoute, GetStaticPaths } from 'astro';
import { drawCard } from '#cards/draw.ts';
import { desk } from '#desk.ts';
import { cardJobs } from '#edition/card-jobs.ts';
import type { CardJob } from '#edition/cards.ts';
import { cached } from '#press/cache.ts';
import { loadFile } from '#store/content.ts';

const FOLDER = '/cards/';

export const getStaticPaths = (async () =>
  cardJobs(await desk()).map((job) => ({
    params: { card: job.address.slice(FOLDER.length) },
    props: { job },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ job: CardJob }> = async ({ props: { job } }) => {
  const type = job.picture === undefined ? 'image/png' : 'image/jpeg';
  const ending = job.address.slice(job.address.lastIndexOf('.'));
  const bytes = await cached(`cards/${job.digest}${ending}`, async () => {
    const picture = job.picture === undefined ? undefined : await loadFile(job.picture);
    return (await drawCard(job.view, picture)).bytes;
  });
  return new Response(Buffer.from(bytes), { headers: { 'content-type': type } });
};
