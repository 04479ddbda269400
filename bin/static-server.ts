/**
 * A web server as plain as the plainest host: it serves a folder's files as they are, so that what
 * works here works anywhere.
 */
import type { Transform } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { basename, extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';

export interface ServeOptions {
  /** Compress text; without it lengths are always told. */
  compress?: boolean;
  /** The first port to try; a busy one leads to the next. Default: one the system chooses. */
  port?: number | undefined;
  /** The path the folder stands under, `/` or `/some/deep/path/`. */
  prefix?: string | undefined;
  /** The address to listen on. Default: this computer alone. */
  host?: string | undefined;
  /** The page for what is not there, in the folder. Default `404.html`. */
  notFound?: string | undefined;
  /** Also answers `/a` with `a.html`, as some hosts do. Default false. */
  cleanUrls?: boolean | undefined;
}

export interface RunningServer {
  /** The address of the folder, with the prefix: `http://localhost:4321/`. */
  address: string;
  close: () => Promise<void>;
}

/** How many busy ports are tried before giving up. */
const PORTS_TRIED = 50;

const TYPES: Readonly<Record<string, string>> = {
  '.atom': 'application/atom+xml; charset=utf-8',
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.htm': 'text/html; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.opml': 'text/x-opml; charset=utf-8',
  '.otf': 'font/otf',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.rss': 'application/rss+xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webm': 'video/webm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  // Browsers save `application/rss+xml` or show its source; this they show with its stylesheet.
  '.xml': 'text/xml; charset=utf-8',
  '.xsl': 'text/xsl; charset=utf-8',
  '.zip': 'application/zip',
};

/** Names of files whose ending says less than they are. */
const TYPES_BY_NAME: Readonly<Record<string, string>> = {
  'feed.json': 'application/feed+json; charset=utf-8',
};

type Answer =
  | { kind: 'file'; path: string; size: number }
  | { kind: 'redirect'; to: string }
  | { kind: 'none' };

/** Serves a folder until it is closed. */
export async function serveFolder(
  folder: string,
  options: ServeOptions = {},
): Promise<RunningServer> {
  const root = await realpath(resolve(folder));
  const prefix = `/${options.prefix ?? ''}/`.replace(/\/+/g, '/');
  const host = options.host ?? 'localhost';
  const server = createServer((request, response) => {
    respond(request, response, root, prefix, options).catch((error: unknown) => {
      if (response.destroyed) return;
      if (response.headersSent) response.destroy();
      else sendText(request, response, 500, String(error));
    });
  });
  const port = await listen(server, options.port ?? 0, host);
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${port}${prefix}`,
    close: () => close(server),
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  prefix: string,
  options: ServeOptions,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    sendText(request, response, 405, 'Only GET and HEAD are answered here.');
    return;
  }
  const [path = '/', query] = (request.url ?? '/').split(/\?(.*)/s, 2);
  const answer = await find(root, prefix, path, options.cleanUrls ?? false);
  if (answer.kind === 'redirect') {
    response.setHeader('Location', query === undefined ? answer.to : `${answer.to}?${query}`);
    sendText(request, response, 301, answer.to);
    return;
  }
  if (answer.kind === 'file') {
    const compressor = options.compress === true ? compressorFor(request, answer.path) : undefined;
    if (compressor !== undefined) {
      response.writeHead(200, {
        ...headers(answer.path),
        'Content-Encoding': compressor.name,
        Vary: 'Accept-Encoding',
      });
      if (request.method === 'HEAD') response.end();
      else await pipeline(createReadStream(answer.path), compressor.stream, response);
      return;
    }
    response.writeHead(200, { ...headers(answer.path), 'Content-Length': answer.size });
    if (request.method === 'HEAD') response.end();
    else await pipeline(createReadStream(answer.path), response);
    return;
  }
  await sendNotFound(request, response, root, options.notFound ?? '404.html');
}

/** Compresses text as most hosts do, in a way that the client says it understands. */
function compressorFor(
  request: IncomingMessage,
  path: string,
): { name: 'br' | 'gzip'; stream: Transform } | undefined {
  if (!/\.(html|css|js|json|svg|txt|webmanifest|xml|xsl)$/.test(path)) return undefined;
  const accepted = request.headers['accept-encoding'] ?? '';
  if (/\bbr\b/.test(accepted)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
    return { name: 'br', stream: createBrotliCompress({ params }) };
  }
  return /\bgzip\b/.test(accepted) ? { name: 'gzip', stream: createGzip() } : undefined;
}

/** What a request's path stands for among the folder's files. */
async function find(
  root: string,
  prefix: string,
  path: string,
  cleanUrls: boolean,
): Promise<Answer> {
  if (prefix !== '/' && path === prefix.slice(0, -1)) return { kind: 'redirect', to: prefix };
  const names = namesIn(path, prefix);
  if (names === undefined) return { kind: 'none' };
  const wantsFolder = path.endsWith('/');
  const at = join(root, ...names);
  const there = await look(root, at);
  if (there?.isDirectory() === true) {
    const index = await look(root, join(at, 'index.html'));
    if (index?.isFile() !== true) return { kind: 'none' };
    if (!wantsFolder) return { kind: 'redirect', to: `${withoutHost(path)}/` };
    return { kind: 'file', path: join(at, 'index.html'), size: index.size };
  }
  if (there?.isFile() === true && !wantsFolder) {
    return { kind: 'file', path: at, size: there.size };
  }
  if (cleanUrls && !wantsFolder && names.length > 0) {
    const page = await look(root, `${at}.html`);
    if (page?.isFile() === true) return { kind: 'file', path: `${at}.html`, size: page.size };
  }
  return { kind: 'none' };
}

/** `//other.host/` would lead a browser away: one slash is kept. */
function withoutHost(path: string): string {
  return path.replace(/^\/+/, '/');
}

/** The path's parts below the prefix, decoded; undefined where one of them may not be asked for. */
function namesIn(path: string, prefix: string): string[] | undefined {
  if (!path.startsWith(prefix)) return undefined;
  let names: string[];
  try {
    names = path.slice(prefix.length).split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
  if (names.at(-1) === '') names.pop();
  const refused = names.some(
    (name) => name === '' || name === '.' || name === '..' || /[/\\\0]/.test(name),
  );
  return refused ? undefined : names;
}

/** The file or folder at a path, unless a link leads out of the served folder. */
async function look(root: string, path: string) {
  try {
    const real = await realpath(path);
    if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep)) return undefined;
    return await stat(real);
  } catch {
    return undefined;
  }
}

async function sendNotFound(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  notFound: string,
): Promise<void> {
  const path = join(root, notFound);
  const page = await look(root, path);
  if (page?.isFile() !== true) {
    sendText(request, response, 404, 'Not found');
    return;
  }
  const body = await readFile(path);
  response.writeHead(404, { ...headers(path), 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function sendText(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
): void {
  const body = Buffer.from(`${text}\n`);
  response.writeHead(status, { ...headers('.txt'), 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function headers(path: string): Record<string, string> {
  const ending = (extname(path) || path).toLowerCase();
  return {
    'Content-Type': TYPES_BY_NAME[basename(path)] ?? TYPES[ending] ?? 'application/octet-stream',
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  };
}

async function listen(server: Server, first: number, host: string): Promise<number> {
  const last = first === 0 ? 0 : Math.min(first + PORTS_TRIED, 65_535);
  for (let port = first; ; port += 1) {
    try {
      await listenOn(server, port, host);
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : port;
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!busy || port >= last) throw error;
    }
  }
}

function listenOn(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      done();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => {
      done();
    });
    server.closeAllConnections();
  });
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: 'string', default: '4321' },
      prefix: { type: 'string' },
      host: { type: 'string' },
      'clean-urls': { type: 'boolean' },
    },
  });
  const folder = positionals[0] ?? 'dist';
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port ${values.port}: a port is a number up to 65535`);
  }
  const { address, close } = await serveFolder(folder, {
    port,
    prefix: values.prefix,
    host: values.host,
    cleanUrls: values['clean-urls'],
  }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(`There is no folder ${folder} yet: build the paper first, npm run build`);
    }
    throw error;
  });
  console.log(`\n  ${folder}/ is served at ${address}\n  Ctrl-C ends it.\n`);
  const end = () => {
    void close();
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
