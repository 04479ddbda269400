/** What an archive has besides stories: the publication, sections, pages, messages to readers. */
import { stringify } from 'yaml';

/** The languages of an archive and the share of stories in each. */
export const LANGUAGES = [
  { language: 'en', share: 0.7 },
  { language: 'ru', share: 0.2 },
  { language: 'ar', share: 0.1 },
] as const;

/** A language of an archive. */
export type Language = (typeof LANGUAGES)[number]['language'];

/** A text in each language. */
export type Texts = Record<Language, string>;

/** Sections with how often a story is in them, by weight. */
export const SECTIONS: readonly { id: string; weight: number; name: Texts; accent: string }[] = [
  {
    id: 'world',
    weight: 24,
    name: { en: 'World', ru: 'Мир', ar: 'العالم' },
    accent: '#4a3f78',
  },
  {
    id: 'politics',
    weight: 20,
    name: { en: 'Politics', ru: 'Политика', ar: 'سياسة' },
    accent: '#7a1f1f',
  },
  {
    id: 'city',
    weight: 18,
    name: { en: 'City', ru: 'Город', ar: 'المدينة' },
    accent: '#7c4a12',
  },
  {
    id: 'economy',
    weight: 14,
    name: { en: 'Economy', ru: 'Экономика', ar: 'اقتصاد' },
    accent: '#1f4e6b',
  },
  {
    id: 'culture',
    weight: 9,
    name: { en: 'Culture', ru: 'Культура', ar: 'ثقافة' },
    accent: '#7d3560',
  },
  {
    id: 'science',
    weight: 8,
    name: { en: 'Science', ru: 'Наука', ar: 'علوم' },
    accent: '#1d5c56',
  },
  {
    id: 'opinion',
    weight: 7,
    name: { en: 'Opinion', ru: 'Мнения', ar: 'رأي' },
    accent: '#545c1e',
  },
];

/** Series of an archive. */
export const SERIES: readonly { id: string; name: Texts }[] = [
  {
    id: 'the-long-winter',
    name: { en: 'The long winter', ru: 'Долгая зима', ar: 'الشتاء الطويل' },
  },
  {
    id: 'who-owns-the-quay',
    name: { en: 'Who owns the quay', ru: 'Чей причал', ar: 'من يملك الرصيف' },
  },
  {
    id: 'the-second-report',
    name: { en: 'The second report', ru: 'Второй отчёт', ar: 'التقرير الثاني' },
  },
];

const NAME: Texts = { en: 'The Skarne Record', ru: 'Скарнский вестник', ar: 'سجل سكارنه' };

/** How an archive is set up. */
export interface PaperOptions {
  /** The field `cards` of the publication. */
  cards: 'all' | 'none';
}

/** The texts of a paper without stories, authors and topics, by their path in the content folder. */
export function paperFiles({ cards }: PaperOptions): Map<string, string> {
  const files = new Map<string, string>([
    ['publication.yaml', stringify(publication(cards))],
    ...SECTIONS.map(({ id, name, accent }): [string, string] => [
      `sections/${id}.yaml`,
      stringify({ name, accent }),
    ]),
    ...SERIES.map(({ id, name }): [string, string] => [`series/${id}.yaml`, stringify({ name })]),
  ]);
  for (const { language } of LANGUAGES) {
    const { about, privacy, message } = WORDS[language];
    files.set(`pages/${language}/about.md`, textFile({ title: about.title }, about.text));
    files.set(`pages/${language}/privacy.md`, textFile({ title: privacy.title }, privacy.text));
    files.set(
      `appeals/${language}/general.md`,
      textFile({ title: message.title, signed: message.signed }, message.text),
    );
  }
  return files;
}

