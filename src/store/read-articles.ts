/** Reads the stories: `articles/<language>/<yyyy>/<mm>/<slug>.md`. */
import { articleAddress, articleSlugFault, redirectFile, slugFault, toSlug } from '../addresses.ts';
import type { ArticlePlace } from '../addresses.ts';
import { suggest } from '../problems.ts';
import type { Article } from '../schema/article.ts';
import { isDayAlone, isoWithOffset, parseMoment } from '../time.ts';
import { typographic } from '../typography.ts';
import type { Instant } from '../time.ts';
import { resolveFile } from './folder.ts';
import { fault, placeOf, readMoment, usePicture, warn } from './reader.ts';
import type { Made, Reading, ReadingRules } from './reader.ts';
import { namesOfPicture, pictureWords, readTextFile, textFacts } from './read-text.ts';
import type { TextFile } from './read-text.ts';
import { isAddressOf } from './references.ts';
import { schemas } from './schemas.ts';
import type { PictureWords } from './shelf.ts';
import type { ArticleFacts, ArticleRow, PictureUse } from './rows.ts';

/** The place that a story's path names; faults of the path are reported. */
function readPlace(reading: Reading, file: string) {
  const parts = file.split('/');
  const [, language = '', year = '', month = '', name = ''] = parts;
  const slug = name.replace(/\.md$/i, '').normalize('NFC');
  const place = { file, line: 1, field: 'path', value: file };
  if (parts.length !== 5 || !/^\d{4}$/.test(year) || !/^(0[1-9]|1[0-2])$/.test(month)) {
    fault(
      reading,
      place,
      'is not where a story can be',
      'move it to articles/<language>/<yyyy>/<mm>/<slug>.md',
    );
    return undefined;
  }
  if (!reading.rules.languages.includes(language)) {
    fault(
      reading,
      { ...place, value: language },
      'is in the folder of a language that the publication does not have',
      suggest(language, reading.rules.languages),
    );
    return undefined;
  }
  const wrong = articleSlugFault(slug);
  if (wrong !== undefined) {
    const better = toSlug(slug);
    fault(
      reading,
      { ...place, value: slug },
      `has a name that cannot be an address: it ${wrong}`,
      better === '' || articleSlugFault(better) !== undefined
        ? 'rename the file'
        : `rename the file to ${better}.md`,
    );
    return undefined;
  }
  if (!name.endsWith('.md')) {
    const mend = `rename the file to ${slug}.md`;
    fault(reading, { ...place, value: name }, 'has an ending in capital letters', mend);
    return undefined;
  }
  return { language, year, month, slug };
}

/** What stands for a required field that is faulty, so that the rest of the story can be checked. */
const STAND_INS = { headline: '—', published: '2000-01-01', section: 'none' };

/** The text of a story's file; undefined where its front matter leaves nothing to go on with. */
export function readStoryText(
  reading: Pick<Reading, 'folder' | 'problems'>,
  file: string,
  language: string,
): TextFile<Article> | undefined {
  const languageOf = (data: Article | undefined) => data?.language ?? language;
  return readTextFile(reading, file, schemas.articles, languageOf, STAND_INS);
}

/**
 * Reads one story; undefined when nothing can be made of it. What is wrong is reported; a story
 * whose text has `faulty` fields is fit for checks only.
 */
