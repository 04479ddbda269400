/** Small newspapers, written for one test. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { stringify } from 'yaml';
import { temporaryFolder } from './run.ts';

export type Fields = Record<string, unknown>;

/** A file with front matter. */
export interface Text {
  fields?: Fields;
  body?: string;
}

/** What is in a paper; paths have no ending. Fields add to what a sound file has. */
export interface Paper {
  publication?: Fields;
  authors?: Record<string, Fields>;
  sections?: Record<string, Fields>;
  /** By path: `en/2026/11/slug`. */
  stories?: Record<string, Text>;
  /** By path: `en/about`. */
  pages?: Record<string, Text>;
  /** Anything else, verbatim, by its path with its ending. */
  files?: Record<string, string | Uint8Array>;
}

const PUBLICATION: Fields = {
  id: 'paper.example,2026',
  name: 'The Paper',
  description: 'A paper for a test.',
  url: 'https://paper.example',
  timeZone: 'Europe/Riga',
  defaultLanguage: 'en',
  languages: ['en'],
};

const STORY: Fields = {
  headline: 'A story',
  published: '2026-11-20T08:00',
  authors: ['anna'],
  section: 'world',
};

/** Writes a paper into a new folder; gives back the folder. */
export function writePaper(paper: Paper): string {
  const folder = temporaryFolder();
  const put = (file: string, content: string | Uint8Array) => {
    const place = join(folder, file);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content);
  };
  put('publication.yaml', stringify({ ...PUBLICATION, ...paper.publication }));
  for (const [id, fields] of Object.entries(paper.authors ?? { anna: {} })) {
    put(`authors/${id}.yaml`, stringify({ name: 'Anna Example', ...fields }));
  }
  for (const [id, fields] of Object.entries(paper.sections ?? { world: {} })) {
    put(`sections/${id}.yaml`, stringify({ name: 'World', ...fields }));
  }
  for (const [path, text] of Object.entries(paper.stories ?? {})) {
    put(`articles/${path}.md`, markdown({ ...STORY, ...text.fields }, text.body));
  }
  for (const [path, text] of Object.entries(paper.pages ?? {})) {
    put(`pages/${path}.md`, markdown({ title: 'A page', ...text.fields }, text.body));
  }
  for (const [file, content] of Object.entries(paper.files ?? {})) put(file, content);
  return folder;
}

/** A text with front matter as an editor writes it: one field a line. */
export function markdown(fields: Fields, body = 'One paragraph.'): string {
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n\n${body}\n`;
}

/** A picture of one colour, as a JPEG. */
export async function picture(
  colour = '#3a6ea5',
  width = 640,
  height = 400,
  exif?: Parameters<ReturnType<typeof sharp>['withExif']>[0],
): Promise<Buffer> {
  const image = sharp({ create: { width, height, channels: 3, background: colour } }).jpeg();
  return (exif === undefined ? image : image.withExif(exif)).toBuffer();
}
