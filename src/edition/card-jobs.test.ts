import { describe, expect, it } from 'vitest';
import type { CardView } from '../cards/card.ts';
import { cardJobs } from './card-jobs.ts';
import type { Edition } from './edition.ts';
import { bodyOf, contentOf, editionOf, stories } from './paper-for-tests.ts';
import { articleView } from './views/article.ts';
import { listView } from './views/lists.ts';

const [first] = stories(1);
const content = contentOf(first === undefined ? [] : [first]);

/** The address of the card that the head of the story's page names. */
function headCard(edition: Edition): string | undefined {
  const row = [...edition.published.values()][0];
  if (row === undefined) throw new Error('No story');
  return cardOf(articleView(edition, row, bodyOf('Text.')).frame.head);
}

function cardOf(head: readonly object[]): string | undefined {
  return /"([^"]*\/cards\/[^"?]*)\?/.exec(JSON.stringify(head))?.[1];
}

function drawing(canDraw: (view: CardView) => boolean): Edition {
  return editionOf(content, { canDraw });
}

describe('a card that the faces at hand cannot set', () => {
  it('is not drawn, and no page names it', () => {
    const edition = drawing((view) => view.kind !== 'article');
    expect(cardJobs(edition).map(({ view }) => view.kind)).toEqual(['front', 'section']);
    expect(headCard(edition)).toMatch(/\/cards\/[^/]+\/index\.png$/);
  });

  it('gives way to the front page’s where the section’s cannot be set either', () => {
    const edition = drawing((view) => view.kind === 'front');
    expect(headCard(edition)).toMatch(/\/cards\/index\.png$/);
    const section = listView(edition, 'en', { kind: 'section', id: first?.data.section ?? '' });
    expect(cardOf(section.frame.head)).toMatch(/\/cards\/index\.png$/);
  });

  it('leaves pages without a picture where none can be set', () => {
    const edition = drawing(() => false);
    expect(cardJobs(edition)).toEqual([]);
    expect(headCard(edition)).toBeUndefined();
  });

  it('every named card is one that is drawn', () => {
    for (const kinds of [['front', 'section', 'article'], ['front', 'article'], ['section']]) {
      const edition = drawing((view) => kinds.includes(view.kind));
      const drawn = cardJobs(edition).map(({ address }) => address);
      const named = headCard(edition);
      expect(drawn.some((address) => named?.endsWith(address))).toBe(true);
    }
  });
});
