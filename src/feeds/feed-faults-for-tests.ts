/**
 * The rules of W3C's feed validator that a feed of ours could break, each under the validator's own
 * name (github.com/w3c/feedvalidator). Errors and warnings count alike.
 */
import { XmlDocument } from 'libxml2-wasm';
import type { XmlAttribute, XmlElement, XmlNode } from 'libxml2-wasm';
import { parseFragment } from 'parse5';
import type { DefaultTreeAdapterMap } from 'parse5';

const NAMESPACES = {
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  media: 'http://search.yahoo.com/mrss/',
};

const RELATIONS = new Set([
  ...['alternate', 'current', 'describedby', 'edit', 'edit-media', 'enclosure', 'first', 'hub'],
  ...['last', 'license', 'next', 'next-archive', 'payment', 'prev-archive', 'previous', 'related'],
  ...['replies', 'search', 'self', 'service', 'up', 'via'],
]);

const RISKY_ELEMENTS = new Set([
  ...['applet', 'base', 'basefont', 'bdo', 'body', 'embed', 'frame', 'frameset', 'head', 'html'],
  ...['iframe', 'link', 'listing', 'meta', 'noframes', 'object', 'param', 'plaintext', 'script'],
  ...['slot', 'style', 'svg', 'math', 'title', 'xmp'],
]);

const HTML_END_TAG =
  /<\/(?:a|b|p|i|em|strong|span|div|br|h[1-6]|ul|ol|li|table|script|style|sub|sup|u|q)>/i;
const FULL_ADDRESS = /^[a-z][0-9a-z+\-.]*:(?:\/\/)?[0-9a-z;/?:@&=+$.\-_!~*'()%,#]+$/i;
const TAG_URI =
  /^tag:([a-z0-9\-._]+?@)?[a-z0-9.-]+?,\d{4}(-\d{2}(-\d{2})?)?:[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,]*$/;
const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+-]+$/;
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** What the validator would say of an RSS or Atom feed that is served at `location`; `[]` is best. */
export function feedFaults(xml: string, location: string): string[] {
  const faults: string[] = [];
  const report = (fault: string, text: string) => void faults.push(`${fault}: ${text}`);
  if (/[\u0080-\u009f\ufffd]/.test(xml)) report('BadCharacters', 'in the file');
  using document = XmlDocument.fromString(xml);
  const check = new Check(report, location);
  if (document.root.name === 'rss') check.rss(document.root);
  else check.atom(document.root);
  return faults;
}

class Check {
  readonly #report: (fault: string, text: string) => void;
  readonly #location: string;

  constructor(report: (fault: string, text: string) => void, location: string) {
    this.#report = report;
    this.#location = location;
  }

