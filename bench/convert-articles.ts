/**
 * Makes a content folder of real articles: `node bench/convert-articles.ts <corpus> <content>`.
 * The corpus has `articles/*.json` and `images/`; nothing of it belongs into this repository.
 */
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { convertCorpus } from './corpus/convert.ts';
import { corpusArticle } from './corpus/corpus-article.ts';

const [corpus, content] = process.argv.slice(2);
if (corpus === undefined || content === undefined) {
  throw new Error('node bench/convert-articles.ts <corpus folder> <content folder>');
}
if ((await readdir(content).catch(() => [])).length > 0) {
  throw new Error(`${content} is not empty`);
}

const names = (await readdir(path.join(corpus, 'articles'))).filter((name) =>
  name.endsWith('.json'),
);
const articles = await Promise.all(
  names
    .sort()
    .map(async (name) =>
      corpusArticle.parse(JSON.parse(await readFile(path.join(corpus, 'articles', name), 'utf8'))),
    ),
);
const { files, pictures, languages, translations, elsewhere } = convertCorpus(articles);

for (const [file, text] of files) {
  await mkdir(path.dirname(path.join(content, file)), { recursive: true });
  await writeFile(path.join(content, file), text);
}
for (const [file, source] of pictures) {
  await copyFile(path.join(corpus, source), path.join(content, file));
}
process.stdout.write(
  `${articles.length} stories (${translations} of them translations) in ${languages.length} languages, ` +
    `${pictures.size} pictures; ${elsewhere} pictures on other sites became links.\n`,
);