export async function readArticle(
  reading: Reading,
  file: string,
): Promise<Made<ArticleRow> | undefined> {
  const place = readPlace(reading, file);
  const language = place?.language ?? reading.rules.defaultLanguage;
  const written = readStoryText(reading, file, language);
  if (written === undefined || place === undefined) return undefined;
  const text = { ...written, data: typeset(written.data, written.language) };
  const { data, source, faulty } = text;
  const sound = (...fields: (keyof Article)[]) => !fields.some((field) => faulty.has(field));
  const at = (...path: (string | number)[]) => placeOf(file, source, path);

  const published = sound('published')
    ? readMoment(reading, data.published, at('published'))
    : undefined;
  const updated = readUpdated(reading, data, published, at);
  if (data.authors === undefined && data.byline === undefined && sound('authors', 'byline')) {
    fault(
      reading,
      { ...at(), field: 'authors' },
      'is missing',
      'add `authors: […]`, or `byline: Staff` for an unsigned piece',
    );
  }
  data.authors?.forEach((author, index, authors) => {
    if (authors.indexOf(author) === index) return;
    fault(
      reading,
      { ...at('authors', index), value: author },
      'stands there twice',
      'keep one of the two',
    );
  });
  if (sound('kind', 'live', 'sponsor', 'review')) checkKind(reading, data, at);
  checkTopics(reading, data, at);
  checkRedirects(reading, data, at);
  checkSource(reading, data, place, at);

  const strict = isStrict(reading.rules, published);
  const words = { ...leadWords(data), ...data.pictures };
  // Of words that could not be read nobody can say that they are missing.
  const shown = sound('lead', 'pictures')
    ? text
    : { ...text, body: { ...text.body, pictures: [] } };
  const lead = sound('pictures') ? await leadPicture(reading, file, text, at, strict) : undefined;
  const facts: ArticleFacts = {
    ...(await textFacts(reading, file, shown, words, strict)),
    ...place,
    pictureUpdates: pictureUpdates(text),
    file,
    identity: data.id ?? `${place.language}/${place.year}/${place.month}/${place.slug}`,
    published: published ?? 0,
    updated,
    corrections: readCorrections(reading, text, published, at),
    live: readLive(reading, data, at),
    updates: readUpdates(reading, file, text),
    topics: readTopics(data),
    lead,
    socialImage: sound('pictures') ? await socialPicture(reading, file, text, lead, at) : undefined,
  };
  if (sound('lead', 'pictures', 'social')) {
    checkDescribed(reading, file, data, Object.keys(facts.pictures), at);
  }
  for (const correction of text.body.corrections) {
    if (correction.n > (data.corrections ?? []).length && sound('corrections')) {
      fault(
        reading,
        { file, line: correction.line, field: 'n', value: String(correction.n) },
        `names a correction that does not exist: the front matter has ${(data.corrections ?? []).length}`,
        'add it to `corrections`, counting from 1',
      );
    }
  }
  const path = `${place.language}/${place.year}/${place.month}/${place.slug}`;
  return { row: { path, data, facts }, whole: faulty.size === 0 };
}

/** Words about pictures that are nowhere; `inText` are those of the text, as they are written. */
function checkDescribed(
  reading: Reading,
  file: string,
  { pictures = {}, lead, social }: Article,
  inText: readonly string[],
  at: At,
): void {
  const described = Object.keys(pictures);
  if (described.length === 0) return;
  const shown = [...inText, lead?.image ?? [], social?.image ?? []]
    .flat()
    .flatMap((picture) => namesOfPicture(picture, resolveFile(reading.folder, file, picture)));
  for (const name of described) {
    if (shown.some((one) => one === name || one.endsWith(`/${name}`))) continue;
    const message = 'describes a picture that the story does not show';
    warn(reading, at('pictures', name), message, 'remove it');
  }
}

/** Whether missing `alt` and `credit` are errors in a story of that moment. */
function isStrict(rules: ReadingRules, published: Instant | undefined): boolean {
  const { strictFrom, timeZone } = rules;
  if (strictFrom === undefined) return true;
  // A story of no known moment gets the milder judgement; its date is reported already.
  if (published === undefined) return false;
  const from = parseMoment(strictFrom, timeZone);
  return typeof from !== 'number' || published >= from;
}

/** The words of a story with the quotes, dashes and apostrophes of its language. */
function typeset(data: Article, language: string): Article {
  const set = <Text extends string | undefined>(text: Text) =>
    (text === undefined ? text : typographic(text, language)) as Text;
  return {
    ...data,
    headline: set(data.headline),
    seoHeadline: set(data.seoHeadline),
    shortHeadline: set(data.shortHeadline),
    kicker: set(data.kicker),
    standfirst: set(data.standfirst),
    description: set(data.description),
    byline: set(data.byline),
    lead: data.lead && {
      ...data.lead,
      // What is not said here may be said in a sidecar.
      ...(data.lead.alt === undefined ? {} : { alt: set(data.lead.alt) }),
      ...(data.lead.caption === undefined ? {} : { caption: set(data.lead.caption) }),
    },
    corrections: data.corrections?.map((one) => ({ ...one, text: set(one.text) })),
    social: data.social && {
      ...data.social,
      headline: set(data.social.headline),
      description: set(data.social.description),
      alt: set(data.social.alt),
    },
  };
}

