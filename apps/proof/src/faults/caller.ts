import { randomUUID } from 'node:crypto';
import type { Persona } from '@sightline/contracts';

/** What came back, or null where the connection ended without an answer: then nobody knows whether it was done. */
export type Reply = { status: number; headers: Headers; body: unknown; ms: number } | null;

export interface Extras {
  version?: number;
  key?: string;
  requestId?: string;
  signal?: AbortSignal;
}

/** Somebody signed in who keeps asking while servers die: no answer is an answer, too. */
export class Caller {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly url: string) {}

  /** A persona of the sample company. */
  static async signedIn(url: string, persona: Persona): Promise<Caller> {
    const caller = new Caller(url);
    const reply = await caller.send('POST', '/auth/demo', { persona });
    if (reply?.status !== 200) throw new Error(`${persona} could not sign in: ${JSON.stringify(reply)}`);
    return caller;
  }

  async send(method: string, path: string, body?: unknown, extras: Extras = {}): Promise<Reply> {
    const began = performance.now();
    try {
      const response = await fetch(this.addressOf(path), {
        method,
        headers: this.headers(body, extras),
        ...(extras.signal ? { signal: extras.signal } : {}),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      this.takeCookies(response.headers);
      const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
      return {
        status: response.status,
        headers: response.headers,
        body: isJson ? (JSON.parse(text) as unknown) : text,
        ms: performance.now() - began,
      };
    } catch {
      return null;
    }
  }

  /** For what has to work. */
  async does<T>(method: string, path: string, body?: unknown, extras?: Extras): Promise<T> {
    const reply = await this.send(method, path, body, extras);
    if (!reply || reply.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(reply)}`);
    return reply.body as T;
  }

  /** What a browser would send along. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** What a program sends along that acts for this person: cookies, token, and where it comes from. */
  get forHeaders(): Record<string, string> {
    return { Origin: this.url, Cookie: this.cookie, 'X-XSRF-TOKEN': this.cookies.get('XSRF-TOKEN') ?? '' };
  }

  private addressOf(path: string): string {
    return `${this.url}${/^\/(healthz|readyz|metrics)$/.test(path) ? '' : '/api/v1'}${path}`;
  }

  private headers(body: unknown, { version, key, requestId = randomUUID() }: Extras): Record<string, string> {
    return {
      origin: this.url,
      'x-request-id': requestId,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      cookie: this.cookie,
      'x-xsrf-token': this.cookies.get('XSRF-TOKEN') ?? '',
    };
  }

  private takeCookies(headers: Headers): void {
    for (const cookie of headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      this.cookies.set(name, value);
    }
  }
}
