import { toSlug } from '../../addresses.ts';
import type { ArticleRow, Content } from '../../store/rows.ts';
import { parseMoment } from '../../time.ts';
import { frontMatterOf, textIn, textsIn } from './files.ts';
import type { PaperFiles } from './files.ts';

/** What is known of a story with mistakes in it, which is not among the content. */
export function faultyRow(
  content: Content,
  files: PaperFiles,
  storyPath: string,
  file: string,
): ArticleRow {
  const [language = '', year = '', month = '', slug = ''] = storyPath.split('/');
  const data = frontMatterOf(files, file);
  const published = parseMoment(textIn(data, 'published') ?? '', content.publication.data.timeZone);
  const translationOf = textIn(data, 'translationOf');
  return {
    path: storyPath,
    data: {
      headline: textIn(data, 'headline') ?? slug,
      published: '',
      section: '',
      kind: 'news',
      appeal: true,
      noindex: false,
      draft: false,
      redirectFrom: textsIn(data, 'redirectFrom'),
      related: textsIn(data, 'related'),
      ...(translationOf === undefined ? {} : { translationOf }),
    },
    facts: {
      line: 1,
      words: 0,
      firstParagraph: '',
      links: [],
      pictures: {},
      pictureUpdates: {},
      file,
      language,
      year,
      month,
      slug,
      digest: '',
      identity: storyPath,
      published: typeof published === 'number' ? published : 0,
      updated: undefined,
      corrections: [],
      live: undefined,
      updates: [],
      topics: textsIn(data, 'topics').map((name) => ({ slug: toSlug(name), name })),
      lead: undefined,
      socialImage: undefined,
    },
  };
}
