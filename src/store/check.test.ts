import { describe, expect, it } from 'vitest';
import { PUBLICATION, problemsOf, storyText } from './folder-for-tests.ts';

describe('a file of public/', () => {
  it.each(['world', '2025', '2025/02', 'feeds', 'topics', 'assets'])(
    'cannot have the name of the folder %s of the edition',
    async (name) => {
      expect(await problemsOf({}, { [name]: 'x' })).toMatchObject([
        { severity: 'error', file: `public/${name}`, mend: 'move it elsewhere' },
      ]);
    },
  );

  it.each(['CNAME', 'world.txt', '2025.pdf', 'ads.txt', '1234/notes.txt'])(
    'may have the name %s',
    async (name) => {
      expect(await problemsOf({}, { [name]: 'x' })).toEqual([]);
    },
  );
});

describe('a topic', () => {
  it('cannot have the name of a device', async () => {
    expect(
      await problemsOf({ 'articles/en/2025/02/ice.md': storyText('topics: [Ice, AUX]') }),
    ).toMatchObject([{ severity: 'error', field: 'topics[1]', mend: 'add a word to its name' }]);
  });

  it('has its names for itself', async () => {
    expect(
      await problemsOf({
        'topics/ice.yaml': 'name: { en: Ice, ru: Лёд }\naliases: [Frozen sea]\n',
        'topics/sea.yaml': 'name: Sea\naliases: [Waves, frozen SEA, лёд]\n',
        'topics/waves.yml': 'name: Waves\naliases: [waves]\n',
      }),
    ).toMatchObject([
      { file: 'topics/sea.yaml', line: 2, field: 'aliases[0]', value: 'Waves' },
      { file: 'topics/sea.yaml', field: 'aliases[1]', message: 'is a name of the topic ice too' },
      { file: 'topics/sea.yaml', field: 'aliases[2]', mend: 'keep it with one of the two' },
    ]);
  });
});

describe('a byline', () => {
  it('names each author once', async () => {
    expect(
      await problemsOf({
        'articles/en/2025/02/ice.md': storyText('authors: [anna, anna]'),
      }),
    ).toMatchObject([
      { severity: 'error', field: 'authors[1]', value: 'anna', message: 'stands there twice' },
    ]);
  });
});

describe('the navigation and the footer', () => {
  it('name each place once', async () => {
    const paper = `${PUBLICATION}navigation: [world, sport, world]\nfooter: [archive, archive]\n`;
    expect(await problemsOf({ 'publication.yaml': paper })).toMatchObject([
      { field: 'navigation[2]', value: 'world', message: 'stands there twice' },
      { field: 'footer[1]', value: 'archive', message: 'stands there twice' },
    ]);
  });
});
