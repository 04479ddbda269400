/** The pictures that an edition publishes, and none beside them. */
import { planCrops } from '../pictures/crops.ts';
import type { CropView } from '../pictures/crops.ts';
import { planPicture } from '../pictures/plan.ts';
import type { PictureJob, PictureRole } from '../pictures/plan.ts';
import type { PictureView } from '../pictures/picture.ts';
import type { Publication } from '../schema/publication.ts';
import type { PictureUse } from '../store/rows.ts';
import type { PicturePrint } from './print.ts';

/** What decides how pictures are encoded. */
interface Encoding {
  publication: Pick<Publication, 'pictures'>;
  picturesVersion: string;
}

/** A picture as pages show it. */
export function pictureView(
  paper: Encoding,
  use: PictureUse | undefined,
  role: PictureRole = 'picture',
): PictureView | undefined {
  return planned(paper, use, role)?.view;
}

/** The files to make where a picture is shown. */
export function pictureJobs(
  paper: Encoding,
  use: PictureUse | undefined,
  role: PictureRole = 'picture',
): PictureJob[] {
  return planned(paper, use, role)?.jobs ?? [];
}

/** A picture in the shapes of search. */
export function cropViews(paper: Encoding, use: PictureUse | undefined): CropView[] {
  return use === undefined ? [] : planCrops(use, paper.picturesVersion).views;
}

/** The files of those shapes. */
export function cropJobs(paper: Encoding, use: PictureUse | undefined): PictureJob[] {
  return use === undefined ? [] : planCrops(use, paper.picturesVersion).jobs;
}

/** The file of a picture. */
export function picturePrint(job: PictureJob): PicturePrint {
  return { address: job.address, kind: 'picture', kept: keptPicture(job), job };
}

/** The name of a published picture says all that decides its bytes. */
export function keptPicture({ address }: { address: string }): string {
  return `pictures/${address.slice(address.lastIndexOf('/') + 1)}`;
}

/**
 * The file by which a shared link shows a picture: its wide shape, where it is large enough, else its
 * JPEG; undefined where that is smaller than a preview is shown.
 */
export function sharedJob(paper: Encoding, use: PictureUse | undefined): SharedFile | undefined {
  const [crop] = use === undefined ? [] : planCrops(use, paper.picturesVersion).jobs;
  const [job] = crop === undefined ? fallbackJob(paper, use) : [crop];
  if (use === undefined || job === undefined) return undefined;
  const { height, width } = job.crop ?? job;
  return width < SMALLEST_SHARED ? undefined : { job, width, height, alt: use.alt };
}

/** Narrower pictures are not shown large by those who show links. */
const SMALLEST_SHARED = 300;

/** A picture of shared links; sizes in pixels. */
export interface SharedFile {
  job: PictureJob;
  width: number;
  height: number;
  alt: string;
}

/** The file to make where a picture is only named: in heads and structured data. */
export function fallbackJob(paper: Encoding, use: PictureUse | undefined): PictureJob[] {
  const plan = planned(paper, use, 'picture');
  return plan?.jobs.filter(({ address }) => address === plan.view.fallback.address) ?? [];
}

function planned(paper: Encoding, use: PictureUse | undefined, role: PictureRole) {
  if (use === undefined) return undefined;
  const { publication, picturesVersion } = paper;
  return planPicture(use, role, { avif: publication.pictures.avif, version: picturesVersion });
}
