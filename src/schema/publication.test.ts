import { describe, expect, it } from 'vitest';
import { publication } from './publication.ts';

const PAPER = {
  id: 'gazette.example,2025',
  name: 'The Gazette',
  description: 'News',
  url: 'https://gazette.example',
  timeZone: 'Europe/Riga',
  defaultLanguage: 'en',
  languages: ['en'],
};

const faultsOf = (social: Record<string, string>) =>
  publication
    .safeParse({ ...PAPER, social })
    .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];

describe('a name elsewhere', () => {
  it.each([
    { bluesky: 'gazette.example' },
    { bluesky: '@gazette.bsky.social' },
    { bluesky: 'did:plc:ewvi7nxzyoun6zhxrhs64oiz' },
    { bluesky: 'https://bsky.app/profile/gazette.example' },
    { facebook: 'harbour.gazette' },
    { facebook: 'Газета-12345' },
    { facebook: 'pages/Gazette/12345' },
    { facebook: 'https://www.facebook.com/profile.php?id=12345' },
    { telegram: '@gazette', instagram: 'gazette', youtube: '@gazette', x: 'gazette' },
  ])('may be %j', (social) => {
    expect(faultsOf(social)).toEqual([]);
  });

  it.each([
    [{ bluesky: 'gazette' }, 'is no Bluesky name'],
    [{ facebook: 'Harbour Gazette' }, 'is neither a name without spaces nor'],
    [{ facebook: 'facebook.com/gazette' }, 'is neither a name without spaces nor'],
    [{ telegram: 't.me/gazette' }, 'is neither a name without spaces nor'],
    [{ x: 'https://' }, 'is neither a name without spaces nor'],
  ])('is none that leads nowhere: %j', (social, message) => {
    expect(faultsOf(social)).toEqual([expect.stringContaining(message)]);
  });
});