  rss(root: XmlElement): void {
    if (attribute(root, 'version') !== '2.0') this.#report('InvalidRSSVersion', 'rss');
    const channel = one(root, 'channel');
    if (channel === undefined) {
      this.#report('MissingElement', 'channel');
      return;
    }
    for (const name of ['title', 'link', 'description', 'language']) {
      if (one(channel, name) === undefined) this.#report('MissingElement', `channel/${name}`);
    }
    for (const node of all(channel, 'title | description | copyright')) this.#plain(node);
    for (const name of ['title', 'link', 'description', 'language', 'image', 'lastBuildDate']) {
      if (all(channel, name).length > 1) this.#report('DuplicateElement', `channel/${name}`);
    }
    if (contentOf(one(channel, 'title')).trim() === '') this.#report('NotBlank', 'channel/title');
    for (const node of all(channel, 'pubDate | lastBuildDate')) this.#rfc822(node.content);
    for (const node of all(channel, 'ttl')) this.#positive(node.content, 'ttl');
    for (const node of all(channel, 'link')) this.#address(node.content, 'channel/link');
    this.#links(channel);
    for (const image of all(channel, 'image')) this.#image(image, channel);

    const items = all(channel, 'item');
    this.#unique(
      'DuplicateValue',
      items.flatMap((item) => one(item, 'guid')?.content ?? []),
    );
    for (const item of items) this.#rssItem(item);
  }

  #rssItem(item: XmlElement): void {
    const names = all(item, '*').map(({ name }) => name);
    if (!names.includes('title') && !names.includes('description')) {
      this.#report('ItemMustContainTitleOrDescription', 'item');
    }
    for (const name of ['title', 'link', 'guid', 'pubDate', 'description', 'encoded']) {
      if (names.filter((other) => other === name).length > 1)
        this.#report('DuplicateElement', name);
    }
    if (names.filter((name) => name === 'enclosure').length > 1) {
      this.#report('DuplicateEnclosure', 'item');
    }
    if (names.includes('author') && names.includes('creator')) {
      this.#report('DuplicateItemSemantics', 'author and dc:creator');
    }
    const [description, encoded] = [names.indexOf('description'), names.indexOf('encoded')];
    if (encoded !== -1 && (description === -1 || description > encoded)) {
      this.#report('NeedDescriptionBeforeContent', 'item');
    }
    for (const node of all(item, 'title | category')) {
      this.#plain(node);
      if (node.content.trim() === '') this.#report('NotBlank', node.name);
    }
    for (const node of all(item, 'link')) this.#address(node.content, 'item/link');
    for (const node of all(item, 'pubDate')) this.#rfc822(node.content);
    for (const node of all(item, 'description | content:encoded')) this.#html(node.content);
    const guid = one(item, 'guid');
    if (guid === undefined) {
      this.#report('MissingGuid', 'item');
      return;
    }
    const isPermanent = attribute(guid, 'isPermaLink') ?? 'true';
    if (isPermanent === 'true' && /^(?:tag|urn):/.test(guid.content)) {
      this.#report('InvalidPermalink', guid.content);
    }
    if (isPermanent === 'true') this.#address(guid.content, 'guid');
    if (guid.content.startsWith('tag:')) this.#tag(guid.content);
    if (/^\d{1,8}$/.test(guid.content)) this.#report('NotSufficientlyUnique', guid.content);
    for (const node of all(item, 'enclosure')) this.#enclosure(node);
    this.#media(item);
  }

  atom(root: XmlElement): void {
    for (const name of ['id', 'title', 'updated']) {
      if (one(root, `atom:${name}`) === undefined) this.#report('MissingElement', `feed/${name}`);
    }
    this.#canonicalIds(root);
    for (const node of all(root, 'atom:title | atom:subtitle | atom:rights')) this.#construct(node);
    for (const node of all(root, 'atom:updated')) this.#rfc3339(node.content);
    for (const node of all(root, 'atom:icon | atom:logo')) this.#address(node.content, node.name);
    this.#links(root);
    this.#alternates(root);
    this.#authors(root);
    const entries = all(root, 'atom:entry');
    this.#unique(
      'DuplicateEntries',
      entries.map((entry) => contentOf(one(entry, 'atom:id'))),
    );
    this.#unique(
      'DuplicateUpdated',
      entries.map((entry) => contentOf(one(entry, 'atom:updated'))),
    );
    for (const entry of entries) {
      for (const name of ['id', 'title', 'updated']) {
        if (one(entry, `atom:${name}`) === undefined)
          this.#report('MissingElement', `entry/${name}`);
      }
      if (all(entry, 'atom:author | ../atom:author').length === 0) {
        this.#report('MissingElement', 'entry/author');
      }
      if (all(entry, 'atom:content | atom:summary').length === 0) {
        this.#report('MissingTextualContent', 'entry');
      }
      this.#canonicalIds(entry);
      for (const node of all(entry, 'atom:published | atom:updated')) this.#rfc3339(node.content);
      for (const node of all(entry, 'atom:title | atom:summary | atom:content')) {
        this.#construct(node);
      }
      for (const node of all(entry, 'atom:category')) {
        if ((attribute(node, 'term') ?? '').trim() === '') this.#report('NotBlank', 'term');
        const scheme = attribute(node, 'scheme');
        if (scheme !== undefined) this.#address(scheme, 'scheme');
      }
      this.#links(entry);
      this.#alternates(entry);
      this.#authors(entry);
      this.#media(entry);
    }
  }

  /** `atom:link` in a channel, feed or entry. */
  #links(parent: XmlElement): void {
    const links = all(parent, 'atom:link');
    for (const link of links) {
      const rel = attribute(link, 'rel') ?? 'alternate';
      const href = attribute(link, 'href');
      const type = attribute(link, 'type');
      if (!RELATIONS.has(rel)) this.#report('UnregisteredAtomLinkRel', rel);
      if (href === undefined) this.#report('MissingHref', rel);
      else this.#address(href, `link rel=${rel}`);
      if (type !== undefined && !MEDIA_TYPE.test(type)) this.#report('InvalidMIMEType', type);
      if (rel === 'self' && type !== undefined && !/^application\/(?:atom|rss)\+xml$/.test(type)) {
        this.#report('SelfNotAtom', type);
      }
      if (rel === 'self' && href !== this.#location) {
        this.#report('SelfDoesntMatchLocation', href ?? '');
      }
    }
    const isEntry = parent.name === 'entry';
    if (!isEntry && !links.some((link) => attribute(link, 'rel') === 'self')) {
      this.#report('MissingSelf', parent.name);
    }
  }

  #alternates(parent: XmlElement): void {
    const kinds = all(parent, 'atom:link')
      .filter((link) => (attribute(link, 'rel') ?? 'alternate') === 'alternate')
      .map((link) => `${attribute(link, 'type') ?? ''} ${attribute(link, 'hreflang') ?? ''}`);
    this.#unique('DuplicateAtomLink', kinds);
  }

  #authors(parent: XmlElement): void {
    for (const author of all(parent, 'atom:author')) {
      if (contentOf(one(author, 'atom:name')).trim() === '')
        this.#report('NotBlank', 'author/name');
      for (const uri of all(author, 'atom:uri')) this.#address(uri.content, 'author/uri');
    }
  }

  #canonicalIds(parent: XmlElement): void {
    for (const { content } of all(parent, 'atom:id')) {
      if (content.startsWith('tag:')) this.#tag(content);
      else this.#address(content, 'id');
      if (/%(?:[0-9a-f]?[a-f]|[a-f][0-9a-f])|%(?:2d|2e|5f|7e)/.test(content)) {
        this.#report('NonCanonicalURI', content);
      }
    }
  }

  /** A text of Atom, which says itself whether it is HTML. */
  #construct(node: XmlElement): void {
    if (node.content.trim() === '') this.#report('NotBlank', node.name);
    if (attribute(node, 'type') === 'html') this.#html(node.content);
    else if (HTML_END_TAG.test(node.content)) this.#report('ContainsUndeclaredHTML', node.content);
  }

  #media(item: XmlElement): void {
    for (const media of all(item, 'media:content')) {
      this.#address(attribute(media, 'url') ?? '', 'media:content');
      for (const name of ['width', 'height', 'fileSize']) {
        const value = attribute(media, name);
        if (value !== undefined) this.#positive(value, `media:content ${name}`);
      }
      if (!MEDIA_TYPE.test(attribute(media, 'type') ?? ''))
        this.#report('InvalidMIMEAttribute', '');
      for (const copyright of all(media, 'media:copyright')) {
        const url = attribute(copyright, 'url');
        if (url !== undefined) this.#address(url, 'media:copyright');
      }
    }
  }

  #enclosure(node: XmlElement): void {
    if (!/^https?:/.test(attribute(node, 'url') ?? '')) this.#report('InvalidHttpURL', 'enclosure');
    if (!/^\d+$/.test(attribute(node, 'length') ?? '')) {
      this.#report('InvalidIntegerAttribute', 'enclosure length');
    }
    if (!MEDIA_TYPE.test(attribute(node, 'type') ?? '')) {
      this.#report('InvalidMIMEAttribute', 'enclosure type');
    }
  }

  #image(image: XmlElement, channel: XmlElement): void {
    const same = (name: string) =>
      contentOf(one(image, name)) === contentOf(one(channel, name)) &&
      one(image, name) !== undefined;
    if (!same('title')) this.#report('ImageTitleDoesntMatch', 'image');
    if (!same('link')) this.#report('ImageLinkDoesntMatch', 'image');
    if (!/\.(?:jpe?g|gif|png)$/.test(contentOf(one(image, 'url')))) {
      this.#report('ImageUrlFormat', contentOf(one(image, 'url')));
    }
    const pixels = (name: string) => Number(contentOf(one(image, name)));
    if (!(pixels('width') > 0 && pixels('width') <= 144)) this.#report('InvalidWidth', 'image');
    if (!(pixels('height') > 0 && pixels('height') <= 400)) this.#report('InvalidHeight', 'image');
  }

  /** A text that is not HTML and must not look like it. */
  #plain(node: XmlElement): void {
    if (HTML_END_TAG.test(node.content)) this.#report('ContainsHTML', node.content);
  }

  #html(html: string): void {
    const visit = (node: DefaultTreeAdapterMap['childNode']) => {
      if (!('tagName' in node)) return;
      if (RISKY_ELEMENTS.has(node.tagName)) this.#report('SecurityRisk', `<${node.tagName}>`);
      for (const { name, value } of node.attrs) {
        if (name === 'style') this.#report('DangerousStyleAttr', value);
        if (name.startsWith('on')) this.#report('SecurityRiskAttr', name);
        if (['href', 'src', 'cite', 'poster', 'srcset'].includes(name) && !/^[a-z]+:/.test(value)) {
          this.#report('ContainsRelRef', value);
        }
      }
      node.childNodes.forEach(visit);
    };
    parseFragment(html, {
      onParseError: ({ code }) => {
        this.#report('NotHtml', code);
      },
    }).childNodes.forEach(visit);
  }

  #rfc822(text: string): void {
    const form = /^(\w{3}), \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/.exec(text);
    const moment = Date.parse(text);
    if (form === null || Number.isNaN(moment)) this.#report('InvalidRFC2822Date', text);
    else if (DAYS[new Date(moment).getUTCDay()] !== form[1]) this.#report('IncorrectDOW', text);
    else if (moment < 0) this.#report('ImplausibleDate', text);
  }

  #rfc3339(text: string): void {
    if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/.test(text)) {
      this.#report('InvalidRFC3339Date', text);
    } else if (Date.parse(text) < 0) this.#report('ImplausibleDate', text);
  }

  #tag(text: string): void {
    if (!TAG_URI.test(text)) this.#report('InvalidTAG', text);
  }

  #address(text: string, where: string): void {
    if (text.startsWith('tag:')) this.#tag(text);
    else if (!FULL_ADDRESS.test(text)) this.#report('InvalidFullLink', `${where} ${text}`);
  }

  #positive(text: string, where: string): void {
    if (!/^[1-9]\d*$/.test(text)) this.#report('InvalidPositiveInteger', `${where} ${text}`);
  }

  #unique(fault: string, values: string[]): void {
    const twice = values.filter((value, index) => values.indexOf(value) !== index);
    for (const value of twice) this.#report(fault, value);
  }
}

function all(node: XmlElement, xpath: string): XmlElement[] {
  return node.find(xpath, NAMESPACES).filter(isElement);
}

function one(node: XmlElement, xpath: string): XmlElement | undefined {
  return all(node, xpath)[0];
}

function isElement(node: XmlNode): node is XmlElement {
  return 'attrs' in node;
}

function contentOf(node: XmlElement | undefined): string {
  return node?.content ?? '';
}

function attribute(node: XmlElement, name: string): string | undefined {
  return node.attrs.find((one: XmlAttribute) => one.name === name && one.prefix === '')?.content;
}
