import { Location } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { DRIVERS, givenKpi, givenOverview, OutcomesSite, pageOf } from '../outcomes-for-specs';

const incomplete = givenKpi({
  id: 'k-30',
  code: 'K-030',
  name: 'Contracts renewed in time',
  status: null,
  complete: false,
  missing: ['unit', 'target', 'owner'],
  owner: null,
  driver: null,
  recent: [],
  latest: null,
});
const offTrack = givenKpi({
  status: 'off_track',
  charters: [
    {
      charter: { id: 'c-1', code: 'CH-0012', name: 'Slots' },
      status: 'submitted',
      approved: false,
      from: 12,
      to: 9,
      by: '2027-03-31',
      confidence: 'high',
    },
  ],
});
const site = (answers: Record<string, unknown>, ...who: ConstructorParameters<typeof OutcomesSite>[1][]) =>
  new OutcomesSite({ '/drivers': DRIVERS, ...answers }, ...who);

describe('the page of outcomes', () => {
  it('says the news, counts all, and puts the worst first with the one thing to do', async () => {
    const statuses = { no_data: 0, achieved: 0, on_track: 3, at_risk: 1, off_track: 1, missed: 0 };
    const overview = givenOverview({ total: 5, statuses, needSomeone: 2, stale: 1, attention: [offTrack] });
    const page = site({ '/kpis/overview': overview, '/kpis': pageOf(offTrack) });
    await page.open('/outcomes');

    expect(page.texts('h1')).toEqual(['Two outcomes need someone']);
    expect(page.text).toContain('5 KPIs: 3 on track, 1 at risk, 1 off track. One is stale.');
    expect(page.texts('.kcard .btn.p')).toEqual(['Open CH-0012']);
    expect(page.text).toContain('At this pace 8.1 days on 30 Jun 2027. Approved work covers 0.54 of the gap.');
  });

  it('lists KPIs under their drivers, and shows the hole where one cannot be judged', async () => {
    const page = site({ '/kpis/overview': givenOverview(), '/kpis': pageOf(givenKpi(), incomplete) });
    await page.open('/outcomes');

    expect(page.texts('.grp')).toEqual(['Customer centricity weight 5', 'Without a driver']);
    expect(page.texts('tr[app-outcome-row] .name')).toEqual(['Customer onboarding time', 'Contracts renewed in time']);
    expect(page.texts('.hole .tx')).toEqual(['Missing: unit, target and an owner from the business']);
    expect(page.host.querySelector('.hole a')?.getAttribute('href')).toBe('/outcomes/K-030/edit#unit');
    expect(page.host.querySelector('app-kpi-trend svg')?.getAttribute('aria-label')?.replace(/\s/g, ' ')).toBe(
      'Customer onboarding time: from 12 days to 9.9 days, target 7 days',
    );
  });

  it('keeps the filters in the address and asks the server for them', async () => {
    const page = site({
      '/kpis/overview': givenOverview(),
      '/kpis': pageOf(givenKpi()),
      '/kpis?status=missed&sort=driver&page=1&pageSize=50': pageOf(),
    });
    await page.open('/outcomes?status=missed');

    expect(page.text).toContain('No KPI fits these filters');
    await page.press('Clear the filters');
    expect(TestBed.inject(Location).path()).toBe('/outcomes');
    expect(page.texts('tr[app-outcome-row]')).toHaveLength(1);
  });

  it('offers whoever may not write nothing to write', async () => {
    const page = site({ '/kpis/overview': givenOverview({ total: 0 }), '/kpis': pageOf() }, ['auditor']);
    await page.open('/outcomes');

    expect(page.texts('h1')).toEqual(['No outcome is written down yet']);
    expect(page.texts('a.btn')).toEqual([]);
  });

  it('says so when it did not load, and tries again', async () => {
    const answers: Record<string, unknown> = { '/drivers': DRIVERS, '/kpis/overview': givenOverview() };
    const page = new OutcomesSite(answers);
    await page.open('/outcomes');

    expect(page.texts('[role=alert]')[0]).toContain('The outcomes did not load.');
    answers['/kpis'] = pageOf(givenKpi());
    await page.press('Try again');
    expect(page.texts('tr[app-outcome-row]')).toHaveLength(1);
  });

  it('speaks German', async () => {
    const answers = { '/drivers': DRIVERS, '/kpis/overview': givenOverview(), '/kpis': pageOf(incomplete) };
    const page = new OutcomesSite(answers, ['cio_office'], 'de');
    await page.open('/outcomes');

    expect(page.texts('h1')).toEqual(['Alle Wirkungen sind erreicht oder auf Kurs']);
  });
});
