import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { Inbox, Me, ProposalSummary } from '@sightline/contracts';
import { siteForSpecs } from '../platform/site-for-specs';
import { Home } from './home';

const boardMember: Me = {
  user: { id: 'u1', name: 'Amara Okafor', email: 'amara@example.org', kind: 'internal', language: null },
  roles: ['board_member'],
  permissions: {},
  seats: [
    {
      board: { id: 'b', code: null, name: 'Integration board' },
      constituency: 'business',
      constituencyName: 'Business',
      seatId: 's',
    },
  ],
  secretaryOf: [],
  organisation: {
    name: 'Meridian Freight',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    language: 'en',
    kind: 'own',
    strategyInForce: 2,
  },
  awaiting: 2,
};
const nothing: Inbox = {
  decisions: [],
  charters: [],
  measurementsDue: [],
  requirementsOwed: [],
  exceptionsEnding: [],
  reaffirmations: [],
  mentions: [],
  standing: { medianDaysToDecide: null, openPastDue: 0, openProposals: 0 },
};
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const proposal = (code: string, title: string, age: number): ProposalSummary => ({
  id: code,
  code,
  version: 1,
  createdAt: inDays(-age),
  createdBy: null,
  updatedAt: inDays(-age),
  subjectType: 'charter',
  subject: { id: 'c', code: 'CH-0012', name: title },
  title,
  ask: {
    budget: { amount: '620000.00', currency: 'EUR' },
    kpi: { code: 'K-012', name: 'Hub dwell time', unit: 'min', from: 88, to: 63, by: '2027-09-30' },
  },
  status: 'open',
  board: { id: 'b', code: null, name: 'Integration board' },
  rule: 'two_thirds',
  submittedBy: { id: 'p', code: null, name: 'Priya Nair' },
  submittedAt: inDays(-age),
  dueAt: inDays(20),
  closedAt: null,
  seats: [{ constituency: 'business', choice: null, recused: false }],
  constituencies: [{ key: 'business', name: 'Business', voted: false }],
  awaitingMe: true,
  decision: null,
});

describe('Home', () => {
  let home: ComponentFixture<Home>;
  const host = () => home.nativeElement as HTMLElement;
  const open = async (inbox: Inbox | null) => {
    TestBed.configureTestingModule({ providers: siteForSpecs() });
    home = TestBed.createComponent(Home);
    home.detectChanges();
    const http = TestBed.inject(HttpTestingController);
    http.expectOne('/api/v1/me').flush(boardMember);
    const request = http.expectOne('/api/v1/inbox');
    if (inbox) request.flush(inbox);
    else request.flush({}, { status: 503, statusText: 'Service Unavailable' });
    await home.whenStable();
    home.detectChanges();
  };

  it('says the news in its title and puts the oldest decision first, with the only filled button', async () => {
    await open({ ...nothing, decisions: [proposal('PR-0032', 'Younger', 2), proposal('PR-0031', 'Older', 9)] });
    expect(host().querySelector('h1')?.textContent).toBe('Two decisions wait for your vote');
    expect([...host().querySelectorAll('h2 a')].map((link) => link.textContent)).toEqual(['Older', 'Younger']);
    expect(host().querySelectorAll('.btn.p')).toHaveLength(1);
    expect(host().querySelector('.ask')?.textContent).toBe(
      'Approve €620,000 to bring Hub dwell time from 88 to 63\u00a0min by 30 Sept 2027.',
    );
    expect(host().textContent).toContain('Business has not voted.');
  });

  it('says so when nothing waits', async () => {
    await open(nothing);
    expect(host().querySelector('h1')?.textContent).toBe('Nothing waits for you');
    expect(host().querySelector('ui-empty')).not.toBeNull();
  });

  it('offers to try again when it did not load', async () => {
    await open(null);
    expect(host().querySelector('[role=alert]')?.textContent).toContain('did not load');
    host().querySelector<HTMLButtonElement>('[role=alert] button')?.click();
    TestBed.tick();
    TestBed.inject(HttpTestingController).expectOne('/api/v1/inbox').flush(nothing);
    await home.whenStable();
    home.detectChanges();
    expect(host().querySelector('ui-empty')).not.toBeNull();
  });
});
