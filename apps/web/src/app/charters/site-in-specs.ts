import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Me } from '@sightline/contracts';
import { Session } from '../platform/session/session';
import { siteForSpecs } from '../platform/site-for-specs';
import { LEAD } from './charters-for-specs';
import routes from './charters.routes';

type Answers = Record<string, unknown>;

/** The document of the specs has no layout to scroll. */
Element.prototype.scrollIntoView ??= () => undefined;

/** The pages of charters in a browser without a server: what is asked gets the answer given for its path. */
export class ChartersSite {
  readonly http: HttpTestingController;
  private harness!: RouterTestingHarness;

  constructor(
    private readonly answers: Answers,
    private readonly me: Me = LEAD,
  ) {
    TestBed.configureTestingModule({ providers: siteForSpecs([{ path: 'charters', children: routes }]) });
    this.http = TestBed.inject(HttpTestingController);
  }

  async open(url: string): Promise<HTMLElement> {
    this.harness = await RouterTestingHarness.create();
    const arrived = this.harness.navigateByUrl(url);
    await this.settle();
    await arrived;
    await this.settle();
    return this.host;
  }

  get host(): HTMLElement {
    return this.harness.fixture.nativeElement as HTMLElement;
  }

  get text(): string {
    return (this.host.textContent ?? '').replace(/\s+/g, ' ');
  }

  /** Closes the page and begins anew. */
  leave(): void {
    this.harness.fixture.destroy();
    TestBed.resetTestingModule();
  }

  /** The session ended, and the same person opened a new one over the page, which stays. */
  signInAgain(): void {
    void TestBed.inject(Session).enterAs('lead');
    this.http.expectOne('/api/v1/auth/demo').flush(null);
  }

  answer(path: string, body: unknown): void {
    this.answers[path] = body;
  }

  /** Answers every read that has an answer, until nothing more is asked. */
  async settle(): Promise<void> {
    for (let round = 0; round < 8; round++) {
      this.harness.detectChanges();
      await new Promise((done) => setTimeout(done));
      for (const request of this.http.match(({ method }) => method === 'GET')) this.reply(request);
    }
    this.harness.detectChanges();
  }

  /** The one write under way. */
  write(method: string, path: string): TestRequest {
    return this.http.expectOne((request) => request.method === method && request.url === `/api/v1${path}`);
  }

  /** The next such write; a draft saves itself a moment after the hand rests. */
  async written(method: string, path: string): Promise<TestRequest> {
    let sent: TestRequest[] = [];
    await this.until(() => {
      sent = this.http.match((request) => request.method === method && request.url === `/api/v1${path}`);
      return sent.length > 0;
    });
    return sent[0] as TestRequest;
  }

  /** Waits until something holds, answering reads meanwhile; the test's own limit ends it. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await this.settle();
  }

  /** The focus goes elsewhere, which saves at once what is to be saved. */
  async leaveField(id: string): Promise<void> {
    this.control(id).dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    await this.settle();
  }

  button(label: string): HTMLButtonElement {
    const found = [...this.host.querySelectorAll('button')].find((button) => button.textContent?.includes(label));
    if (!found) throw new Error(`There is no button “${label}”`);
    return found;
  }

  control(id: string): HTMLInputElement {
    const found = this.host.querySelector<HTMLInputElement>(`#${id}`);
    if (!found) throw new Error(`There is no control #${id}`);
    return found;
  }

  async type(id: string, value: string): Promise<void> {
    const control = this.control(id);
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
    await this.settle();
  }

  private reply(request: TestRequest): void {
    if (request.cancelled) return;
    const path = request.request.url.replace('/api/v1', '');
    const known = path === '/me' ? this.me : (this.answers[path] ?? this.answers[path.split('?')[0] ?? '']);
    if (known !== undefined) request.flush({ ...(known as object) });
    else
      request.flush({ code: 'not-found', status: 404, title: 'Not there' }, { status: 404, statusText: 'Not Found' });
  }
}

export function problem(status: number, body: object): [object, { status: number; statusText: string }] {
  return [
    { type: 'about:blank', title: 'Refused', status, ...body },
    { status, statusText: 'Refused' },
  ];
}
