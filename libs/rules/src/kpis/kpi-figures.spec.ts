import type { DatedValue } from '@sightline/contracts';
import { kpiDefinition, maintainedDefinition } from '@sightline/testing';
import { addDays } from '../calendar/dates';
import { changeOf, type CharterEffect, gapOf, kpiCoverage } from './kpi-coverage';
import { kpiFigures } from './kpi-figures';
import { kpiForecast } from './kpi-forecast';
import { expectedAt, expectedShareAt, progressAt } from './kpi-progress';
import { kpiIsStale, kpiStanding } from './kpi-status';

/** From 0 to 100 in 100 days, so that shares are whole numbers. */
const climb = kpiDefinition({
  direction: 'increase',
  baseline: { value: 0, date: '2026-01-01' },
  target: { value: 100, lower: null, upper: null, date: '2026-04-11' },
});
const fall = kpiDefinition({
  baseline: { value: 100, date: '2026-01-01' },
  target: { value: 0, lower: null, upper: null, date: '2026-04-11' },
});
const kept = maintainedDefinition({ target: { value: null, lower: 90, upper: 110, date: '2026-04-11' } });
const day = (n: number) => addDays('2026-01-01', n);
const at = (n: number, value: number): DatedValue => ({ date: day(n), value });
const statusOf = (measurements: DatedValue[], today = day(60), definition = climb) =>
  kpiStanding(definition, measurements, today).status;

describe('the status of a KPI', () => {
  it.each([
    [50, 'on_track'],
    [45, 'on_track'],
    [44.99, 'at_risk'],
    [35, 'at_risk'],
    [34.99, 'off_track'],
    [-10, 'off_track'],
    [99.99, 'on_track'],
    [100, 'achieved'],
    [130, 'achieved'],
  ])('half way through at %d per cent of the way is %s', (value, status) => {
    expect(statusOf([at(50, value)])).toBe(status);
    expect(statusOf([at(50, 100 - value)], day(60), fall)).toBe(status);
  });

  it('is on the good side exactly on the line, however the shares round', () => {
    for (let n = 1; n < 100; n += 1) {
      expect(statusOf([at(n, n - 5)], day(100))).toBe('on_track');
      expect(statusOf([at(n, n - 15)], day(100))).toBe('at_risk');
    }
  });

  it('is judged at the date of the latest measurement, not today', () => {
    expect(statusOf([at(10, 10)], day(90))).toBe('on_track');
    expect(statusOf([at(10, 90), at(80, 20)], day(90))).toBe('off_track');
    expect(statusOf([at(80, 20), at(10, 90)], day(90))).toBe('off_track');
  });

  it('is without data before the first measurement since the baseline', () => {
    expect(statusOf([])).toBe('no_data');
    expect(statusOf([{ date: '2025-12-31', value: 50 }])).toBe('no_data');
    expect(statusOf([at(0, 0)])).toBe('on_track');
  });

  it('is none while the definition says too little', () => {
    expect(statusOf([at(50, 50)], day(60), kpiDefinition({ baseline: null }))).toBeNull();
    expect(statusOf([at(50, 50)], day(60), kpiDefinition({ target: null }))).toBeNull();
    expect(statusOf([at(50, 50)], day(60), kpiDefinition({ direction: null }))).toBeNull();
  });

  describe('past the target date', () => {
    const after = (measurements: DatedValue[], definition = climb) => kpiStanding(definition, measurements, day(101));

    it('is decided by the last measurement up to it', () => {
      expect(after([at(50, 100), at(100, 99)]).status).toBe('missed');
      expect(after([at(50, 20), at(100, 100)])).toEqual({ status: 'achieved', notHeld: false });
      expect(after([at(90, 50), at(101, 100)]).status).toBe('missed');
      expect(after([at(101, 100)]).status).toBe('no_data');
    });

    it('says when it was not held', () => {
      expect(after([at(100, 100), at(101, 90)])).toEqual({ status: 'achieved', notHeld: true });
      expect(after([at(100, 90), at(101, 80)])).toEqual({ status: 'missed', notHeld: false });
      expect(after([at(100, 100), at(101, 90), at(102, 100)]).notHeld).toBe(false);
    });

    it('has not come on the date itself', () => {
      expect(statusOf([at(99, 20)], day(100))).toBe('off_track');
      expect(statusOf([at(99, 20)], day(101))).toBe('missed');
    });

    it('asks a maintained KPI whether it was inside', () => {
      expect(after([at(100, 110)], kept).status).toBe('achieved');
      expect(after([at(100, 111)], kept).status).toBe('missed');
      expect(after([at(100, 110), at(101, 111)], kept)).toEqual({ status: 'achieved', notHeld: true });
    });
  });

  it.each([
    [[100, 100, 100], 'on_track'],
    [[90, 110], 'on_track'],
    [[111, 100, 100], 'at_risk'],
    [[111, 100, 100, 100], 'on_track'],
    [[100, 89, 100], 'at_risk'],
    [[100, 100, 111], 'off_track'],
    [[89], 'off_track'],
  ])('of a KPI to maintain with %j is %s', (values, status) => {
    const series = values.map((value, index) => at(10 + index, value));
    expect(statusOf(series, day(60), kept)).toBe(status);
  });
});

