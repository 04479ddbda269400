/** Files at the root of the edition that no reader opens and that tell a host how to serve it. */

/**
 * For Netlify and Cloudflare, which serve HTML by itself with `max-age=0, must-revalidate`: right
 * for a newspaper, so no rule changes it.
 *
 * Both apply every rule that matches and join the values of a header that two of them set, so no
 * header stands in two rules that can match one address.
 *
 * Feeds are `text/xml`: browsers save `application/rss+xml` or show its source, and show this with
 * its stylesheet.
 */
const HEADERS = `/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Content-Security-Policy: frame-ancestors 'none'
  X-Frame-Options: DENY
  Permissions-Policy: browsing-topics=(), camera=(), geolocation=(), microphone=()
  Cross-Origin-Opener-Policy: same-origin

/assets/*
  Cache-Control: public, max-age=31536000, immutable

/cards/*
  Cache-Control: public, max-age=86400

/feeds/*
  Cache-Control: public, max-age=300

/feeds/rss.xml
  Content-Type: text/xml; charset=utf-8

/feeds/*/rss.xml
  Content-Type: text/xml; charset=utf-8

/feeds/atom.xml
  Content-Type: text/xml; charset=utf-8

/feeds/*/atom.xml
  Content-Type: text/xml; charset=utf-8

/feeds/feed.json
  Content-Type: application/feed+json; charset=utf-8

/feeds/*/feed.json
  Content-Type: application/feed+json; charset=utf-8

/feeds/feeds.opml
  Content-Type: text/x-opml; charset=utf-8

/sitemaps/*
  Cache-Control: public, max-age=3600

/sitemap-index.xml
  Cache-Control: public, max-age=3600

/robots.txt
  Cache-Control: public, max-age=3600
  Content-Type: text/plain; charset=utf-8

/manifest.webmanifest
  Cache-Control: public, max-age=3600
  Content-Type: application/manifest+json; charset=utf-8
`;

/**
 * For the server of the package `serve`, which would show `/world/index.html` as `/world`: from there
 * relative links lead one folder too high.
 */
const SERVE = `${JSON.stringify({ cleanUrls: false }, null, 2)}\n`;

/** Name → content. Other hosts ignore them. */
export const HOST_FILES: Record<string, string> = {
  _headers: HEADERS,
  'serve.json': SERVE,
  /** GitHub Pages leaves its Jekyll off. A line, because Astro writes no file for an empty body. */
  '.nojekyll': '\n',
};
