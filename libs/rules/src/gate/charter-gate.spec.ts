import { GATE_CODES, GATE_TRANSITIONS, type CharterGateFacts, type GateCode } from '@sightline/contracts';
import {
  approvableCharterFacts,
  citedKpi,
  governedDomain,
  governedEntity,
  itPersonFact,
  kpiDefinition,
  maintainedDefinition,
  personFact,
} from '@sightline/testing';
import { charterGate, gateIsOpen } from './charter-gate';

const { resilience } = approvableCharterFacts();
const kpi = (changes: Parameters<typeof citedKpi>[0]) => ({ kpis: [citedKpi(changes)] });
const entity = (changes: Parameters<typeof governedEntity>[0]) => ({
  domains: [governedDomain({ entities: [governedEntity(changes)] })],
});
const plan = (changes: Partial<typeof resilience>) => ({ resilience: { ...resilience, ...changes } });
const inactive = itPersonFact({ active: false });
const outside = itPersonFact({ internal: false });

const AT_CHARTER = '/charters/CH-0012/edit';
type Row = [code: GateCode, variant: string, path: string, changes: Partial<CharterGateFacts>];

const FAILURES: Row[] = [
  ['PRINCIPLE', 'no-strategy', '/strategy', { strategy: null }],
  ['PRINCIPLE', 'none', `${AT_CHARTER}#principles`, { principles: [] }],
  [
    'PRINCIPLE',
    'not-in-force',
    `${AT_CHARTER}#principles`,
    { principles: [{ id: 'p', code: 'P-09', title: 'Old', inForce: false }] },
  ],
  ['KPI', 'none', `${AT_CHARTER}#kpis`, { kpis: [] }],
  ['KPI', 'technical', '/outcomes/K-014/edit#kind', kpi({ definition: kpiDefinition({ kind: 'technical' }) })],
  ['KPI', 'incomplete', '/outcomes/K-014/edit#cadence', kpi({ missing: ['cadence', 'owner'] })],
  ['KPI', 'incomplete', '/outcomes/K-014/edit#baseline', kpi({ definition: kpiDefinition({ baseline: null }) })],
  ['KPI', 'no-owner', '/outcomes/K-014/edit#owner', kpi({ owner: null, missing: ['owner'] })],
  ['KPI', 'owner-unfit', '/outcomes/K-014/edit#owner', kpi({ owner: personFact({ champion: false }) })],
  ['KPI', 'owner-unfit', '/outcomes/K-014/edit#owner', kpi({ owner: personFact({ active: false }) })],
  ['KPI', 'owner-unfit', '/outcomes/K-014/edit#owner', kpi({ owner: personFact({ fromBusiness: false }) })],
  ['KPI', 'no-effect', `${AT_CHARTER}#kpis`, kpi({ from: null })],
  ['KPI', 'no-effect', `${AT_CHARTER}#kpis`, kpi({ to: null })],
  ['KPI', 'no-effect', `${AT_CHARTER}#kpis`, kpi({ by: null })],
  ['KPI', 'no-effect', `${AT_CHARTER}#kpis`, kpi({ definition: maintainedDefinition(), by: null })],
  ['KPI', 'wrong-direction', `${AT_CHARTER}#kpis`, kpi({ from: 7, to: 12 })],
  ['KPI', 'wrong-direction', `${AT_CHARTER}#kpis`, kpi({ from: 7, to: 7 })],
  [
    'KPI',
    'wrong-direction',
    `${AT_CHARTER}#kpis`,
    kpi({
      definition: kpiDefinition({
        direction: 'increase',
        target: { value: 20, lower: null, upper: null, date: '2027-06-30' },
      }),
    }),
  ],
  ['KPI', 'outside-limits', `${AT_CHARTER}#kpis`, kpi({ definition: maintainedDefinition(), from: 100, to: 111 })],
  ['KPI', 'after-target', `${AT_CHARTER}#kpis`, kpi({ by: '2027-07-01' })],
  ['OUTCOME', 'empty', `${AT_CHARTER}#outcomeStatement`, { outcomeStatement: '  ' }],
  [
    'OUTCOME',
    'unclear',
    `${AT_CHARTER}#outcomeStatement`,
    { outcomeStatement: 'Things should be considered by everybody involved, as we all know.', kpis: [] },
  ],
  [
    'OUTCOME',
    'milestone',
    `${AT_CHARTER}#outcomeStatement`,
    { outcomeStatement: 'Migrate the CRM to the new platform', kpis: [] },
  ],
  ['SPONSORS', 'neither', `${AT_CHARTER}#businessSponsor`, { businessSponsor: null, itLead: null }],
  ['SPONSORS', 'no-sponsor', `${AT_CHARTER}#businessSponsor`, { businessSponsor: null }],
  ['SPONSORS', 'no-it-lead', `${AT_CHARTER}#itLead`, { itLead: null }],
  ['SPONSORS', 'same-person', `${AT_CHARTER}#itLead`, { itLead: personFact() }],
  ['SPONSORS', 'external', `${AT_CHARTER}#itLead`, { itLead: outside }],
  ['SPONSORS', 'external', `${AT_CHARTER}#businessSponsor`, { businessSponsor: personFact({ internal: false }) }],
  ['SPONSORS', 'inactive', `${AT_CHARTER}#itLead`, { itLead: inactive }],
  [
    'SPONSORS',
    'sponsor-not-business',
    `${AT_CHARTER}#businessSponsor`,
    { businessSponsor: personFact({ fromBusiness: false }) },
  ],
  [
    'REQUIREMENTS',
    'open',
    `${AT_CHARTER}#requirements`,
    { requirements: [{ number: 4, constituency: 'data', answered: false }] },
  ],
  ['DOMAINS', 'none', `${AT_CHARTER}#domains`, { domains: [], noGovernedData: ' ' }],
  ['STEWARD', 'owner', '/data/DD-02#owner', { domains: [governedDomain({ owner: null })] }],
  ['STEWARD', 'steward', '/data/DD-02#steward', { domains: [governedDomain({ steward: inactive })] }],
  ['STEWARD', 'both', '/data/DD-02#owner', { domains: [governedDomain({ owner: inactive, steward: null })] }],
  ['STANDARDS', 'essential', '/data/DD-02#entity-entity-slot', entity({ standards: [] })],
  ['STANDARDS', 'others', '/data/DD-02#entity-entity-slot', entity({ standards: [], essential: false })],
  ['AUTHORITY', 'essential', '/data/DD-02#entity-entity-slot', entity({ authoritativeSource: null })],
  ['AUTHORITY', 'others', '/data/DD-02#entity-entity-slot', entity({ authoritativeSource: null, essential: false })],
  ['FLOWS', 'essential', '/data/DD-02#entity-entity-slot', entity({ flows: [] })],
  ['FLOWS', 'others', '/data/DD-02#entity-entity-slot', entity({ flows: [], essential: false })],
  ['PROTECTION', 'missing', '/data/DD-02#entity-entity-slot', entity({ classified: false })],
  [
    'QUALITY',
    'unmeasured',
    '/data/DD-02#entity-entity-slot',
    entity({ standards: [{ id: 's', dimension: 'accuracy', measured: false, met: false }] }),
  ],
  [
    'CONFLICT',
    'not-authoritative',
    '/data/DD-02#entity-entity-slot',
    entity({ flows: [{ fromId: 'system-portal', fromName: 'Portal' }] }),
  ],
  ['ROLLBACK', 'missing', `${AT_CHARTER}#rollback`, plan({ rollback: false })],
  ['RETIREMENT', 'missing', `${AT_CHARTER}#retirement`, plan({ retirement: [] })],
  ['CONTINGENCY', 'missing', `${AT_CHARTER}#contingency`, plan({ contingency: false })],
  ['PORTABILITY', 'missing', `${AT_CHARTER}#portability`, plan({ portability: false, exit: false })],
  ['PORTABILITY', 'no-portability', `${AT_CHARTER}#portability`, plan({ portability: false })],
  ['PORTABILITY', 'no-exit', `${AT_CHARTER}#exit`, plan({ exit: false })],
  ['CAPABILITY', 'none', `${AT_CHARTER}#capability`, { capability: null }],
  ['EXTERNAL', 'accountable', `${AT_CHARTER}#lead`, { lead: outside }],
  ['EXTERNAL', 'accountable', '/outcomes/K-014/edit#owner', kpi({ owner: personFact({ internal: false }) })],
  ['EXTERNAL', 'accountable', '/data/DD-02#steward', { domains: [governedDomain({ steward: outside })] }],
];

