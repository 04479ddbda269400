import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readContent } from '../../src/store/read.ts';
import { convertBody } from './body.ts';
import { convertCorpus } from './convert.ts';
import type { CorpusArticle } from './corpus-article.ts';

const boat: CorpusArticle = {
  id: 'quay-2020-02-03-boat',
  corpus: 'quay',
  title: 'A boat: found',
  description: null,
  date: '2020-02-03',
  authors: ['Ada Quill'],
  section: 'harbour',
  tags: ['Boats'],
  lang: 'en',
  bodyMarkdown: 'It was ![a boat](images/boat.png).\n',
  images: [{ path: 'images/boat.png', alt: 'A boat', caption: null }],
  translationKey: 'quay-boat',
};
const лодка: CorpusArticle = {
  ...boat,
  id: 'quay-2020-02-03-boat-ru',
  title: 'Лодка найдена',
  description: 'Её искали день.',
  authors: [],
  lang: 'ru',
  bodyMarkdown: 'Вот она.\n',
  images: [{ path: 'images/boat.png', alt: '""', credit: 'Ада', hero: true }],
};

function frontMatter(file: string | undefined): unknown {
  return parse(file?.split('---\n')[1] ?? '');
}

describe('the articles of a corpus', () => {
  const { files, pictures, languages, translations } = convertCorpus([лодка, boat]);

  it('become stories, authors and sections', () => {
    expect([...files.keys()].sort()).toEqual([
      'articles/en/2020/02/boat.md',
      'articles/ru/2020/02/boat.md',
      'authors/ada-quill.yaml',
      'publication.yaml',
      'sections/harbour.yaml',
    ]);
    expect(languages).toEqual(['en', 'ru']);
    expect(frontMatter(files.get('articles/en/2020/02/boat.md'))).toEqual({
      headline: 'A boat: found',
      id: 'quay-2020-02-03-boat',
      published: '2020-02-03',
      authors: ['ada-quill'],
      section: 'harbour',
      topics: ['Boats'],
      pictures: { 'boat.png': { alt: 'A boat' } },
    });
  });

  it('name the original of a translation, and say of a picture no more than the corpus', () => {
    expect(translations).toBe(1);
    expect(frontMatter(files.get('articles/ru/2020/02/boat.md'))).toMatchObject({
      byline: 'Staff',
      description: 'Её искали день.',
      translationOf: 'en/2020/02/boat',
      lead: { image: './boat.png', credit: 'Ада' },
    });
  });

  it('bring their pictures', () => {
    expect([...pictures]).toEqual([
      ['articles/ru/2020/02/boat.png', 'images/boat.png'],
      ['articles/en/2020/02/boat.png', 'images/boat.png'],
    ]);
  });
});

describe('the text of an article', () => {
  const pictures = new Map([['images/boat.png', 'boat.png']]);
  const convert = (markdown: string) => convertBody(markdown, pictures, 'https://quay.example');

  it('shows the pictures that there are', () => {
    expect(convert('![A boat](images/boat.png)').text).toBe('![A boat](./boat.png)');
    expect(convert('<img src="images/boat.png" alt="">').text).toBe(
      '<img src="./boat.png" alt="">',
    );
    expect(convert('<figure>\n![A boat](images/boat.png)\n</figure>').text).toBe(
      '<figure>\n<img src="./boat.png" alt="A boat">\n</figure>',
    );
  });

  it('links to pictures that lie elsewhere', () => {
    expect(convert('![A ship](/ship.gif)')).toMatchObject({
      text: '[A ship](https://quay.example/ship.gif)',
      elsewhere: 1,
    });
    expect(convert('<img src="https://a.example/x.gif" alt="A ship">').text).toBe(
      '<a href="https://a.example/x.gif">A ship</a>',
    );
    expect(
      convert('<a href="https://a.example/"><img src="https://a.example/x.gif" alt="A ship"></a>')
        .text,
    ).toBe('<a href="https://a.example/">A ship</a>');
  });

  it('links to its old site', () => {
    expect(convert('[a](/b) <a href="/c">c</a>').text).toBe(
      '[a](https://quay.example/b) <a href="https://quay.example/c">c</a>',
    );
  });

  it('does not indent HTML, which would make it code', () => {
    const html = '<div>\n    <p>a</p>\n\n    <p><a title="b" href="2020-b.md">b</a></p>\n</div>';
    expect(convert(html).text).toBe('<div>\n<p>a</p>\n\n<p><a title="b">b</a></p>\n</div>');
  });

  it('keeps code and other HTML', () => {
    const text = '```\n![x](/y)\n```\n\n`[a](/b)` <div style="color:red">…</div>';
    expect(convert(text).text).toBe(text);
  });
});

describe('the content folder', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'corpus-'));
    const { files, pictures } = convertCorpus([boat, лодка]);
    const dot = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#777' } })
      .png()
      .toBuffer();
    for (const [file, data] of [
      ...files,
      ...[...pictures.keys()].map((file) => [file, dot] as const),
    ]) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), data);
    }
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('can be printed: what the corpus does not say is a warning', async () => {
    const { content, problems } = await readContent(folder, path.join(folder, 'public'));
    expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
    expect(problems.map((problem) => problem.message)).toContainEqual(
      expect.stringContaining('has no `credit`'),
    );
    expect(content?.articles).toHaveLength(2);
  });
});
