import { z } from 'astro/zod';
import {
  colour,
  fediverseHandle,
  id,
  languageTag,
  localized,
  moment,
  picturePath,
  plainText,
  sentenceText,
  webAddress,
} from './parts.ts';
import { checkSettings } from './check.ts';

const pageSlug = id.describe('Name of a file in `content/pages/<language>/`, without its ending');

const hostAddress = webAddress.refine((text) => !/[?#]/.test(text), {
  error: 'has a query or an anchor',
});

/**
 * A name at some service, of which the press makes an address there; or that address. A name with a
 * host before it (`facebook.com/gazette`) would be taken for a part of that address.
 */
const profile = plainText(200).refine(
  (text) =>
    /^https?:/i.test(text)
      ? webAddress.safeParse(text).success
      : !/\s|^@?[^/]+\.[a-z]+\//i.test(text),
  { error: 'is neither a name without spaces nor an address beginning with https://' },
);

/** Handles of Bluesky are host names; `did:` is what stands behind them. */
const blueskyProfile = profile.refine(
  (text) => /^https?:|^did:[a-z]+:\S|^@?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(text),
  { error: 'is no Bluesky name, which has a full stop in it: name.bsky.social' },
);

/** How readers can pay. */
export const support = z.strictObject({
  url: webAddress.describe(
    'The support page; `{amount}` becomes the amount, without it the amounts are not shown',
  ),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, { error: 'is no currency code (ISO 4217), such as USD' })
    .describe('ISO 4217: `USD`'),
  amounts: z
    .array(z.number().positive())
    .min(1)
    .max(8)
    .describe('Monthly amounts, the smallest first, each once: `[2, 5, 10]`'),
  remindAfterDays: z
    .number()
    .int()
    .min(1)
    .max(365)
    .default(30)
    .describe('How long “remind me later” hides the message, in days'),
});

