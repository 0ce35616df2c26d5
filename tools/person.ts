/** An answer of the API. */
export interface Answer<T> {
  status: number;
  body: T;
}

/** Somebody at a browser: keeps the cookies and sends the headers that a page would. */
export class Person {
  readonly name: string;
  readonly url: string;
  #cookies = new Map<string, string>();

  constructor(url: string, name: string) {
    this.url = url;
    this.name = name;
  }

  async send<T>(method: string, path: string, body?: unknown, version?: number): Promise<Answer<T>> {
    const { status, body: text } = await this.#ask(method, path, body, version);
    return { status, body: (text ? JSON.parse(text) : undefined) as T };
  }

  async #ask(method: string, path: string, body?: unknown, version?: number): Promise<Answer<string>> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        origin: this.url,
        'accept-language': 'en',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'x-xsrf-token': this.#cookies.get('XSRF-TOKEN') ?? '',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      this.#cookies.set(name, value);
    }
    return { status: response.status, body: await response.text() };
  }

  /** A file, as text. */
  async file(path: string): Promise<string> {
    const { status, body } = await this.#ask('GET', path);
    if (status !== 200) throw new Error(`${this.name}: GET ${path} → ${status} ${body}`);
    return body;
  }

  /** The same, for what has to work: anything but a 2xx is an error. */
  async does<T>(method: string, path: string, body?: unknown, version?: number): Promise<T> {
    const answer = await this.send<T>(method, path, body, version);
    if (answer.status >= 300) {
      throw new Error(`${this.name}: ${method} ${path} → ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    return answer.body;
  }
}