const check = (
  code: GateCode,
  changes: Partial<CharterGateFacts>,
  at: (typeof GATE_TRANSITIONS)[number] = 'approve',
) => {
  const found = charterGate(approvableCharterFacts(changes), at).find((one) => one.code === code);
  if (!found) throw new Error(`${code} was not checked`);
  return found;
};

describe('the gate of a charter', () => {
  it.each(GATE_TRANSITIONS)('passes a charter for which everything is fine at %s', (transition) => {
    const checks = charterGate(approvableCharterFacts(), transition);
    expect(checks.map(({ code }) => code)).toEqual([...GATE_CODES]);
    expect(checks.filter(({ passed }) => !passed)).toEqual([]);
    expect(gateIsOpen(checks)).toBe(true);
  });

  it.each(FAILURES)('%s says %s and leads to %s', (code, variant, path, changes) => {
    expect(check(code, changes)).toMatchObject({ passed: false, variant, fix: { path } });
  });

  it('stays closed while nobody has asked it, and for one blocker among passed checks', () => {
    expect(gateIsOpen([])).toBe(false);
    expect(gateIsOpen(charterGate(approvableCharterFacts({ capability: null }), 'approve'))).toBe(false);
    const warned = charterGate(approvableCharterFacts({ outcomeStatement: '' }), 'approve');
    expect(warned.some(({ passed }) => !passed)).toBe(true);
    expect(gateIsOpen(warned)).toBe(true);
  });

  it('fills its sentences with names', () => {
    expect(check('CAPABILITY', {}).params).toEqual({ capability: 'CAP-02', name: 'Partner self-service' });
    expect(check('EXTERNAL', { lead: outside }).params).toEqual({ people: [outside.name], count: 1 });
  });
});

