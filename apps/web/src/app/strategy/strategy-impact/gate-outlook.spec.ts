import { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { GateForecast, GateForecastPage } from '@sightline/contracts';
import { settle } from '../../platform/screen-for-specs';
import { siteForSpecs } from '../../platform/site-for-specs';
import { GateOutlook } from './gate-outlook';

const forecast = (code: string, changes: Partial<GateForecast> = {}): GateForecast => ({
  kind: 'charter',
  record: { id: code, code, name: 'Faster onboarding' },
  charter: { id: code, code, name: 'Faster onboarding' },
  status: 'in_delivery',
  lead: null,
  gate: 'go_live',
  checks: [
    {
      code: 'FACTS',
      level: 'blocker',
      passed: false,
      variant: 'missing',
      params: {},
      fix: { field: 'facts', path: `/charters/${code}/edit#facts` },
      message: 'P-06 asks how fast it answers',
    },
  ],
  proposal: null,
  ...changes,
});
const page = (changes: Partial<GateForecastPage>): GateForecastPage => ({
  number: 3,
  inForce: 2,
  principles: [{ id: 'p6', code: 'P-06', name: 'Fast' }],
  total: 3,
  looked: 3,
  figures: { blocked: 0, marked: 0, checks: { FACTS: 0, DEVIATION: 0 } },
  items: [],
  next: null,
  more: null,
  ...changes,
});
const figures = (blocked: number, marked: number): GateForecastPage['figures'] => ({
  blocked,
  marked,
  checks: { FACTS: blocked, DEVIATION: marked },
});
const AT = '/api/v1/strategy/versions/3/impact/gates';

describe('what a draft would hold up at the gate', () => {
  let screen: ComponentFixture<GateOutlook>;
  let http: HttpTestingController;
  const text = (): string => (screen.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ');
  const button = (label: string): HTMLButtonElement | undefined =>
    [...(screen.nativeElement as HTMLElement).querySelectorAll('button')].find(
      (one) => one.textContent.trim() === label,
    );

  async function open(first: GateForecastPage): Promise<void> {
    TestBed.configureTestingModule({ providers: siteForSpecs() });
    http = TestBed.inject(HttpTestingController);
    screen = TestBed.createComponent(GateOutlook);
    screen.componentRef.setInput('n', 3);
    screen.detectChanges();
    await answer(`${AT}?pageSize=10`, first);
  }
  async function answer(address: string, body: GateForecastPage): Promise<void> {
    http.expectOne(address).flush(body);
    await settle(screen);
  }
  afterEach(() => {
    expect(http.match(({ url }) => url.startsWith(AT))).toEqual([]);
  });

  it('says that nothing is asked anew, or that everything passes', async () => {
    await open(page({ total: 0, looked: 0, principles: [] }));
    expect(text()).toContain('No decision table, question or gate asks for anything');
    TestBed.resetTestingModule();
    await open(page({}));
    expect(text()).toContain('Looked at all 3 charters and changes. Every one passes as it does today.');
  });

  it('names each with its gate and what the gate would say', async () => {
    const change = { kind: 'change_request', record: { id: 'r', code: null, name: 'x' }, gate: 'approve' } as const;
    await open(page({ figures: figures(2, 0), items: [forecast('CH-0001'), forecast('CH-0002', change)] }));
    expect(text()).toContain('2 would be held up');
    expect(text()).toContain('CH-0001 Faster onboarding');
    expect(text()).toContain('Go-live');
    expect(text()).toContain('P-06 asks how fast it answers');
    expect(text()).toContain('Change of CH-0002');
  });

  it('looks on and names on when it is asked to, and counts nothing twice', async () => {
    await open(
      page({ total: 5, looked: 2, figures: figures(1, 1), items: [forecast('CH-0001')], next: 'b', more: 'a' }),
    );
    expect(text()).toContain('Looked at 2 of 5 charters and changes so far.');
    button('Name more')?.click();
    await answer(
      `${AT}?after=a&pageSize=10`,
      page({ looked: 2, figures: figures(1, 2), items: [forecast('CH-0002')] }),
    );
    expect(text()).toContain('CH-0002');
    expect(text()).toContain('1 would be held up');
    button('Look at the rest')?.click();
    await answer(`${AT}?after=b&pageSize=1`, page({ looked: 2, figures: figures(0, 1), next: 'd' }));
    await answer(`${AT}?after=d&pageSize=1`, page({ looked: 1, figures: figures(1, 0) }));
    expect(text()).toContain('2 would be held up');
    expect(text()).toContain('2 would be marked');
    expect(text()).toContain('Looked at all 5');
    expect(button('Look at the rest')).toBeUndefined();
    expect(button('Name more')).toBeUndefined();
  });
});
