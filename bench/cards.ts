/**
 * CPU and bytes of social cards: `npm run bench:cards`. Medians of 30 after a warm-up, user and
 * system time of the whole process, each headline different, as on a press run. Scripts whose font
 * package is not installed are left out.
 */
import sharp from 'sharp';

import type { CardView } from '../src/cards/card.ts';
import { drawCard } from '../src/cards/draw.ts';
import { loadShaper } from '../src/cards/fonts.ts';
import { obstacles } from '../src/cards/packages.ts';

const ROUNDS = 30;

const latin: CardView = {
  kind: 'article',
  language: 'en',
  dir: 'ltr',
  paper: 'The Harbour Gazette',
  section: 'Politics',
  headline: 'Harbour council votes to close the old ferry line',
  line: '',
  accent: '#7a1f1f',
};
const cyrillic: CardView = {
  ...latin,
  language: 'ru',
  paper: 'Портовая газета',
  section: 'Расследования',
  headline: 'Совет порта закрывает старую паромную линию: что будет с рыбаками',
};
const arabic: CardView = {
  ...latin,
  language: 'ar',
  dir: 'rtl',
  paper: 'جريدة الميناء',
  section: 'المدينة',
  headline: 'شركة Apple تعلن افتتاح 3 مكاتب جديدة في الميناء بحلول عام',
};
const devanagari: CardView = {
  ...latin,
  language: 'hi',
  paper: 'बंदरगाह गज़ट',
  section: 'राजनीति',
  headline: 'बंदरगाह परिषद ने पुरानी नौका सेवा बंद करने का फ़ैसला किया',
};
const japanese: CardView = {
  ...latin,
  language: 'ja',
  paper: '港湾新聞',
  section: '政治',
  headline: '港湾評議会は古いフェリー航路を廃止することを決定し、漁師たちは訴えた',
};
const chinese: CardView = {
  ...latin,
  language: 'zh-CN',
  paper: '海港公报',
  section: '政治',
  headline: '市议会表决关闭旧渡轮航线：渔民说“我们怎么办”——港口未来引发争议',
};
const long: CardView = {
  ...latin,
  headline:
    'Port authority admits that inspectors were told in advance which of the eleven cranes would be examined, and that two reports on the collapse of the eastern quay were rewritten before ministers read them',
};
const FOCUS = { digest: 'bench', focus: [0.5, 0.4] } as const;

/** A picture of 2000 pixels with the detail of a photograph: noise over soft shapes. */
async function photograph(): Promise<Buffer> {
  const soft = await sharp({
    create: { width: 40, height: 27, channels: 3, background: '#777777', noise: noise(70) },
  })
    .resize(2000, 1333, { kernel: 'cubic' })
    .toBuffer({ resolveWithObject: true });
  const grain = await sharp({
    create: { width: 2000, height: 1333, channels: 3, background: '#808080', noise: noise(14) },
  })
    .png()
    .toBuffer();
  return sharp(soft.data, { raw: soft.info })
    .composite([{ input: grain, blend: 'overlay' }])
    .jpeg({ quality: 85 })
    .toBuffer();
}

function noise(sigma: number): { type: 'gaussian'; mean: number; sigma: number } {
  return { type: 'gaussian', mean: 128, sigma };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function run(
  name: string,
  view: CardView,
  picture?: Uint8Array,
  portrait?: Uint8Array,
): Promise<void> {
  if (obstacles(view).packages.length > 0) return;
  const times: number[] = [];
  const sizes: number[] = [];
  for (let round = -8; round < ROUNDS; round++) {
    const headline = `${view.headline} ${2000 + round}`;
    const before = process.cpuUsage();
    const { bytes } = await drawCard({ ...view, headline }, picture, portrait);
    const { user, system } = process.cpuUsage(before);
    if (round < 0) continue;
    times.push((user + system) / 1000);
    sizes.push(bytes.length);
  }
  const largest = Math.max(...sizes);
  console.log(
    `${name.padEnd(26)} ${median(times).toFixed(1).padStart(6)} ms CPU  ${(median(sizes) / 1000).toFixed(1).padStart(6)} KB  (largest ${(largest / 1000).toFixed(1)} KB)`,
  );
}

await loadShaper();
const picture = await photograph();
console.log(
  `source picture ${(picture.length / 1000).toFixed(0)} KB, sharp ${sharp.concurrency()} threads`,
);
await run('Latin', latin);
await run('Latin, 200 characters', long);
await run('Cyrillic', cyrillic);
await run('Arabic', arabic);
await run('Devanagari', devanagari);
await run('Chinese', chinese);
await run('Japanese', japanese);
await run('opinion without a face', { ...latin, kind: 'opinion', line: 'Marta Ozola' });
await run('live', { ...latin, kind: 'live', mark: 'Live' });
await run('section', { ...latin, kind: 'section', section: '' });
await run('topic', { ...latin, kind: 'topic' });
await run('series', { ...latin, kind: 'series' });
await run('page', { ...latin, kind: 'page', section: '' });
await run('front page', { ...latin, kind: 'front', section: '' });
await run('Latin, picture', { ...latin, picture: FOCUS }, picture);
await run('Latin, 200, picture', { ...long, picture: FOCUS }, picture);
await run('Cyrillic, picture', { ...cyrillic, picture: FOCUS }, picture);
await run('Arabic, picture', { ...arabic, picture: FOCUS }, picture);
await run('opinion, portrait', { ...latin, kind: 'opinion', portrait: FOCUS }, undefined, picture);
await run('author, portrait', { ...latin, kind: 'author', portrait: FOCUS }, undefined, picture);
