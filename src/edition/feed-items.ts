/** The items of feeds. A story stands in the feeds of its section, topics and authors alike. */
import { storyFile } from './body.ts';
import type { FeedPart } from './print.ts';
import type { BodyOf } from './prints.ts';
import type { TextRef } from './ref.ts';
import type { Sheet } from './sheet.ts';
import { feedItem } from './views/feed.ts';

/** Most items that are kept for the next feed, per sheet: some 8 KB each. */
const MOST_KEPT = 3_000;

const kept = new WeakMap<Sheet, Map<string, Promise<FeedPart>>>();

/** The item of a story, made once for several feeds. Rejects where its text cannot be read. */
export function storyItem(sheet: Sheet, story: TextRef, bodyOf: BodyOf): Promise<FeedPart> {
  let items = kept.get(sheet);
  if (items === undefined) {
    items = new Map<string, Promise<FeedPart>>();
    kept.set(sheet, items);
  }
  const name = `${story.path} ${story.key}`;
  const item = items.get(name) ?? makeItem(sheet, story, bodyOf);
  // What was asked for last stands last; what was not asked for the longest time goes.
  items.delete(name);
  items.set(name, item);
  const [longest] = items.keys();
  if (items.size > MOST_KEPT && longest !== undefined) items.delete(longest);
  return item;
}

async function makeItem(sheet: Sheet, story: TextRef, bodyOf: BodyOf): Promise<FeedPart> {
  const row = sheet.story(story);
  const { links, contributors } = story;
  return feedItem(sheet, { row, links, contributors, body: await bodyOf(storyFile(row)) });
}
