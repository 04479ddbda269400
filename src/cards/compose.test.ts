import { beforeAll, describe, expect, it } from 'vitest';

import { CARD_HEIGHT, type CardKind, type CardView } from './card.ts';
import type { Composition, Type } from './composition.ts';
import { compose } from './draw.ts';
import { loadShaper } from './fonts.ts';
import { obstacles } from './packages.ts';
import type { Line } from './setting.ts';
import { share } from './typeset.ts';

beforeAll(loadShaper);

const KINDS: readonly CardKind[] = [
  'article',
  'opinion',
  'live',
  'section',
  'topic',
  'author',
  'series',
  'front',
  'page',
];

const viewOf = (kind: CardKind): CardView => ({
  kind,
  language: 'en',
  dir: 'ltr',
  paper: 'The Harbour Gazette',
  section: '',
  headline: 'Ice',
  line: '',
  accent: '#1f4e6b',
});

type Sample = Pick<CardView, 'language' | 'dir' | 'paper' | 'section' | 'headline'>;

const SAMPLES: readonly Sample[] = [
  {
    language: 'en',
    dir: 'ltr',
    paper: 'The Harbour Gazette',
    section: 'Politics',
    headline:
      'Port authority admits that inspectors were told in advance which of the eleven cranes would be examined, and that two reports on the collapse of the eastern quay were rewritten before ministers saw them',
  },
  {
    language: 'vi',
    dir: 'ltr',
    paper: 'Báo Cảng Biển',
    section: 'Chính trị',
    headline:
      'Ủy ban cảng thừa nhận các thanh tra viên được báo trước chiếc nào trong số mười một cần cẩu sẽ được kiểm tra, và hai báo cáo về vụ sập bến phía đông đã được viết lại trước khi các bộ trưởng xem chúng',
  },
  {
    language: 'ru',
    dir: 'ltr',
    paper: 'Портовая газета',
    section: 'Расследования',
    headline:
      'Администрация порта признала, что инспекторов заранее предупредили, какой из одиннадцати кранов будут проверять, а два доклада об обрушении восточного причала переписали до того, как их увидели министры',
  },
  {
    language: 'el',
    dir: 'ltr',
    paper: 'Η Εφημερίδα του Λιμανιού',
    section: 'Πολιτική',
    headline:
      'Η αρχή του λιμένα παραδέχεται ότι οι επιθεωρητές ενημερώθηκαν εκ των προτέρων για το ποιος από τους έντεκα γερανούς θα εξεταζόταν και ότι δύο εκθέσεις για την κατάρρευση ξαναγράφτηκαν πριν τις δουν',
  },
  {
    language: 'ar',
    dir: 'rtl',
    paper: 'جريدة الميناء',
    section: 'المدينة',
    headline:
      'اعترفت سلطة الميناء بأن المفتشين أُبلغوا مسبقاً بأيٍّ من رافعات Liebherr الـ11 سيجري فحصها، وأن تقريرين عن انهيار الرصيف الشرقي أُعيدت كتابتهما قبل أن يطّلع عليهما الوزراء في العاصمة يوم ١٤/١١ الماضي',
  },
  {
    language: 'fa',
    dir: 'rtl',
    paper: 'روزنامهٔ بندر',
    section: 'سیاست',
    headline:
      'اداره بندر پذیرفت که به بازرسان از پیش گفته شده بود کدام یک از یازده جرثقیل بررسی می‌شود و دو گزارش دربارهٔ فروریختن اسکلهٔ شرقی پیش از آن‌که وزیران آن‌ها را ببینند بازنویسی شده است و کسی پاسخ نمی‌دهد',
  },
  {
    language: 'he',
    dir: 'rtl',
    paper: 'עיתון הנמל',
    section: 'פוליטיקה',
    headline:
      'רשות הנמל מודה כי המפקחים קיבלו הודעה מראש איזה מ־11 המנופים ייבדק, וכי שני דוחות על קריסת הרציף המזרחי נכתבו מחדש לפני שהשרים ראו אותם, כך עולה ממסמכים שהגיעו לידי העיתון Gazette השבוע בעיר הבירה',
  },
  {
    language: 'hi',
    dir: 'ltr',
    paper: 'बंदरगाह गज़ट',
    section: 'राजनीति',
    headline:
      'बंदरगाह प्राधिकरण ने माना कि निरीक्षकों को पहले से बता दिया गया था कि ग्यारह क्रेनों में से किसकी जाँच होगी, और पूर्वी घाट के ढहने पर दो रिपोर्टें मंत्रियों के देखने से पहले दोबारा लिखी गईं, काग़ज़ कहते हैं',
  },
  {
    language: 'zh-CN',
    dir: 'ltr',
    paper: '海港公报',
    section: '政治',
    headline:
      '港务局承认，检查人员事先被告知将检查“十一台起重机”中的哪一台，关于东码头坍塌的两份报告在部长们看到之前已被改写。渔民们表示，他们多年来一直警告当局注意裂缝——但没有人听取他们的意见。市长办公室周四拒绝置评，称调查仍在进行之中，而反对党则要求立即公开全部文件，并让独立专家重新检查港口的所有设施，以免类似事故再次发生，同时追究有关责任人的法律责任，给公众一个交代，也给渔民们应有的赔偿。',
  },
  {
    language: 'ja',
    dir: 'ltr',
    paper: '港湾新聞',
    section: '政治',
    headline:
      '港湾当局は、十一基のクレーンのうちどれが検査されるかを検査官が事前に知らされていたこと、そして東埠頭の崩落に関する「二つの報告書」が、大臣たちが目にする前に書き換えられていたことを認めた。漁業者らは長年にわたり亀裂について警告してきたが、誰も耳を傾けなかったと話している。市長室は木曜日、調査が続いているとしてコメントを控えた。野党は全文書の即時公開を求めている。専門家も同じ意見だという。',
  },
  {
    language: 'ko',
    dir: 'ltr',
    paper: '항만신문',
    section: '정치',
    headline:
      '항만 당국은 열한 대의 크레인 중 어느 것이 검사될지 검사관들이 미리 통보받았으며, 동쪽 부두 붕괴에 관한 두 건의 보고서가 장관들이 보기 전에 다시 작성되었다고 인정했다. 어민들은 수년 동안 균열에 대해 경고했지만 아무도 귀를 기울이지 않았다고 말했다. 시장실은 목요일 조사가 진행 중이라며 논평을 거부했다. 야당은 문서의 즉각 공개를 요구했다.',
  },
];

