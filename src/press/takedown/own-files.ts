/** Which files go with a story: its own, and the pictures that nothing else shows. */
import path from 'node:path';
import { parseBody } from '../../store/body/parse.ts';
import { resolveFile } from '../../store/folder.ts';
import type { ArticleRow, Content, PictureUse, TextFacts } from '../../store/rows.ts';
import { splitFrontMatter } from '../../store/yaml.ts';
import { fieldIn, frontMatterOf, isPicture, textIn } from './files.ts';
import type { PaperFiles } from './files.ts';
import { decoded } from './passages.ts';
import type { Step } from './step.ts';

/** The files that go, and what is to be said of them. */
export interface OwnFiles {
  gone: string[];
  /** The folder of the story's own name, where nothing is left in it. */
  goneFolder: string | undefined;
  changes: Step[];
  notes: Step[];
}

/** What becomes of the files of the story `row`; `edited` are the new texts of others. */
export function ownFiles(
  content: Content,
  files: PaperFiles,
  row: ArticleRow,
  edited: ReadonlyMap<string, string>,
): OwnFiles {
  const { folder } = files;
  const { file } = row.facts;
  const changes: Step[] = [];
  const notes: Step[] = [];
  const change = (of: string, what: string) => changes.push({ file: of, line: undefined, what });
  const ownFolder = `${file.replace(/\.md$/i, '')}/`;
  const inOwn = [...folder.files].filter((other) => other.startsWith(ownFolder));
  const users = pictureUsers(content, row.path, edited);
  const sound = soundFiles(content);
  const gone = new Set([file]);
  const redirects = row.data.redirectFrom ?? [];
  const and = redirects.length === 0 ? '' : `, and with it its address ${redirects.join(', ')}`;
  change(file, `is deleted: “${row.data.headline}”${and}`);
  const pictures = new Set([...shownPictures(files, row), ...inOwn.filter(isPicture)]);
  for (const picture of pictures) {
    const by = users.get(picture) ?? faultyUsers(picture, files, row, sound);
    if (by.length > 0) {
      const what = `stays, because it is used by ${by.join(', ')}`;
      notes.push({ file: picture, line: undefined, what });
      continue;
    }
    gone.add(picture);
    change(picture, 'is deleted: no other uses this picture');
    const sidecar = `${picture}.yaml`;
    if (!folder.files.has(sidecar)) continue;
    gone.add(sidecar);
    change(sidecar, 'is deleted with its picture');
  }
  for (const other of inOwn) {
    const picture = other.replace(/\.yaml$/, '');
    if (gone.has(other) || isPicture(other) || (pictures.has(picture) && !gone.has(picture))) {
      continue;
    }
    gone.add(other);
    change(other, 'is deleted with the folder of the story');
  }
  const empty = inOwn.length > 0 && inOwn.every((other) => gone.has(other));
  return {
    gone: [...gone],
    goneFolder: empty ? ownFolder.slice(0, -1) : undefined,
    changes,
    notes,
  };
}

/** The pictures that the story names, in its fields and in its text. */
function shownPictures(files: PaperFiles, { facts: { file, language } }: ArticleRow): Set<string> {
  const { folder, texts } = files;
  const parts = splitFrontMatter(texts.get(file) ?? '');
  if (parts === undefined) return new Set();
  const data = frontMatterOf(files, file);
  const { body } = parseBody(parts.body, { file, firstLine: parts.bodyLine, language });
  const described = fieldIn(data, 'pictures');
  const references = [
    textIn(data, 'lead', 'image'),
    textIn(data, 'social', 'image'),
    ...Object.keys(typeof described === 'object' && described !== null ? described : {}),
    ...body.facts.pictures.map(({ src }) => src),
  ];
  return new Set(
    references.flatMap((reference) => {
      const found = reference === undefined ? undefined : resolveFile(folder, file, reference);
      return found !== undefined && isPicture(found) && folder.files.has(found) ? [found] : [];
    }),
  );
}

/** What shows each picture when the story at `gone` is gone. */
function pictureUsers(
  { articles, pages, appeals, publication, ...named }: Content,
  gone: string,
  edited: ReadonlyMap<string, string>,
): Map<string, string[]> {
  const users = new Map<string, string[]>();
  const use = (picture: string | undefined, user: string) => {
    if (picture === undefined) return;
    const list = users.get(picture);
    if (list === undefined) users.set(picture, [user]);
    else if (!list.includes(user)) list.push(user);
  };
  const inText = (facts: TextFacts & { file: string; language: string }) => {
    const shown = picturesLeft(edited.get(facts.file), facts);
    for (const [src, { file }] of Object.entries(facts.pictures)) {
      if (shown === undefined || shown.has(src)) use(file, facts.file);
    }
  };
  for (const { path: name, facts } of articles) {
    if (name === gone) continue;
    use(facts.lead?.file, facts.file);
    use(facts.socialImage?.file, facts.file);
    inText(facts);
  }
  for (const { facts } of [...pages, ...appeals]) inText(facts);
  for (const place of ['authors', 'sections', 'series', 'topics'] as const) {
    const rows: readonly { id: string; picture: PictureUse | undefined }[] = named[place];
    for (const { id, picture } of rows) use(picture?.file, `${place}/${id}.yaml`);
  }
  for (const part of ['logo', 'icon', 'nameplate'] as const) {
    use(publication[part]?.file, 'publication.yaml');
  }
  return users;
}

/** The pictures of a text that was changed, if it was: an embed takes its picture with it. */
function picturesLeft(
  text: string | undefined,
  { file, language }: { file: string; language: string },
): Set<string> | undefined {
  const parts = text === undefined ? undefined : splitFrontMatter(text);
  if (parts === undefined) return undefined;
  const { body } = parseBody(parts.body, { file, firstLine: parts.bodyLine, language });
  return new Set(body.facts.pictures.map(({ src }) => src));
}

/** Files with mistakes that may show the picture: its name stands in them. */
function faultyUsers(
  picture: string,
  { texts }: PaperFiles,
  row: ArticleRow,
  sound: ReadonlySet<string>,
): string[] {
  const name = path.posix.basename(picture).normalize('NFC');
  return [...texts].flatMap(([file, text]) => {
    const isSidecar = isPicture(file.replace(/\.yaml$/i, ''));
    if (sound.has(file) || isSidecar || file === row.facts.file) return [];
    return decoded(text).normalize('NFC').includes(name) ? [file] : [];
  });
}

/** The files of which `content` knows everything; others have mistakes. */
function soundFiles(content: Content): Set<string> {
  const rows = [...content.articles, ...content.pages, ...content.appeals];
  const files = new Set(['publication.yaml', 'theme.css', ...rows.map(({ facts }) => facts.file)]);
  for (const place of ['authors', 'sections', 'series', 'topics'] as const) {
    for (const { id } of content[place]) {
      files.add(`${place}/${id}.yaml`);
      files.add(`${place}/${id}.yml`);
    }
  }
  return files;
}
