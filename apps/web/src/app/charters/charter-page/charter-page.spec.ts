import { Location } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import './charter-page';
import { ChartersSite, problem } from '../site-in-specs';
import { givenCharter, givenCheck, givenGate, givenKpi, LEAD } from '../charters-for-specs';

const READS = {
  '/charters/CH-0017': givenCharter(),
  '/charters/CH-0017/gate': givenGate(),
  '/charters/CH-0017/alignment': {
    score: 79,
    outOf: 85,
    parts: [
      { code: 'principles', share: 1, points: 30, max: 30 },
      { code: 'outcome', share: 0.63, points: 19, max: 30 },
      { code: 'data', share: null, points: null, max: 15 },
    ],
  },
  '/charters/CH-0017/revisions': { items: [], total: 0, page: 1, pageSize: 200 },
  '/kpis/k-14': givenKpi(),
  '/principles': { items: [], total: 0, page: 1, pageSize: 200 },
};
const OPEN = givenGate({ open: true, checks: [givenCheck('PRINCIPLE'), givenCheck('KPI')] });

describe('a charter', () => {
  it('says at its head what blocks it, and leads into the field', async () => {
    const site = new ChartersSite({ ...READS });
    await site.open('/charters/CH-0017');
    expect(site.host.querySelector('.gate h2')?.textContent).toBe('1 check blocks submission');
    expect(site.text).toContain('No rollback procedure');
    expect(site.text).toContain('Submitting opens when the one blocker is fixed.');
    site.button('Write the rollback').click();
    await site.settle();
    expect(TestBed.inject(Location).path(true)).toBe('/charters/CH-0017/edit#rollback');
  });

  it('explains how well it serves the strategy', async () => {
    const site = new ChartersSite({ ...READS });
    await site.open('/charters/CH-0017');
    const rail = site.host.querySelector('app-charter-alignment')?.textContent?.replace(/\s+/g, ' ') ?? '';
    expect(rail).toContain('Alignment 79 of 100');
    expect(rail).toContain('Outcome 19/30');
    expect(rail).toContain('Data does not apply');
    expect(rail).toContain('On 85 points');
  });

  it('keeps the button reachable while it is shut, and sends nothing', async () => {
    const site = new ChartersSite({ ...READS });
    await site.open('/charters/CH-0017');
    const submit = site.button('Submit for decision');
    expect(submit.getAttribute('aria-disabled')).toBe('true');
    expect(submit.disabled).toBe(false);
    submit.click();
    site.http.expectNone(({ method }) => method === 'POST');
  });

  it('is submitted under the version that was read', async () => {
    const site = new ChartersSite({ ...READS, '/charters/CH-0017/gate': OPEN });
    await site.open('/charters/CH-0017');
    site.button('Submit for decision').click();
    const request = site.write('POST', '/charters/CH-0017/submit');
    expect(request.request.headers.get('If-Match')).toBe('"3"');
    const submitted = givenCharter({
      status: 'submitted',
      submittedAt: '2026-11-21T08:00:00.000Z',
      proposal: { id: 'pr', code: 'PR-0021', name: 'Self-service', status: 'open' },
    });
    request.flush({ charter: submitted, proposal: { id: 'pr', code: 'PR-0021' } });
    await site.settle();
    expect(site.text).toContain('The board is deciding.');
    expect(site.text).toContain('A material change dismisses the votes');
    expect(site.host.querySelector('a[href="/board/proposals/PR-0021"]')).not.toBeNull();
  });

  it('shows the checks of the moment when the submission is refused', async () => {
    const site = new ChartersSite({ ...READS, '/charters/CH-0017/gate': OPEN });
    await site.open('/charters/CH-0017');
    site.button('Submit for decision').click();
    const checks = [givenCheck('SPONSORS', { passed: false, variant: 'no-it-lead', message: 'No IT lead' })];
    site
      .write('POST', '/charters/CH-0017/submit')
      .flush(...problem(409, { code: 'gate-blocked', detail: 'One check blocks.', checks }));
    await site.settle();
    expect(site.text).toContain('No IT lead');
    expect(site.host.querySelector('[role=alert]')?.textContent).toContain('One check blocks.');
    expect(site.button('Submit for decision').getAttribute('aria-disabled')).toBe('true');
  });

  it('breaks the line of sight where nothing carries it', async () => {
    const site = new ChartersSite({ ...READS, '/charters/CH-0017': givenCharter({ principles: [] }) });
    await site.open('/charters/CH-0017');
    expect(site.host.querySelector('.sight .cut .gap')?.textContent).toBe('No principle');
    expect(site.text).toContain('Cites no principle.');
  });

  it('marks what runs without an approval', async () => {
    const running = givenCharter({ status: 'in_delivery', origin: 'running' });
    const site = new ChartersSite({ ...READS, '/charters/CH-0017': running });
    await site.open('/charters/CH-0017');
    expect([...site.host.querySelectorAll('.head .chip')].map((chip) => chip.textContent)).toEqual([
      'In delivery',
      'Not approved',
    ]);
    expect(site.host.querySelector('.gate')).not.toBeNull();
  });

  it('starts once it is approved, and says why when it may not', async () => {
    const approved = givenCharter({
      status: 'approved',
      approved: true,
      approvedAt: '2026-11-10T08:00:00.000Z',
      approvedUnder: 2,
    });
    const site = new ChartersSite({ ...READS, '/charters/CH-0017': approved });
    await site.open('/charters/CH-0017');
    expect(site.text).toContain('Approved on 10 Nov 2026 under strategy v2.');
    site.button('Start delivery').click();
    site
      .write('POST', '/charters/CH-0017/start')
      .flush(...problem(409, { code: 'rule-broken', detail: 'Only an approved charter can start.' }));
    await site.settle();
    expect(site.host.querySelector('[role=alert]')?.textContent).toBe('Only an approved charter can start.');
  });

  it('is frozen once it is over', async () => {
    const site = new ChartersSite({ ...READS, '/charters/CH-0017': givenCharter({ status: 'rejected' }) });
    await site.open('/charters/CH-0017');
    expect(site.text).toContain('The board rejected this charter.');
    expect(site.host.querySelector('a[href*="/edit"]')).toBeNull();
    expect(site.host.querySelector('.gate')).toBeNull();
  });

  it('shows other people what is wrong, without leading them where they may not write', async () => {
    const other = { ...LEAD, user: { ...LEAD.user, id: 'u-other' }, roles: ['auditor' as const] };
    const site = new ChartersSite({ ...READS }, other);
    await site.open('/charters/CH-0017');
    expect(site.text).toContain('No rollback procedure');
    expect(site.host.querySelector('.checks button')).toBeNull();
    expect(site.text).not.toContain('Submit for decision');
  });

  it('lets a board member state a requirement and its lead answer it', async () => {
    const member = {
      ...LEAD,
      roles: ['board_member' as const],
      seats: [
        {
          board: { id: 'b', code: null, name: 'Board' },
          constituency: 'security',
          constituencyName: 'Security',
          seatId: 's',
        },
      ],
    };
    const site = new ChartersSite({ ...READS }, member);
    await site.open('/charters/CH-0017');
    site.button('State a requirement').click();
    await site.settle();
    await site.type('requirement-text', 'Keys are rotated.');
    site.button('State it').click();
    await site.settle();
    expect(site.write('POST', '/charters/CH-0017/requirements').request.body).toEqual({
      constituency: 'security',
      text: 'Keys are rotated.',
    });
  });

  it('says so when there is no such charter', async () => {
    const site = new ChartersSite({});
    await site.open('/charters/CH-9999');
    expect(site.host.querySelector('h1')?.textContent).toBe('There is no charter CH-9999');
  });
});
