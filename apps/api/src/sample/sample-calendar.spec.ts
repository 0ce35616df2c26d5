import { KPI_STATUSES } from '@sightline/contracts';
import { addDays, kpiStanding } from '@sightline/rules';
import type { SampleKpi } from './company/kpi';
import { KPIS } from './company/kpis';
import { SampleCalendar } from './sample-calendar';

const DAYS = Array.from({ length: 366 }, (_, index) => addDays('2026-01-01', index));

function statusOn(calendar: SampleCalendar, kpi: SampleKpi): string | null {
  const { baseline, target, readings = [], until = 1, correction } = kpi;
  const measurements = readings.map((value, index) => {
    const month = index - readings.length - until + 1;
    return { value: correction?.month === month ? correction.value : value, date: calendar.monthEnd(month) };
  });
  const { value = null, lower = null, upper = null, month = 0 } = target ?? {};
  const definition = {
    definition: kpi.definition ?? null,
    unit: kpi.unit ?? null,
    direction: kpi.direction ?? null,
    kind: kpi.kind ?? null,
    baseline: baseline ? { value: baseline[0], date: calendar.monthEnd(baseline[1]) } : null,
    target: target ? { value, lower, upper, date: calendar.monthEnd(month) } : null,
  };
  return kpiStanding(definition, measurements, calendar.today).status;
}

describe('the calendar of the sample company', () => {
  it('shows every status of a KPI whatever day it is loaded on, and each KPI the same one', () => {
    const [first] = DAYS.map((today) => KPIS.map((kpi) => statusOn(new SampleCalendar(today, 'Europe/Berlin'), kpi)));
    expect(new Set(first)).toEqual(new Set([...KPI_STATUSES, null]));
    for (const today of DAYS) {
      const calendar = new SampleCalendar(today, 'Europe/Berlin');
      expect({ today, statuses: KPIS.map((kpi) => statusOn(calendar, kpi)) }).toEqual({ today, statuses: first });
    }
  });

  it('puts what happened on working days, in its order and never into the future', () => {
    for (const today of DAYS.slice(70, 100)) {
      const calendar = new SampleCalendar(today, 'Europe/Berlin');
      const days = [9, 8, 7, 6, 5, 4, 3, 2, 1].map((daysAgo) => calendar.ago(daysAgo, '17:40'));
      expect(days.toSorted()).toEqual(days);
      expect(days.every((instant) => ![0, 6].includes(new Date(instant).getUTCDay()))).toBe(true);
      expect(calendar.ago(1, '17:40') < `${today}T00:00:00Z`).toBe(true);
    }
  });

  it('knows the ends of months', () => {
    const calendar = new SampleCalendar('2026-01-31', 'Europe/Berlin');
    expect([calendar.monthEnd(-1), calendar.monthEnd(0), calendar.monthEnd(1), calendar.firstOfMonth(2)]).toEqual([
      '2025-12-31',
      '2026-01-31',
      '2026-02-28',
      '2026-03-01',
    ]);
    expect(calendar.say('2027-06-30')).toBe('30 June 2027');
  });
});