describe('a stale KPI', () => {
  it.each([
    ['weekly', 10, 11],
    ['monthly', 45, 46],
    ['quarterly', 136, 137],
  ] as const)('measured %s is still fresh after %i days and stale after %i', (cadence, fresh, stale) => {
    expect(kpiIsStale(cadence, [at(0, 1)], day(fresh))).toBe(false);
    expect(kpiIsStale(cadence, [at(0, 1)], day(stale))).toBe(true);
  });

  it('was measured at least once, and has a cadence', () => {
    expect(kpiIsStale('weekly', [], day(500))).toBe(false);
    expect(kpiIsStale(null, [at(0, 1)], day(500))).toBe(false);
    expect(kpiIsStale('weekly', [at(99, 1), at(0, 1)], day(100))).toBe(false);
  });
});

describe('the expected value', () => {
  it('lies on the line from baseline to target, flat before and after', () => {
    expect(expectedAt(fall, day(25))).toBe(75);
    expect(expectedAt(fall, '2025-01-01')).toBe(100);
    expect(expectedAt(fall, '2030-01-01')).toBe(0);
    expect(expectedShareAt(fall, day(25))).toBe(0.25);
    expect(expectedAt(kept, day(25))).toBeNull();
    expect(progressAt(kept, 100)).toBeNull();
  });
});

describe('the forecast', () => {
  it('continues a straight line to the target date', () => {
    expect(kpiForecast(climb, [at(10, 10), at(20, 20), at(30, 30)], day(30))).toEqual({
      value: expect.closeTo(100, 6),
      date: day(100),
      points: 3,
    });
  });

  it('fits by least squares', () => {
    const forecast = kpiForecast(climb, [at(0, 0), at(10, 20), at(20, 10)], day(30));
    expect(forecast?.value).toBeCloseTo(55, 6);
  });

  it('looks at the last six, on three dates at least', () => {
    expect(kpiForecast(climb, [at(10, 10), at(20, 20)], day(30))).toBeNull();
    expect(kpiForecast(climb, [at(10, 10), at(20, 20), at(20, 21)], day(30))).toBeNull();
    const series = [at(1, 900), ...[2, 3, 4, 5, 6, 7].map((n) => at(n, n))];
    expect(kpiForecast(climb, series, day(30))).toMatchObject({ value: expect.closeTo(100, 6), points: 6 });
    const before = { date: '2025-06-01', value: 9 };
    expect(kpiForecast(climb, [before, at(10, 10), at(20, 20)], day(30))).toBeNull();
  });

  it('ends with the target date', () => {
    const series = [at(10, 10), at(20, 20), at(30, 30)];
    expect(kpiForecast(climb, series, day(100))).not.toBeNull();
    expect(kpiForecast(climb, series, day(101))).toBeNull();
  });
});

