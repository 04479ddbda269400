/** The list of a paper's feeds that a reader takes in at once (OPML 2.0). */
import type { Instant } from '../time.ts';
import { rfc822 } from './dates.ts';
import { element, xmlDocument } from './xml.ts';
import type { XmlElement } from './xml.ts';

/** A feed in the list. One format is enough: a reader subscribes to everything that it finds. */
export interface OpmlFeed {
  title: string;
  description: string | undefined;
  language: string;
  /** The feed. */
  url: string;
  /** The page that it is the feed of. */
  home: string;
}

/** Feeds under a heading; readers make a folder of it. */
export interface OpmlGroup {
  title: string;
  entries: (OpmlFeed | OpmlGroup)[];
}

/** The list. */
export interface OpmlView {
  title: string;
  /** The paper's name. */
  owner: string;
  /** The newest change in any of the feeds, or undefined where all are empty. */
  changed: Instant | undefined;
  entries: (OpmlFeed | OpmlGroup)[];
}

/** The list as OPML 2.0; groups without feeds are left out. */
export function opml(view: OpmlView): string {
  const { changed, owner, title } = view;
  return xmlDocument(
    element('opml', { version: '2.0' }, [
      element('head', {}, [
        element('title', {}, title),
        ...(changed === undefined ? [] : [element('dateModified', {}, rfc822(changed))]),
        element('ownerName', {}, owner),
      ]),
      element('body', {}, view.entries.flatMap(outline)),
    ]),
  );
}

function outline(entry: OpmlFeed | OpmlGroup): XmlElement[] {
  if ('entries' in entry) {
    const children = entry.entries.flatMap(outline);
    return children.length === 0 ? [] : [element('outline', { text: entry.title }, children)];
  }
  const { description, home, language, title, url } = entry;
  return [
    element('outline', {
      type: 'rss',
      text: title,
      title,
      description,
      xmlUrl: url,
      htmlUrl: home,
      language,
    }),
  ];
}
