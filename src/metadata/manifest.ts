/** The web manifest: what a phone needs to put the paper on its home screen. */
import { encodeAddress } from '../addresses.ts';
import { direction } from '../locales/locales.ts';

/** What the manifest says. */
export interface ManifestFacts {
  name: string;
  shortName: string;
  description: string;
  language: string;
  /** CSS colour. */
  accent: string;
  /** PNG files, square. */
  icons: {
    /** Address inside the site. */
    address: string;
    /** Pixels. */
    size: number;
  }[];
}

/** `--paper` of the house's light style. */
const PAPER = '#fbf8f1';

/**
 * The manifest for a file at the root of the edition. It has no `id`: that is resolved against the
 * host, not the manifest, so only the default, `start_url`, is right under every mount.
 */
export function webManifest(facts: ManifestFacts): string {
  const { name, shortName, description, language, accent, icons } = facts;
  const manifest = {
    name,
    short_name: shortName,
    ...(description === '' ? {} : { description }),
    lang: language,
    dir: direction(language),
    start_url: './index.html',
    scope: './',
    display: 'minimal-ui',
    background_color: PAPER,
    theme_color: accent,
    icons: icons.map(({ address, size }) => ({
      src: `.${encodeAddress(address)}`,
      sizes: `${String(size)}x${String(size)}`,
      type: 'image/png',
      purpose: 'any',
    })),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
