import { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { Inbox, Reaffirmation } from '@sightline/contracts';
import { LEAD } from '../charters/charters-for-specs';
import { siteForSpecs } from '../platform/site-for-specs';
import { EndingList } from './ending-list';

const charter = { id: 'c-17', code: 'CH-0017', name: 'Self-service onboarding', status: 'in_delivery' } as const;
const principle = { id: 'p-4', code: 'P-04', name: 'Cloud first' };
const WAITING: Reaffirmation = {
  id: 'f-1',
  charter,
  lead: { id: LEAD.user.id, code: null, name: LEAD.user.name },
  cause: 'principle_revised',
  principle,
  exception: null,
  person: null,
  raisedAt: '2026-09-01T08:00:00.000Z',
  agendaOn: '2026-10-31',
  overdue: false,
  settledAt: null,
  settledBy: null,
  settledHow: null,
  note: null,
};
const ENDING: Inbox['exceptionsEnding'][number] = {
  exception: { id: 'x-4', code: 'EX-004', name: 'EX-004' },
  principle,
  charter,
  endsOn: '2026-12-16',
  daysLeft: 7,
  reminder: 7,
  renewed: false,
};

describe('what ends', () => {
  let list: ComponentFixture<EndingList>;
  const text = () => ((list.nativeElement as HTMLElement).textContent ?? '').replace(/\s+/g, ' ');

  async function show(inbox: Partial<Inbox>): Promise<void> {
    TestBed.configureTestingModule({ providers: siteForSpecs() });
    list = TestBed.createComponent(EndingList);
    list.componentRef.setInput('inbox', { reaffirmations: [], exceptionsEnding: [], ...inbox });
    list.detectChanges();
    TestBed.inject(HttpTestingController).expectOne('/api/v1/me').flush(LEAD);
    await list.whenStable();
    list.detectChanges();
  }

  it('is what has to be affirmed anew, why, and when it goes on the agenda', async () => {
    await show({ reaffirmations: [WAITING] });
    expect(text()).toContain('CH-0017');
    expect(text()).toContain('P-04');
    expect(text()).toContain('on the agenda 31 Oct 2026');
    expect(text()).not.toContain('affirms it anew');
    const link = (list.nativeElement as HTMLElement).querySelector('a[href$="#reaffirmation"]');
    expect(link?.getAttribute('href')).toBe('/charters/CH-0017#reaffirmation');
  });

  it('says who has to settle what waits too long, to whoever keeps the agenda', async () => {
    const lead = { id: 'u-tomasz', code: null, name: 'Tomasz Wrona' };
    await show({ reaffirmations: [{ ...WAITING, lead, overdue: true }] });
    expect(text()).toContain('due for the agenda since 31 Oct 2026');
    expect(text()).toContain('Tomasz Wrona affirms it anew.');
    expect((list.nativeElement as HTMLElement).querySelector('.bad')).not.toBeNull();
  });

  it('counts the days of exceptions, unless their renewal is on its way', async () => {
    await show({
      exceptionsEnding: [ENDING, { ...ENDING, exception: { ...ENDING.exception, id: 'x-5' }, renewed: true }],
    });
    expect(text()).toContain('From P-04 for CH-0017');
    expect(text()).toContain('7 days left');
    expect(text()).toContain('renewal on its way');
  });

  it('is nothing where nothing ends', async () => {
    await show({});
    expect(text().trim()).toBe('');
  });
});
