/** Tells a WebSub hub which feeds changed, so that it tells their subscribers at once. */
import { fileUrl } from '../../addresses.ts';
import { isFeedAddress } from '../../feeds/formats.ts';
import type { ChangeList } from '../engine/changes.ts';
import { UsageError } from '../usage-error.ts';
import { faultOf, post } from './post.ts';
import type { PostOptions } from './post.ts';

/** Whom to tell what. */
export interface HubOrder {
  /** `feeds.hub` of `publication.yaml`. */
  hub: string | undefined;
  /** The address of the paper, without a slash at its end. */
  origin: string;
  changes: Pick<ChangeList, 'added' | 'changed'>;
  /** Only say what would be told. */
  dryRun?: boolean;
}

/** A feed that the hub was told of. */
export interface FeedPing {
  /** Absolute, as the feed itself says it (`rel="self"`). */
  url: string;
  /** Why the hub does not know of it. */
  fault: string | undefined;
}

/** What came of it. */
export interface HubPing {
  hub: string;
  dryRun: boolean;
  /** In the order of their addresses. */
  feeds: FeedPing[];
}

/** How many requests are under way at a time. */
const AT_A_TIME = 4;

/**
 * Sends one request for each feed that is new or changed. When the hub cannot be reached for one of
 * them, the others are not tried. Throws a UsageError where the paper names no hub.
 */
export async function pingHub(order: HubOrder, options: PostOptions = {}): Promise<HubPing> {
  const { changes, dryRun = false, hub, origin } = order;
  if (hub === undefined) {
    throw new UsageError(
      'websub: the paper has no hub. Write `feeds: { hub: https://… }` in content/publication.yaml.',
    );
  }
  const feeds = [...changes.added, ...changes.changed]
    .map(({ address }) => address)
    .filter(isFeedAddress)
    .sort()
    .map((address): FeedPing => ({ url: fileUrl(origin, address), fault: undefined }));
  if (dryRun) return { hub, dryRun, feeds };

  const waiting = [...feeds];
  let unreachable = false;
  const work = async () => {
    for (let feed = waiting.shift(); feed !== undefined; feed = waiting.shift()) {
      if (unreachable) {
        feed.fault = 'not tried, because the hub cannot be reached';
        continue;
      }
      const body = new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': feed.url });
      const type = 'application/x-www-form-urlencoded';
      const answer = await post(hub, type, body.toString(), options);
      unreachable ||= 'unreachable' in answer;
      feed.fault = faultOf(answer, 'the hub');
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return { hub, dryRun, feeds };
}

/** What came of it, for who asked. */
export function formatHubPing({ dryRun, feeds, hub }: HubPing): string {
  if (feeds.length === 0)
    return 'No feed changed in the last build: the hub has nothing to hear.\n';
  if (dryRun) {
    return `The hub at ${hub} would hear of:\n${feeds.map(({ url }) => `  ${url}\n`).join('')}`;
  }
  const failed = feeds.filter(({ fault }) => fault !== undefined);
  const told = `The hub at ${hub} has heard of ${feeds.length - failed.length} of ${feeds.length} changed feeds.\n`;
  return told + failed.map(({ fault, url }) => `  ${url}: ${fault ?? ''}\n`).join('');
}
