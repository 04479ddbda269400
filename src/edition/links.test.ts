import { describe, expect, it } from 'vitest';
import { createReferences } from '../store/references.ts';
import { editionOf } from './edition-for-tests.ts';
import { linkResolver } from './links.ts';
import { contentOf, named, page, story } from './paper-for-tests.ts';

const CONTENT = contentOf(
  [
    story('en/2025/02/a', { topics: ['Ice'], redirectFrom: ['/old/a/'] }),
    story('en/2025/02/held', { published: '2030-01-01', section: 'sport' }),
    story('ru/2025/02/a'),
    story('ru/2025/02/лёд'),
  ],
  {
    pages: [page('en/about'), page('ru/about')],
    topics: [named('ice', { name: 'Ice', aliases: ['Frost'] })],
  },
);
CONTENT.publication.publicFiles = ['/a b.pdf'];
const FROM = 'articles/en/2025/02/a.md';

describe.each(['file', 'folder'] as const)('an address in a text, permalinks: %s', (permalinks) => {
  const data = { ...CONTENT.publication.data, permalinks };
  const edition = editionOf({ ...CONTENT, publication: { ...CONTENT.publication, data } });
  const links = linkResolver(edition);
  const references = createReferences(edition.archive);
  const at = (name: string) => (permalinks === 'file' ? `${name}.html` : `${name}/index.html`);

  it.each([
    ['./a.md', '/2025/02/a'],
    ['a.md#quay', '/2025/02/a'],
    ['../02/a.md', '/2025/02/a'],
    ['../../../ru/2025/02/a.md', '/ru/2025/02/a'],
    ['../../../../articles/ru/2025/02/лёд.md', '/ru/2025/02/лёд'],
    ['/2025/02/a', '/2025/02/a'],
    ['/2025/02/a.html', '/2025/02/a'],
    ['/2025/02/a/index.html?x=1#y', '/2025/02/a'],
    ['/ru/2025/02/a.html', '/ru/2025/02/a'],
    ['/ru/2025/02/%D0%BB%D1%91%D0%B4.html', '/ru/2025/02/лёд'],
    ['https://gazette.example/2025/02/a.html', '/2025/02/a'],
    ['/old/a/', '/2025/02/a'],
    ['/about.html', '/about'],
    ['../../../../pages/ru/about.md', '/ru/about'],
  ])('leads from %s to %s', (href, name) => {
    expect(links.address(href, FROM)).toBe(at(name));
  });

  it.each([
    ['/world/', '/world/index.html'],
    ['/topics/ice/', '/topics/ice/index.html'],
    ['/2025/02/', '/2025/02/index.html'],
    ['/feeds/world/rss.xml', '/feeds/world/rss.xml'],
    ['/a%20b.pdf', '/a b.pdf'],
  ])('leads from %s to the list or file %s', (href, address) => {
    expect(links.address(href, FROM)).toBe(address);
  });

  it.each([
    './held.md',
    '/2025/02/held.html',
    '/sport/index.html',
    '/feeds/sport/rss.xml',
    '/series/ice/',
    './nothing.md',
    '../../../../../../../2025/02/a.md',
    '/nothing.html',
  ])('leads nowhere at %s', (href) => {
    expect(links.address(href, FROM)).toBeNull();
  });

  it.each(['#quay', 'https://other.example/2025/02/a.html', 'mailto:desk@gazette.example'])(
    'is no link inside the paper: %s',
    (href) => {
      expect(links.address(href, FROM)).toBeUndefined();
      expect(links.links([href, './a.md'], FROM)).toEqual([['./a.md', at('/2025/02/a')]]);
    },
  );

  it('means the same story whether it is taken apart or only looked at', () => {
    const paths = edition.languages.flatMap(({ stories }) => stories.map(({ path }) => path));
    for (const path of paths) {
      for (const href of [`../../../${path}.md`, at(`/${path}`), at(`/${path.slice(3)}`)]) {
        const reference = references.resolve(href, FROM);
        const named = reference.kind === 'inside' && reference.target.kind === 'article';
        expect([href, links.address(href, FROM) !== null]).toEqual([href, named]);
      }
    }
  });
});
