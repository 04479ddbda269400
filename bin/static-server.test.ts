import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serveFolder } from './static-server.ts';
import type { RunningServer, ServeOptions } from './static-server.ts';

let top: string;
let folder: string;
const running: RunningServer[] = [];

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'broadsheet-server-'));
  folder = join(top, 'dist');
  mkdirSync(join(folder, 'world', 'empty'), { recursive: true });
  writeFileSync(join(top, 'secret.txt'), 'secret');
  mkdirSync(join(top, 'dist-drafts'));
  writeFileSync(join(top, 'dist-drafts', 'index.html'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<p>front');
  writeFileSync(join(folder, '404.html'), '<p>not here');
  writeFileSync(join(folder, 'about.html'), '<p>about');
  writeFileSync(join(folder, 'world', 'index.html'), '<p>world');
  writeFileSync(join(folder, 'жизнь.html'), '<p>life');
  writeFileSync(join(folder, 'feed.xml'), '<rss/>');
  writeFileSync(join(folder, 'feed.json'), '{}');
  writeFileSync(join(folder, 'face.woff2'), 'wOF2');
  writeFileSync(join(folder, 'blob.unknown'), '?');
});

afterEach(async () => {
  await Promise.all(running.splice(0).map(({ close }) => close()));
  rmSync(top, { recursive: true, force: true });
});

async function serve(options?: ServeOptions): Promise<string> {
  const server = await serveFolder(folder, options);
  running.push(server);
  return server.address;
}

/** Asks for exactly this path; `fetch` would tidy it up first. */
function ask(address: string, path: string, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const { hostname, port } = new URL(address);
      const asked = request({ hostname, port, path, method, agent: false }, (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (piece: string) => (body += piece));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
        });
      });
      asked.on('error', reject);
      asked.end();
    },
  );
}

describe('a plain host', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', '<p>front'],
    ['/about.html', 'text/html; charset=utf-8', '<p>about'],
    ['/about.html?from=mail', 'text/html; charset=utf-8', '<p>about'],
    ['/world/', 'text/html; charset=utf-8', '<p>world'],
    ['/world/index.html', 'text/html; charset=utf-8', '<p>world'],
    [`/${encodeURIComponent('жизнь')}.html`, 'text/html; charset=utf-8', '<p>life'],
    ['/feed.xml', 'text/xml; charset=utf-8', '<rss/>'],
    ['/feed.json', 'application/feed+json; charset=utf-8', '{}'],
    ['/face.woff2', 'font/woff2', 'wOF2'],
    ['/blob.unknown', 'application/octet-stream', '?'],
  ])('answers %s with its file', async (path, type, body) => {
    const answer = await ask(await serve(), path);
    expect(answer).toMatchObject({ status: 200, body });
    expect(answer.headers).toMatchObject({
      'content-type': type,
      'content-length': String(Buffer.byteLength(body)),
      'x-content-type-options': 'nosniff',
    });
  });

  it.each(['/nothing', '/about', '/about.html/', '/world/empty/', '/world//', '/%zz'])(
    'answers %s with its 404 page',
    async (path) => {
      const answer = await ask(await serve(), path);
      expect(answer).toMatchObject({ status: 404, body: '<p>not here' });
    },
  );

  it('leads from a folder without its slash to the one with it, query and all', async () => {
    const { status, headers } = await ask(await serve(), '/world?page=2');
    expect({ status, location: headers['location'] }).toEqual({
      status: 301,
      location: '/world/?page=2',
    });
  });

  it('answers HEAD with the same headers and nothing else', async () => {
    const address = await serve();
    const got = await ask(address, '/about.html');
    const head = await ask(address, '/about.html', 'HEAD');
    expect(head).toMatchObject({ status: 200, body: '' });
    expect(head.headers['content-length']).toBe(got.headers['content-length']);
    expect(await ask(address, '/nothing', 'HEAD')).toMatchObject({ status: 404, body: '' });
  });

  it('answers nothing but GET and HEAD', async () => {
    expect(await ask(await serve(), '/', 'POST')).toMatchObject({ status: 405 });
  });

  it('says a word where the paper has no 404 page', async () => {
    rmSync(join(folder, '404.html'));
    expect(await ask(await serve(), '/x')).toMatchObject({ status: 404, body: 'Not found\n' });
  });
});

describe('out of the folder', () => {
  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/world/%2e%2e/%2e%2e/secret.txt',
    '/../dist-drafts/',
    '/about.html%00',
    '//secret.txt',
    'http://localhost/../secret.txt',
  ])('%s does not lead', async (path) => {
    const { status, body } = await ask(await serve(), path);
    expect({ status, body }).toEqual({ status: 404, body: '<p>not here' });
  });

  it('a link does not lead either, but inside it does', async () => {
    symlinkSync(join(top, 'secret.txt'), join(folder, 'link.txt'));
    symlinkSync(join(top, 'dist-drafts'), join(folder, 'drafts'));
    symlinkSync(join(folder, 'about.html'), join(folder, 'imprint.html'));
    const address = await serve();
    expect(await ask(address, '/link.txt')).toMatchObject({ status: 404 });
    expect(await ask(address, '/drafts/')).toMatchObject({ status: 404 });
    expect(await ask(address, '/imprint.html')).toMatchObject({ status: 200, body: '<p>about' });
  });
});

describe('the address', () => {
  it('takes a prefix, below which alone the paper is', async () => {
    const address = await serve({ prefix: 'some/deep/path' });
    expect(address).toMatch(/^http:\/\/localhost:\d+\/some\/deep\/path\/$/);
    expect(await ask(address, '/some/deep/path/world/')).toMatchObject({ status: 200 });
    expect(await ask(address, '/world/')).toMatchObject({ status: 404 });
    expect((await ask(address, '/some/deep/path')).headers['location']).toBe('/some/deep/path/');
    expect((await ask(address, '/some/deep/path/world')).headers['location']).toBe(
      '/some/deep/path/world/',
    );
  });

  it('takes the next port where one is busy', async () => {
    const first = await serve();
    const port = Number(new URL(first).port);
    const second = await serve({ port });
    expect(Number(new URL(second).port)).toBeGreaterThan(port);
  });

  it('may leave out .html for hosts that do', async () => {
    const address = await serve({ cleanUrls: true });
    expect(await ask(address, '/about')).toMatchObject({ status: 200, body: '<p>about' });
    expect(await ask(address, '/about/')).toMatchObject({ status: 404 });
    expect(await ask(address, '/world')).toMatchObject({ status: 301 });
  });
});
