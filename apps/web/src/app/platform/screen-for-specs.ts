import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { Routes } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Me, Role } from '@sightline/contracts';
import { siteForSpecs } from './site-for-specs';

const USER = {
  id: 'u-yusuf',
  name: 'Yusuf Demir',
  email: 'yusuf@example.org',
  kind: 'internal',
  language: 'en',
} as const;
export const YUSUF = { id: USER.id, code: null, name: USER.name, email: USER.email } as const;
const ROUNDS = 8;

export const pageOf = <T>(...items: T[]) => ({ items, total: items.length, page: 1, pageSize: 50 });
export const RECORD = {
  createdAt: '2026-11-02T09:00:00.000Z',
  createdBy: YUSUF,
  updatedAt: '2026-11-02T09:00:00.000Z',
};

const TURNS = 4;

/** Lets one piece of a page follow what was done to it: what waits for a turn of the clock, and what is drawn after it. */
export async function settle(piece: ComponentFixture<unknown>): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) {
    await new Promise((done) => setTimeout(done));
    piece.detectChanges();
  }
}

/** Pages in a browser without a server: every read gets the answer given for its path, every write waits for one. */
export class ScreenForSpecs {
  readonly http: HttpTestingController;
  private frame: RouterTestingHarness | null = null;
  private readonly forbidden = new Set<string>();

  constructor(
    routes: Routes,
    readonly answers: Record<string, unknown>,
    private readonly roles: Role[] = ['cio_office'],
  ) {
    TestBed.configureTestingModule({ providers: siteForSpecs(routes) });
    this.http = TestBed.inject(HttpTestingController);
  }

  /** Whoever looks may not read this. */
  forbid(path: string): void {
    this.forbidden.add(path);
  }

  async open(url: string): Promise<void> {
    this.frame ??= await RouterTestingHarness.create();
    const arrived = this.harness.navigateByUrl(url);
    await this.settle();
    await arrived;
    await this.settle();
  }

  private get harness(): RouterTestingHarness {
    if (!this.frame) throw new Error('No page is open.');
    return this.frame;
  }
  get host(): HTMLElement {
    return this.harness.fixture.nativeElement as HTMLElement;
  }
  get text(): string {
    return plain(this.host);
  }
  texts(selector: string): string[] {
    return [...this.host.querySelectorAll(selector)].map(plain);
  }

  /** Answers every read until nothing more is asked. */
  async settle(): Promise<void> {
    for (let round = 0; round < ROUNDS; round++) {
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

  /** Presses what is called so, by its text or its label. */
  async press(name: string): Promise<void> {
    const found = [...document.querySelectorAll<HTMLElement>('button, [role=menuitem]')].find(
      (button) => plain(button).includes(name) || button.getAttribute('aria-label')?.includes(name),
    );
    if (!found) throw new Error(`There is no button “${name}”.`);
    found.click();
    await this.settle();
  }

  async type(id: string, value: string, event: 'input' | 'change' = 'input'): Promise<void> {
    const control = this.host.querySelector<HTMLInputElement>(`#${id}`);
    if (!control) throw new Error(`There is no control #${id}.`);
    control.value = value;
    control.dispatchEvent(new Event(event, { bubbles: true }));
    await this.settle();
  }

  private reply(request: TestRequest): void {
    if (request.cancelled) return;
    const path = request.request.url.replace('/api/v1', '');
    const known = path === '/me' ? meAs(this.roles) : (this.answers[path] ?? this.answers[path.split('?')[0] ?? '']);
    if (this.forbidden.has(path))
      request.flush({ code: 'forbidden', status: 403, title: 'No' }, { status: 403, statusText: 'Forbidden' });
    else if (known !== undefined) request.flush(known);
    else
      request.flush({ code: 'not-found', status: 404, title: 'Not found' }, { status: 404, statusText: 'Not Found' });
  }
}

function plain(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function meAs(roles: Role[]): Me {
  return {
    user: USER,
    roles,
    permissions: {},
    seats: [],
    secretaryOf: [],
    organisation: {
      name: 'Meridian Freight',
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
      language: 'en',
      kind: 'sample',
      strategyInForce: 2,
    },
    awaiting: 0,
  };
}
