/** The page left where a story once was: moves on by itself, and has a link for who does not. */
import type { RedirectView } from '../edition/view.ts';
import { localeFor } from '../locales/locales.ts';

/** HTML of a redirect. Its links become relative like those of every page. */
export function redirectPage(view: RedirectView): string {
  const { canonical, dir, headline, language, paper, preview, target } = view;
  const words = localeFor(view.words, view.words);
  return `<!doctype html>
<html lang="${escape(language)}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url=${escape(encodeURI(target))}">
<link rel="canonical" href="${escape(canonical)}">
${preview.map(meta).join('\n')}
<title>${escape(words.moved)} — ${escape(paper)}</title>
</head>
<body>
<main>
<h1>${escape(words.moved)}</h1>
<p>${escape(words.movedText)} <a href="${escape(encodeURI(target))}">${escape(headline)}</a></p>
</main>
</body>
</html>
`;
}

function meta(attributes: Record<string, string>): string {
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escape(value)}"`);
  return `<meta ${written.join(' ')}>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