function publication(cards: PaperOptions['cards']) {
  return {
    id: 'record.example,2004',
    name: NAME,
    shortName: { en: 'Record', ru: 'Вестник', ar: 'السجل' },
    description: {
      en: 'News of the coast and of the world, in three languages.',
      ru: 'Новости побережья и мира на трёх языках.',
      ar: 'أخبار الساحل والعالم بثلاث لغات.',
    },
    url: 'https://record.example',
    timeZone: 'Europe/Riga',
    defaultLanguage: 'en',
    languages: LANGUAGES.map(({ language }) => language),
    navigation: SECTIONS.map(({ id }) => id),
    footer: ['about', 'privacy'],
    contact: { email: 'desk@record.example' },
    publisher: { legalName: 'Skarne Record Society', foundingDate: '2004-05-01' },
    policies: { ownership: 'about', privacy: 'privacy' },
    support: {
      url: 'https://give.record.example/?amount={amount}&interval=month',
      currency: 'EUR',
      amounts: [2, 5, 10, 20],
    },
    feeds: { items: 50 },
    cards,
    strictFrom: '2000-01-01',
    design: { accent: '#7a1f1f' },
  };
}

/** A Markdown file with front matter. */
export function textFile(data: object, text: string): string {
  return `---\n${stringify(data, { lineWidth: 0 })}---\n\n${text}\n`;
}

interface PageWords {
  title: string;
  text: string;
}

const WORDS: Record<
  Language,
  { about: PageWords; privacy: PageWords; message: PageWords & { signed: string } }
> = {
  en: {
    about: {
      title: 'About the Record',
      text: 'The Record is made by its newsroom and paid for by its readers.\n\n## Who owns it\n\nA society of its members. Each has one vote.',
    },
    privacy: {
      title: 'Privacy',
      text: 'The paper knows nothing about its readers. It sets no cookies and loads nothing from others.',
    },
    message: {
      title: 'A word from the editor',
      signed: 'Anna Kessler',
      text: 'Dear readers,\n\nThere is no wall around these pages and there will be none. Somebody sits through the council meeting, reads the register and rings the number again. That costs money, and it comes from those who read it.\n\nIf you can spare the price of a coffee once a month, it keeps the lamp on. If you cannot, you owe us nothing.',
    },
  },
  ru: {
    about: {
      title: 'О газете',
      text: '«Вестник» делает редакция, а содержат читатели.\n\n## Чья это газета\n\nОбщества её участников. У каждого один голос.',
    },
    privacy: {
      title: 'Личные данные',
      text: 'Газета ничего не знает о читателях. Она не ставит куки и ничего не загружает со стороны.',
    },
    message: {
      title: 'Слово редактора',
      signed: 'Анна Кесслер',
      text: 'Дорогие читатели!\n\nВокруг этих страниц нет ограды и не будет. Кто-то сидит на заседании совета, читает реестр и снова набирает номер. На это нужны деньги, и дают их те, кто читает.\n\nЕсли вы можете раз в месяц отдать цену чашки кофе, лампа не погаснет. Если не можете, вы нам ничего не должны.',
    },
  },
  ar: {
    about: {
      title: 'عن الصحيفة',
      text: 'تصنع السجلَّ غرفةُ أخبار، ويموّلها قرّاؤها.\n\n## من يملكها\n\nجمعية من أعضائها، ولكل عضو صوت واحد.',
    },
    privacy: {
      title: 'الخصوصية',
      text: 'لا تعرف الصحيفة شيئاً عن قرّائها، ولا تحمّل شيئاً من مواقع أخرى.',
    },
    message: {
      title: 'كلمة من رئيسة التحرير',
      signed: 'آنا كيسلر',
      text: 'القرّاء الأعزاء،\n\nلا سور حول هذه الصفحات ولن يكون. هناك من يحضر جلسات المجلس ويقرأ السجل ويعيد الاتصال. هذا يكلّف مالاً، ومصدره من يقرؤون.\n\nإن استطعتم أن تدفعوا ثمن فنجان قهوة في الشهر بقي المصباح مضاءً. وإن لم تستطيعوا فلا دَين عليكم.',
    },
  },
};
