import { CADENCES, CONFIDENCES, type DatedValue, type KpiDefinition, KPI_STATUSES } from '@sightline/contracts';
import { kpiDefinition } from '@sightline/testing';
import fc from 'fast-check';
import { addDays, daysBetween } from '../calendar/dates';
import { kpiFigures, type KpiFiguresFacts } from './kpi-figures';
import { expectedAt } from './kpi-progress';
import { kpiRevisionProblems } from './kpi-revision-problems';

const START = '2026-01-01';
const dayNumber = fc.integer({ min: -50, max: 450 });
const value = fc.integer({ min: -1000, max: 1000 });
const series = fc
  .uniqueArray(fc.tuple(dayNumber, value), { selector: ([n]) => n, maxLength: 12 })
  .map((points) => points.map(([n, of]): DatedValue => ({ date: addDays(START, n), value: of })));
const definition: fc.Arbitrary<KpiDefinition> = fc
  .record({
    direction: fc.constantFrom('increase' as const, 'decrease' as const),
    from: value,
    way: fc.integer({ min: 1, max: 500 }),
    days: fc.integer({ min: 1, max: 400 }),
  })
  .map(({ direction, from, way, days }) =>
    kpiDefinition({
      direction,
      baseline: { value: from, date: START },
      target: {
        value: direction === 'increase' ? from + way : from - way,
        lower: null,
        upper: null,
        date: addDays(START, days),
      },
    }),
  );
const effect = fc.record({
  charter: fc.constant({ id: 'c', code: 'CH-0001', name: 'One' }),
  status: fc.constantFrom('approved' as const, 'live' as const, 'draft' as const),
  from: fc.option(value),
  to: fc.option(value),
  by: fc.option(dayNumber.map((n) => addDays(START, n))),
  confidence: fc.constantFrom(...CONFIDENCES),
  reviewed: fc.boolean(),
});
const facts: fc.Arbitrary<KpiFiguresFacts> = fc.record({
  definition,
  cadence: fc.option(fc.constantFrom(...CADENCES)),
  measurements: series,
  effects: fc.array(effect, { maxLength: 4 }),
  today: dayNumber.map((n) => addDays(START, n)),
});

/** The same KPI seen in a mirror: what rises, falls. */
function mirrored(of: KpiFiguresFacts): KpiFiguresFacts {
  const flip = <T extends number | null>(one: T) => (one === null ? null : 0 - one) as T;
  const { direction, baseline, target } = of.definition;
  return {
    ...of,
    definition: {
      ...of.definition,
      direction: direction === 'increase' ? 'decrease' : 'increase',
      baseline: baseline && { ...baseline, value: flip(baseline.value) },
      target: target && { ...target, value: flip(target.value) },
    },
    measurements: of.measurements.map(({ date, value: v }) => ({ date, value: flip(v) })),
    effects: of.effects.map((one) => ({ ...one, from: flip(one.from), to: flip(one.to) })),
  };
}

describe('the figures of any KPI', () => {
  it('are finite, in range, and the same in whatever order measurements come', () => {
    fc.assert(
      fc.property(facts, (of) => {
        const figures = kpiFigures(of);
        expect(KPI_STATUSES).toContain(figures.status);
        for (const one of [figures.progress, figures.forecast?.value, figures.coverage?.ratio])
          expect(one === null || one === undefined || Number.isFinite(one)).toBe(true);
        if (figures.expected !== null) expect(Math.abs(figures.expected - 0.5)).toBeLessThanOrEqual(0.5);
        expect(kpiFigures({ ...of, measurements: of.measurements.toReversed() })).toEqual(figures);
      }),
      { numRuns: 1000 },
    );
  });

  it('say the same of a KPI that falls as of its mirror image that rises', () => {
    fc.assert(
      fc.property(facts, (of) => {
        const [one, other] = [kpiFigures(of), kpiFigures(mirrored(of))];
        expect(other.status).toBe(one.status);
        expect(other.notHeld).toBe(one.notHeld);
        expect(other.coverage).toEqual(one.coverage);
        expect(other.progress).toEqual(one.progress);
      }),
      { numRuns: 1000 },
    );
  });

  it('are on track for whoever walks the expected line, and forecast the target', () => {
    fc.assert(
      fc.property(
        definition,
        fc.uniqueArray(fc.integer({ min: 0, max: 399 }), { minLength: 3, maxLength: 6 }),
        (of, days) => {
          const end = of.target?.date ?? START;
          const dates = days.map((n) => addDays(START, n)).filter((date) => daysBetween(date, end) > 0);
          const measurements = dates.map((date) => ({ date, value: expectedAt(of, date) ?? 0 }));
          const figures = kpiFigures({ definition: of, cadence: null, measurements, effects: [], today: end });
          if (dates.length > 0) expect(figures.status).toBe('on_track');
          if (dates.length >= 3) expect(figures.forecast?.value).toBeCloseTo(of.target?.value ?? 0, 4);
        },
      ),
    );
  });

  it('never get worse with a better last measurement', () => {
    const rank = ['off_track', 'at_risk', 'on_track', 'achieved'];
    fc.assert(
      fc.property(definition, fc.integer({ min: 0, max: 400 }), value, fc.nat(100), (of, n, worse, better) => {
        const date = addDays(START, Math.min(n, daysBetween(START, of.target?.date ?? START)));
        const sign = of.direction === 'increase' ? 1 : -1;
        const statusAt = (measured: number) =>
          kpiFigures({
            definition: of,
            cadence: null,
            measurements: [{ date, value: measured }],
            effects: [],
            today: date,
          }).status ?? '';
        expect(rank.indexOf(statusAt(worse + sign * better))).toBeGreaterThanOrEqual(rank.indexOf(statusAt(worse)));
      }),
    );
  });

  it('come only of definitions that can be saved', () => {
    fc.assert(fc.property(definition, (of) => expect(kpiRevisionProblems(of)).toEqual([])));
  });
});