/** `content/publication.yaml`: the paper itself. */
export const publication = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9.-]+(@[a-z0-9.-]+)?,\d{4}(-\d{2}(-\d{2})?)?$/i, {
      error: 'is no tag authority (RFC 4151): a host name of yours, a comma and a year',
    })
    .describe('Permanent and never shown: feed ids are `tag:<id>:<article id>` (RFC 4151)'),
  name: localized(plainText(200)).describe('One for each language'),
  shortName: localized(plainText(60)).optional().describe('Where room is short. Default: name'),
  description: localized(sentenceText).describe('What the paper is'),
  url: hostAddress.describe('The primary origin; may end in a path'),
  formerUrls: z.array(hostAddress).optional().describe('Addresses that count as ours in links'),
  timeZone: plainText(60).describe('IANA name: `Europe/Riga`'),
  defaultLanguage: languageTag.describe('The language without a prefix in its addresses'),
  languages: z.array(languageTag).min(1).describe('All languages; the order is for display only'),
  navigation: z
    .array(id)
    .optional()
    .describe('Sections in the order of the navigation. Default: all'),
  footer: z.array(pageSlug).optional().describe('Pages in the footer, in order'),
  logo: picturePath.optional().describe('The logo, beside this file; for search engines'),
  icon: picturePath
    .optional()
    .describe('A square picture, 512 pixels or more, beside this file; for tabs and home screens'),
  contact: z
    .strictObject({
      email: z
        .email({ error: 'is no email address' })
        .optional()
        .describe('Where readers write to'),
      phone: plainText(60).optional().describe('Where they call'),
      url: webAddress.optional().describe('A contact form elsewhere'),
    })
    .optional()
    .describe('For readers'),
  publisher: z
    .strictObject({
      legalName: plainText(200).optional().describe('The name of the company or society'),
      foundingDate: moment.optional().describe('The day it was founded'),
      address: sentenceText.optional().describe('Postal address on one line'),
    })
    .optional()
    .describe('Who answers for the paper'),
  licence: plainText(300).optional().describe('The licence of the texts: a name or an address'),
  social: z
    .strictObject({
      mastodon: fediverseHandle.optional().describe('`@name@example.social`'),
      bluesky: blueskyProfile.optional().describe('`name.example`'),
      telegram: profile.optional().describe('The name of the channel'),
      facebook: profile.optional().describe('The name of the page'),
      instagram: profile.optional().describe('The name of the account'),
      youtube: profile.optional().describe('The name of the channel'),
      x: profile.optional().describe('The name of the account'),
    })
    .optional()
    .describe('The paper’s names elsewhere'),
  policies: z
    .strictObject({
      corrections: pageSlug.optional().describe('How mistakes are corrected: a page'),
      ethics: pageSlug.optional().describe('The rules of conduct: a page'),
      ownership: pageSlug.optional().describe('Who owns and pays for the paper: a page'),
      privacy: pageSlug.optional().describe('What is known about readers: a page'),
      publishingPrinciples: pageSlug.optional().describe('The principles of the newsroom: a page'),
      masthead: pageSlug.optional().describe('Who works here: a page'),
      unnamedSources: pageSlug.optional().describe('When sources stay unnamed: a page'),
      feedback: pageSlug.optional().describe('How readers can answer: a page'),
    })
    .optional()
    .describe('Pages that state the paper’s rules; the language follows the reader'),
  support: support.optional().describe('How readers can pay'),
  mirrors: z
    .array(
      z.strictObject({
        url: hostAddress.describe('Where it is'),
        kind: z.enum(['web', 'onion', 'ipfs', 'i2p']).describe('How one gets there'),
      }),
    )
    .optional()
    .describe('Other places where the paper can be read'),
  feeds: z
    .strictObject({
      items: z.number().int().min(1).max(1000).default(50).describe('Items in a feed'),
      hub: webAddress.optional().describe('Address of a WebSub hub, named in every feed'),
    })
    .default({ items: 50 })
    .describe('The feeds of the paper'),
  cards: z
    .enum(['all', 'without-picture', 'sections', 'none'])
    .default('all')
    .describe(
      'Which pages get a drawn social image: all; not the stories that have a picture; only fronts and sections; none',
    ),
  permalinks: z
    .enum(['file', 'folder'])
    .default('file')
    .describe('`/slug.html`, or `/slug/index.html` for papers that must keep such addresses'),
  canonical: z
    .enum(['file', 'bare'])
    .default('file')
    .describe('`bare` for hosts that redirect `/slug.html` to `/slug`'),
  strictFrom: moment
    .optional()
    .describe(
      'In stories published before that day a missing `alt` or `credit` is a warning, not an error',
    ),
  robots: z
    .strictObject({
      ai: z
        .enum(['allow', 'disallow'])
        .default('disallow')
        .describe('Whether crawlers that gather texts for training may read the paper'),
    })
    .default({ ai: 'disallow' })
    .describe('What `robots.txt` says'),
  security: z
    .strictObject({
      contact: z
        .string()
        .regex(/^(?:mailto:|https:\/\/|tel:)[^\s\p{Cc}]+$/u, {
          error: 'is no address beginning with mailto:, https:// or tel:',
        })
        .describe('Where to report a weakness: `mailto:…` or `https://…`'),
      expires: moment.describe('Until when this holds'),
    })
    .optional()
    .describe('For `/.well-known/security.txt`'),
  indexNow: z
    .strictObject({
      key: z
        .string()
        .regex(/^[a-zA-Z0-9-]{8,128}$/, {
          error: 'is no key of 8 to 128 letters, digits and hyphens',
        })
        .describe('8 to 128 letters, digits and hyphens'),
    })
    .optional()
    .describe('For IndexNow, which tells search engines of new pages'),
  standardSite: z
    .strictObject({
      publication: z
        .string()
        .regex(/^at:\/\/[^\s\p{Cc}]+$/u, { error: 'is no address beginning with at://' })
        .describe('The address of the record: `at://…`'),
    })
    .optional()
    .describe('The paper on standard.site'),
  pictures: z
    .strictObject({
      avif: z.boolean().default(false).describe('Also print AVIF: smaller, and slow to make'),
    })
    .default({ avif: false })
    .describe('How pictures are printed'),
  check: checkSettings
    .optional()
    .describe('Rules of `npm run check`: how severe each is in this paper, or `off`'),
  design: z
    .strictObject({
      accent: colour.optional().describe('The colour of the house: `#7a1f1f`'),
      nameplate: picturePath.optional().describe('A drawing (SVG) instead of the set name'),
      fonts: z
        .strictObject({
          headline: plainText(100).optional().describe('For headlines'),
          text: plainText(100).optional().describe('For texts'),
        })
        .optional()
        .describe('Font families that `content/theme.css` brings'),
    })
    .optional()
    .describe('The look; more of it in `content/theme.css`'),
});

export type Publication = z.infer<typeof publication>;
export type Support = z.infer<typeof support>;
