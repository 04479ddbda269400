/**
 * The words on cards against a browser's setting of the same words: the same glyphs, in number,
 * order and place; and as they are read off the picture. Scripts whose font package, and languages
 * whose reader, is not installed are left out.
 */
import { expect, test } from '@playwright/test';
import type { CardView } from '../src/cards/card.ts';
import { compose, drawCard } from '../src/cards/draw.ts';
import { loadShaper } from '../src/cards/fonts.ts';
import { obstacles } from '../src/cards/packages.ts';
import { difference } from './support/browser-type.ts';
import { canRead, readLine } from './support/ocr.ts';

test.describe.configure({ mode: 'parallel', timeout: 120_000 });

/** A dot at the smallest size of a headline is twice as large. */
const MOST_STRAYS = 8;

const SAMPLES: readonly [script: string, language: string, dir: 'ltr' | 'rtl', text: string][] = [
  [
    'Latin',
    'en',
    'ltr',
    'Harbour council votes to fill the “old ferry” offices — at €3, or 47% off',
  ],
  [
    'Central European',
    'lv',
    'ltr',
    'Rīgas dome slēdz veco prāmju līniju; Łódź, Győr, İzmir, Reykjavík ŵ ŷ',
  ],
  ['Vietnamese', 'vi', 'ltr', 'Hội đồng cảng bỏ phiếu đóng tuyến phà cũ: ngư dân Đà Nẵng phản đối'],
  ['Yoruba', 'yo', 'ltr', 'Ìgbìmọ̀ èbúté ti pinnu láti ti ọ̀nà ọkọ̀ ojú omi àtijọ́ pa'],
  ['Cyrillic', 'ru', 'ltr', 'Совет порта закрывает старую паромную линию: «что будет с рыбаками»'],
  [
    'Serbian and Kazakh',
    'sr',
    'ltr',
    'Лука затвара стару трајектну линију; Қазақстан үкіметі әңгіме',
  ],
  ['Greek', 'el', 'ltr', 'Το λιμάνι κλείνει την παλιά γραμμή των πλοίων μετά από «47 χρόνια»'],
  ['Arabic', 'ar', 'rtl', 'افتتاح مدينةٍ جديدةٍ في الميناء (بحلول ١٤/١١/٢٠٢٦)؟ لا إله، أُبلغوا بأيٍّ'],
  [
    'Arabic with Latin',
    'ar',
    'rtl',
    'شركة Apple Inc تعلن افتتاح 3 مكاتب بنسبة 10% في iPhone 17 و«C++»',
  ],
  ['Persian', 'fa', 'rtl', 'شورای بندر می‌گوید خط کشتی پس از ۴۷ سال بسته می‌شود؛ ماهی‌گیران گچ پژ'],
  ['Urdu', 'ur', 'rtl', 'بندرگاہ کی کونسل نے پرانی کشتی بند کرنے کا فیصلہ کیا ٹھیک ڈاکٹر'],
  ['Hebrew', 'he', 'rtl', 'מועצת הנמל הצביעה: קו „Meridian” ייסגר, 10% יפוטרו (עד 2027)'],
  ['Hebrew with points', 'he', 'rtl', 'בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם'],
  ['Devanagari', 'hi', 'ltr', 'बंदरगाह परिषद ने पुरानी नौका सेवा बंद करने का फ़ैसला किया, प्रतिक्रिया'],
  ['Marathi', 'mr', 'ltr', 'बंदर परिषदेने जुनी फेरी सेवा बंद करण्याचा निर्णय घेतला; ऱ्हास'],
  [
    'Chinese',
    'zh-CN',
    'ltr',
    '市议会表决关闭旧渡轮航线：渔民说“我们怎么办”——港口Apple未来引发争议',
  ],
  [
    'Chinese of Taiwan',
    'zh-TW',
    'ltr',
    '市議會表決關閉舊渡輪航線：漁民說「我們怎麼辦」，港口未來引發爭議',
  ],
  [
    'Japanese',
    'ja',
    'ltr',
    '港湾評議会は古いフェリー航路を廃止し、漁師たちは「生活ができない」と訴えた',
  ],
  [
    'Korean',
    'ko',
    'ltr',
    '항만의회가 오래된 여객선 노선을 폐쇄하기로 결정했다, 어민들은 “막막하다”',
  ],
  ['Thai', 'th', 'ltr', 'สภาท่าเรือลงมติปิดเส้นทางเรือข้ามฟากสายเก่า หลังเปิดมา 47 ปี'],
  [
    'pictures',
    'en',
    'ltr',
    '🔥 Fire at the harbour: a 🇱🇻 ferry, 👨‍👩‍👧 families, 3️⃣ crews ❤️ saved 👍🏽',
  ],
];

test.beforeAll(loadShaper);

