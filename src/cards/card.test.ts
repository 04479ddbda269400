import { describe, expect, it } from 'vitest';

import { cardDigest, cardType, type CardView } from './card.ts';

const view: CardView = {
  kind: 'article',
  language: 'en',
  dir: 'ltr',
  paper: 'The Harbour Gazette',
  section: 'City',
  headline: 'Ice closes the port',
  line: 'Marta Ozola',
  accent: '#1f4e6b',
  nameplate: { ink: '#111111', ground: '#ffffff' },
  picture: { digest: 'abc', focus: [0.5, 0.5] },
};

describe('the digest of a card', () => {
  it('is sixteen hexadecimal digits and the same for the same view', () => {
    expect(cardDigest(view, '1')).toMatch(/^[0-9a-f]{16}$/u);
    expect(cardDigest(structuredClone(view), '1')).toBe(cardDigest(view, '1'));
  });

  const changes: Record<keyof CardView, Partial<CardView>> = {
    kind: { kind: 'section' },
    language: { language: 'en-GB' },
    dir: { dir: 'rtl' },
    paper: { paper: 'The Gazette' },
    section: { section: 'World' },
    headline: { headline: 'Ice opens the port' },
    line: { line: '' },
    accent: { accent: '#1f4e6c' },
    nameplate: { nameplate: { ink: '#111111', ground: '#fffffe' } },
    mark: { mark: 'Live' },
    picture: { picture: { digest: 'abc', focus: [0.5, 0.4] } },
    portrait: { portrait: { digest: 'abc', focus: [0.5, 0.4] } },
  };
  it.each(Object.entries(changes))('changes with %s', (_field, change) => {
    expect(cardDigest({ ...view, ...change }, '1')).not.toBe(cardDigest(view, '1'));
  });

  it('changes with the bytes of the picture and with the code that draws', () => {
    const other: CardView = { ...view, picture: { digest: 'abd', focus: [0.5, 0.5] } };
    expect(cardDigest(other, '1')).not.toBe(cardDigest(view, '1'));
    expect(cardDigest(view, '2')).not.toBe(cardDigest(view, '1'));
  });

  it('does not depend on the order of the fields or on fields that are undefined', () => {
    const reversed = Object.fromEntries(Object.entries(view).reverse()) as unknown as CardView;
    expect(cardDigest(reversed, '1')).toBe(cardDigest(view, '1'));
    const { picture: _, ...bare } = view;
    expect(cardDigest({ ...bare, picture: undefined }, '1')).toBe(cardDigest(bare, '1'));
  });

  it('keeps two fields apart whose words run into each other', () => {
    const one: CardView = { ...view, section: 'City', headline: 'Ice' };
    const two: CardView = { ...view, section: 'CityIce', headline: '' };
    expect(cardDigest(one, '1')).not.toBe(cardDigest(two, '1'));
  });
});

describe('the bytes of a card', () => {
  it('are JPEG where it has a picture or a portrait, else PNG', () => {
    const { picture, ...bare } = view;
    expect(cardType(bare)).toBe('image/png');
    expect(cardType({ ...bare, picture })).toBe('image/jpeg');
    expect(cardType({ ...bare, kind: 'author', portrait: picture })).toBe('image/jpeg');
  });
});
