/**
 * What Google asks of structured data, as far as a program can tell. Required and recommended
 * properties alike: a paper has all of them.
 */
import type { PageFacts } from '../../check/page-facts.ts';
import { isMoment, isUrl } from './vocabulary-for-tests.ts';
import type { JsonNode } from './vocabulary-for-tests.ts';

/** What is known of the printed files. */
export interface PrintedFiles {
  /** Width and height of a picture of the edition by its absolute address; undefined: not there. */
  sizeOf: (url: string) => { width: number; height: number } | undefined;
  /** Whether an absolute address of the paper is a page of it. */
  isPage: (url: string) => boolean;
  origin: string;
}

/** Types that are stories. */
const STORIES =
  /^(?:(?:Analysis|Background|Opinion|Reportage|Review)?NewsArticle|AdvertiserContentArticle|LiveBlogPosting)$/;

/** The shapes that search asks for, width by height. */
const SHAPES = [16 / 9, 4 / 3, 1];

/** Least width of a picture for the large shapes of search. */
const WIDE = 1200;

/** Search takes no smaller picture of a story: 50,000 pixels. */
const LEAST_PIXELS = 50_000;

/** A logo has at least 112 by 112 pixels. */
const LEAST_LOGO = 112;

/** The faults of a page's structured data, a sentence each. */
export function googleFaults(
  data: readonly JsonNode[],
  page: Pick<PageFacts, 'address'>,
  files: PrintedFiles,
): string[] {
  const story = data.find(isStoryNode);
  const sites = data.filter((one) => one['@type'] === 'WebSite');
  return [
    ...(story === undefined ? [] : articleFaults(story, files)),
    ...data.filter((one) => one['@type'] === 'ProfilePage').flatMap((one) => profileFaults(one)),
    ...data.filter((one) => one['@type'] === 'BreadcrumbList').flatMap(breadcrumbFaults),
    ...(sites.length === 1 ? siteFaults(sites[0] ?? {}) : [`has ${sites.length} WebSites`]),
    ...publisherFaults(data, files),
    ...nodesBelow(data)
      .filter((one) => one['@type'] === 'ImageObject')
      .flatMap((image) => imageFaults(image, files)),
  ].map((fault) => `${page.address}: ${fault}`);
}

/** Whether a node is a story. */
export function isStoryNode(node: JsonNode): boolean {
  return typeof node['@type'] === 'string' && STORIES.test(node['@type']);
}

/** All nodes of a page's data, those inside of others too. */
export function nodesBelow(value: unknown): JsonNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesBelow);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as JsonNode;
  return [node, ...Object.values(node).flatMap(nodesBelow)];
}

/** @see https://developers.google.com/search/docs/appearance/structured-data/article */
function articleFaults(story: JsonNode, files: PrintedFiles): string[] {
  const faults: string[] = [];
  const ask = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };
  ask(isText(story['headline']), 'has no headline');
  for (const name of ['datePublished', 'dateModified']) {
    ask(isMoment(story[name]), `${name} is no moment with an offset`);
  }
  ask(
    Date.parse(String(story['dateModified'])) >= Date.parse(String(story['datePublished'])),
    'was changed before it was published',
  );
  const authors = list(story['author']);
  ask(authors.length > 0, 'has no author');
  for (const author of authors) {
    const { '@type': type, name, url } = author;
    ask(type === 'Person' || type === 'Organization', 'has an author of no type');
    ask(isText(name), 'has an author without a name');
    // Names alone, one a field. A plain byline says what it likes.
    ask(type !== 'Person' || !/[,;]|^by /i.test(String(name)), 'has a person of several names');
    ask(type !== 'Person' || (isUrl(url) && files.isPage(url)), 'has an author without a page');
  }
  ask(isUrl(story['url']), 'has no address');
  const entity = story['mainEntityOfPage'];
  ask(list(entity)[0]?.['@id'] === story['url'], 'is the main entity of another page');
  ask(story['isAccessibleForFree'] === true, 'does not say that it is free');
  ask(isText(story['articleSection']), 'is of no section');
  ask(isText(story['inLanguage']), 'is in no language');
  const images = list(story['image']);
  ask(!('image' in story) || images.length > 0, 'has an empty image');
  faults.push(...shapeFaults(images));
  for (const update of list(story['liveBlogUpdate'])) {
    ask(isText(update['headline']), 'has an update without a headline');
    ask(isMoment(update['datePublished']), 'has an update without a moment');
    ask('articleBody' in update || 'image' in update, 'has an update that says nothing');
  }
  if (story['@type'] === 'LiveBlogPosting') {
    ask(isMoment(story['coverageStartTime']), 'has coverage without a beginning');
    ask(
      !('coverageEndTime' in story) || isMoment(story['coverageEndTime']),
      'has coverage with an end that is no moment',
    );
  }
  if ('reviewRating' in story) faults.push(...reviewFaults(story));
  for (const correction of list(story['correction'])) {
    ask(isText(correction['text']), 'has a correction without words');
    ask(isMoment(correction['datePublished']), 'has a correction without a moment');
  }
  return faults;
}

