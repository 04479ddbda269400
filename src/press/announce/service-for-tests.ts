/** A service on this machine that answers as a test says and remembers what it was sent. */
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Heard {
  method: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Service {
  url: string;
  heard: Heard[];
}

/** What the service does; `hang` never answers, `drop` breaks the connection off. */
export type Reply =
  { status: number; text?: string; headers?: Record<string, string> } | 'hang' | 'drop';

/** Runs `use` with a service whose n-th answer is `reply(n)`, counted from 1. */
export async function withService(
  reply: (n: number, heard: Heard) => Reply,
  use: (service: Service) => Promise<void>,
): Promise<void> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { headers, method } = request;
      const one = { method, headers, body: Buffer.concat(parts).toString() };
      heard.push(one);
      const answer = reply(heard.length, one);
      if (answer === 'drop') request.socket.destroy();
      else if (answer !== 'hang') {
        response.writeHead(answer.status, answer.headers).end(answer.text ?? '');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    await use({ url: `http://127.0.0.1:${port}/`, heard });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** Files of a change list. */
export function files(...addresses: string[]) {
  return addresses.map((address) => ({ address, sha256: 'a'.repeat(64), size: 1 }));
}
