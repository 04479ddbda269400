/** The checks of stories against each other: how they spell their topics, by what they are known. */
import { toSlug } from '../addresses.ts';
import type { Check } from './check.ts';
import { fault, warn } from './reader.ts';
import { fileOf } from './stories.ts';
import { topicNames } from './topic-names.ts';

/** A topic without a file, in one language: the first spelling is that of the paper. */
interface Topic {
  slug: string;
  first: { name: string; index: number } | undefined;
}

/** What a spelling means; nothing where its topic has a file, or it is no topic. */
type Spelling = { name: string; topic: Topic } | undefined;

/** Two spellings of one topic, in stories of one language. */
export function checkSpellings({ stories, places, suspects }: Check): void {
  const filed = topicNames(places.topics);
  const languages = new Map<
    string,
    { spellings: Map<string, Spelling>; topics: Map<string, Topic> }
  >();
  const spellingIn = (language: string, written: string): Spelling => {
    let known = languages.get(language);
    if (known === undefined) {
      known = { spellings: new Map(), topics: new Map() };
      languages.set(language, known);
    }
    const { spellings, topics } = known;
    if (spellings.has(written)) return spellings.get(written);
    const slug = toSlug(written);
    let spelling: Spelling;
    if (slug !== '' && !filed.has(slug)) {
      let topic = topics.get(slug);
      if (topic === undefined) topics.set(slug, (topic = { slug, first: undefined }));
      spelling = { name: written.normalize('NFC'), topic };
    }
    spellings.set(written, spelling);
    return spelling;
  };
  stories.topics.forEach((names, index) => {
    const language = stories.entries[index]?.language ?? '';
    names.forEach((written, position) => {
      const spelling = spellingIn(language, written);
      if (spelling === undefined) return;
      const { name, topic } = spelling;
      topic.first ??= { name, index };
      const { first, slug } = topic;
      if (first.name === name) return;
      // Of two spellings in one story the first counts.
      const before = names.slice(0, position);
      if (before.some((other) => spellingIn(language, other)?.topic === topic)) return;
      suspects.add(index, (suspect, problems) => {
        warn(
          { problems },
          suspect.at('topics', position),
          `is another spelling of the topic “${first.name}” in ${fileOf(stories, first.index)}`,
          `write it the same, or add content/topics/${slug}.yaml with the right name`,
        );
      });
    });
  });
}

/** Identities are permanent keys in feed readers: two stories must never share one. */
export function checkIdentities({ stories, suspects }: Check): void {
  const seen = new Map<string, number>();
  stories.entries.forEach(({ identity }, index) => {
    const other = seen.get(identity);
    if (other === undefined) {
      seen.set(identity, index);
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
