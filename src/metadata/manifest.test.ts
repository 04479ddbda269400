import { describe, expect, it } from 'vitest';

import { webManifest } from './manifest.ts';
import type { ManifestFacts } from './manifest.ts';

interface Manifest {
  id?: string;
  start_url: string;
  scope: string;
  icons: { src: string; sizes: string; type: string }[];
}

const facts: ManifestFacts = {
  name: 'The Harbour Gazette',
  shortName: 'Gazette',
  description: 'News of the harbour',
  language: 'ar',
  accent: '#7a1f1f',
  icons: [{ address: '/assets/icons/3f-192.png', size: 192 }],
};

const written = JSON.parse(webManifest(facts)) as Manifest;

describe('the web manifest', () => {
  it.each([
    'https://paper.example/',
    'https://host.example/any/sub/path/',
    'http://127.0.0.1:8080/ipfs/x/',
  ])('stays inside the edition when it is served at %s', (mount) => {
    const at = (address: string) => new URL(address, `${mount}manifest.webmanifest`).href;
    expect(at(written.scope)).toBe(mount);
    expect(at(written.start_url)).toBe(`${mount}index.html`);
    expect(written.icons.map(({ src }) => at(src))).toEqual([`${mount}assets/icons/3f-192.png`]);
  });

  it('says nothing that holds for one host only', () => {
    expect(written.id).toBeUndefined();
    expect(webManifest(facts)).not.toMatch(/"(?:\w+:|\/)/);
  });

  it('tells the size and type of every icon', () => {
    expect(written.icons).toEqual([
      expect.objectContaining({ sizes: '192x192', type: 'image/png', purpose: 'any' }),
    ]);
  });

  it('speaks the language of the paper in its direction', () => {
    expect(written).toMatchObject({ lang: 'ar', dir: 'rtl', short_name: 'Gazette' });
  });

  it('leaves out a description that there is not', () => {
    expect(JSON.parse(webManifest({ ...facts, description: '' }))).not.toHaveProperty(
      'description',
    );
  });
});