const picture = { digest: 'x', focus: [0.5, 0.5] } as const;

/** Every way in which a kind of card is composed, of one sample. */
function viewsOf(sample: Sample, words: string): CardView[] {
  return KINDS.flatMap((kind): CardView[] => {
    const plain: CardView = {
      ...sample,
      kind,
      headline: words,
      line: kind === 'opinion' ? sample.paper : words,
      accent: '#1f4e6b',
      ...(kind === 'live' ? { mark: sample.section } : {}),
    };
    if (kind === 'opinion') return [plain, { ...plain, picture }, { ...plain, portrait: picture }];
    return kind === 'author'
      ? [plain, { ...plain, portrait: picture }]
      : [plain, { ...plain, picture }];
  });
}

interface Edges {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where each line of a text blackens the card. */
function inkOf(type: Type): Edges[] {
  return type.setting.lines.map((line, index) => {
    const start = type.left + (type.width - line.width) * share(type);
    const base = type.top + type.setting.baseline + index * type.setting.leading;
    const { size } = type.setting;
    const edges = line.runs.flatMap((run) =>
      run.shape.glyphs.flatMap(({ ink }) =>
        ink === undefined
          ? []
          : [
              {
                left: start + run.x + ink.left * size,
                right: start + run.x + ink.right * size,
                top: base - ink.top * size,
                bottom: base - ink.bottom * size,
              },
            ],
      ),
    );
    return {
      left: Math.min(...edges.map(({ left }) => left)),
      right: Math.max(...edges.map(({ right }) => right)),
      top: Math.min(...edges.map(({ top }) => top)),
      bottom: Math.max(...edges.map(({ bottom }) => bottom)),
    };
  });
}

const touch = (a: Edges, b: Edges): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** What is wrong with a composition, in words. */
function faults({ types, boxes, portrait, free }: Composition): string[] {
  const list: string[] = [];
  const placed = types.map((type) => ({ type, lines: inkOf(type) }));
  for (const { type, lines } of placed) {
    const text = type.setting.lines.map((line) => line.text).join('/');
    for (const line of type.setting.lines) {
      if (line.runs.some((run) => run.shape.glyphs.some(({ id }) => id === 0))) {
        list.push(`a missing glyph in ${text}`);
      }
    }
    for (const ink of lines) {
      if (ink.left < 288 || ink.right > 912) list.push(`beside the column: ${text}`);
      if (ink.top < free || ink.bottom > CARD_HEIGHT - 8) list.push(`above or below: ${text}`);
      if (portrait !== undefined && portrait.width > 0) {
        const { left, top, width, height } = portrait;
        if (touch(ink, { left, right: left + width, top, bottom: top + height })) {
          list.push(`on the portrait: ${text}`);
        }
      }
      for (const { left, top, width, height, colour } of boxes) {
        const isRule = height <= 10 && colour !== '#fbf8f1';
        if (isRule && touch(ink, { left, right: left + width, top, bottom: top + height })) {
          list.push(`on a rule: ${text}`);
        }
      }
    }
  }
  placed.forEach(({ lines, type }, index) => {
    for (const other of placed.slice(index + 1)) {
      if (lines.some((a) => other.lines.some((b) => touch(a, b)))) {
        list.push(`on another text: ${type.setting.lines[0]?.text ?? ''}`);
      }
    }
  });
  return list;
}

/** The text of lines as it was written. */
const textOf = (lines: readonly Line[], view: CardView): string =>
  lines
    .map((line) => line.text)
    .join(/^(?:zh|ja)/u.test(view.language) ? '' : ' ')
    .replaceAll('\u00a0', ' ')
    .replace(/ +/gu, ' ');

describe('the words of every kind of card', () => {
  it.each(SAMPLES)(
    'stand in the frame and on nothing else, from 1 to 200 characters, in $language',
    (sample) => {
      const letters = Array.from(
        new Intl.Segmenter().segment(sample.headline),
        (one) => one.segment,
      );
      for (const length of [1, 6, 17, 40, 90, 200]) {
        const words = letters.slice(0, length).join('').trim();
        for (const view of viewsOf(sample, words)) {
          if (obstacles(view).packages.length > 0) return;
          expect(faults(compose(view)), `${view.kind} of ${length}: ${words}`).toEqual([]);
        }
      }
    },
    30_000,
  );

  it.each(SAMPLES)('are whole, or cut behind a word with “…”, in $language', (sample) => {
    const whole = sample.headline.replaceAll('\u00a0', ' ');
    const stops = new Set<string>();
    const segmenter = new Intl.Segmenter(sample.language, { granularity: 'word' });
    for (const { index } of segmenter.segment(whole)) {
      stops.add(whole.slice(0, index).replace(/[\s\p{P}]+$/u, ''));
    }
    for (const view of viewsOf(sample, sample.headline)) {
      if (obstacles(view).packages.length > 0) return;
      const { types } = compose(view);
      const set = types
        .map(({ setting }) => setting)
        .filter(({ lines }) => textOf(lines, view).startsWith(whole.slice(0, 12)));
      expect(set.length, view.kind).toBeGreaterThan(0);
      for (const { lines, cut } of set) {
        const text = textOf(lines, view);
        if (!cut) expect(text).toBe(whole);
        else {
          expect(text.endsWith('…'), text).toBe(true);
          expect(stops.has(text.slice(0, -1)), text).toBe(true);
        }
      }
    }
  });

  it('are set whole in an article of 200 letters', () => {
    for (const sample of SAMPLES.slice(0, 8)) {
      const [view] = viewsOf(sample, sample.headline.slice(0, 200).trim());
      if (view === undefined) throw new Error('no view');
      expect(
        compose(view).types.some(({ setting }) => setting.cut),
        sample.language,
      ).toBe(false);
    }
  });

  it('have the room of a description, and of most of a face, where a name is long', () => {
    const name = SAMPLES[0]?.headline.slice(0, 200).trim() ?? '';
    const portrait = { digest: 'p', focus: [0.5, 0.5] } as const;
    const base = { ...viewOf('series'), section: 'Series', line: name };
    const settings = (view: CardView) => compose(view).types.map(({ setting }) => setting);
    for (const kind of ['section', 'topic', 'series', 'page'] as const) {
      const [set] = settings({ ...base, kind, headline: name }).filter(({ lines }) =>
        lines[0]?.text.startsWith('Port authority'),
      );
      expect(set?.cut, kind).toBe(false);
    }
    const ofAuthor = (headline: string) => compose({ ...base, kind: 'author', headline, portrait });
    const [short, long] = ['Anna Kessler', name.slice(0, 120)].map(ofAuthor);
    expect(long?.portrait?.width).toBeLessThan(short?.portrait?.width ?? 0);
    expect(long?.types.some(({ setting }) => setting.cut)).toBe(false);
  });

  it('of a long role stand on two lines', () => {
    const role = 'Market and migration; editor of the Arabic pages';
    const { types } = compose({ ...viewOf('author'), section: role, headline: 'Nadia Haddad' });
    const set = types.find(({ setting }) => setting.lines[0]?.text.startsWith('Market'))?.setting;
    expect(set).toMatchObject({ cut: false, lines: { length: 2 } });
  });

  it('are never smaller than can be read at 300 pixels, headlines 9 of them high', () => {
    for (const sample of SAMPLES) {
      for (const view of viewsOf(sample, sample.headline)) {
        if (obstacles(view).packages.length > 0) continue;
        for (const { setting } of compose(view).types) {
          expect(setting.size, `${view.kind}: ${setting.lines[0]?.text ?? ''}`).toBeGreaterThan(25);
        }
      }
    }
  });
});
