import { KPI_PARTS } from '@sightline/contracts';
import { completeKpi, kpiDefinition, maintainedDefinition, personFact } from '@sightline/testing';
import { kpiIsComplete, kpiMissingParts } from './kpi-completeness';
import { kpiRevisionProblems } from './kpi-revision-problems';

const target = (changes: object) => ({
  target: { value: 7, lower: null, upper: null, date: '2027-06-30', ...changes },
});

describe('a complete KPI', () => {
  it('lacks nothing', () => {
    expect(kpiMissingParts(completeKpi())).toEqual([]);
    expect(kpiIsComplete(completeKpi(maintainedDefinition()))).toBe(true);
  });

  it.each(KPI_PARTS)('has %s', (part) => {
    expect(kpiMissingParts(completeKpi({ [part]: null }))).toEqual([part]);
    expect(kpiIsComplete(completeKpi({ [part]: null }))).toBe(false);
  });

  it.each([{ internal: false }, { active: false }, { fromBusiness: false }, { champion: false }])(
    'is not owned by somebody with %j',
    (changes) => expect(kpiMissingParts(completeKpi({ owner: personFact(changes) }))).toEqual(['owner']),
  );

  it.each([
    ['blank texts', completeKpi({ definition: ' ', unit: '' }), ['definition', 'unit']],
    ['a target without a value', completeKpi(target({ value: null })), ['target']],
    ['limits instead of a value', completeKpi(target({ value: null, lower: 1 })), ['target']],
    ['a value instead of limits', completeKpi({ ...maintainedDefinition(), ...target({}) }), ['target']],
  ])('does not have %s', (_, kpi, missing) => expect(kpiMissingParts(kpi)).toEqual(missing));

  it('may be kept on one side only', () => {
    const oneLimit = { value: null, lower: null, upper: 110, date: '2027-06-30' };
    expect(kpiMissingParts(completeKpi(maintainedDefinition({ target: oneLimit })))).toEqual([]);
  });
});

describe('a KPI revision', () => {
  it('may be incomplete', () => {
    const nothing = { definition: null, unit: null, direction: null, kind: null, baseline: null, target: null };
    expect(kpiRevisionProblems(nothing)).toEqual([]);
    expect(kpiRevisionProblems(kpiDefinition())).toEqual([]);
    expect(kpiRevisionProblems(maintainedDefinition())).toEqual([]);
  });

  it.each([
    ['target-not-below-baseline', '/target/value', kpiDefinition(target({ value: 12 }))],
    ['target-not-below-baseline', '/target/value', kpiDefinition(target({ value: 13 }))],
    ['target-not-above-baseline', '/target/value', kpiDefinition({ direction: 'increase' })],
    ['target-not-above-baseline', '/target/value', kpiDefinition({ direction: 'increase', ...target({ value: 12 }) })],
    ['target-not-after-baseline', '/target/date', kpiDefinition(target({ date: '2026-01-01' }))],
    ['limits-crossed', '/target/upper', maintainedDefinition(target({ value: null, lower: 5, upper: 5 }))],
    ['value-on-maintain', '/target/value', maintainedDefinition(target({ lower: 5 }))],
    ['limits-without-maintain', '/target/lower', kpiDefinition(target({ lower: 5 }))],
    ['limits-without-maintain', '/target/upper', kpiDefinition(target({ upper: 5 }))],
  ])('is refused: %s at %s', (code, pointer, definition) => {
    expect(kpiRevisionProblems(definition)).toEqual([expect.objectContaining({ code, pointer })]);
  });
});
