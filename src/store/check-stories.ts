/** The checks of stories against each other: how they spell their topics, by what they are known. */
import { toSlug } from '../addresses.ts';
import { plainStartOf, specificOf } from '../feeds/ids.ts';
import type { Check } from './check.ts';
import { fault, warn } from './reader.ts';
import { fileOf } from './stories.ts';
import { topicNames } from './topic-names.ts';
import type { TopicNames } from './topic-names.ts';

/** The spellings of topics without a file, in one language: the name in NFC, and the slug. */
type Spellings = ReadonlyMap<string, { name: string; slug: string }>;

/** Two spellings of one topic, in stories of one language. */
export function checkSpellings({ stories, places, suspects }: Check): void {
  const filed = topicNames(places.topics);
  const doubtful = new Map(
    [...stories.spellings].map(([language, written]) => [language, doubtfulOf(written, filed)]),
  );
  if ([...doubtful.values()].every(({ size }) => size === 0)) return;
  const firsts = new Map<string, { name: string; index: number }>();
  stories.topics().forEach((names, index) => {
    const language = stories.entries[index]?.language ?? '';
    const spellings = doubtful.get(language);
    if (spellings === undefined) return;
    names.forEach((written, position) => {
      const spelling = spellings.get(written);
      if (spelling === undefined) return;
      const { name, slug } = spelling;
      // Of two spellings in one story the first counts.
      const before = names
        .slice(0, position)
        .flatMap((other) => spellings.get(other) ?? [])
        .find((other) => other.slug === slug);
      if (before !== undefined) {
        if (before.name.toLowerCase() === name.toLowerCase()) return;
        suspects.add(index, (suspect, problems) => {
          warn(
            { problems },
            suspect.at('topics', position),
            `is the same topic as “${before.name}”, because only letters and digits tell topics apart, and is left out`,
            'write one of the two in words, or remove this one',
          );
        });
        return;
      }
      const key = `${language} ${slug}`;
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, { name, index });
      else if (first.name !== name) {
        suspects.add(index, (suspect, problems) => {
          warn(
            { problems },
            suspect.at('topics', position),
            `is another spelling of the topic “${first.name}” in ${fileOf(stories, first.index)}`,
            `write it the same, or add content/topics/${slug}.yaml with the right name`,
          );
        });
      }
    });
  });
}

/** Those spellings whose topic has no file, and others beside them. */
function doubtfulOf(written: ReadonlySet<string>, filed: TopicNames): Spellings {
  const bySlug = new Map<string, Map<string, string>>();
  for (const one of written) {
    const slug = toSlug(one);
    if (slug === '' || filed.has(slug)) continue;
    const spellings = bySlug.get(slug);
    if (spellings === undefined) bySlug.set(slug, new Map([[one, one.normalize('NFC')]]));
    else spellings.set(one, one.normalize('NFC'));
  }
  return new Map(
    [...bySlug].flatMap(([slug, spellings]) =>
      new Set(spellings.values()).size < 2
        ? []
        : [...spellings].map(([one, name]) => [one, { name, slug }] as const),
    ),
  );
}

/** So few identities are looked for among all by how they begin; else all are told apart. */
const FEW = 10;

/** Identities are permanent keys in feed readers: two stories must never share one. */
export function checkIdentities({ scope, stories, suspects }: Check): void {
  const { entries } = stories;
  const sought = scope.stories?.map((index) => entries[index]?.identity ?? '');
  if (sought?.length === 0) return;
  const starts = sought === undefined || sought.length > FEW ? [''] : sought.map(plainStartOf);
  const mayBeSought = (identity: string) =>
    starts.some((start) => identity.startsWith(start)) || identity.includes('%');
  const seen = new Map<string, number>();
  entries.forEach(({ identity }, index) => {
    if (!mayBeSought(identity)) return;
    const specific = specificOf(identity);
    const other = seen.get(specific);
    if (other === undefined) {
      seen.set(specific, index);
      return;
    }
    suspects.add(index, (suspect, problems) => {
      fault(
        { problems },
        { ...suspect.at('id'), value: identity },
        `is the identity of ${fileOf(stories, other)} too`,
        'give each story its own, or remove `id`',
      );
    });
  });
}
