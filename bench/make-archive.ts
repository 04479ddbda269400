/**
 * Makes the content folder of a paper with a large archive, the same for the same seed:
 * `node bench/make-archive.ts --stories 10000 --out <folder>`. For measuring; the words mean nothing.
 */
import { oneOf, readOptions, refuse, wholeNumber } from './command-line.ts';
import { oneMoreStory, writeArchive } from './archive/write.ts';

const USAGE = `node bench/make-archive.ts --stories <number> --out <folder> [options]

  --seed <number>     another archive of the same kind (default: 1)
  --pictures <share>  of the stories that have a picture, 0 to 1 (default: 0.3)
  --cards all|none    the field of that name in publication.yaml (default: all)

node bench/make-archive.ts --more <number> --out <folder>

  adds the newest story to an archive: --more 1, then --more 2 and so on
`;

const values = readOptions(USAGE, {
  stories: { type: 'string' },
  out: { type: 'string' },
  seed: { type: 'string', default: '1' },
  pictures: { type: 'string', default: '0.3' },
  cards: { type: 'string', default: 'all' },
  more: { type: 'string' },
});
const { out, stories, more, cards } = values;
if (out === undefined || (stories === undefined) === (more === undefined)) {
  refuse('Needed are --out and either --stories or --more.', USAGE);
} else if (more !== undefined) {
  process.stdout.write(`${oneMoreStory(out, wholeNumber('more', more))}\n`);
} else {
  const count = wholeNumber('stories', stories ?? '');
  const started = performance.now();
  await writeArchive(
    out,
    {
      stories: count,
      seed: wholeNumber('seed', values.seed, 0),
      pictures: share(values.pictures),
      cards: oneOf('cards', cards, ['all', 'none']),
    },
    (written) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${written} of ${count} stories`);
    },
  );
  if (process.stderr.isTTY) process.stderr.write('\r');
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${count} stories in ${out}, made in ${seconds} s.\n`);
}

function share(text: string): number {
  const number = Number(text);
  if (!(number >= 0 && number <= 1)) {
    refuse(`--pictures ${text}: it is a share from 0 to 1`);
  }
  return number;
}
