import { givenCharter, givenCheck, givenGate, givenKpi } from '../charters-for-specs';
import { ChartersSite, problem } from '../site-in-specs';
import './charter-edit-page';

const READS = {
  '/charters/CH-0017': givenCharter(),
  '/charters/CH-0017/gate': givenGate(),
  '/kpis/k-14': givenKpi(),
  '/principles': { items: [], total: 0, page: 1, pageSize: 200 },
};
const written = 'Dispatch switches back within 20 minutes.';
const withRollback = (version: number, rollback = written) =>
  givenCharter({ version, resilience: { ...givenCharter().resilience, rollback } });

beforeEach(() => localStorage.clear());

describe('writing a draft', () => {
  it('puts the cursor into the field that the gate names', async () => {
    const site = new ChartersSite({ ...READS });
    await site.open('/charters/CH-0017/edit#rollback');
    await site.until(() => document.activeElement === site.control('rollback'));
    expect(site.host.querySelector('[aria-current=step]')?.textContent).toContain('If it fails');
    expect(site.text).toContain('No rollback procedure');
  });

  it('saves by itself under the version that was read, two seconds after the hand rests at the latest', async () => {
    const site = new ChartersSite({ ...READS });
    await site.open('/charters/CH-0017/edit#rollback');
    await site.type('rollback', written);
    site.http.expectNone(({ method }) => method === 'PUT');
    const request = await site.written('PUT', '/charters/CH-0017/resilience');
    expect(request.request.headers.get('If-Match')).toBe('"3"');
    expect(request.request.body).toMatchObject({ rollback: written, contingency: 'The manual desk stays staffed.' });
    request.flush(withRollback(4));
    await site.settle();
    expect(site.text).toContain('Saved 09:12');
    expect(localStorage).toHaveLength(0);
  });

  it('stays where it is when its writer signs in again in the middle', async () => {
    const site = new ChartersSite({ ...READS });
    await site.open('/charters/CH-0017/edit#rollback');
    await site.type('rollback', written);
    (await site.written('PUT', '/charters/CH-0017/resilience')).flush(withRollback(4));
    await site.settle();
    site.signInAgain();
    await site.settle();
    expect(site.control('rollback').value).toBe(written);
    await site.type('rollback', `${written} At night, too.`);
    const request = await site.written('PUT', '/charters/CH-0017/resilience');
    expect(request.request.headers.get('If-Match')).toBe('"4"');
  });

  it('saves at once when a field is left', async () => {
    const site = new ChartersSite({ ...READS });
    await site.open('/charters/CH-0017/edit#budget');
    await site.type('budget', '420000');
    void site.leaveField('budget');
    expect(site.write('PATCH', '/charters/CH-0017').request.body).toEqual({
      budget: { amount: '420000', currency: 'EUR' },
    });
  });

  it('keeps on this device what did not reach the server, and brings it back', async () => {
    const site = new ChartersSite({ ...READS });
    await site.open('/charters/CH-0017/edit#rollback');
    await site.type('rollback', written);
    (await site.written('PUT', '/charters/CH-0017/resilience')).error(new ProgressEvent('offline'));
    await site.settle();
    expect(site.text).toContain('Kept on this device');
    const kept = { ...localStorage };
    site.leave();
    Object.assign(localStorage, kept);
    const again = new ChartersSite({ ...READS });
    await again.open('/charters/CH-0017/edit#rollback');
    expect(again.control('rollback').value).toBe(written);
    expect(again.text).toContain('What you typed last time is back.');
  });

  it('shows both texts when somebody else saved the same field first', async () => {
    const site = new ChartersSite({ ...READS });
    await site.open('/charters/CH-0017/edit#rollback');
    await site.type('rollback', written);
    const refused = await site.written('PUT', '/charters/CH-0017/resilience');
    site.answer('/charters/CH-0017', withRollback(5, 'Nobody switches back.'));
    refused.flush(...problem(412, { code: 'stale', currentVersion: 5 }));
    await site.until(() => site.text.includes('Someone saved first'));
    expect(site.text).toContain('Nobody switches back');
    site.button('Keep mine').click();
    const request = await site.written('PUT', '/charters/CH-0017/resilience');
    expect(request.request.headers.get('If-Match')).toBe('"5"');
    expect(request.request.body).toMatchObject({ rollback: written });
  });

  it('carries on in silence when somebody else saved another field', async () => {
    const site = new ChartersSite({ ...READS });
    await site.open('/charters/CH-0017/edit#rollback');
    await site.type('rollback', written);
    const refused = await site.written('PUT', '/charters/CH-0017/resilience');
    site.answer('/charters/CH-0017', givenCharter({ version: 5, title: 'Another title' }));
    refused.flush(...problem(412, { code: 'stale', currentVersion: 5 }));
    const again = await site.written('PUT', '/charters/CH-0017/resilience');
    expect(again.request.headers.get('If-Match')).toBe('"5"');
    expect(site.host.querySelector('h1')?.textContent).toBe('Another title');
  });

  it('says beside the field what the server would not take, and asks no more until it is another', async () => {
    const site = new ChartersSite({ ...READS });
    await site.open('/charters/CH-0017/edit#endDate');
    await site.type('endDate', '2026-01-01');
    const detail = 'It would end before it starts.';
    (await site.written('PATCH', '/charters/CH-0017')).flush(
      ...problem(400, {
        code: 'invalid-request',
        errors: [{ pointer: '/endDate', code: 'end-before-start', detail }],
      }),
    );
    await site.settle();
    expect(site.host.querySelector('#endDate-error')?.textContent).toBe(detail);
    await site.leaveField('endDate');
    site.http.expectNone(({ method }) => method === 'PATCH');
    await site.type('endDate', '2027-08-31');
    expect(site.host.querySelector('#endDate-error')).toBeNull();
    await site.written('PATCH', '/charters/CH-0017');
  });
});

