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
