import { kpiDefinition, maintainedDefinition } from '@sightline/testing';
import fc from 'fast-check';
import { alignment, type AlignedKpi, type AlignmentFacts } from './alignment';

/** Twelve to seven days, weight 5, so that the whole gap at high confidence is 0.9. */
const kpi = (changes: Partial<AlignedKpi> = {}): AlignedKpi => ({
  definition: kpiDefinition(),
  weight: 5,
  latest: null,
  from: 12,
  to: 7,
  confidence: 'high',
  ...changes,
});
const facts = (changes: Partial<AlignmentFacts> = {}): AlignmentFacts => ({
  principlesInForce: 1,
  deviations: 'none',
  kpis: [kpi(), kpi()],
  capability: { current: 0, target: 5 },
  readiness: [100],
  declaresNoGovernedData: false,
  resilience: { rollback: true, retirement: true, contingency: true, portability: true },
  ...changes,
});
const part = (code: string, changes: Partial<AlignmentFacts>) =>
  alignment(facts(changes)).parts.find((one) => one.code === code)?.share;

describe('the alignment of a charter', () => {
  it('is 100 when nothing is left to wish for', () => {
    expect(alignment(facts())).toMatchObject({ score: 100, outOf: 100 });
  });

  it.each([
    ['principles', { principlesInForce: 0 }, 0],
    ['principles', { deviations: 'excused' }, 0.5],
    ['principles', { deviations: 'unexcused' }, 0],
    ['outcome', { kpis: [kpi()] }, 0.9],
    ['outcome', { kpis: [kpi({ weight: 1 })] }, 0.18],
    ['outcome', { kpis: [kpi({ confidence: 'low' })] }, 0.5],
    ['outcome', { kpis: [kpi({ latest: { value: 8, date: '2026-06-01' }, from: 8, to: 7 })] }, 0.9],
    ['outcome', { kpis: [kpi({ latest: { value: 7, date: '2026-06-01' } })] }, 0],
    ['outcome', { kpis: [kpi({ to: 14 })] }, 0],
    ['outcome', { kpis: [kpi({ to: null })] }, 0],
    ['outcome', { kpis: [kpi({ weight: null })] }, 0],
    ['outcome', { kpis: [] }, 0],
    ['outcome', { kpis: [kpi({ definition: maintainedDefinition() })] }, null],
    ['capability', { capability: { current: 2, target: 4 } }, 0.4],
    ['capability', { capability: { current: 4, target: 2 } }, 0],
    ['capability', { capability: null }, 0],
    ['data', { readiness: [40, 80] }, 0.6],
    ['data', { readiness: [] }, 0],
    ['data', { readiness: [], declaresNoGovernedData: true }, null],
    ['resilience', { resilience: { rollback: true, retirement: false, contingency: false, portability: false } }, 0.25],
  ] as const)('gives %s its share: %j', (code, changes, share) => {
    const found = part(code, changes as Partial<AlignmentFacts>);
    if (share === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(share, 9);
  });

  it('rescales when a part cannot apply', () => {
    const without = { readiness: [], declaresNoGovernedData: true, principlesInForce: 0 };
    expect(alignment(facts(without))).toMatchObject({ score: Math.round((55 / 85) * 100), outOf: 85 });
  });

  it('shows each part with its points', () => {
    const { parts } = alignment(facts({ readiness: [50], declaresNoGovernedData: true }));
    expect(parts.map(({ code, points, max }) => [code, points, max])).toEqual([
      ['principles', 30, 30],
      ['outcome', 30, 30],
      ['capability', 15, 15],
      ['data', 7.5, 15],
      ['resilience', 10, 10],
    ]);
    const without = alignment(facts({ readiness: [], declaresNoGovernedData: true })).parts;
    expect(without.find(({ code }) => code === 'data')).toMatchObject({ share: null, points: null });
  });

  it('follows the weights of the strategy', () => {
    const weights = { principles: 100, outcome: 0, capability: 0, data: 0, resilience: 0 };
    expect(alignment(facts({ kpis: [] }), weights).score).toBe(100);
    expect(alignment(facts({ principlesInForce: 0 }), weights).score).toBe(0);
  });

  it('stays between 0 and 100', () => {
    const number = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ from: number, to: number, weight: fc.integer({ min: 1, max: 5 }) })),
        number,
        (effects, ready) => {
          const { score } = alignment(facts({ kpis: effects.map((one) => kpi(one)), readiness: [ready + 50] }));
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
        },
      ),
    );
  });
});
