/** A feed as data: what every format of it says. */
import { articleAddress, frontAddress, listAddress } from '../../addresses.ts';
import type { PictureView } from '../../pictures/picture.ts';
import type { ParsedBody } from '../../store/body/body.ts';
import type { ArticleRow } from '../../store/rows.ts';
import type { Instant } from '../../time.ts';
import { feedHtml } from '../body.ts';
import { authorNames } from '../byline.ts';
import { modifiedAt } from '../edition.ts';
import type { Edition } from '../edition.ts';
import type { FeedFacts } from '../feeds.ts';
import { assetUrl, pageUrl, paperText, sectionName, topicName, wordsFor } from '../paper.ts';
import { pictureView } from '../pictures.ts';
import { articleDescription } from './article.ts';

/** One story in a feed. All addresses are absolute. */
export interface FeedItem {
  /** Permanent: `tag:<publication id>:<article id>`; never changes with an edit or a move. */
  id: string;
  url: string;
  title: string;
  /** Plain text. */
  description: string | undefined;
  /** The whole text as HTML, with absolute addresses. */
  html: string;
  published: Instant;
  modified: Instant;
  language: string;
  authors: string[];
  /** Section first, then topics. */
  categories: string[];
  picture: { url: string; view: PictureView } | undefined;
}

/** A feed. */
export interface FeedView {
  /** Absolute address of the feed itself. */
  self: string;
  /** The page that it is the feed of. */
  home: string;
  title: string;
  description: string;
  language: string;
  /** Of the newest item, or undefined in an empty feed. */
  changed: Instant | undefined;
  hub: string | undefined;
  copyright: string | undefined;
  items: FeedItem[];
}

/** The feed of a list, newest first, as long as `feeds.items` says. */
export async function feedView(
  edition: Edition,
  facts: FeedFacts,
  loadBody: (facts: ArticleRow['facts']) => Promise<ParsedBody>,
): Promise<FeedView> {
  const { publication, rules } = edition;
  const { language, section } = facts;
  const words = wordsFor(edition, language);
  const home =
    section === undefined
      ? frontAddress(language, rules)
      : listAddress({ kind: 'section', id: section }, language, rules);
  const about =
    section === undefined
      ? publication.description
      : (edition.sections.get(section)?.data.description ?? publication.description);
  const rows = facts.stories.filter((row) => !row.data.noindex).slice(0, publication.feeds.items);
  const items = await Promise.all(
    rows.map(async (row) => feedItem(edition, row, await loadBody(row.facts))),
  );
  return {
    self: assetUrl(edition, facts.address),
    home: pageUrl(edition, home),
    title: facts.title(words),
    description: paperText(edition, about, language) ?? '',
    language,
    changed: items.length === 0 ? undefined : Math.max(...items.map((item) => item.modified)),
    hub: publication.feeds.hub,
    copyright: publication.licence,
    items,
  };
}

function feedItem(edition: Edition, row: ArticleRow, body: ParsedBody): FeedItem {
  const { data, facts } = row;
  const { language } = facts;
  const picture = pictureView(edition, facts.lead);
  return {
    id: `tag:${edition.publication.id}:${facts.identity}`,
    url: pageUrl(edition, articleAddress(facts, edition.rules)),
    title: data.headline,
    description: articleDescription(row),
    html: feedHtml(edition, row, body),
    published: facts.published,
    modified: modifiedAt(row, edition),
    language: data.language ?? language,
    authors: authorNames(edition, row),
    categories: [
      sectionName(edition, data.section, language),
      ...facts.topics.map((topic) => topicName(edition, topic, language)),
    ],
    picture:
      picture === undefined
        ? undefined
        : {
            url: assetUrl(edition, picture.fallback.address),
            view: picture,
          },
  };
}
