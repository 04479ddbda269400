/** What a unit prints: files, each with all that its printer needs, as JSON. */
import type { FeedHead, FeedItem, FeedPicture } from '../feeds/feed.ts';
import type { FeedFormat } from '../feeds/formats.ts';
import type { OpmlView } from '../feeds/opml.ts';
import type { FeedWords } from '../feeds/style.ts';
import type { PictureJob } from '../pictures/plan.ts';
import type { SitemapView } from '../sitemaps/sitemap.ts';
import type { CardJob } from './cards.ts';
import type { MarkJob } from './marks.ts';
import type { PageKind, PageViews } from './page-kinds.ts';
import type { RedirectView } from './view.ts';

/** A page for its layout. */
export type PagePrint = {
  [Kind in PageKind]: { address: string; kind: 'page'; page: Kind; view: PageViews[Kind] };
}[PageKind];

/** A file of the edition; `address` is where it stands. */
export type Print =
  | PagePrint
  /** The page left at a former address. */
  | { address: string; kind: 'redirect'; view: RedirectView }
  /** A feed; its parts are its items, which stand in other feeds too. */
  | {
      address: string;
      kind: 'feed';
      format: FeedFormat;
      view: FeedHead;
      parts: readonly FeedPart[];
    }
  /** The list of all feeds. */
  | { address: string; kind: 'feed'; format: 'opml'; view: OpmlView }
  /** The stylesheet of all feeds. */
  | {
      address: string;
      kind: 'feed';
      format: 'css';
      words: readonly FeedWords[];
      house: string | undefined;
    }
  | { address: string; kind: 'sitemap'; view: SitemapView }
  | ({ kind: 'card'; job: CardJob } & Kept)
  | PicturePrint
  /** One of the paper's marks, whose transparency stays. */
  | ({ kind: 'icon'; job: MarkJob } & Kept)
  /** A short file, ready as it is; `type` is its media type. */
  | { address: string; kind: 'file'; type: string; encoding: 'utf8' | 'base64'; text: string };

/** A story in a feed. Its picture says how to make the file whose length the feed tells. */
export type FeedPart = Omit<FeedItem, 'picture'> & {
  picture: (Omit<FeedPicture, 'bytes'> & { print: PicturePrint }) | undefined;
};

export interface PicturePrint extends Kept {
  kind: 'picture';
  job: PictureJob;
}

/** What is dear to make is kept from run to run. */
interface Kept {
  address: string;
  /** A name that changes whenever the bytes would: `cards/3f….png`. */
  kept: string;
}
