/** The bytes of every file that is no page: what its print says, by the printer of its kind. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CardPicture } from '../cards/card.ts';
import { drawCard } from '../cards/draw.ts';
import type { CardJob } from '../edition/cards.ts';
import type { FeedPart, PicturePrint, Print } from '../edition/print.ts';
import type { FeedItem } from '../feeds/feed.ts';
import { opml } from '../feeds/opml.ts';
import { cutInWords, printFeed, withItems } from '../feeds/print.ts';
import { feedStyle } from '../feeds/style.ts';
import { redirectPage } from '../layouts/redirect-page.ts';
import { encodeMark, encodePicture, refuseUnprintable } from '../pictures/encode.ts';
import { sitemap } from '../sitemaps/sitemap.ts';
import { loadFile } from '../store/texts.ts';
import { cached } from './engine/cache.ts';

/** The stylesheet of feeds, without the words of a paper. */
const FEED_STYLE = path.join(import.meta.dirname, '../feeds/feed.css');

/** What has no layout. */
export type PlainPrint = Exclude<Print, { kind: 'page' }>;

/**
 * The file of a print; a redirect gives its HTML. `warn` takes what the desk should know of it. Throws
 * what its printer throws.
 */
export async function bytesOf(
  print: PlainPrint,
  warn: (text: string) => void = () => undefined,
): Promise<Uint8Array | string> {
  switch (print.kind) {
    case 'card': {
      const { job } = print;
      return cached(print.kept, () => cardBytes(job));
    }
    case 'picture':
      return pictureBytes(print);
    case 'icon':
      return cached(print.kept, async () => {
        const { file, digest } = print.job;
        const source = await loadFile(file, digest);
        return naming([{ file, source }], () => encodeMark(print.job, source));
      });
    case 'feed':
      switch (print.format) {
        case 'opml':
          return opml(print.view);
        case 'css':
          return feedStyle(await readFile(FEED_STYLE, 'utf8'), print.words, print.house);
        default: {
          const { format, parts, view } = print;
          const items = await feedItems(parts);
          const printed = printFeed(withItems(view, items), format);
          const cut = cutInWords(printed, parts.length);
          if (cut !== undefined) warn(cut);
          return printed.text;
        }
      }
    case 'sitemap':
      return sitemap(print.view);
    case 'redirect':
      return redirectPage(print.view);
    case 'file':
      return print.encoding === 'base64' ? Buffer.from(print.text, 'base64') : print.text;
  }
}

function pictureBytes({ job, kept }: PicturePrint): Promise<Uint8Array> {
  return cached(kept, async () => encodePicture(job, await loadFile(job.file, job.digest)));
}

/** Pictures that are asked for at a time: where none is kept, each is read and decoded whole. */
const AT_A_TIME = 2;

async function feedItems(parts: readonly FeedPart[]): Promise<FeedItem[]> {
  const items: FeedItem[] = [];
  for (let at = 0; at < parts.length; at += AT_A_TIME) {
    items.push(...(await Promise.all(parts.slice(at, at + AT_A_TIME).map(feedItem))));
  }
  return items;
}

/** A story in a feed, with the length of its picture. */
async function feedItem({ picture, ...item }: FeedPart): Promise<FeedItem> {
  if (picture === undefined) return { ...item, picture };
  const { print, ...shown } = picture;
  return { ...item, picture: { ...shown, bytes: await lengthOf(print) } };
}

/** The lengths of pictures by the names they are kept under: a story stands in a dozen feeds. */
const lengths = new Map<string, number>();

async function lengthOf(picture: PicturePrint): Promise<number> {
  const known = lengths.get(picture.kept);
  if (known !== undefined) return known;
  const { length } = await pictureBytes(picture);
  lengths.set(picture.kept, length);
  return length;
}

async function cardBytes({ picture, portrait, view }: CardJob): Promise<Uint8Array> {
  const load = async (file: string | undefined, shown: CardPicture | undefined) =>
    file === undefined || shown === undefined
      ? undefined
      : { file, source: await loadFile(file, shown.digest) };
  const behind = await load(picture, view.picture);
  const face = await load(portrait, view.portrait);
  const sources = [behind, face].flatMap((one) => one ?? []);
  const card = await naming(sources, () => drawCard(view, behind?.source, face?.source));
  return card.bytes;
}

/** Draws from pictures; where that fails for one that cannot be decoded, the error names its file. */
async function naming<Drawn>(
  pictures: readonly { file: string; source: Uint8Array }[],
  draw: () => Promise<Drawn>,
): Promise<Drawn> {
  try {
    return await draw();
  } catch (error) {
    for (const { file, source } of pictures) await refuseUnprintable(file, source);
    throw error;
  }
}

/** A file of the compiled layouts, as it is. */
export function assetBytes(file: string): Promise<Uint8Array> {
  return readFile(file);
}
