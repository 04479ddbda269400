/** ImageObject, with what search says under a picture. */
import { compact } from './compact.ts';

/** A printed picture. */
export interface ImageFacts {
  /** Absolute. */
  url: string;
  width: number;
  height: number;
  caption: string | undefined;
  credit: string | undefined;
  /** A name or an address. */
  licence: string | undefined;
}

/**
 * ImageObject. Search takes the address of a picture from `url` for articles and from `contentUrl`
 * for credit and licence.
 *
 * @see https://developers.google.com/search/docs/appearance/structured-data/image-license-metadata
 */
export function imageObject({ url, width, height, caption, credit, licence }: ImageFacts): object {
  const license = licenceUrl(licence);
  return compact({
    '@type': 'ImageObject',
    url,
    contentUrl: url,
    width,
    height,
    caption,
    creditText: credit,
    license,
    copyrightNotice: license === undefined ? licence : undefined,
  });
}

const DEED = 'https://creativecommons.org';

/**
 * The address of a licence: as it is written, or that of the Creative Commons licence of this name
 * (`CC BY-SA 4.0`). Undefined for other names: `license` takes addresses alone.
 */
export function licenceUrl(licence: string | undefined): string | undefined {
  if (licence === undefined) return undefined;
  if (/^https?:\/\/\S+$/i.test(licence)) return licence;
  if (/^CC[ -]?0(?: 1\.0)?$/i.test(licence)) return `${DEED}/publicdomain/zero/1.0/`;
  const [, terms, version] =
    /^CC[ -](BY(?:-NC)?(?:-SA|-ND)?)[ -]([1-4]\.\d)$/i.exec(licence.trim()) ?? [];
  return terms === undefined || version === undefined
    ? undefined
    : `${DEED}/licenses/${terms.toLowerCase()}/${version}/`;
}
