import {
  CHARTER_STATUSES,
  GATE_CODES,
  GATE_TRANSITIONS,
  type CharterGateFacts,
  type KpiFact,
} from '@sightline/contracts';
import { approvableCharterFacts, citedKpi, governedDomain, governedEntity, personFact } from '@sightline/testing';
import fc from 'fast-check';
import { charterGate, gateIsOpen } from './charter-gate';
import { GATE_VARIANTS } from './gate-variants';

const date = fc.constantFrom('2026-01-01', '2026-12-31', '2027-06-30', '2027-07-01');
const value = fc.option(fc.integer({ min: -3, max: 20 }));
const person = fc.option(
  fc
    .record({ internal: fc.boolean(), active: fc.boolean(), fromBusiness: fc.boolean(), champion: fc.boolean() })
    .chain((traits) => fc.constantFrom('a', 'b').map((id) => personFact({ id, name: id, ...traits }))),
);
const target = fc.record({ value, lower: value, upper: value, date });
const definition = fc.record({
  definition: fc.option(fc.constantFrom('', 'Median days')),
  unit: fc.option(fc.constantFrom(' ', 'days')),
  direction: fc.option(fc.constantFrom('increase' as const, 'decrease' as const, 'maintain' as const)),
  kind: fc.option(fc.constantFrom('outcome' as const, 'technical' as const)),
  baseline: fc.option(fc.constant({ value: 12, date: '2026-01-01' })),
  target: fc.option(target),
});
const kpi: fc.Arbitrary<KpiFact> = fc
  .record({
    definition: fc.oneof(fc.constant(citedKpi().definition), definition),
    missing: fc.constantFrom<KpiFact['missing'][]>([], [], [], ['weight']),
    owner: fc.oneof(fc.constant(personFact()), person),
    from: value,
    to: value,
    by: fc.option(date),
  })
  .map((changes) => citedKpi(changes));
const domain = fc
  .record({
    tier: fc.constantFrom('critical' as const, 'standard' as const),
    owner: person,
    steward: person,
    essential: fc.boolean(),
    standards: fc.constantFrom([], governedEntity().standards),
    flows: fc.constantFrom([], governedEntity().flows),
  })
  .map(({ essential, standards, flows, ...changes }) =>
    governedDomain({ ...changes, entities: [governedEntity({ essential, standards, flows })] }),
  );
const policy = fc.record({
  submit: fc.subarray([...GATE_CODES]),
  approve: fc.subarray([...GATE_CODES]),
  go_live: fc.subarray([...GATE_CODES]),
  close: fc.subarray([...GATE_CODES]),
});
const anyFacts: fc.Arbitrary<CharterGateFacts> = fc
  .record({
    charter: fc.constantFrom(...CHARTER_STATUSES).map((status) => ({ id: 'c', code: 'CH-0001', status })),
    strategy: fc.option(policy.map((one) => ({ number: 1, policy: one }))),
    outcomeStatement: fc.constantFrom('', 'Roll out the API platform', 'Reduce onboarding from 12 to 7 days'),
    outcomeOverruled: fc.boolean(),
    principles: fc.array(
      fc.boolean().map((inForce) => ({ id: 'p', code: 'P-01', title: 'One', inForce })),
      { maxLength: 2 },
    ),
    kpis: fc.array(kpi, { maxLength: 2 }),
    businessSponsor: person,
    itLead: person,
    domains: fc.array(domain, { maxLength: 2 }),
  })
  .map((changes) => approvableCharterFacts(changes));

describe('the gate, for any facts', () => {
  it('is open at approval only with a principle in force and a complete business KPI that moves', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        if (!gateIsOpen(charterGate(facts, 'approve'))) return;
        expect(facts.strategy).not.toBeNull();
        expect(facts.principles.some(({ inForce }) => inForce)).toBe(true);
        expect(facts.kpis.some(isLawful)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('passes KPI exactly when one of them is lawful', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const check = charterGate(facts, 'approve').find(({ code }) => code === 'KPI');
        expect(check?.passed).toBe(facts.kpis.some(isLawful));
      }),
      { numRuns: 3000 },
    );
  });

  it('answers every check once, with a sentence it has declared and a place to go', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...GATE_TRANSITIONS), (facts, transition) => {
        const checks = charterGate(facts, transition);
        expect(checks.map(({ code }) => code)).toEqual([...GATE_CODES]);
        for (const { code, passed, variant, fix } of checks) {
          const { passed: good, failed: bad } = GATE_VARIANTS[code];
          expect<readonly string[]>(passed ? good : bad).toContain(variant);
          expect(fix.path).toMatch(
            /^\/(strategy|charters\/CH-0001(\/edit)?#\w+|data\/DD-02#[\w-]+|outcomes\/K-014\/edit#\w+)$/,
          );
        }
      }),
    );
  });

  it('does not depend on the order of what is cited', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const turned = { ...facts, kpis: facts.kpis.toReversed(), domains: facts.domains.toReversed() };
        const verdicts = (of: CharterGateFacts) =>
          charterGate(of, 'approve').map(({ passed, level }) => [passed, level]);
        expect(verdicts(turned)).toEqual(verdicts(facts));
      }),
    );
  });

  it('opens for nothing more when something is taken away', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const less = { ...facts, principles: [], kpis: [] };
        expect(gateIsOpen(charterGate(less, 'approve'))).toBe(false);
      }),
    );
  });
});

/** The rule of the database's own guard, said a second time and in another way. */
function isLawful({ definition: d, missing, owner, from, to, by }: KpiFact): boolean {
  if (missing.length > 0 || d.kind !== 'outcome' || !d.definition || !d.unit?.trim() || !d.baseline || !d.target)
    return false;
  if (!owner || !(owner.champion && owner.internal && owner.active && owner.fromBusiness)) return false;
  if (!by || by > d.target.date) return false;
  const { value: goal, lower, upper } = d.target;
  switch (d.direction) {
    case 'increase':
      return goal !== null && from !== null && to !== null && to > from;
    case 'decrease':
      return goal !== null && from !== null && to !== null && to < from;
    case 'maintain':
      return (lower !== null || upper !== null) && (to === null || (to >= (lower ?? to) && to <= (upper ?? to)));
    default:
      return false;
  }
}
