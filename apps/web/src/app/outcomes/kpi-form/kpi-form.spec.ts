import { Location } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { givenKpi, OutcomesSite } from '../outcomes-for-specs';

const given = (changes = {}) =>
  new OutcomesSite({ '/kpis/K-014': givenKpi(changes), '/kpis/k-14': givenKpi({ version: 9 }) });

describe('the form of a KPI', () => {
  it('creates one from a name alone, and says what is still missing', async () => {
    const site = new OutcomesSite({});
    await site.open('/outcomes/new');
    await site.press('Create the KPI');
    expect(site.texts('.es li')).toEqual(['Please give it a name.']);

    await site.type('name', 'Hub dwell time');
    expect(site.text).toContain('11 parts are still missing.');
    await site.press('Create the KPI');
    const write = site.write('POST', '/kpis');
    expect(write.request.body).toMatchObject({ name: 'Hub dwell time', baseline: null, target: null, owner: null });
    write.flush(givenKpi());
    await site.settle();
    expect(TestBed.inject(Location).path()).toBe('/outcomes/K-014');
  });

  it('marks what measures technology', async () => {
    const site = new OutcomesSite({});
    await site.open('/outcomes/new');
    await site.type('name', 'API gateway uptime');

    expect(site.text).toContain('This reads like a technical measure.');
    await site.press('Make it Technical');
    expect(site.host.querySelector<HTMLSelectElement>('#kind')?.value).toBe('technical');
  });

  it('refuses a target on the wrong side before anything is sent', async () => {
    const site = given();
    await site.open('/outcomes/K-014/edit');
    await site.type('target', '13');
    await site.press('Save');

    expect(site.texts('.fld [role=alert]')).toEqual(['To decrease, the target has to be below the baseline.']);
    site.http.expectNone((request) => request.method === 'PATCH');
  });

  it('leads from the gate into the field', async () => {
    const site = given({ owner: null, complete: false, missing: ['owner'] });
    document.body.append(document.createElement('main'));
    await site.open('/outcomes/K-014/edit#owner');

    expect(document.activeElement?.id).toBe('owner');
  });

  it('shows the server’s refusal at its field, under the version that was read', async () => {
    const site = given();
    await site.open('/outcomes/K-014/edit');
    await site.type('target', '6');
    await site.press('Save');
    const write = site.write('PATCH', '/kpis/k-14');
    expect(write.request.headers.get('If-Match')).toBe('"3"');
    expect(write.request.body).toMatchObject({ target: { value: 6, date: '2027-06-30' }, baseline: { value: 12 } });
    write.flush(
      {
        code: 'invalid-request',
        status: 400,
        errors: [{ pointer: '/reason', code: 'reason-needed', detail: 'Say why.' }],
      },
      { status: 400, statusText: 'x' },
    );
    await site.settle();

    expect(site.texts('.es li')).toEqual(['Say why.']);
    await site.type('reason', 'Competitors do it in 6');
    await site.press('Save');
    expect(site.write('PATCH', '/kpis/k-14').request.body).toMatchObject({ reason: 'Competitors do it in 6' });
  });

  it('shows both when somebody saved first, and saves mine over theirs only when asked', async () => {
    const site = given();
    await site.open('/outcomes/K-014/edit');
    await site.type('note', 'Mine');
    await site.press('Save');
    site
      .write('PATCH', '/kpis/k-14')
      .flush({ code: 'stale', status: 412, currentVersion: 9 }, { status: 412, statusText: 'x' });
    await site.settle();

    expect(site.text).toContain('Someone saved first');
    await site.press('Keep mine');
    expect(site.write('PATCH', '/kpis/k-14').request.headers.get('If-Match')).toBe('"9"');
  });
});
