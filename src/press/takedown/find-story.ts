import { nearest, printable } from '../../problems.ts';
import { memoryArchive } from '../../store/memory-archive.ts';
import { createReferences } from '../../store/references.ts';
import type { Content } from '../../store/rows.ts';
import { faultyRow } from './faulty-row.ts';
import { storyFiles } from './files.ts';
import type { PaperFiles } from './files.ts';
import { TakedownError } from './takedown-error.ts';

/** The path of the story that is meant: by its path, its file or an address. Throws where none is. */
export function findStory(content: Content, files: PaperFiles, given: string): string {
  const stories = storyFiles(files);
  const written = given.trim().replaceAll('\\', '/').normalize('NFC');
  const root = files.folder.root.replaceAll('\\', '/').normalize('NFC');
  const within = written.startsWith(`${root}/`) ? written.slice(root.length + 1) : written;
  const bare = within
    .replace(/^(?:\.\/)+/, '')
    .replace(/^(?:[^/:]+\/)?articles\//, '')
    .replace(/\.md$/i, '');
  if (stories.has(bare)) return bare;
  const isAddress = /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(written);
  const address = isAddress ? written : `/${written}`;
  const sound = new Set(content.articles.map((row) => row.path));
  const faulty = [...stories].flatMap(([name, file]) =>
    sound.has(name) ? [] : [faultyRow(content, files, name, file)],
  );
  const all = [...content.articles, ...faulty];
  const reference = createReferences(memoryArchive({ ...content, articles: all })).resolve(
    address,
    'publication.yaml',
  );
  if (reference.kind === 'inside' && reference.target.kind === 'article') {
    return reference.target.path;
  }
  const slug = bare.slice(bare.lastIndexOf('/') + 1);
  const near =
    nearest(bare, stories.keys()) ??
    [...stories.keys()].find((name) => name.endsWith(`/${slug}`)) ??
    nearestSlug(slug, stories);
  throw new TakedownError(
    `There is no story "${printable(given)}"; nothing was changed.\n${
      near === undefined ? 'Name it by its path: en/2026/09/slug' : `Did you mean ${near}?`
    }`,
  );
}

function nearestSlug(slug: string, stories: ReadonlyMap<string, string>): string | undefined {
  const bySlug = new Map([...stories.keys()].map((name) => [name.split('/').at(-1) ?? '', name]));
  return bySlug.get(nearest(slug, bySlug.keys()) ?? '');
}
