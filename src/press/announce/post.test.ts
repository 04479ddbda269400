import { describe, expect, it } from 'vitest';

import { faultOf, post } from './post.ts';
import type { PostOptions } from './post.ts';
import { withService } from './service-for-tests.ts';
import type { Reply } from './service-for-tests.ts';

const QUICK: PostOptions = { pause: 1, timeout: 200 };

/** The fault that is told when a service answers so, and how often it was asked. */
async function outcome(reply: (n: number) => Reply, options = QUICK) {
  let found = { fault: undefined as string | undefined, asked: 0 };
  await withService(reply, async ({ heard, url }) => {
    const fault = faultOf(await post(url, 'text/plain', 'hello', options), 'the hub');
    found = { fault, asked: heard.length };
  });
  return found;
}

describe('what is sent', () => {
  it('arrives as it was given', async () => {
    await withService(
      () => ({ status: 204 }),
      async ({ heard, url }) => {
        const answer = await post(url, 'text/plain; charset=utf-8', 'лёд & co', QUICK);
        expect(faultOf(answer, 'the hub')).toBeUndefined();
        expect(heard).toHaveLength(1);
        expect(heard[0]).toMatchObject({ method: 'POST', body: 'лёд & co' });
        expect(heard[0]?.headers['content-type']).toBe('text/plain; charset=utf-8');
      },
    );
  });

  it.each([200, 202, 204])('has arrived where the answer is %d', async (status) => {
    expect(await outcome(() => ({ status }))).toEqual({ fault: undefined, asked: 1 });
  });

  it.each([429, 500, 503])('is sent again after %d, and then has arrived', async (status) => {
    const replies = (n: number) => ({ status: n < 3 ? status : 204 });
    expect(await outcome(replies)).toEqual({ fault: undefined, asked: 3 });
  });

  it('is sent again where the connection breaks or no answer comes', async () => {
    expect(await outcome((n) => (n === 1 ? 'drop' : { status: 204 }))).toEqual({
      fault: undefined,
      asked: 2,
    });
    expect(await outcome((n) => (n === 1 ? 'hang' : { status: 204 }))).toEqual({
      fault: undefined,
      asked: 2,
    });
  });

  it('waits as long as the service asks for', async () => {
    const begun = performance.now();
    const replies = (n: number): Reply =>
      n === 1 ? { status: 429, headers: { 'retry-after': '1' } } : { status: 204 };
    expect(await outcome(replies)).toMatchObject({ asked: 2 });
    expect(performance.now() - begun).toBeGreaterThan(900);
  });
});

describe('a failure is said in plain words:', () => {
  it('the answer, once, where the fault is ours', async () => {
    expect(await outcome(() => ({ status: 400, text: 'bad\n  topic ' }))).toEqual({
      fault: 'the hub answered 400: bad topic',
      asked: 1,
    });
  });

  it('the last answer where all attempts failed', async () => {
    expect(await outcome(() => ({ status: 503, text: 'x'.repeat(5000) }))).toEqual({
      fault: `the hub answered 503: ${'x'.repeat(200)}`,
      asked: 3,
    });
  });

  it('where it has moved to, for a redirect is not followed', async () => {
    const moved = () => ({ status: 301, headers: { location: 'https://new.example/' } });
    expect(await outcome(moved)).toEqual({
      fault: 'the hub has moved to https://new.example/ (301)',
      asked: 1,
    });
  });

  it('no answer', async () => {
    expect(await outcome(() => 'hang', { ...QUICK, attempts: 1 })).toMatchObject({
      fault: 'the hub did not answer within 0.2 seconds',
    });
  });

  it('a connection that breaks', async () => {
    expect(await outcome(() => 'drop')).toEqual({
      fault: 'the hub broke the connection off',
      asked: 3,
    });
  });

  it('no service', async () => {
    let closed = '';
    await withService(
      () => 'hang',
      ({ url }) => {
        closed = url;
        return Promise.resolve();
      },
    );
    const answer = await post(closed, 'text/plain', '', QUICK);
    expect(faultOf(answer, 'the hub')).toBe('the hub refused the connection');
  });

  it('no host', async () => {
    const missing = () =>
      Promise.reject(
        new TypeError('fetch failed', {
          cause: Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }),
        }),
      );
    const answer = await post('https://hub.invalid/', 'text/plain', '', {
      ...QUICK,
      fetch: missing,
    });
    expect(faultOf(answer, 'the hub')).toBe('the hub is not to be found: there is no such host');
  });
});
