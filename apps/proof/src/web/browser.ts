/** A browser that keeps the cookies of one installation, and whatever name its session has. */
export class Browser {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly url: string,
    cookies = '',
  ) {
    this.take(cookies.split('; ').filter(Boolean));
  }

  /** Everything it would send along. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get session(): string {
    return this.cookies.get('sightline_session') ?? '';
  }

  async send(method: string, path: string, body?: unknown, version?: number): Promise<Response & { data: unknown }> {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        origin: this.url,
        cookie: this.cookie,
        'x-xsrf-token': this.cookies.get('XSRF-TOKEN') ?? '',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    this.take(answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? ''));
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '') && text !== '';
    return Object.assign(answer, { data: isJson ? (JSON.parse(text) as unknown) : text });
  }

  status(method: string, path: string, body?: unknown, version?: number): Promise<number> {
    return this.send(method, path, body, version).then(({ status }) => status);
  }

  /** The same cookies in another browser, or at another replica. */
  at(url: string): Browser {
    return new Browser(url, this.cookie);
  }

  private take(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const at = cookie.indexOf('=');
      this.cookies.set(cookie.slice(0, at), cookie.slice(at + 1));
    }
  }
}