describe('PRINCIPLE and KPI', () => {
  const nothingBlocks = { number: 2, policy: { submit: [], approve: [], go_live: [], close: [] } };

  it('block approval whatever the policy says', () => {
    expect(check('PRINCIPLE', { principles: [], strategy: nothingBlocks }).level).toBe('blocker');
    expect(check('KPI', { kpis: [], strategy: nothingBlocks }).level).toBe('blocker');
    expect(check('PRINCIPLE', { strategy: null }).level).toBe('blocker');
  });

  it('block submission by the default policy, and only warn where a policy says so', () => {
    expect(check('PRINCIPLE', { strategy: null }, 'submit').level).toBe('blocker');
    expect(check('KPI', { kpis: [], strategy: nothingBlocks }, 'submit').level).toBe('warning');
  });

  it('need one good citation; the others may be imperfect', () => {
    const technical = citedKpi({ id: 'k', code: 'K-020', definition: kpiDefinition({ kind: 'technical' }) });
    expect(check('KPI', { kpis: [technical, citedKpi()] })).toMatchObject({ passed: true, params: { kpi: 'K-014' } });
    const left = { id: 'p', code: 'P-09', title: 'Old', inForce: false };
    const held = { id: 'q', code: 'P-03', title: 'Held', inForce: true };
    expect(check('PRINCIPLE', { principles: [left, held] })).toMatchObject({
      passed: true,
      params: { principles: ['P-03'] },
    });
  });

  it('name the KPI nearest to passing, and all that are cited', () => {
    const technical = citedKpi({ code: 'K-020', definition: kpiDefinition({ kind: 'technical' }) });
    expect(check('KPI', { kpis: [technical, citedKpi({ by: '2028-01-01' })] })).toMatchObject({
      variant: 'after-target',
      params: { kpi: 'K-014', kpis: ['K-020', 'K-014'] },
    });
  });

  it.each([90, 100, 110])('accept %d as inside the limits of 90 and 110', (to) => {
    expect(check('KPI', kpi({ definition: maintainedDefinition(), to })).passed).toBe(true);
  });

  it.each([89, 111])('refuse %d as outside the limits of 90 and 110', (to) => {
    expect(check('KPI', kpi({ definition: maintainedDefinition(), to })).variant).toBe('outside-limits');
  });

  it('accept a KPI that stays inside its limits, and the target date itself', () => {
    const kept = citedKpi({ definition: maintainedDefinition(), from: null, to: null, by: '2027-06-30' });
    expect(check('KPI', { kpis: [kept] })).toMatchObject({ passed: true, variant: 'title-maintain' });
    expect(check('KPI', kpi({ by: '2027-06-30' })).passed).toBe(true);
  });
});