for (const [script, language, dir, text] of SAMPLES) {
  test(`${script} on a card is what a browser makes of it`, async ({ page }) => {
    const view: CardView = {
      kind: 'article',
      language,
      dir,
      paper: text.slice(0, 12),
      section: text.slice(0, 20),
      headline: text,
      line: text,
      accent: '#1f4e6b',
    };
    const { packages, characters } = obstacles(view);
    test.skip(packages.length > 0, `${packages.join(' ')} is not installed`);
    expect(characters).toEqual([]);
    const kinds = [view, { ...view, kind: 'opinion' }, { ...view, kind: 'section' }] as const;
    for (const one of kinds) {
      for (const type of compose(one).types) {
        const strays = await difference(page, type, one);
        const words = type.setting.lines.map((line) => line.text).join(' / ');
        expect(strays, `${one.kind}: ${words}`).toBeLessThanOrEqual(MOST_STRAYS);
      }
    }
  });
}

test('a glyph that is missing or out of its place would be seen', async ({ page }) => {
  const view: CardView = {
    kind: 'article',
    language: 'ar',
    dir: 'rtl',
    paper: 'جريدة',
    section: '',
    headline: 'حجم جديد في iPhone 17 الميناء',
    line: '',
    accent: '#1f4e6b',
  };
  const type = compose(view).types.at(-1);
  if (type === undefined) throw new Error('a card without a headline');
  const { setting } = type;
  const changed = (line: number, text: (before: string) => string) => ({
    ...type,
    setting: {
      ...setting,
      lines: setting.lines.map((one, index) =>
        index === line ? { ...one, text: text(one.text) } : one,
      ),
    },
  });
  expect(await difference(page, type, view)).toBeLessThanOrEqual(MOST_STRAYS);
  const dotless = changed(0, (text) => text.replace('ج', 'ح'));
  expect(dotless.setting.lines[0]?.text).not.toBe(setting.lines[0]?.text);
  expect(await difference(page, dotless, view)).toBeGreaterThan(MOST_STRAYS);
  const reversed = changed(0, (text) => text.split(' ').reverse().join(' '));
  expect(await difference(page, reversed, view)).toBeGreaterThan(MOST_STRAYS);
});

/** What Tesseract reads at least of a faultless card: its models differ. */
const READ: readonly [language: string, dir: 'ltr' | 'rtl', least: number, headlines: string[]][] =
  [
    [
      'en',
      'ltr',
      0.97,
      [
        'Ferry strike ends',
        'Harbour council votes to close the old ferry line after 47 years',
        'Port authority admits that inspectors were told in advance which of the eleven cranes would be examined, and that two reports on the collapse of the eastern quay were rewritten before ministers saw them',
      ],
    ],
    [
      'ru',
      'ltr',
      0.95,
      [
        'Лёд закрыл порт',
        'Совет порта закрывает старую паромную линию: что будет с рыбаками',
        'Администрация порта признала, что инспекторов заранее предупредили, какой из одиннадцати кранов будут проверять, а два доклада об обрушении восточного причала переписали до того, как их увидели министры',
      ],
    ],
    [
      'ar',
      'rtl',
      0.93,
      [
        'انتهى إضراب العبّارات',
        'مجلس الميناء يصوت على إغلاق خط العبارات القديم بعد سبعة وأربعين عاما',
        'اعترفت سلطة الميناء بأن المفتشين علموا مسبقا بأي من الرافعات سيجري فحصها وأن تقريرين عن انهيار الرصيف الشرقي أعيدت كتابتهما قبل أن يطلع عليهما الوزراء في العاصمة يوم الخميس الماضي',
      ],
    ],
    [
      'fa',
      'rtl',
      0.85,
      [
        'پایان اعتصاب کشتی‌ها',
        'شورای بندر خط قدیمی کشتی را پس از چهل و هفت سال می‌بندد',
        'اداره بندر پذیرفت که به بازرسان از پیش گفته شده بود کدام یک از یازده جرثقیل بررسی می‌شود و دو گزارش درباره فروریختن اسکله شرقی پیش از آن که وزیران آن‌ها را ببینند بازنویسی شده است',
      ],
    ],
  ];

for (const [language, dir, least, headlines] of READ) {
  test(`headlines in ${language} are read off their cards`, async () => {
    test.skip(!canRead(language), `no Tesseract for ${language}`);
    for (const headline of headlines) {
      const view: CardView = {
        kind: 'article',
        language,
        dir,
        paper: 'Gazette',
        section: '',
        headline,
        line: '',
        accent: '#1f4e6b',
      };
      const { bytes } = await drawCard(view);
      const type = compose(view).types.at(-1);
      if (type === undefined) throw new Error('a card without a headline');
      const { size, leading, lines } = type.setting;
      let read = 0;
      let all = 0;
      for (const [index, { text }] of lines.entries()) {
        const top = type.top + index * leading;
        const area = { left: 262, top, width: 676, height: Math.min(leading, 630 - top) };
        read += text.length * (await readLine(bytes, area, size, language, text));
        all += text.length;
      }
      expect(read / all, headline).toBeGreaterThan(least);
    }
  });
}