/**
 * The last of a story's pictures is the whole one, as it is or 1200 pixels wide; the others are its
 * crops, of which there is one for each shape that it can fill.
 */
function shapeFaults(images: readonly JsonNode[]): string[] {
  const whole = images.at(-1);
  if (whole === undefined) return [];
  const crops = images.slice(0, -1);
  const faults = crops.flatMap((image) => {
    const [width, height] = [Number(image['width']), Number(image['height'])];
    const isShape = SHAPES.some((shape) => Math.abs(width / height - shape) < 0.01);
    return [
      ...(isShape ? [] : [`has a crop of ${width} by ${height}`]),
      ...(width >= WIDE ? [] : [`has a crop that is ${width} pixels wide`]),
    ];
  });
  const [width, height] = [Number(whole['width']), Number(whole['height'])];
  for (const shape of SHAPES) {
    const needed = Math.round(WIDE / shape);
    const has = crops.some((image) => Number(image['height']) === needed);
    if (has && width < WIDE) faults.push(`has a crop that was enlarged from ${width} pixels`);
    if (!has && width >= WIDE && height >= needed) faults.push(`has no crop ${needed} pixels high`);
  }
  const pixels = width * height;
  return pixels >= LEAST_PIXELS ? faults : [...faults, `has a picture of ${pixels} pixels`];
}

/** @see https://developers.google.com/search/docs/appearance/structured-data/review-snippet */
function reviewFaults(story: JsonNode): string[] {
  const [of] = list(story['itemReviewed']);
  const [rating] = list(story['reviewRating']);
  const { bestRating, ratingValue, worstRating } = rating ?? {};
  const within =
    Number(ratingValue) >= Number(worstRating) && Number(ratingValue) <= Number(bestRating);
  return [
    ...(isText(of?.['name']) ? [] : ['reviews nothing that has a name']),
    ...(within ? [] : ['has a rating outside of its range']),
  ];
}

/** @see https://developers.google.com/search/docs/appearance/structured-data/profile-page */
function profileFaults(page: JsonNode): string[] {
  const [person] = list(page['mainEntity']);
  if (person?.['@type'] !== 'Person') return ['is a profile of nobody'];
  return [
    ...(isText(person['name']) ? [] : ['is a profile without a name']),
    ...(person['url'] === page['url'] ? [] : ['is a profile of who lives elsewhere']),
  ];
}

/** @see https://developers.google.com/search/docs/appearance/structured-data/breadcrumb */
function breadcrumbFaults({ itemListElement }: JsonNode): string[] {
  return list(itemListElement).flatMap(({ item, name, position }, index) => [
    ...(position === index + 1 ? [] : [`has crumb ${String(position)} in place ${index + 1}`]),
    ...(isText(name) && isUrl(item) ? [] : ['has a crumb without name or address']),
  ]);
}

/** @see https://developers.google.com/search/docs/appearance/site-names */
function siteFaults({ name, url }: JsonNode): string[] {
  return isText(name) && isUrl(url) && url.endsWith('/') ? [] : ['is of a site without a name'];
}

/** @see https://developers.google.com/search/docs/appearance/structured-data/organization */
function publisherFaults(data: readonly JsonNode[], files: PrintedFiles): string[] {
  const publishers = nodesBelow(data).filter((one) => one['@type'] === 'NewsMediaOrganization');
  if (publishers.length !== 1) return [`describes ${publishers.length} publishers`];
  const [{ logo, name, url, ...others } = {} as JsonNode] = publishers;
  const [image] = list(logo);
  const large = Number(image?.['width']) >= LEAST_LOGO && Number(image?.['height']) >= LEAST_LOGO;
  const dead = Object.entries(others).filter(
    ([property, value]) =>
      /Polic|Principles|Info$|masthead/.test(property) &&
      !(typeof value === 'string' && files.isPage(value)),
  );
  return [
    ...(isText(name) && isUrl(url) ? [] : ['has a publisher without name or address']),
    ...(image !== undefined && large ? [] : ['has a publisher without a logo of 112 pixels']),
    ...dead.map(([property]) => `states a ${property} that is not there`),
  ];
}

/** @see https://developers.google.com/search/docs/appearance/structured-data/image-license-metadata */
function imageFaults(image: JsonNode, files: PrintedFiles): string[] {
  const { contentUrl, height, license, url, width } = image;
  if (!isUrl(url) || contentUrl !== url) return ['has a picture of two addresses, or none'];
  const size = url.startsWith(`${files.origin}/`) ? files.sizeOf(url) : undefined;
  if (size === undefined) return [`has a picture that is not there: ${url}`];
  return [
    ...(size.width === width && size.height === height
      ? []
      : [`says ${String(width)} by ${String(height)} of ${url}`]),
    ...(license === undefined || isUrl(license) ? [] : ['has a licence that is no address']),
  ];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function list(value: unknown): JsonNode[] {
  const all: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return all.filter((one): one is JsonNode => typeof one === 'object' && one !== null);
}
