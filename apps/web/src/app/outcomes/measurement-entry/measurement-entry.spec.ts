import { Location } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { givenKpi, OutcomesSite, pageOf } from '../outcomes-for-specs';

const KPI = '/kpis/K-014';
const WRITE = '/kpis/k-14/measurements';
const given = () => new OutcomesSite({ [KPI]: givenKpi(), [`${KPI}/measurements`]: pageOf() });

describe('entering readings', () => {
  it('sends one reading with a key, and goes back to the KPI', async () => {
    const site = given();
    await site.open('/outcomes/K-014/measurements');
    await site.type('date', '2026-11-01');
    await site.type('value', '9.4');
    await site.press('Save the reading');
    const write = site.write('POST', WRITE);

    expect(write.request.body).toEqual({ measurements: [{ value: 9.4, date: '2026-11-01' }] });
    expect(write.request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/);
    write.flush({ measurements: [] });
    await site.settle();
    expect(TestBed.inject(Location).path()).toBe('/outcomes/K-014');
  });

  it('sends nothing that is no number, and says so at the field', async () => {
    const site = given();
    await site.open('/outcomes/K-014/measurements');
    await site.type('value', 'much');
    await site.press('Save the reading');

    expect(site.texts('[role=alert]')).toEqual(['Please give a number, such as 12.5.']);
    expect(site.host.querySelector('#value')?.getAttribute('aria-invalid')).toBe('true');
  });

  it('looks at pasted rows before anything is sent, and sends all or none', async () => {
    const site = given();
    await site.open('/outcomes/K-014/measurements');
    await site.press('Paste several');
    await site.type('paste', '2026-09-30\t10.2\n2026-09-31\t9');
    await site.press('Save 1 reading');

    expect(site.text).toContain('“2026-09-31” is not a date');
    expect(site.text).toContain('Nothing is saved until all are right.');
    site.http.expectNone((request) => request.method === 'POST');
    await site.type('paste', '2026-09-30\t10.2\n2026-10-31\t9');
    await site.press('Save 2 readings');
    expect(site.write('POST', WRITE).request.body).toEqual({
      measurements: [
        { date: '2026-09-30', value: 10.2 },
        { date: '2026-10-31', value: 9 },
      ],
    });
  });

  it('repeats a failed sending under the same key', async () => {
    const site = given();
    await site.open('/outcomes/K-014/measurements');
    await site.type('value', '9.4');
    await site.press('Save the reading');
    const first = site.write('POST', WRITE);
    first.flush({ code: 'unavailable', status: 503, detail: 'Not now.' }, { status: 503, statusText: 'x' });
    await site.settle();

    expect(site.texts('[role=alert]')[0]).toContain('Not now.');
    await site.press('Save the reading');
    const again = site.write('POST', WRITE);
    expect(again.request.headers.get('Idempotency-Key')).toBe(first.request.headers.get('Idempotency-Key'));
  });
});