describe('OUTCOME', () => {
  const milestone = { outcomeStatement: 'Migrate the CRM to the new platform', kpis: [] };

  it('warns at submission, blocks a milestone at approval, and yields once overruled', () => {
    expect(check('OUTCOME', milestone, 'submit')).toMatchObject({ passed: false, level: 'warning' });
    expect(check('OUTCOME', milestone)).toMatchObject({ passed: false, level: 'blocker' });
    expect(check('OUTCOME', { ...milestone, outcomeOverruled: true })).toMatchObject({
      passed: false,
      level: 'warning',
      variant: 'overruled',
    });
  });

  it('never blocks what is only unclear', () => {
    expect(check('OUTCOME', { outcomeStatement: '', kpis: [] }).level).toBe('warning');
    expect(check('OUTCOME', { outcomeStatement: 'Better.', kpis: [] }).level).toBe('warning');
  });

  it('reads the statement together with the KPI it moves, complete or not', () => {
    const statement = { outcomeStatement: 'Reduce the onboarding time of customers' };
    expect(check('OUTCOME', { ...statement, kpis: [] }).variant).toBe('unclear');
    expect(check('OUTCOME', statement).passed).toBe(true);
    const incomplete = citedKpi({ missing: ['driver'] });
    expect(check('OUTCOME', { ...statement, kpis: [incomplete] }).passed).toBe(true);
    for (const gap of [{ unit: null }, { direction: null }, { kind: null }])
      expect(check('OUTCOME', { ...statement, ...kpi({ definition: kpiDefinition(gap) }) }).passed).toBe(false);
  });

  it('says which words read as a milestone', () => {
    expect(check('OUTCOME', milestone).params).toEqual({ phrases: ['Migrate'] });
    const bare = { outcomeStatement: 'Site Repository', kpis: [] };
    expect(check('OUTCOME', bare).params).toEqual({ phrases: expect.arrayContaining([expect.any(String)]) });
  });
});