type At = (...path: (string | number)[]) => ReturnType<typeof placeOf>;

function checkKind(reading: Reading, data: Article, at: At): void {
  const owners = { live: 'live', sponsor: 'sponsored', review: 'review' } as const;
  for (const field of ['live', 'sponsor', 'review'] as const) {
    const kind = owners[field];
    if (data.kind === kind && data[field] === undefined) {
      fault(reading, at('kind'), `needs the field \`${field}\``, `add \`${field}:\``);
    } else if (data.kind !== kind && data[field] !== undefined) {
      fault(
        reading,
        at(field),
        `belongs to stories of kind \`${kind}\`, and this one is \`${data.kind}\``,
        `write \`kind: ${kind}\`, or remove the field`,
      );
    }
  }
}

/** The slugs of names of topics that were seen lately, and what is wrong with them. */
const topicSlugs = new Map<string, { slug: string; wrong: string | undefined }>();

function topicSlug(written: string) {
  let known = topicSlugs.get(written);
  if (known === undefined) {
    if (topicSlugs.size >= 10_000) topicSlugs.clear();
    const slug = toSlug(written);
    topicSlugs.set(written, (known = { slug, wrong: slugFault(slug) }));
  }
  return known;
}

/** Topics that come to nothing. */
function checkTopics(reading: Reading, data: Article, at: At): void {
  data.topics?.forEach((written, index) => {
    const { slug, wrong } = topicSlug(written);
    if (slug === '') {
      fault(reading, at('topics', index), 'has no letter or digit', 'name the topic with words');
      return;
    }
    if (wrong === undefined) return;
    const message = `cannot be an address: it ${wrong}`;
    fault(reading, at('topics', index), message, 'add a word to its name');
  });
}

/** Older addresses that no host could answer. */
function checkRedirects(reading: Reading, data: Article, at: At): void {
  data.redirectFrom?.forEach((from, index) => {
    const file = redirectFile(from);
    if (typeof file === 'string') return;
    fault(reading, { ...at('redirectFrom', index), value: from }, file.fault, file.mend);
  });
}

/**
 * A text whose source is its own page: search would look for the original elsewhere, and no sitemap
 * would have it.
 */
function checkSource(reading: Reading, data: Article, place: ArticlePlace, at: At): void {
  if (data.source === undefined) return;
  const own = articleAddress(place, { ...reading.rules, permalinks: 'file' });
  if (!isAddressOf(data.source.url, own, reading.rules)) return;
  const message = 'is the address of this very story';
  fault(reading, at('source', 'url'), message, 'remove `source`, or name who published it first');
}

async function leadPicture(
  reading: Reading,
  file: string,
  { data, language }: TextFile<Article>,
  at: At,
  strict: boolean,
): Promise<PictureUse | undefined> {
  if (data.lead === undefined) return undefined;
  const said = pictureWords(reading, file, data.lead.image, data.pictures ?? {}, language);
  return usePicture(
    reading,
    data.lead.image,
    { ...said, ...data.lead },
    at('lead', 'image'),
    strict,
  );
}

/** What is said of the lead picture holds where the text shows it again; but for its caption. */
function leadWords(data: Article): Record<string, PictureWords> {
  if (data.lead === undefined) return {};
  const words: PictureWords = { ...data.lead };
  delete words.caption;
  return { [data.lead.image]: words };
}

async function socialPicture(
  reading: Reading,
  file: string,
  { data, language }: TextFile<Article>,
  lead: PictureUse | undefined,
  at: At,
): Promise<PictureUse | undefined> {
  if (data.social?.image === undefined) return undefined;
  const said = pictureWords(reading, file, data.social.image, data.pictures ?? {}, language);
  return usePicture(
    reading,
    data.social.image,
    { ...said, credit: said.credit ?? lead?.credit ?? '—', alt: data.social.alt ?? said.alt },
    at('social', 'image'),
    true,
  );
}

/** Whether a moment as it is written is before another. A day alone may be the same day. */
function isBefore(
  written: string,
  moment: Instant,
  other: Instant,
  { timeZone }: Reading['rules'],
): boolean {
  if (!isDayAlone(written)) return moment < other;
  return written < isoWithOffset(other, timeZone).slice(0, written.length);
}

