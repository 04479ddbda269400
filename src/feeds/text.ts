/** The words of a story as feeds carry them. */
import type {
  FeedAuthor,
  FeedCorrection,
  FeedItem,
  FeedNote,
  FeedPicture,
  FeedReview,
} from './feed.ts';
import { legalText } from './xml.ts';

/** The headline; one that says nothing is replaced by what else names the story. */
export function titleOf(item: FeedItem): string {
  return [item.title, item.description ?? ''].find(isVisible) ?? item.url;
}

/** What the story is about, in a sentence or two. */
export function summaryOf(item: FeedItem): string {
  return isVisible(item.description ?? '') ? (item.description ?? '') : titleOf(item);
}

/** The authors whose names can be read. */
export function authorsOf(item: FeedItem): FeedAuthor[] {
  return item.authors.filter(({ name }) => isVisible(name));
}

/** Whether there is anything to read in a text that may hold characters which no feed can carry. */
export function isVisible(text: string): boolean {
  return /[^\p{White_Space}\p{Cf}\p{Cc}]/u.test(legalText(text));
}

/**
 * All that the story's page says, as HTML: standfirst, retraction, notes, lead picture, rating, text,
 * corrections.
 * Empty where there is nothing of all this.
 */
export function fullText(item: FeedItem): string {
  return [
    ...(item.standfirst === undefined ? [] : [`<p><b>${escapeHtml(item.standfirst)}</b></p>`]),
    ...(item.retraction === undefined ? [] : [correctionHtml(item.retraction)]),
    ...item.notesBefore.map(noteHtml),
    ...(item.picture === undefined ? [] : [pictureHtml(item.picture)]),
    ...(item.review === undefined ? [] : [reviewHtml(item.review)]),
    ...(item.html === '' ? [] : [item.html]),
    ...item.corrections.map(correctionHtml),
    ...item.notesAfter.map(noteHtml),
  ].join('\n');
}

function noteHtml({ label, more, name, paid, url }: FeedNote): string {
  const rel = paid === true ? ' rel="sponsored"' : '';
  const named =
    url === undefined
      ? escapeHtml(name)
      : `<a href="${escapeHtml(url)}"${rel}>${escapeHtml(name)}</a>`;
  const said = more === undefined ? '' : `. ${escapeHtml(more)}`;
  return `<p>${escapeHtml(label)} ${named}${said}</p>`;
}

function pictureHtml({ url, width, height, alt, caption, credit }: FeedPicture): string {
  const image = `<img src="${escapeHtml(url)}" width="${width}" height="${height}" alt="${escapeHtml(alt)}">`;
  const said = [caption, credit].flatMap((part) => (part === undefined ? [] : [escapeHtml(part)]));
  const line = said.length === 0 ? '' : `<figcaption>${said.join(' ')}</figcaption>`;
  return `<figure>${image}${line}</figure>`;
}

function reviewHtml({ label, of, rating }: FeedReview): string {
  const said = rating === undefined ? '' : ` · ${escapeHtml(rating)}`;
  return `<p>${escapeHtml(label)}: <cite>${escapeHtml(of)}</cite>${said}</p>`;
}

function correctionHtml({ label, date, dateTime, text }: FeedCorrection): string {
  const time = `<time datetime="${escapeHtml(dateTime)}">${escapeHtml(date)}</time>`;
  return `<p><strong>${escapeHtml(label)}</strong> ${time} ${escapeHtml(text)}</p>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
