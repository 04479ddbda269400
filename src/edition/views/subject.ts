/** What a list is about, in a language. */
import type { PictureView } from '../../pictures/picture.ts';
import { authorName, paperText } from '../names.ts';
import { pictureView } from '../pictures.ts';
import type { Sheet } from '../sheet.ts';
import type { ListInputs } from '../unit.ts';
import type { ListView } from '../view.ts';

/** What is said of a list's subject. */
export interface SubjectFacts {
  title: string;
  description: string | undefined;
  picture: PictureView | undefined;
  author: ListView['author'];
}

/** What is said of a section, topic, author or series. */
export function subjectFacts(
  sheet: Sheet,
  { language, namedBy, subject }: Pick<ListInputs, 'language' | 'namedBy' | 'subject'>,
): SubjectFacts {
  const { id, kind } = subject;
  if (kind === 'author') {
    const row = sheet.author(id);
    return {
      title: authorName(sheet, id, language),
      description: paperText(sheet, row?.data.bio, language),
      picture: pictureView(sheet, row?.picture, 'portrait'),
      author: {
        role: paperText(sheet, row?.data.role, language),
        email: row?.data.email,
        links: row?.data.links ?? [],
      },
    };
  }
  const row = sheet[kind](id);
  const written =
    namedBy === null
      ? undefined
      : sheet.card(namedBy).facts.topics.find(({ slug }) => slug === id)?.name;
  return {
    title: paperText(sheet, row?.data.name, language) ?? written ?? id,
    description: paperText(sheet, row?.data.description, language),
    picture: pictureView(sheet, row?.picture),
    author: undefined,
  };
}
