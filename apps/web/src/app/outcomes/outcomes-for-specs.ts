import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import type { KpiOverview, KpiRecord, Me, Role } from '@sightline/contracts';
import type { Language } from '@sightline/language';
import { siteForSpecs } from '../platform/site-for-specs';
import routes from './outcomes.routes';

export const MARTA = { id: 'u-marta', code: null, name: 'Marta Lindqvist', email: 'marta@example.org' } as const;
const DRIVER = { id: 'd-1', code: 'D-01', name: 'Customer centricity' } as const;

/** A complete KPI that is on track; a spec states only what it changes. */
export function givenKpi(changes: Partial<KpiRecord> = {}): KpiRecord {
  const latest = { value: 9.9, date: '2026-10-31' };
  return {
    id: 'k-14',
    code: 'K-014',
    version: 3,
    createdAt: '2026-01-05T09:00:00.000Z',
    createdBy: MARTA,
    updatedAt: '2026-11-02T09:00:00.000Z',
    name: 'Customer onboarding time',
    definition: 'Working days from the signed contract to the first order.',
    unit: 'days',
    direction: 'decrease',
    kind: 'outcome',
    baseline: { value: 12, date: '2026-01-01' },
    target: { value: 7, lower: null, upper: null, date: '2027-06-30' },
    cadence: 'monthly',
    weight: 5,
    note: null,
    businessUnit: { id: 'b-1', code: 'BU-01', name: 'Customer operations' },
    owner: MARTA,
    driver: DRIVER,
    revision: { id: 'r-2', number: 2 },
    complete: true,
    missing: [],
    status: 'on_track',
    notHeld: false,
    stale: false,
    progress: 0.42,
    expected: 0.4,
    latest,
    forecast: { value: 8.1, date: '2027-06-30', points: 6 },
    coverage: { ratio: 0.54, reached: false, gap: 2.9, parts: [] },
    recent: [{ value: 12, date: '2026-01-31' }, latest],
    charters: [],
    ...changes,
  };
}

export function givenOverview(changes: Partial<KpiOverview> = {}): KpiOverview {
  const statuses = { no_data: 0, achieved: 0, on_track: 1, at_risk: 0, off_track: 0, missed: 0 };
  return { total: 1, statuses, technical: 0, incomplete: 0, stale: 0, needSomeone: 0, attention: [], ...changes };
}

export const pageOf = (...items: unknown[]) => ({ items, total: items.length, page: 1, pageSize: 50 });
export const DRIVERS = pageOf({ ...DRIVER, weight: 5, position: 1, description: '', since: 1, charters: 0 });

/** The pages of outcomes in a browser without a server: what is asked gets the answer given for its path. */
export class OutcomesSite {
  readonly http: HttpTestingController;
  private harness!: RouterTestingHarness;

  constructor(
    private readonly answers: Record<string, unknown>,
    private readonly roles: Role[] = ['cio_office'],
    language: Language = 'en',
  ) {
    TestBed.configureTestingModule({ providers: siteForSpecs([{ path: 'outcomes', children: routes }], language) });
    this.http = TestBed.inject(HttpTestingController);
  }

  async open(url: string): Promise<void> {
    this.harness = await RouterTestingHarness.create();
    const arrived = this.harness.navigateByUrl(url);
    await this.settle();
    await arrived;
    await this.settle();
  }

  get host(): HTMLElement {
    return this.harness.fixture.nativeElement as HTMLElement;
  }
  get text(): string {
    return (this.host.textContent ?? '').replace(/\s+/g, ' ');
  }
  texts(selector: string): string[] {
    return [...this.host.querySelectorAll(selector)].map((found) =>
      (found.textContent ?? '').replace(/\s+/g, ' ').trim(),
    );
  }

  /** Answers every read, until nothing more is asked. */
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

  async press(label: string): Promise<void> {
    const found = [...this.host.querySelectorAll('button')].find((button) => button.textContent?.includes(label));
    if (!found) throw new Error(`There is no button “${label}”.`);
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
    if (known !== undefined) request.flush(known);
    else
      request.flush({ code: 'not-found', status: 404, title: 'Not found' }, { status: 404, statusText: 'Not Found' });
  }
}

function meAs(roles: Role[]): Me {
  return {
    user: { id: MARTA.id, name: MARTA.name, email: MARTA.email, kind: 'internal', language: 'en' },
    roles,
    permissions: {},
    seats: [],
    secretaryOf: [],
    organisation: {
      name: 'Meridian',
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
      language: 'en',
      kind: 'sample',
      strategyInForce: 2,
    },
    awaiting: 0,
  };
}
