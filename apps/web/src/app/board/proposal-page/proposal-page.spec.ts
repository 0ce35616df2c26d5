import { Location } from '@angular/common';
import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { Proposal } from '@sightline/contracts';
import { siteForSpecs } from '../../platform/site-for-specs';
import { AMARA, givenProposal } from '../proposals-for-specs';
import { ProposalPage } from './proposal-page';

describe('a proposal', () => {
  let page: ComponentFixture<ProposalPage>;
  const http = () => TestBed.inject(HttpTestingController);
  const host = () => page.nativeElement as HTMLElement;
  const text = () => host().textContent.replace(/\s+/g, ' ');
  /** Lets promises run; `whenStable` would wait for requests that the test answers later. */
  const settle = async () => {
    await new Promise((next) => setTimeout(next));
    page.detectChanges();
  };
  const button = (name: string): HTMLButtonElement => {
    const found = [...host().querySelectorAll('button')].find((one) => one.textContent.trim() === name);
    if (!found) throw new Error(`There is no button “${name}” in: ${text()}`);
    return found;
  };
  const write = (selector: string, words: string) => {
    const box = host().querySelector<HTMLTextAreaElement>(selector);
    if (!box) throw new Error(`There is no ${selector}`);
    box.value = words;
    box.dispatchEvent(new Event('input'));
    page.detectChanges();
  };
  const choose = (choice: string) => {
    host().querySelector<HTMLInputElement>(`input[value="${choice}"]`)?.click();
    page.detectChanges();
  };
  const sent = (method: string, url: string): TestRequest =>
    http().expectOne({ method, url: `/api/v1/proposals/PR-0031${url}` });
  const refuse = (request: TestRequest, status: number, body: object) =>
    request.flush({ type: 'x', title: 'No', status, ...body }, { status, statusText: 'No' });

  async function open(proposal: Proposal = givenProposal()): Promise<void> {
    TestBed.configureTestingModule({ providers: siteForSpecs([{ path: '**', children: [] }]) });
    page = TestBed.createComponent(ProposalPage);
    page.componentRef.setInput('code', 'PR-0031');
    page.detectChanges();
    for (const request of http().match('/api/v1/me')) request.flush(AMARA);
    http().expectOne('/api/v1/proposals/PR-0031').flush(proposal);
    await settle();
  }

  it('asks in one sentence, and says what changed, what an approval does, and who is missing', async () => {
    await open();
    expect(text()).toContain('Approve €620,000 so that Hub dwell time moves from 88 min to 63 min, by 30 Sept 2027.');
    expect(text()).toContain('Sponsor Joachim Reuter, IT lead Tomasz Wrona.');
    expect(text()).toContain('Nothing blocks approval.');
    expect(host().querySelector('del')?.textContent).toBe('€700,000');
    expect(host().querySelector('ins')?.textContent).toBe('€620,000');
    expect(text()).toContain('Three votes were dismissed on 15 Nov 2026');
    expect(text()).toContain('0.41 → 1.08');
    expect(text()).toContain('Waiting for you');
    expect(text()).toContain('Business is the only constituency without a vote.');
    expect(host().querySelectorAll('.sight li')).toHaveLength(4);
  });

  it('shows of an exception what would be waived, why, what is done instead and until when', async () => {
    const reference = (code: string, name: string) => ({ id: code, code, name });
    const content = {
      code: 'EX-006',
      principle: reference('P-06', 'Cloud where it pays'),
      charter: reference('CH-0019', 'Yard arrival alerts'),
      category: 'technical',
      justification: 'The hub is cut off every day.',
      compensatingControl: 'The box is replaced, never repaired.',
      expiresOn: '2027-09-18',
      renews: 'EX-002',
      renewal: 1,
    };
    const [principle, charter] = ['P-06 Cloud where it pays', 'CH-0019 Yard arrival alerts'];
    const ask = { deviation: { principle, charter, until: '2027-09-18' } };
    const asked = { ask, snapshot: { content, kpis: [] }, changed: [], dismissed: null, effects: [] };
    await open(givenProposal({ ...asked, subjectType: 'exception', revision: null }));
    const waivers = { granted: 2, active: 1, proposed: 1, renewals: 0, charters: 2, needsReview: false };
    http()
      .expectOne('/api/v1/principles/P-06')
      .flush({ id: 'p', code: 'P-06', inForce: { statement: 'New things run in the cloud.' }, waivers });
    await settle();
    expect(text()).toContain('Technical');
    expect(text()).toContain('The hub is cut off every day.');
    expect(text()).toContain('The box is replaced, never repaired.');
    expect(text()).toContain('18 September 2027');
    expect(text()).toContain('EX-002 1 renewal');
    expect(text()).toContain('New things run in the cloud.');
    expect(text()).toContain('One exception holds today. Granted 2 times so far');
    expect(host().querySelectorAll('.sight li')).toHaveLength(0);
  });

  it('offers four choices of which none is chosen beforehand, and asks for one', async () => {
    await open();
    const choices = [...host().querySelectorAll<HTMLInputElement>('.opts input')];
    expect(choices.map(({ value, checked }) => [value, checked])).toEqual([
      ['approve', false],
      ['return', false],
      ['reject', false],
      ['abstain', false],
    ]);
    button('Record my vote').click();
    page.detectChanges();
    expect(host().querySelector('#choice-error')?.textContent).toContain('Choose how you vote.');
    http().expectNone(({ method }) => method === 'PUT');
  });

  it('sends the vote on exactly what was shown, with its conditions, and shows it', async () => {
    await open();
    choose('approve');
    write('#vote-conditions', 'Report monthly\n\n  Test the fallback ');
    button('Record my vote').click();
    const request = sent('PUT', '/vote');
    expect(request.request.body).toEqual({
      choice: 'approve',
      snapshotHash: givenProposal().snapshotHash,
      conditions: ['Report monthly', 'Test the fallback'],
    });
    const { mine } = givenProposal();
    request.flush(givenProposal({ awaitingMe: false, mine: { ...mine, vote: 'approve' } }));
    await settle();
    expect(text()).toContain('You voted: Approve');
    expect(button('Change my vote')).toBeTruthy();
  });

  it.each(['return', 'reject'])('asks for the reason of a %s before it is sent', async (choice) => {
    await open();
    choose(choice);
    button('Record my vote').click();
    page.detectChanges();
    expect(host().querySelector('#vote-reason-error')?.textContent).toContain('Say why.');
    write('#vote-reason', 'Not funded.');
    button('Record my vote').click();
    expect(sent('PUT', '/vote').request.body).toMatchObject({ choice, reason: 'Not funded.' });
  });

  it('reads again what is voted on when it has changed meanwhile, and keeps what was typed', async () => {
    await open();
    choose('reject');
    write('#vote-reason', 'Two hubs have no cover.');
    button('Record my vote').click();
    refuse(sent('PUT', '/vote'), 412, { code: 'snapshot-changed' });
    await settle();
    http()
      .expectOne('/api/v1/proposals/PR-0031')
      .flush(givenProposal({ revision: 5, snapshotHash: 'f'.repeat(64) }));
    await settle();
    expect(text()).toContain('revision 5');
    expect(text()).toContain('your words are still here');
    expect(host().querySelector<HTMLTextAreaElement>('#vote-reason')?.value).toBe('Two hubs have no cover.');
    button('Record my vote').click();
    expect(sent('PUT', '/vote').request.body).toMatchObject({ snapshotHash: 'f'.repeat(64) });
  });

  it('tells a recused member why there is nothing to vote, and shows it to all', async () => {
    const { mine, seats } = givenProposal();
    await open(
      givenProposal({
        awaitingMe: false,
        mine: { ...mine, mayVote: false, whyNot: 'conflicted', conflict: 'sponsor' },
        seats: seats.map((seat) => (seat.id === 's1' ? { ...seat, conflict: 'sponsor' } : seat)),
      }),
    );
    expect(text()).toContain('You do not vote here');
    expect(text()).toContain('Sponsors it.');
    expect(text()).toContain('Recused');
    expect(host().querySelector('.opts')).toBeNull();
    expect(host().querySelector('.stick')).toBeNull();
  });

  it('keeps closing shut with its reason, and opens it with the outcome the votes yield', async () => {
    const { mine, result } = givenProposal();
    await open(givenProposal({ mine: { ...mine, mayClose: true } }));
    expect(button('Close').getAttribute('aria-disabled')).toBe('true');
    expect(text()).toContain('It cannot be closed yet.');
    button('Close').click();
    http().expectNone(({ method }) => method === 'POST');
    TestBed.resetTestingModule();
    await open(
      givenProposal({
        canClose: true,
        result: { ...result, present: true, settled: true, canClose: true, outcome: 'approved' },
        mine: { ...mine, vote: 'approve', mayClose: true },
      }),
    );
    expect(text()).toContain('Closing approves it. This is before its due date');
    button('Close as approved').click();
    page.detectChanges();
    expect(host().querySelector('#rationale-error')?.textContent).toContain('Write the rationale first.');
    write('#rationale', 'It moves what matters.');
    button('Close as approved').click();
    const request = sent('POST', '/close');
    expect(request.request.body).toEqual({ rationale: 'It moves what matters.' });
    expect(request.request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/);
    request.flush({ decision: { code: 'DC-0018' } });
    await settle();
    expect(TestBed.inject(Location).path()).toBe('/board/decisions/DC-0018');
  });

  it('lets the secretary name a substitute where nobody is left', async () => {
    const { mine, constituencies } = givenProposal();
    const emptied = constituencies.map((one) => (one.key === 'business' ? { ...one, emptied: true } : one));
    await open(
      givenProposal({
        constituencies: emptied,
        mine: { ...mine, mayVote: false, whyNot: 'no-seat', maySubstitute: true },
      }),
    );
    expect(text()).toContain('Name a substitute for Business');
    button('Name as substitute').click();
    page.detectChanges();
    expect(text()).toContain('Choose a person.');
  });

  it('says how it ended and leads to the decision', async () => {
    const { mine } = givenProposal();
    await open(
      givenProposal({
        status: 'approved',
        closedAt: '2026-11-20T10:00:00.000Z',
        decision: { id: 'd', code: 'DC-0018', name: 'Live slot booking' },
        mine: { ...mine, mayVote: false, whyNot: 'closed' },
      }),
    );
    expect(text()).toContain('The board approved this.');
    expect(host().querySelector('a[href="/board/decisions/DC-0018"]')?.textContent).toContain('Read the decision');
    expect(host().querySelector('.opts')).toBeNull();
  });
});
