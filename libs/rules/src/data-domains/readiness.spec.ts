import fc from 'fast-check';
import { dataIssueProblems, shortfallIsAccepted } from './data-issue-states';
import { domainReadiness, entityIsReady, READINESS_POINTS, type ReadinessEntity } from './readiness';

const met = { measured: true, met: true };
const unmet = { measured: true, met: false };
const unmeasured = { measured: false, met: false };
const entity = (changes: Partial<ReadinessEntity> = {}): ReadinessEntity => ({
  authoritative: true,
  standards: [met],
  flows: 1,
  ...changes,
});
const person = { active: true };
const score = (
  entities: ReadinessEntity[],
  owner: typeof person | null = person,
  steward: typeof person | null = person,
) => domainReadiness({ owner, steward, entities });

describe('the readiness of a domain', () => {
  it('is 100 when everything is there, of 100 points', () => {
    expect(score([entity(), entity()])).toMatchObject({ score: 100, outOf: 100 });
    expect(Object.values(READINESS_POINTS).reduce((a, b) => a + b)).toBe(100);
  });

  it.each([
    ['an owner', score([entity()], null), 80],
    ['an active owner', score([entity()], { active: false }), 80],
    ['a steward', score([entity()], person, null), 80],
    ['an authoritative source', score([entity({ authoritative: false })]), 80],
    ['a flow', score([entity({ flows: 0 })]), 90],
    ['quality', score([entity({ standards: [met, unmet] })]), 90],
    ['a measurement', score([entity({ standards: [met, unmeasured] })]), 90],
  ])('loses the points of %s', (_, readiness, points) => {
    expect(readiness).toMatchObject({ score: points, outOf: 100 });
  });

  it('counts what is per entity proportionally', () => {
    const readiness = score([entity(), entity({ standards: [], authoritative: false, flows: 0 })]);
    expect(readiness.score).toBe(40 + 10 + 10 + 5 + 10);
    expect(readiness.parts.find(({ code }) => code === 'authority')).toEqual({
      code: 'authority',
      points: 10,
      max: 20,
      done: 1,
      of: 2,
    });
  });

  it('leaves out what cannot apply and says of how many points it is', () => {
    expect(score([], person, null)).toMatchObject({ score: 50, outOf: 40 });
    expect(score([]).parts.filter(({ points }) => points === null)).toHaveLength(4);
    expect(score([entity({ standards: [] })])).toMatchObject({ score: Math.round((70 / 90) * 100), outOf: 90 });
  });

  it('stays between 0 and 100 and never falls when an entity gets better', () => {
    const standard = fc.constantFrom(met, unmet, unmeasured);
    const anyEntity = fc.record({
      authoritative: fc.boolean(),
      standards: fc.array(standard, { maxLength: 3 }),
      flows: fc.nat(2),
    });
    fc.assert(
      fc.property(fc.array(anyEntity, { maxLength: 5 }), anyEntity, (others, one) => {
        const before = score([...others, one]).score;
        expect(before).toBeGreaterThanOrEqual(0);
        expect(before).toBeLessThanOrEqual(100);
        expect(score([...others, { ...one, authoritative: true, flows: 3 }]).score).toBeGreaterThanOrEqual(before);
        expect(score([...others, { ...one, standards: one.standards.map(() => met) }]).score).toBeGreaterThanOrEqual(
          before,
        );
      }),
    );
  });
});

describe('an entity ready for analytics and AI', () => {
  it.each([
    ['everything', {}, true],
    ['no authoritative source', { authoritative: false }, false],
    ['no flow', { flows: 0 }, false],
    ['no standard', { standards: [] }, false],
    ['a standard unmet', { standards: [met, unmet] }, false],
    ['a standard unmeasured', { standards: [unmeasured] }, false],
  ])('with %s', (_, changes, ready) => expect(entityIsReady(entity(changes))).toBe(ready));
});

describe('a data issue', () => {
  const TODAY = '2026-11-20';
  const accepted = { status: 'accepted' as const, reason: 'Known and harmless', expiresOn: '2027-01-31' };
  const to = (status: 'open' | 'cleansing' | 'verified') => ({ status, reason: null, expiresOn: null });

  it.each([
    ['open', 'cleansing', true],
    ['open', 'verified', false],
    ['cleansing', 'verified', true],
    ['cleansing', 'open', false],
    ['verified', 'open', false],
    ['accepted', 'cleansing', true],
    ['accepted', 'verified', false],
    ['open', 'open', true],
  ] as const)('goes from %s to %s: %s', (from, status, allowed) => {
    expect(dataIssueProblems(from, to(status), TODAY)).toHaveLength(allowed ? 0 : 1);
  });

  it('is accepted with a reason and a date ahead', () => {
    const codes = (changes: object, from: 'open' | 'cleansing' | 'accepted' = 'cleansing') =>
      dataIssueProblems(from, { ...accepted, ...changes }, TODAY).map(({ code }) => code);
    expect(codes({})).toEqual([]);
    expect(codes({}, 'open')).toEqual([]);
    expect(codes({ reason: ' ' })).toEqual(['acceptance-without-reason']);
    expect(codes({ expiresOn: null })).toEqual(['acceptance-without-expiry']);
    expect(codes({ expiresOn: '2026-11-19' })).toEqual(['acceptance-expired']);
    expect(codes({ expiresOn: '2026-11-19' }, 'accepted')).toEqual([]);
    expect(codes({ expiresOn: TODAY })).toEqual([]);
  });

  it('covers a shortfall until the end of its last day', () => {
    expect(shortfallIsAccepted(accepted, '2027-01-31')).toBe(true);
    expect(shortfallIsAccepted(accepted, '2027-02-01')).toBe(false);
    expect(shortfallIsAccepted({ ...accepted, status: 'cleansing' }, TODAY)).toBe(false);
  });
});