describe('the checks of entities', () => {
  const gaps = { standards: [], authoritativeSource: null, flows: [] };

  it.each(['STANDARDS', 'AUTHORITY', 'FLOWS'] as const)('%s blocks for essential entities', (code) => {
    expect(check(code, entity(gaps)).level).toBe('blocker');
    expect(check(code, entity({ ...gaps, essential: false })).level).toBe('warning');
  });

  it.each(['STANDARDS', 'AUTHORITY', 'FLOWS'] as const)('%s blocks for any entity of a critical domain', (code) => {
    const domains = [governedDomain({ tier: 'critical', entities: [governedEntity({ ...gaps, essential: false })] })];
    expect(check(code, { domains })).toMatchObject({ level: 'blocker', variant: 'essential' });
  });

  it('list every entity with a gap, the blocking ones first', () => {
    const entities = [
      governedEntity({ ...gaps, id: 'a', name: 'Remark', essential: false }),
      governedEntity({ ...gaps, id: 'b', name: 'Slot' }),
    ];
    expect(check('FLOWS', { domains: [governedDomain({ entities })] })).toMatchObject({
      params: { entities: ['Slot (DD-02)', 'Remark (DD-02)'], blocking: ['Slot (DD-02)'], count: 2 },
      fix: { path: '/data/DD-02#entity-b' },
    });
  });

  it('ask a classification of essential entities only', () => {
    expect(check('PROTECTION', entity({ classified: false, essential: false })).passed).toBe(true);
  });

  it('have nothing to say where no governed data is touched', () => {
    const none = { domains: [], noGovernedData: 'Only a web page' };
    for (const code of [
      'DOMAINS',
      'STEWARD',
      'STANDARDS',
      'AUTHORITY',
      'FLOWS',
      'PROTECTION',
      'QUALITY',
      'CONFLICT',
    ] as const)
      expect(check(code, none)).toMatchObject({ passed: true, variant: 'title-none' });
  });
});

describe('QUALITY', () => {
  const unmet = [{ id: 's', dimension: 'accuracy', measured: true, met: false } as const];

  it('wants essential standards measured at approval and met at go-live', () => {
    expect(check('QUALITY', entity({ standards: unmet })).passed).toBe(true);
    expect(check('QUALITY', entity({ standards: unmet }), 'go_live')).toMatchObject({
      passed: false,
      variant: 'unmet',
    });
  });

  it('is satisfied at go-live by an accepted issue of the same dimension only', () => {
    expect(check('QUALITY', entity({ standards: unmet, acceptedIssues: ['accuracy'] }), 'go_live').passed).toBe(true);
    expect(check('QUALITY', entity({ standards: unmet, acceptedIssues: ['validity'] }), 'go_live').passed).toBe(false);
  });

  it('looks at every standard', () => {
    const met = { id: 't', dimension: 'validity', measured: true, met: true } as const;
    const unmeasured = { id: 'u', dimension: 'accuracy', measured: false, met: false } as const;
    expect(check('QUALITY', entity({ standards: [met, unmeasured] })).variant).toBe('unmeasured');
    expect(check('QUALITY', entity({ standards: [met, ...unmet] }), 'go_live').variant).toBe('unmet');
    expect(check('QUALITY', entity({ standards: [met] }), 'go_live').variant).toBe('title-met');
    expect(check('QUALITY', entity({ standards: [] })).variant).toBe('title-none');
  });

  it('looks at essential entities only', () => {
    expect(check('QUALITY', entity({ standards: unmet, essential: false }), 'go_live').passed).toBe(true);
  });

  it('is for information before it applies', () => {
    const strategy = { number: 1, policy: { submit: [], approve: [], go_live: [], close: [] } };
    const unmeasured = entity({ standards: [{ id: 's', dimension: 'accuracy', measured: false, met: false }] });
    expect(check('QUALITY', { ...unmeasured, strategy }, 'submit').level).toBe('info');
    expect(check('QUALITY', { ...unmeasured, strategy }, 'approve').level).toBe('warning');
  });
});

describe('CONFLICT', () => {
  it('only ever warns', () => {
    const open = entity({ flows: [{ fromId: 'system-portal', fromName: 'Portal' }] });
    expect(check('CONFLICT', open)).toMatchObject({ level: 'warning', params: { systems: ['Portal'] } });
  });

  it('has nothing to compare without an authoritative source', () => {
    expect(check('CONFLICT', entity({ authoritativeSource: null })).passed).toBe(true);
  });
});
