import { describe, expect, it } from 'vitest';
import { editionOf, printsOfKind } from '../edition-for-tests.ts';
import { contentOf, story } from '../paper-for-tests.ts';

const corrections = [{ date: '2025-02-04T10:00:00Z', text: 'x', kind: 'correction' as const }];

describe('the feed of corrections', () => {
  it('names a correction by its moment, whatever the time zone of the paper', async () => {
    for (const timeZone of ['UTC', 'Europe/Riga']) {
      const row = story('en/2025/02/a', { corrections });
      const prints = await printsOfKind(editionOf(contentOf([row], {}, { timeZone })), 'feed');
      const ids = prints.flatMap((print) =>
        'parts' in print && print.address.includes('/corrections/')
          ? print.parts.map(({ id }) => id)
          : [],
      );
      const id = /:en\/2025\/02\/a\/correction\/2025-02-04T10:00:00\.000Z$/;
      expect(new Set(ids).size).toBe(1);
      expect(ids[0]).toMatch(id);
    }
  });
});

describe('the list of feeds', () => {
  it('has a folder for each language, by the name that it has itself', async () => {
    const rows = ['en', 'ja', 'he'].map((language) => story(`${language}/2025/02/a`));
    const content = contentOf(rows, {}, { languages: ['en', 'ja', 'he'] });
    const prints = await printsOfKind(editionOf(content), 'feed');
    const titles = prints.flatMap((print) =>
      print.format === 'opml' ? print.view.entries.map(({ title }) => title) : [],
    );
    expect(titles).toEqual(['English', '日本語', 'עברית']);
  });
});
