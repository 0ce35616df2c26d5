import type { Problem } from '@sightline/contracts';

/** The cookies of a session, and the anti-CSRF token that goes with it. */
export interface SessionCookies {
  cookie: string;
  csrfToken: string;
}

export interface Answer<T> {
  status: number;
  body: T;
  headers: Headers;
  /** The content type without its parameters. */
  type: string;
  /** The ETag as it is, for `If-Match`. */
  etag: string | undefined;
}

/** Extra headers; `version` becomes `If-Match`, `key` becomes `Idempotency-Key`. */
export interface Extras {
  version?: number;
  key?: string;
  headers?: Record<string, string | undefined>;
}

/** Speaks to a running API as a browser would: with its cookies, the anti-CSRF header and its Origin. */
export class Client {
  constructor(
    private readonly port: number,
    private session?: SessionCookies | undefined,
  ) {}

  get<T>(path: string, extras?: Extras): Promise<Answer<T>> {
    return this.send<T>('GET', path, undefined, extras);
  }

  post<T>(path: string, body?: unknown, extras?: Extras): Promise<Answer<T>> {
    return this.send<T>('POST', path, body, extras);
  }

  put<T>(path: string, body: unknown, extras?: Extras): Promise<Answer<T>> {
    return this.send<T>('PUT', path, body, extras);
  }

  patch<T>(path: string, body: unknown, extras?: Extras): Promise<Answer<T>> {
    return this.send<T>('PATCH', path, body, extras);
  }

  delete<T>(path: string, extras?: Extras): Promise<Answer<T>> {
    return this.send<T>('DELETE', path, undefined, extras);
  }

  /** Paths are those below `/api/v1`, or whole ones that begin with `/api` or name a health route. */
  async send<T>(method: string, path: string, body?: unknown, extras: Extras = {}): Promise<Answer<T>> {
    const response = await fetch(this.addressOf(path), {
      method,
      redirect: 'manual',
      headers: this.headersFor(body, extras),
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    this.takeCookies(response.headers);
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    const text = await response.text();
    return {
      status: response.status,
      body: (/[/+]json$/.test(type) && text ? JSON.parse(text) : text) as T,
      headers: response.headers,
      type,
      etag: response.headers.get('etag') ?? undefined,
    };
  }

  /** For requests that must fail: the answer's body is a problem. */
  async refused(method: string, path: string, body?: unknown, extras?: Extras): Promise<Answer<Problem>> {
    return this.send<Problem>(method, path, body, extras);
  }

  /** The answer as it comes, for whoever reads it piece by piece or goes away. */
  open(path: string, signal?: AbortSignal): Promise<Response> {
    return fetch(this.addressOf(path), { headers: this.headersFor(undefined, {}), ...(signal && { signal }) });
  }

  /** A file. */
  async download(path: string): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
    const response = await this.open(path);
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  }

  private addressOf(path: string): string {
    const isWhole = /^\/(api|healthz|readyz|metrics)\b/.test(path) || path === '/';
    return `http://127.0.0.1:${this.port}${isWhole ? '' : '/api/v1'}${path}`;
  }

  private headersFor(body: unknown, { version, key, headers = {} }: Extras): Record<string, string> {
    const all: Record<string, string | undefined> = {
      origin: `http://127.0.0.1:${this.port}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(this.session && { cookie: this.session.cookie, 'x-xsrf-token': this.session.csrfToken }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
      ...(key !== undefined && { 'idempotency-key': key }),
      ...headers,
    };
    return Object.fromEntries(Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined));
  }

  /** A sign-in or sign-out changes who this client is. */
  private takeCookies(headers: Headers): void {
    const cookies = new Map(
      headers.getSetCookie().map((cookie) => (cookie.split(';')[0] ?? '').split('=') as [string, string]),
    );
    const token = cookies.get('sightline_session');
    if (token === undefined) return;
    const csrfToken = cookies.get('XSRF-TOKEN') ?? '';
    this.session = token ? { cookie: `sightline_session=${token}; XSRF-TOKEN=${csrfToken}`, csrfToken } : undefined;
  }
}

/** On a machine that is too slow for all of them at once some requests are asked to come again, which they do. */
export async function patiently<T>(send: () => Promise<Answer<T>>): Promise<Answer<T>> {
  const answer = await send();
  return answer.status === 503 && answer.headers.has('retry-after') ? patiently(send) : answer;
}