describe('the outcome', () => {
  it('writes itself from the KPI, and may be taken', async () => {
    const site = new ChartersSite({ ...READS, '/charters/CH-0017': givenCharter({ outcomeStatement: '' }) });
    await site.open('/charters/CH-0017/edit#outcomeStatement');
    expect(site.text).toContain('Reduce K-014 Customer onboarding time from 12 to 7 days by 30 Jun 2027.');
    site.button('Use this').click();
    await site.settle();
    expect(site.control('outcomeStatement').value).toBe(
      'Reduce K-014 Customer onboarding time from 12 to 7 days by 30 Jun 2027.',
    );
    expect(site.text).toContain('Reads as an outcome');
  });

  it('points out the language of a milestone as one types', async () => {
    const site = new ChartersSite({ ...READS, '/charters/CH-0017': givenCharter({ kpis: [] }) });
    await site.open('/charters/CH-0017/edit#outcomeStatement');
    await site.type('outcomeStatement', 'Implement a self-service portal');
    const marked = [...site.host.querySelectorAll('.shade mark')].map((mark) => mark.textContent);
    expect(marked.join(' ')).toContain('Implement');
    expect(site.text).toContain('Reads as a milestone');
    expect(site.text).toContain('says what gets delivered, not what improves.');
  });
});

describe('the steps', () => {
  it('show which need another look, and can be taken in any order', async () => {
    const checks = [
      givenCheck('PRINCIPLE'),
      givenCheck('ROLLBACK', { passed: false, variant: 'missing', message: 'No rollback procedure' }),
    ];
    const site = new ChartersSite({ ...READS, '/charters/CH-0017/gate': givenGate({ checks }) });
    await site.open('/charters/CH-0017/edit');
    const steps = [...site.host.querySelectorAll('.steps button')].map((step) => step.textContent?.trim());
    expect(steps).toContain('Principles, done');
    expect(steps).toContain('If it fails, needs another look');
    expect(steps).toContain('Milestones, not begun');
    site.button('People and money').click();
    await site.settle();
    expect(site.host.querySelector('#businessSponsor')).not.toBeNull();
  });
});

describe('a charter that the board has seen', () => {
  const submitted = givenCharter({
    status: 'submitted',
    submittedAt: '2026-11-20T08:00:00.000Z',
    proposal: { id: 'pr', code: 'PR-0021', name: 'Self-service', status: 'open' },
  });

  it('is saved on demand only, and says how many votes that dismisses', async () => {
    const tally = { approve: 2, return: 0, reject: 1, abstain: 0 };
    const site = new ChartersSite({ ...READS, '/charters/CH-0017': submitted, '/proposals/PR-0021': { tally } });
    await site.open('/charters/CH-0017/edit#rollback');
    await site.type('rollback', written);
    await site.leaveField('rollback');
    site.http.expectNone(({ method }) => method !== 'GET');
    expect(site.text).toContain('This is material: saving dismisses the 3 votes given so far.');
    site.button('Save and dismiss 3 votes').click();
    // In one request, whatever it touches: one new revision before the board.
    const { body } = site.write('PATCH', '/charters/CH-0017').request;
    expect(body).toMatchObject({ resilience: { rollback: expect.any(String) as string } });
  });

  it('is changed by request once it is approved', async () => {
    const approved = givenCharter({ status: 'approved', approved: true, approvedAt: '2026-11-10T08:00:00.000Z' });
    const site = new ChartersSite({ ...READS, '/charters/CH-0017': approved });
    await site.open('/charters/CH-0017/edit#budget');
    await site.type('budget', '600000');
    await site.settle();
    await site.type('reason', 'Two more hubs.');
    site.button('Request this change').click();
    const request = site.write('POST', '/charters/CH-0017/change-requests');
    expect(request.request.body).toEqual({ reason: 'Two more hubs.', budget: { amount: '600000', currency: 'EUR' } });
    const checks = [
      givenCheck('STEWARD', { passed: false, variant: 'steward', message: 'No active steward for DD-02' }),
    ];
    request.flush(...problem(409, { code: 'gate-blocked', detail: 'One check blocks.', checks }));
    await site.settle();
    expect(site.text).toContain('No active steward for DD-02');
  });

  it('cannot be written once it is over, nor by somebody else', async () => {
    const site = new ChartersSite({ ...READS, '/charters/CH-0017': givenCharter({ status: 'withdrawn' }) });
    await site.open('/charters/CH-0017/edit');
    expect(site.text).toContain('This charter cannot change any more.');
    expect(site.host.querySelector('textarea')).toBeNull();
  });
});
