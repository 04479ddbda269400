/** What crawlers are told. */
import { fileUrl } from '../addresses.ts';

/**
 * Crawlers that gather texts for training models or for data sets that are sold for it, and the
 * tokens by which search engines let training be declined apart from search. Those that search for
 * answers or fetch a page because a reader asked for it (OAI-SearchBot, ChatGPT-User,
 * Claude-SearchBot, Claude-User, PerplexityBot, Perplexity-User, Applebot, Googlebot) are search:
 * they bring readers, and are not named here.
 *
 * Names from github.com/ai-robots-txt/ai.robots.txt at 000552c, sorted into training and search by
 * what the operators' documentation says of each; November 2026.
 */
const TRAINING_CRAWLERS = [
  'AI2Bot',
  'Ai2Bot-Dolma',
  'Amazonbot',
  'anthropic-ai',
  'Applebot-Extended',
  'Bytespider',
  'CCBot',
  'ClaudeBot',
  'Claude-Web',
  'cohere-ai',
  'cohere-training-data-crawler',
  'DeepSeekBot',
  'Diffbot',
  'FacebookBot',
  'Google-CloudVertexBot',
  'Google-Extended',
  'GPTBot',
  'ICC-Crawler',
  'ImagesiftBot',
  'img2dataset',
  'Kangaroo Bot',
  'laion-huggingface-processor',
  'LAIONDownloader',
  'Meta-ExternalAgent',
  'omgili',
  'omgilibot',
  'PanguBot',
  'SBIntuitionsBot',
  'Timpibot',
  'VelenPublicWebCrawler',
  'Webzio-Extended',
] as const;

/** `robots.txt`: everything is open, to training crawlers only where the paper allows it. */
export function robotsTxt(origin: string, ai: 'allow' | 'disallow'): string {
  const groups = [
    ...(ai === 'allow'
      ? []
      : [[...TRAINING_CRAWLERS.map((name) => `User-agent: ${name}`), 'Disallow: /']]),
    ['User-agent: *', 'Allow: /'],
    [`Sitemap: ${fileUrl(origin, '/sitemap-index.xml')}`],
  ];
  return groups.map((lines) => `${lines.join('\n')}\n`).join('\n');
}