describe('the coverage of a KPI', () => {
  const charter = { id: 'c', code: 'CH-0001', name: 'One' };
  const effect = (changes: Partial<CharterEffect> = {}): CharterEffect => ({
    charter,
    status: 'approved',
    from: 40,
    to: 80,
    by: day(80),
    confidence: 'medium',
    reviewed: false,
    ...changes,
  });

  it('is the promised change over what is left', () => {
    expect(kpiCoverage(climb, [at(50, 40)], [effect(), effect({ confidence: 'high', to: 60 })])).toEqual({
      ratio: (40 * 0.75 + 20 * 0.9) / 60,
      reached: false,
      gap: 60,
      parts: [
        { charter, change: 40, confidence: 'medium', weighted: 30 },
        { charter, change: 20, confidence: 'high', weighted: 18 },
      ],
    });
    expect(kpiCoverage(fall, [at(50, 60)], [effect({ from: 60, to: 20, confidence: 'low' })])?.ratio).toBeCloseTo(
      20 / 60,
    );
  });

  it('starts at the baseline without a measurement', () => {
    expect(kpiCoverage(climb, [], [effect()])).toMatchObject({ gap: 100, ratio: 0.3 });
  });

  it.each([
    { status: 'draft' },
    { status: 'submitted' },
    { status: 'paused' },
    { status: 'closed' },
    { reviewed: true },
    { by: day(50) },
    { by: null },
    { from: null },
    { to: null },
  ] as const)('leaves out a charter with %j', (changes) => {
    expect(kpiCoverage(climb, [at(50, 40)], [effect(changes)])?.parts).toEqual([]);
  });

  it.each(['approved', 'in_delivery', 'live'] as const)('counts a charter that is %s', (status) => {
    expect(kpiCoverage(climb, [at(50, 40)], [effect({ status, by: day(51) })])?.parts).toHaveLength(1);
  });

  it('is measured from the latest value', () => {
    expect(kpiCoverage(climb, [at(50, 40), at(20, 10)], [effect()])?.gap).toBe(60);
  });

  it.each([
    { direction: null },
    { baseline: null },
    { target: null },
    { target: { value: null, lower: 1, upper: 2, date: day(100) } },
  ])('is unknown with %j', (changes) => {
    expect(kpiCoverage({ ...climb, ...changes }, [at(50, 40)], [effect()])).toBeNull();
    expect(gapOf({ ...climb, ...changes }, null)).toBeNull();
  });

  it('knows no change without a direction', () => {
    expect(changeOf({ direction: null }, { from: 1, to: 2 })).toBeNull();
    expect(changeOf({ direction: 'maintain' }, { from: 1, to: 2 })).toBeNull();
  });

  it('has no ratio once reached, nor a meaning for what is maintained', () => {
    expect(kpiCoverage(climb, [at(50, 100)], [effect()])).toMatchObject({ ratio: null, reached: true, gap: 0 });
    expect(kpiCoverage(climb, [at(50, 120)], [])).toMatchObject({ ratio: null, reached: true, gap: -20 });
    expect(kpiCoverage(kept, [at(50, 100)], [effect()])).toBeNull();
  });
});

describe('all figures of a KPI', () => {
  it('come together', () => {
    const measurements = [at(30, 40), { date: '2025-12-01', value: 7 }, at(20, 10)];
    expect(kpiFigures({ definition: climb, cadence: 'weekly', measurements, effects: [], today: day(60) })).toEqual({
      status: 'on_track',
      notHeld: false,
      stale: true,
      progress: 0.4,
      expected: 0.3,
      latest: at(30, 40),
      forecast: null,
      coverage: { ratio: 0, reached: false, gap: 60, parts: [] },
    });
  });

  it('are empty for an empty record', () => {
    const nothing = { definition: null, unit: null, direction: null, kind: null, baseline: null, target: null };
    expect(kpiFigures({ definition: nothing, cadence: null, measurements: [], effects: [], today: day(1) })).toEqual({
      status: null,
      notHeld: false,
      stale: false,
      progress: null,
      expected: null,
      latest: null,
      forecast: null,
      coverage: null,
    });
  });
});
