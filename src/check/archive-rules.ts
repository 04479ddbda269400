/** Rules that look at the whole archive: doubles, orphans, what the publication leaves out. */
import type { Archive, StoryEntry } from '../store/archive.ts';
import { topicNames } from '../store/topic-names.ts';
import { parseMoment } from '../time.ts';
import { byRule } from './rule.ts';
import type { Finding, Rule } from './rule.ts';

const DUPLICATE: Rule = {
  id: 'headline-duplicate',
  severity: 'warning',
  asks: 'No two stories of a language have the same headline.',
  source: 'Google News: titles tell articles apart; feed readers merge equal titles',
};

const ORPHANED_AUTHOR: Rule = {
  id: 'author-orphaned',
  severity: 'warning',
  asks: 'Every author has a story.',
  source: 'the trade: a page of nothing is printed for none',
};

const ORPHANED_SECTION: Rule = {
  id: 'section-orphaned',
  severity: 'warning',
  asks: 'Every section has a story.',
  source: 'the trade',
};

const ORPHANED_TOPIC: Rule = {
  id: 'topic-orphaned',
  severity: 'notice',
  asks: 'Every topic that has a file has a story.',
  source: 'the trade',
};

const SHORT_SERIES: Rule = {
  id: 'series-short',
  severity: 'notice',
  asks: 'A series has at least two stories.',
  source: 'the trade',
};

const BARE_AUTHOR: Rule = {
  id: 'author-bare',
  severity: 'notice',
  asks: 'An author has a few words about themselves.',
  source: 'Google Search Central, “ProfilePage”; quality raters look for who wrote it',
};

const NO_LOGO: Rule = {
  id: 'publication-logo',
  severity: 'warning',
  asks: 'The publication has a logo.',
  source: 'Google Search Central, “Organization structured data”',
};

const NO_ICON: Rule = {
  id: 'publication-icon',
  severity: 'warning',
  asks: 'The publication has an icon of 512 pixels or more.',
  source: 'Google Search Central, “Favicons”; web app manifest',
};

const NO_CONTACT: Rule = {
  id: 'publication-contact',
  severity: 'warning',
  asks: 'Readers can reach the newsroom.',
  source: 'Google News policies on transparency',
};

const NO_POLICIES: Rule = {
  id: 'publication-policies',
  severity: 'notice',
  asks: 'The publication states its policies: corrections, ethics, ownership.',
  source: 'schema.org NewsMediaOrganization; The Trust Project',
};

const SECURITY_EXPIRED: Rule = {
  id: 'security-expired',
  severity: 'warning',
  asks: 'The security contact has not expired.',
  source: 'RFC 9116, section 2.5.5',
};

/** Every rule that looks at the whole archive. */
export const ARCHIVE_RULES: readonly Rule[] = [
  DUPLICATE,
  ORPHANED_AUTHOR,
  ORPHANED_SECTION,
  ORPHANED_TOPIC,
  SHORT_SERIES,
  BARE_AUTHOR,
  NO_LOGO,
  NO_ICON,
  NO_CONTACT,
  NO_POLICIES,
  SECURITY_EXPIRED,
];

/** What they find. `at`: the moment of the check, in milliseconds since 1970. */
export function lookAtArchive(archive: Archive, at: number): Finding[] {
  const published = archive.entries.filter(({ draft }) => !draft);
  return [
    ...duplicates(archive, published),
    ...orphans(archive, published),
    ...publication(archive, at),
  ];
}

function duplicates(archive: Archive, entries: readonly StoryEntry[]): Finding[] {
  const first = new Map<string, string>();
  return entries.flatMap(({ path, language }) => {
    const { headline } = archive.card(path).data;
    const key = `${language} ${headline.toLowerCase()}`;
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, path);
      return [];
    }
    return [
      byRule(DUPLICATE, {
        file: `articles/${path}.md`,
        field: 'headline',
        value: headline,
        message: `is the headline of ${other} too`,
        mend: 'say what is new',
      }),
    ];
  });
}

function orphans(archive: Archive, entries: readonly StoryEntry[]): Finding[] {
  const used = (namesOf: (entry: StoryEntry) => readonly string[]) => {
    const counts = new Map<string, number>();
    for (const entry of entries) {
      for (const name of namesOf(entry)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return counts;
  };
  const authors = used((entry) => [...entry.authors, ...entry.contributors]);
  const sections = used(({ section }) => [section]);
  const series = used((entry) => (entry.series === undefined ? [] : [entry.series]));
  const named = topicNames(archive.topics);
  const topics = used((entry) => entry.topics.flatMap((slug) => named.get(slug)?.slug ?? []));
  const nobody = (rule: Rule, folder: string, id: string, mend: string) =>
    byRule(rule, { file: `${folder}/${id}.yaml`, line: 1, message: 'is named by no story', mend });
  return [
    ...archive.authors.flatMap(({ id, data }) => [
      ...(authors.has(id)
        ? []
        : [nobody(ORPHANED_AUTHOR, 'authors', id, 'remove the file, or name the author')]),
      ...(data.bio === undefined
        ? [
            byRule(BARE_AUTHOR, {
              file: `authors/${id}.yaml`,
              field: 'bio',
              message: 'is missing',
              mend: 'add two sentences about them',
            }),
          ]
        : []),
    ]),
    ...archive.sections.flatMap(({ id }) =>
      sections.has(id) ? [] : [nobody(ORPHANED_SECTION, 'sections', id, 'remove the file')],
    ),
    ...archive.topics.flatMap(({ id }) =>
      topics.has(id) ? [] : [nobody(ORPHANED_TOPIC, 'topics', id, 'remove the file')],
    ),
    ...archive.series.flatMap(({ id }) => {
      const count = series.get(id) ?? 0;
      if (count >= 2) return [];
      const message = count === 0 ? 'is named by no story' : 'has a single story';
      return [
        byRule(SHORT_SERIES, {
          file: `series/${id}.yaml`,
          line: 1,
          message,
          mend: 'remove it, or go on with it',
        }),
      ];
    }),
  ];
}

function publication(archive: Archive, at: number): Finding[] {
  const { data, logo, icon } = archive.publication;
  const missing = (rule: Rule, field: string, message: string, mend: string) =>
    byRule(rule, { file: 'publication.yaml', field, message, mend });
  const policies = (['corrections', 'ethics', 'ownership'] as const).filter(
    (name) => data.policies?.[name] === undefined,
  );
  const expires =
    data.security === undefined ? undefined : parseMoment(data.security.expires, data.timeZone);
  return [
    ...(logo === undefined ? [missing(NO_LOGO, 'logo', 'is missing', 'add `logo: …`')] : []),
    ...(icon === undefined || icon.width < 512 || icon.height < 512
      ? [
          missing(
            NO_ICON,
            'icon',
            icon === undefined ? 'is missing' : `is ${icon.width} by ${icon.height} pixels`,
            'add a square picture of 512 pixels or more',
          ),
        ]
      : []),
    ...(data.contact === undefined
      ? [missing(NO_CONTACT, 'contact', 'is missing', 'add `contact: { email: … }`')]
      : []),
    ...(policies.length > 0
      ? [
          missing(
            NO_POLICIES,
            'policies',
            `has no page for ${policies.join(', ')}`,
            'write the pages and name them',
          ),
        ]
      : []),
    ...(typeof expires === 'number' && expires <= at
      ? [
          missing(
            SECURITY_EXPIRED,
            'security.expires',
            'is past, so nobody will trust security.txt',
            'set it at most a year ahead',
          ),
        ]
      : []),
  ];
}
