import type { Measurement } from '@sightline/contracts';
import { givenKpi, MARTA, OutcomesSite, pageOf } from '../outcomes-for-specs';

const reading = (changes: Partial<Measurement>): Measurement => ({
  id: 'm-1',
  value: 9.9,
  date: '2026-10-31',
  source: 'CRM',
  note: null,
  createdAt: '2026-11-02T09:00:00.000Z',
  createdBy: MARTA,
  corrects: null,
  reason: null,
  correctedBy: null,
  ...changes,
});
const readings = pageOf(
  reading({ id: 'm-2', value: 10.2, corrects: 'm-0', reason: 'Decimal point' }),
  reading({ id: 'm-0', value: 102, correctedBy: 'm-2' }),
);
const covered = givenKpi({
  coverage: {
    ratio: 0.54,
    reached: false,
    gap: 5,
    parts: [
      { charter: { id: 'c-1', code: 'CH-0007', name: 'Identity' }, change: 3, confidence: 'high', weighted: 2.7 },
    ],
  },
  charters: [
    {
      charter: { id: 'c-1', code: 'CH-0007', name: 'Identity' },
      status: 'in_delivery',
      approved: true,
      from: 12,
      to: 9,
      by: '2027-03-31',
      confidence: 'high',
    },
    {
      charter: { id: 'c-2', code: 'CH-0012', name: 'Slots' },
      status: 'draft',
      approved: false,
      from: 12,
      to: 11,
      by: '2027-03-31',
      confidence: 'low',
    },
  ],
});
const { id: _id, revision: _revision, ...definition } = givenKpi();
const answers = (kpi = covered) => ({
  '/kpis/K-014': kpi,
  '/kpis/K-014/measurements': readings,
  '/kpis/K-014/revisions': pageOf(
    { ...definition, id: 'r-2', number: 2, reason: 'Competitors do it in 7' },
    {
      ...definition,
      id: 'r-1',
      number: 1,
      reason: null,
      target: { value: 8, lower: null, upper: null, date: '2027-06-30' },
    },
  ),
  '/kpis/k-14/series?interval=month': { interval: 'month', points: [] },
});

/** What the chart asks a browser for and jsdom does not have: a size, its changes, and the theme. */
beforeAll(() => {
  const nothing = () => undefined;
  Object.assign(globalThis, {
    matchMedia: () => ({ matches: false, addEventListener: nothing, removeEventListener: nothing }),
    ResizeObserver: class {
      observe = nothing;
      disconnect = nothing;
    },
  });
  HTMLCanvasElement.prototype.getContext = () => null;
  for (const side of ['clientWidth', 'clientHeight']) {
    Object.defineProperty(HTMLElement.prototype, side, { configurable: true, value: 600 });
  }
});

describe('the page of a KPI', () => {
  it('shows who contributes what, and who does not count', async () => {
    const site = new OutcomesSite(answers());
    await site.open('/outcomes/K-014');

    expect(site.texts('h1')).toEqual(['Customer onboarding time']);
    expect(site.texts('app-kpi-charters tbody .code')).toEqual(['CH-0007', 'CH-0012']);
    expect(site.texts('app-kpi-charters tbody .chip')).toEqual(['In delivery', 'Draft']);
    expect(site.texts('app-kpi-charters tbody td.num')).toEqual(['2.7 days', 'not approved']);
    expect(site.texts('app-kpi-charters tfoot td')).toEqual(['0.54']);
  });

  it('explains its figures by their parts', async () => {
    const site = new OutcomesSite(answers());
    await site.open('/outcomes/K-014');
    await site.press('0.54');

    const card = document.querySelector('.pop')?.textContent?.replace(/\s+/g, ' ');
    expect(card).toContain('CH-0007');
    expect(card).toContain('3 days × 0.9');
    expect(card).toContain('Gap to the target');
  });

  it('keeps a corrected value visible, and corrects with a reason', async () => {
    const site = new OutcomesSite(answers());
    await site.open('/outcomes/K-014');
    expect(site.texts('s')).toEqual(['102 days']);
    expect(site.text).toContain('Correction: Decimal point');

    await site.press('Correct');
    await site.press('Save the correction');
    expect(site.texts('app-correction-form [role=alert]')).toHaveLength(2);
    await site.type('value-m-2', '10.4');
    await site.type('reason-m-2', 'Late bookings');
    await site.press('Save the correction');
    expect(site.write('POST', '/kpis/k-14/measurements').request.body).toEqual({
      corrects: 'm-2',
      value: 10.4,
      reason: 'Late bookings',
    });
  });

  it('says what each revision changed and why', async () => {
    const site = new OutcomesSite(answers());
    await site.open('/outcomes/K-014');

    expect(site.texts('app-kpi-revisions li')[0]).toContain(
      'Target: 8 days, 30 Jun 2027 → 7 days, 30 Jun 2027Competitors do it in 7',
    );
  });

  it('shows a hole for each thing that is missing, leading into its field', async () => {
    const site = new OutcomesSite(answers(givenKpi({ complete: false, missing: ['owner', 'target'], owner: null })));
    await site.open('/outcomes/K-014');

    const links = [...site.host.querySelectorAll('.gaps .hole a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/outcomes/K-014/edit#owner', '/outcomes/K-014/edit#target']);
    expect(site.host.querySelectorAll('a.btn.p')).toHaveLength(0);
  });

  it('lets an auditor read and change nothing', async () => {
    const site = new OutcomesSite(answers(), ['auditor']);
    await site.open('/outcomes/K-014');

    expect(site.texts('a.btn')).toEqual([]);
    expect(site.texts('.act button')).toEqual([]);
  });
});
