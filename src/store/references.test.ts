import { describe, expect, it } from 'vitest';
import { contentOf, page, stories, story } from '../edition/paper-for-tests.ts';
import { memoryArchive } from './memory-archive.ts';
import { createReferences } from './references.ts';

const content = contentOf(
  [
    story('en/2025/02/ice', { topics: ['Frozen sea'], redirectFrom: ['/2019/05/old-ice/'] }),
    story('en/2025/02/held', { published: '2099-01-01' }),
    story('en/2025/02/naïve'),
    story('ru/2025/02/led'),
    story('en/2024/07/folder', { published: '2025-01-05' }),
  ],
  { pages: [page('en/about'), page('ru/about')] },
  {
    url: 'https://gazette.example',
    formerUrls: ['http://old.example/blog/', 'https://gazette.example/archive-of-2010'],
  },
);
content.publication.publicFiles = ['/a b.pdf', '/50%.pdf', '/a#1.pdf', '/maps/index.html'];
const references = createReferences(memoryArchive(content));
const FROM = 'articles/en/2025/02/ice.md';

const resolved = (href: string, from = FROM) => {
  const reference = references.resolve(href, from);
  if (reference.kind !== 'inside') return reference.kind;
  const { target, suffix } = reference;
  return `${target.kind} ${'path' in target ? target.path : target.address}${suffix}`;
};

describe('a reference', () => {
  it.each([
    ['./held.md', 'article en/2025/02/held'],
    ['held.md#quay', 'article en/2025/02/held#quay'],
    ['./../02/./ice.md', 'article en/2025/02/ice'],
    ['../../../ru/2025/02/led.md', 'article ru/2025/02/led'],
    ['../../../../pages/en/about.md', 'page en/about'],
    ['./na%C3%AFve.md', 'article en/2025/02/naïve'],
    ['./naïve.md'.normalize('NFD'), 'article en/2025/02/naïve'],
    ['./nothing.md', 'nothing'],
    ['../../../../../../etc/passwd', 'nothing'],
    ['./ice', 'nothing'],
  ])('by file: %s is %s', (href, found) => {
    expect(resolved(href)).toBe(found);
  });

  it.each([
    ['/2025/02/ice.html', 'article en/2025/02/ice'],
    ['/2025/02/ice', 'article en/2025/02/ice'],
    ['/2025/02/ice/', 'article en/2025/02/ice'],
    ['/2025/02/ice/index.html', 'article en/2025/02/ice'],
    ['/2025/02/ice.html?utm=x#top', 'article en/2025/02/ice#top'],
    ['/ru/2025/02/led.html', 'article ru/2025/02/led'],
    ['/2025/02/na%C3%AFve.html', 'article en/2025/02/naïve'],
    ['/2025/02/held.html', 'article en/2025/02/held'],
    ['/2019/05/old-ice/', 'article en/2025/02/ice'],
    ['/2019/05/old-ice', 'article en/2025/02/ice'],
    ['/about.html', 'page en/about'],
    ['/ru/about', 'page ru/about'],
    ['/', 'list /index.html'],
    ['/ru/', 'list /ru/index.html'],
    ['/world/', 'list /world/index.html'],
    ['/world', 'list /world/index.html'],
    ['/ru/sport/', 'list /ru/sport/index.html'],
    ['/topics/frozen-sea/', 'list /topics/frozen-sea/index.html'],
    ['/authors/anna/', 'list /authors/anna/index.html'],
    ['/archive.html', 'list /archive.html'],
    ['/feeds/rss.xml', 'list /feeds/rss.xml'],
    ['/feeds/ru/world/rss.xml', 'list /feeds/ru/world/rss.xml'],
    ['/2025/02/', 'list /2025/02/index.html'],
    ['/2025/01/', 'list /2025/01/index.html'],
    ['/2024/07/', 'nothing'],
    ['/a%20b.pdf', 'file /a b.pdf'],
    ['/50%25.pdf', 'file /50%.pdf'],
    ['/a%231.pdf', 'file /a#1.pdf'],
    ['/maps/', 'file /maps/index.html'],
    ['/2025/02/nothing.html', 'nothing'],
    ['/2025/02/%zz.html', 'nothing'],
  ])('by address: %s is %s', (href, found) => {
    expect(resolved(href)).toBe(found);
    expect(resolved(href, 'pages/en/about.md')).toBe(found);
  });

  it.each([
    ['https://gazette.example/2025/02/ice.html#x', 'article en/2025/02/ice#x'],
    ['http://gazette.example/2025/02/ice/', 'article en/2025/02/ice'],
    ['//gazette.example/world/', 'list /world/index.html'],
    ['HTTPS://GAZETTE.EXAMPLE', 'list /index.html'],
    ['http://old.example/blog/2025/02/ice.html', 'article en/2025/02/ice'],
    ['https://old.example/blog', 'list /index.html'],
    ['https://old.example/blogger/x', 'outside'],
    ['https://old.example/2025/02/ice.html', 'outside'],
    ['https://gazette.example/archive-of-2010/2025/02/ice.html', 'article en/2025/02/ice'],
    ['https://gazette.example/nothing.html', 'nothing'],
    ['https://gazette.example:8080/world/', 'outside'],
    ['https://other.example/2025/02/ice.html', 'outside'],
    ['mailto:desk@gazette.example', 'outside'],
    ['#top', 'anchor'],
  ])('by whole address: %s is %s', (href, found) => {
    expect(resolved(href)).toBe(found);
  });

  it('to another site keeps its address, with a protocol', () => {
    expect(references.resolve('//other.example/x?y#z', FROM)).toEqual({
      kind: 'outside',
      url: 'https://other.example/x?y#z',
    });
    expect(references.resolve(' https://other.example/x ', FROM)).toEqual({
      kind: 'outside',
      url: 'https://other.example/x',
    });
  });

  it('to nothing tells what could have been meant', () => {
    const address = references.resolve('/2025/02/icy.html', FROM);
    const file = references.resolve('./icy.md', FROM);
    if (address.kind !== 'nothing' || file.kind !== 'nothing')
      throw new Error('It leads somewhere.');
    expect(address).toMatchObject({
      path: '/2025/02/icy.html',
      names: ['2025/02/icy', 'en/2025/02/icy'],
    });
    expect(address.candidates).toContain('/2025/02/ice.html');
    expect(file).toMatchObject({ path: 'articles/en/2025/02/icy.md', names: ['en/2025/02/icy'] });
    expect(file.candidates).toContain('articles/en/2025/02/ice.md');
  });

  it('gathers what could have been meant once, however many lead to nothing', () => {
    const many = createReferences(memoryArchive(contentOf(stories(100))));
    for (const href of ['/2020/01/nothing.html', './nothing.md']) {
      const [one, other] = [many.resolve(href, FROM), many.resolve(href, FROM)];
      if (one.kind !== 'nothing' || other.kind !== 'nothing')
        throw new Error('It leads somewhere.');
      expect(other.candidates).toBe(one.candidates);
    }
  });
});

describe('a reference where permalinks are folders', () => {
  const folders = createReferences(
    memoryArchive({
      ...content,
      publication: {
        ...content.publication,
        data: { ...content.publication.data, permalinks: 'folder' },
      },
    }),
  );

  it.each(['/2025/02/ice/', '/2025/02/ice', '/2025/02/ice.html', '/2025/02/ice/index.html'])(
    'finds a story at %s',
    (href) => {
      expect(folders.resolve(href, FROM)).toMatchObject({
        kind: 'inside',
        target: { kind: 'article', path: 'en/2025/02/ice' },
      });
    },
  );
});