/** When a story was updated; on the day of its publication that is no earlier. */
function readUpdated(
  reading: Reading,
  { updated: written }: Article,
  published: Instant | undefined,
  at: At,
): Instant | undefined {
  if (written === undefined) return undefined;
  const place = at('updated');
  const updated = readMoment(reading, written, place);
  if (updated === undefined || published === undefined || updated >= published) return updated;
  if (isBefore(written, updated, published, reading.rules)) {
    fault(reading, place, 'is before `published`', 'set it to a later moment, or remove it');
  } else {
    warn(
      reading,
      place,
      'is the day of `published` without a time, so the page does not show it',
      'add the time, as in 2025-02-03T16:30, or remove it',
    );
  }
  return published;
}

function readCorrections(
  reading: Reading,
  text: TextFile<Article>,
  published: Instant | undefined,
  at: At,
): ArticleFacts['corrections'] {
  const placed = new Set(text.body.corrections.map(({ n }) => n));
  return (text.data.corrections ?? []).flatMap((correction, index) => {
    const place = at('corrections', index, 'date');
    const date = readMoment(reading, correction.date, place);
    if (date === undefined) return [];
    if (published !== undefined && isBefore(correction.date, date, published, reading.rules)) {
      fault(reading, place, 'is before `published`', 'set the day on which it was corrected');
    }
    return [
      {
        date: Math.max(date, published ?? date),
        text: correction.text,
        kind: correction.kind,
        placed: placed.has(index + 1),
      },
    ];
  });
}

function readLive(reading: Reading, data: Article, at: At): ArticleFacts['live'] {
  if (data.live === undefined) return undefined;
  const start = readMoment(reading, data.live.start, at('live', 'start'));
  const end =
    data.live.end === undefined ? undefined : readMoment(reading, data.live.end, at('live', 'end'));
  if (start === undefined) return undefined;
  if (end !== undefined && end < start) {
    fault(reading, at('live', 'end'), 'is before `live.start`', 'set it to a later moment');
  }
  return { start, end };
}

function readUpdates(
  reading: Reading,
  file: string,
  text: TextFile<Article>,
): ArticleFacts['updates'] {
  const seen = new Map<string, number>();
  const updates = text.body.updates.flatMap((update) => {
    const place = { file, line: update.line, field: 'id', value: update.id };
    const before = seen.get(update.id);
    if (before !== undefined) {
      fault(reading, place, `is the id of the update at line ${before} too`, 'give each its own');
    }
    seen.set(update.id, update.line);
    const time = readMoment(reading, update.time, { ...place, field: 'time', value: update.time });
    if (time === undefined) return [];
    return [{ id: update.id, time, author: update.author, headline: update.headline }];
  });
  const first = text.body.updates[0];
  if (first !== undefined && text.data.kind !== 'live' && !text.faulty.has('kind')) {
    const { line } = first;
    fault(
      reading,
      { file, line, field: 'update' },
      'belongs to stories of kind `live`',
      'write `kind: live`, or plain paragraphs',
    );
  }
  for (const [index, pinned] of (text.data.live?.pinned ?? []).entries()) {
    if (!seen.has(pinned)) {
      fault(
        reading,
        { ...placeOf(file, text.source, ['live', 'pinned', index]), value: pinned },
        'names an update that does not exist',
        suggest(pinned, seen.keys()),
      );
    }
  }
  return updates;
}

function pictureUpdates(text: TextFile<Article>): ArticleFacts['pictureUpdates'] {
  const updates = new Map<string, (string | null)[]>();
  for (const { src, update = null } of text.body.pictures) {
    const known = updates.get(src);
    if (known === undefined) updates.set(src, [update]);
    else known.push(update);
  }
  return Object.fromEntries(updates);
}

function readTopics(data: Article): ArticleFacts['topics'] {
  const found = new Map<string, { slug: string; name: string }>();
  for (const written of data.topics ?? []) {
    const { slug } = topicSlug(written);
    if (slug !== '' && !found.has(slug)) found.set(slug, { slug, name: written.normalize('NFC') });
  }
  return [...found.values()];
}
