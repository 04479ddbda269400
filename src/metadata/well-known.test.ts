import { describe, expect, it } from 'vitest';
import { wellKnownFiles } from './well-known.ts';
import type { WellKnownFacts } from './well-known.ts';

function files(
  changes: Partial<WellKnownFacts['publication']> = {},
  policy?: string,
  origin = 'https://gazette.example',
) {
  const facts: WellKnownFacts = {
    origin,
    name: 'The Gazette',
    people: [
      { name: 'Anna Kalnina', role: 'Editor' },
      { name: 'Boris\nDisallow: /', role: undefined },
    ],
    policy,
    publication: {
      contact: { email: 'desk@gazette.example' },
      languages: ['en', 'ru'],
      robots: { ai: 'disallow' },
      security: undefined,
      indexNow: undefined,
      standardSite: undefined,
      timeZone: 'Europe/Riga',
      ...changes,
    },
  };
  return new Map(wellKnownFiles(facts).map(({ address, text }) => [address, text]));
}

describe('security.txt', () => {
  const security = { contact: 'mailto:security@gazette.example', expires: '2027-06-30' };

  it('has the fields that RFC 9116 requires, the moment in UTC', () => {
    expect(files({ security }).get('/.well-known/security.txt')).toBe(
      'Contact: mailto:security@gazette.example\n' +
        'Expires: 2027-06-29T21:00:00Z\n' +
        'Preferred-Languages: en, ru\n' +
        'Canonical: https://gazette.example/.well-known/security.txt\n',
    );
  });

  it('stands at the root of the host, and names no address without TLS', () => {
    const text = (origin: string) =>
      files({ security }, undefined, origin).get('/.well-known/security.txt');
    expect(text('https://host.example/gazette')).toContain(
      'Canonical: https://host.example/.well-known/security.txt\n',
    );
    expect(text('http://gazette.onion')).not.toContain('Canonical');
  });

  it('is not there where nobody is named', () => {
    expect(files().has('/.well-known/security.txt')).toBe(false);
  });
});

describe('the reservation of rights', () => {
  it('holds where training is not allowed, and names the policy', () => {
    const text = files({}, 'https://gazette.example/rules.html').get('/.well-known/tdmrep.json');
    expect(JSON.parse(text ?? '')).toEqual([
      { location: '/', 'tdm-reservation': 1, 'tdm-policy': 'https://gazette.example/rules.html' },
    ]);
    const below = files({}, undefined, 'https://host.example/gazette');
    expect(below.get('/.well-known/tdmrep.json')).toContain('"location": "/gazette/"');
    expect(files({ robots: { ai: 'allow' } }).has('/.well-known/tdmrep.json')).toBe(false);
  });
});

describe('the other files', () => {
  it('name the people, one a line', () => {
    const text = files().get('/humans.txt') ?? '';
    expect(text).toContain('Editor: Anna Kalnina\n');
    expect(text).toContain('\nBoris Disallow: /\n');
    expect(text).toContain('Contact: desk@gazette.example\n');
  });

  it('prove the key of IndexNow', () => {
    expect(files({ indexNow: { key: 'abcd1234' } }).get('/abcd1234.txt')).toBe('abcd1234');
  });

  it('prove the record at standard.site, and nothing else', () => {
    const publication = 'at://did:plc:abc/site.standard.publication/main';
    expect(
      files({ standardSite: { publication } }).get('/.well-known/site.standard.publication'),
    ).toBe(publication);
    expect(files().has('/.well-known/site.standard.publication')).toBe(false);
  });
});
