import { describe, expect, it } from 'vitest';
import { pictureHtml } from './markup.ts';
import type { PictureView } from './picture.ts';

const VIEW: PictureView = {
  sources: [
    { type: 'image/avif', variants: [{ address: '/a.avif', width: 640, height: 360 }] },
    { type: 'image/jpeg', variants: [{ address: '/a.jpg', width: 640, height: 360 }] },
  ],
  fallback: { address: '/a.jpg', width: 640, height: 360 },
  alt: 'A "ship"',
  caption: undefined,
  credit: undefined,
  licence: undefined,
  focus: [0.5, 0.5],
};

describe('a picture', () => {
  it('names the better formats first and always has its size', () => {
    expect(pictureHtml(VIEW, { sizes: '50vw', loading: 'lazy' })).toBe(
      '<picture><source type="image/avif" srcset="/a.avif 640w" sizes="50vw">' +
        '<img src="/a.jpg" width="640" height="360" alt="A &#x22;ship&#x22;" loading="lazy" decoding="async"></picture>',
    );
  });

  it('that is seen first is fetched first', () => {
    const html = pictureHtml(VIEW, { sizes: '50vw', loading: 'eager', class: 'lead wide' });
    expect(html).toContain('fetchpriority="high"');
    expect(html).toContain('class="lead wide"');
    expect(html).not.toContain('loading=');
  });

  it('of one format is an img alone, with the addresses as the caller prints them', () => {
    const view = { ...VIEW, sources: VIEW.sources.slice(1) };
    expect(
      pictureHtml(view, {
        sizes: '50vw',
        loading: 'lazy',
        alt: '',
        asset: (address) => `..${address}`,
      }),
    ).toBe('<img src="../a.jpg" width="640" height="360" alt="" loading="lazy" decoding="async">');
  });
});
