import { Agent, request } from 'node:http';
import type { SessionCookies } from '../client';

/** A request as bytes: nothing is corrected on the way. */
export interface RawRequest {
  method: string;
  /** As it goes over the wire: `/api/v1/charters/CH-0012?q=x`. */
  path: string;
  headers: Record<string, string>;
  body?: string | Buffer | undefined;
}

export interface RawAnswer {
  status: number;
  /** Without its parameters; empty when there is none. */
  type: string;
  headers: Record<string, string>;
  /** Parsed when it is JSON, else the text. */
  body: unknown;
  ms: number;
}

/** An answer that takes longer is none. */
const PATIENCE_MS = 30_000;

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Unlike `Client` this keeps no cookies: what an answer sets does not change who asks. */
export function send(port: number, { method, path, headers, body }: RawRequest): Promise<RawAnswer> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const call = request({ host: '127.0.0.1', port, method, path, agent, headers: { ...length, ...headers } });
    call.once('error', reject);
    call.setTimeout(PATIENCE_MS, () => call.destroy(new Error(`${method} ${path.slice(0, 100)} was never answered.`)));
    call.once('response', (answer) => {
      const type = String(answer.headers['content-type'] ?? '').split(';')[0] ?? '';
      const parts: Buffer[] = [];
      const done = (): void =>
        resolve({
          status: answer.statusCode ?? 0,
          type,
          headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)])),
          body: bodyOf(Buffer.concat(parts).toString(), type),
          ms: performance.now() - began,
        });
      answer.on('data', (part: Buffer) => parts.push(part)).once('error', reject);
      if (type !== 'text/event-stream') return void answer.once('end', done);
      // A stream of events never ends by itself; that it began is the answer.
      done();
      call.destroy();
    });
    call.end(body);
  });
}

/** The headers of a browser that is signed in. */
export function headersOf(port: number, session: SessionCookies | undefined): Record<string, string> {
  return {
    origin: `http://127.0.0.1:${port}`,
    ...(session && { cookie: session.cookie, 'x-xsrf-token': session.csrfToken }),
  };
}

function bodyOf(text: string, type: string): unknown {
  if (!/json$/.test(type) || text === '') return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
