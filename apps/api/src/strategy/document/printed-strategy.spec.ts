import type { StrategyStatus, StrategyVersion } from '@sightline/contracts';
import { SECTIONS, STRATEGY_STATUSES } from '@sightline/contracts';
import { DEFAULT_GATE_POLICY } from '@sightline/rules';
import { printedStrategy, printingOf } from './printed-strategy';

const PUBLISHER = { organisation: 'Meridian Freight', currency: 'EUR', timeZone: 'Pacific/Auckland' };

/** A version with a bit of everything, as it stands in a state. */
function versionIn(status: StrategyStatus): StrategyVersion {
  const wasInForce = status === 'in_force' || status === 'superseded';
  return {
    ...Object.fromEntries(SECTIONS.map((section) => [section, ''])),
    number: 2,
    version: 7,
    status,
    copiedFrom: 1,
    reviewBy: null,
    // Already the next day in Auckland.
    ratifiedAt: wasInForce ? '2026-03-03T20:00:00.000Z' : null,
    supersededAt: status === 'superseded' ? '2026-05-01T01:00:00.000Z' : null,
    updatedAt: '2026-03-01T09:00:00.000Z',
    contentHash: wasInForce ? 'ab'.repeat(32) : null,
    authors: [],
    principles: [],
    drivers: [],
    capabilities: [],
    facts: [],
    kpis: [],
    decisionRights: [
      {
        id: '1',
        subject: 'charter',
        budgetUpTo: '250000.00',
        board: { id: '2', code: null, name: 'Board' },
        rule: 'two_thirds',
      },
    ],
    gatePolicy: DEFAULT_GATE_POLICY,
    weights: { principles: 30, outcome: 30, capability: 15, data: 15, resilience: 10 },
    // Votes are on record for every proposal; only a ratified version shows them as signatures.
    signatories: [{ name: 'Anna Keller', constituency: 'Business' }],
    decision: null,
    proposal: null,
    openPoints: [],
  } as unknown as StrategyVersion;
}

const printed = (status: StrategyStatus, language: 'en' | 'de' = 'en') =>
  printedStrategy(printingOf(versionIn(status), PUBLISHER, language));

describe('a printed version', () => {
  it('carries signatories with their office and day, in the time zone of the organisation', () => {
    const { signatures, state, running } = printed('in_force');
    expect(signatures?.rows).toEqual([['Anna Keller', 'Seat of Business', '4 Mar 2026']]);
    expect(state).toEqual({ text: 'In force since 4 Mar 2026', binding: true });
    expect(running.foot).toBe(`SHA-256 ${'ab'.repeat(32)}`);
  });

  it.each(STRATEGY_STATUSES.filter((status) => status !== 'in_force'))(
    'binds nobody when it is %s, and says so',
    (status) => {
      const { state, signatures, facts } = printed(status);
      expect(state.binding).toBe(false);
      expect(state.text).toMatch(/^(DRAFT|PROPOSED|REJECTED), |^No longer in force/);
      if (status === 'superseded') return;
      expect(signatures).toBeNull();
      expect(JSON.stringify(facts)).not.toContain('In force');
    },
  );

  it('is in the language of its reader, amounts and days included', () => {
    const { language, chapters, state } = printed('superseded', 'de');
    expect({ language, state: state.text }).toEqual({
      language: 'de-DE',
      state: 'Nicht mehr in Kraft: abgelöst am 1. Mai 2026',
    });
    expect(JSON.stringify(chapters)).toMatch(/250\.000[ \u00a0]€/);
    expect(chapters.map(({ title }) => title)).toContain('Entscheidungsrechte');
  });
});
