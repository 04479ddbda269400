/** Ids that pages use around a text, which no heading of the text may get. */
export const PAGE_IDS = [
  'press-text',
  'press-translations',
  'press-topics',
  'press-related',
  'press-latest',
  'press-corrections',
  'press-appeal',
  'press-appeal-title',
] as const;
