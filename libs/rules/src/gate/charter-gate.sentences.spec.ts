import type { CharterGateFacts, GateCheck, GateCode, GateTransition } from '@sightline/contracts';
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
import { charterGate } from './charter-gate';

const EDIT = '/charters/CH-0012/edit';
const SLOT = '/data/DD-02#entity-entity-slot';
const KPI = { kpi: 'K-014', name: 'Customer onboarding time' };
const EFFECT = { ...KPI, unit: 'days', from: 12, to: 7, by: '2027-03-31' };
const OF_SLOT = { entities: ['Delivery slot (DD-02)'], count: 1 };
const [MARTA, TOMASZ] = ['Marta Lindqvist', 'Tomasz Wrona'];

const { resilience } = approvableCharterFacts();
const said = (code: GateCode, changes: Partial<CharterGateFacts> = {}, at: GateTransition = 'approve') => {
  const { variant, params, fix } = charterGate(approvableCharterFacts(changes), at).find(
    (check) => check.code === code,
  ) as GateCheck;
  return [variant, params, fix.field, fix.path];
};
const kpi = (changes: Parameters<typeof citedKpi>[0]) => ({ kpis: [citedKpi(changes)] });
const entity = (changes: Parameters<typeof governedEntity>[0]) => ({
  domains: [governedDomain({ entities: [governedEntity(changes)] })],
});

type Row = [code: GateCode, variant: string, params: object, field: string, path: string, changes?: object];
/** What a board reads: the sentence, what it is filled with, and where its link leads. */
const PASSED: Row[] = [
  ['PRINCIPLE', 'title', { principles: ['P-03'], version: 2 }, 'principles', `${EDIT}#principles`],
  ['KPI', 'title', EFFECT, 'kpis', `${EDIT}#kpis`],
  ['OUTCOME', 'title', {}, 'outcomeStatement', `${EDIT}#outcomeStatement`],
  ['SPONSORS', 'title', { sponsor: MARTA, itLead: TOMASZ }, 'businessSponsor', `${EDIT}#businessSponsor`],
  ['REQUIREMENTS', 'title', { count: 1 }, 'requirements', `${EDIT}#requirements`],
  ['REQUIREMENTS', 'title-none', {}, 'requirements', `${EDIT}#requirements`, { requirements: [] }],
  ['DOMAINS', 'title', { domains: ['DD-02'] }, 'domains', `${EDIT}#domains`],
  [
    'DOMAINS',
    'title-none',
    { reason: 'A page only' },
    'domains',
    `${EDIT}#domains`,
    { domains: [], noGovernedData: ' A page only ' },
  ],
  ['STEWARD', 'title', { domains: ['DD-02'] }, 'steward', '/data/DD-02#steward'],
  ['STANDARDS', 'title', { count: 1 }, 'standards', SLOT],
  ['AUTHORITY', 'title', { count: 1 }, 'authoritativeSource', SLOT],
  ['FLOWS', 'title', { count: 1 }, 'flows', SLOT],
  ['PROTECTION', 'title', { count: 1 }, 'classification', SLOT],
  ['QUALITY', 'title', { count: 1 }, 'standards', SLOT],
  ['CONFLICT', 'title', {}, 'flows', SLOT],
  ['CONFLICT', 'title-none', {}, 'flows', SLOT, entity({ authoritativeSource: null })],
  ['CONFLICT', 'title-none', {}, 'flows', SLOT, entity({ flows: [] })],
  ['FLOWS', 'title-none', { count: 0 }, 'domains', `${EDIT}#domains`, { domains: [governedDomain({ entities: [] })] }],
  ['ROLLBACK', 'title', {}, 'rollback', `${EDIT}#rollback`],
  ['RETIREMENT', 'title', { count: 1 }, 'retirement', `${EDIT}#retirement`],
  ['CONTINGENCY', 'title', {}, 'contingency', `${EDIT}#contingency`],
  ['PORTABILITY', 'title', {}, 'portability', `${EDIT}#portability`],
  ['CAPABILITY', 'title', { capability: 'CAP-02', name: 'Partner self-service' }, 'capability', `${EDIT}#capability`],
  ['EXTERNAL', 'title', {}, 'parties', `${EDIT}#parties`],
  ['REAFFIRM', 'title', {}, 'reaffirmation', '/charters/CH-0012#reaffirmation'],
];

const outside = itPersonFact({ internal: false });
const gone = itPersonFact({ active: false });
const FAILED: Row[] = [
  ['PRINCIPLE', 'no-strategy', {}, 'strategy', '/strategy', { strategy: null }],
  [
    'PRINCIPLE',
    'not-in-force',
    { principles: ['P-09'], version: 2 },
    'principles',
    `${EDIT}#principles`,
    { principles: [{ id: 'p', code: 'P-09', title: 'Old', inForce: false }] },
  ],
  ['PRINCIPLE', 'none', { version: 2 }, 'principles', `${EDIT}#principles`, { principles: [] }],
  [
    'KPI',
    'technical',
    { ...KPI, kpis: ['K-014'] },
    'kind',
    '/outcomes/K-014/edit#kind',
    kpi({ definition: kpiDefinition({ kind: 'technical' }) }),
  ],
  [
    'KPI',
    'incomplete',
    { ...KPI, missing: ['cadence', 'baseline'], count: 2, kpis: ['K-014'] },
    'cadence',
    '/outcomes/K-014/edit#cadence',
    kpi({ missing: ['cadence', 'owner'], definition: kpiDefinition({ baseline: null }) }),
  ],
  [
    'KPI',
    'owner-unfit',
    { ...KPI, owner: TOMASZ, kpis: ['K-014'] },
    'owner',
    '/outcomes/K-014/edit#owner',
    kpi({ owner: itPersonFact() }),
  ],
  [
    'KPI',
    'after-target',
    { ...EFFECT, by: '2027-07-01', target: '2027-06-30', kpis: ['K-014'] },
    'kpis',
    `${EDIT}#kpis`,
    kpi({ by: '2027-07-01' }),
  ],
  ['SPONSORS', 'same-person', { person: MARTA }, 'itLead', `${EDIT}#itLead`, { itLead: personFact() }],
  ['SPONSORS', 'external', { people: [TOMASZ] }, 'itLead', `${EDIT}#itLead`, { itLead: outside }],
  ['SPONSORS', 'inactive', { people: [TOMASZ] }, 'itLead', `${EDIT}#itLead`, { itLead: gone }],
  ['SPONSORS', 'no-it-lead', { sponsor: MARTA, itLead: undefined }, 'itLead', `${EDIT}#itLead`, { itLead: null }],
  [
    'REQUIREMENTS',
    'open',
    { numbers: [2, 3], constituencies: ['data'], count: 2 },
    'requirements',
    `${EDIT}#requirements`,
    {
      requirements: [
        { number: 1, constituency: 'it', answered: true },
        { number: 2, constituency: 'data', answered: false },
        { number: 3, constituency: 'data', answered: false },
      ],
    },
  ],
  ['DOMAINS', 'none', {}, 'domains', `${EDIT}#domains`, { domains: [] }],
  [
    'STEWARD',
    'both',
    { owners: ['DD-02'], stewards: ['DD-02'] },
    'owner',
    '/data/DD-02#owner',
    { domains: [governedDomain({ owner: null, steward: null })] },
  ],
  ['STANDARDS', 'others', OF_SLOT, 'standards', SLOT, entity({ standards: [], essential: false })],
  [
    'AUTHORITY',
    'others',
    OF_SLOT,
    'authoritativeSource',
    SLOT,
    entity({ authoritativeSource: null, essential: false }),
  ],
  [
    'FLOWS',
    'essential',
    { ...OF_SLOT, blocking: ['Delivery slot (DD-02)'], blockingCount: 1 },
    'flows',
    SLOT,
    entity({ flows: [] }),
  ],
  ['PROTECTION', 'missing', OF_SLOT, 'classification', SLOT, entity({ classified: false })],
  [
    'QUALITY',
    'unmeasured',
    OF_SLOT,
    'standards',
    SLOT,
    entity({ standards: [{ id: 's', dimension: 'accuracy', measured: false, met: false }] }),
  ],
  [
    'CONFLICT',
    'not-authoritative',
    { ...OF_SLOT, systems: ['Portal'] },
    'flows',
    SLOT,
    entity({ flows: [{ fromId: 'system-portal', fromName: 'Portal' }] }),
  ],
  ['EXTERNAL', 'accountable', { people: [TOMASZ], count: 1 }, 'lead', `${EDIT}#lead`, { lead: outside }],
  ['EXTERNAL', 'accountable', { people: [TOMASZ], count: 1 }, 'itLead', `${EDIT}#itLead`, { itLead: outside }],
  [
    'EXTERNAL',
    'accountable',
    { people: [MARTA], count: 1 },
    'businessSponsor',
    `${EDIT}#businessSponsor`,
    { businessSponsor: personFact({ internal: false }) },
  ],
  [
    'EXTERNAL',
    'accountable',
    { people: [TOMASZ], count: 1 },
    'owner',
    '/data/DD-02#owner',
    { domains: [governedDomain({ owner: outside })] },
  ],
  [
    'REAFFIRM',
    'awaiting',
    { about: ['P-06', 'EX-001'], count: 2 },
    'reaffirmation',
    '/charters/CH-0012#reaffirmation',
    {
      awaiting: [
        { cause: 'principle_revised', about: 'P-06' },
        { cause: 'exception_ended', about: 'EX-001' },
      ],
    },
  ],
];

describe('what the gate says', () => {
  it.each([...PASSED, ...FAILED])('%s, %s, with %j at %s', (...[code, variant, params, field, path, changes]: Row) => {
    expect(said(code, changes)).toEqual([variant, params, field, path]);
  });

  it('of a KPI that is to stay where it is speaks of its limits', () => {
    const held = kpi({ definition: maintainedDefinition(), from: 100, to: 105 });
    const effect = { ...EFFECT, unit: 'orders an hour', from: 100, to: 105 };
    expect(said('KPI', held)).toEqual(['title-maintain', effect, 'kpis', `${EDIT}#kpis`]);
  });

  it('names the KPI that is nearest to enough, whichever is cited first', () => {
    const ladder = [
      citedKpi({ code: 'K-1', definition: kpiDefinition({ kind: 'technical' }) }),
      citedKpi({ code: 'K-2', missing: ['cadence'] }),
      citedKpi({ code: 'K-3', owner: null }),
      citedKpi({ code: 'K-4', owner: itPersonFact() }),
      citedKpi({ code: 'K-5', by: null }),
      citedKpi({ code: 'K-6', from: 7, to: 12 }),
      citedKpi({ code: 'K-7', definition: maintainedDefinition(), from: 100, to: 120 }),
      citedKpi({ code: 'K-8', by: '2027-07-01' }),
    ];
    ladder.forEach((_, at) => {
      const upTo = ladder.slice(0, at + 1);
      for (const kpis of [upTo, upTo.toReversed()])
        expect(said('KPI', { kpis })[1]).toMatchObject({ kpi: `K-${at + 1}`, kpis: kpis.map(({ code }) => code) });
    });
  });

  it('of resilience leads to what is missing', () => {
    for (const [changes, field] of [
      [{ portability: false }, 'portability'],
      [{ exit: false }, 'exit'],
      [{ portability: false, exit: false }, 'portability'],
    ] as const)
      expect(said('PORTABILITY', { resilience: { ...resilience, ...changes } })[2]).toBe(field);
  });

  it('of quality asks what is measured until approval, and what is met from go-live', () => {
    const unmet = entity({ standards: [{ id: 's', dimension: 'accuracy', measured: true, met: false }] });
    expect(said('QUALITY', unmet, 'submit')[0]).toBe('title');
    expect(said('QUALITY', unmet, 'approve')[0]).toBe('title');
    for (const later of ['go_live', 'close'] as const) expect(said('QUALITY', unmet, later)[0]).toBe('unmet');
  });
});

describe('OUTCOME', () => {
  it('reads the whole effect of the KPI that satisfies the gate, not of another one', () => {
    const statement = { outcomeStatement: 'Reduce the onboarding time of customers' };
    const vague = citedKpi({ code: 'K-001', name: 'Uptime', definition: kpiDefinition({ kind: 'technical' }) });
    expect(said('OUTCOME', { ...statement, kpis: [vague] })[0]).toBe('unclear');
    expect(said('OUTCOME', { ...statement, kpis: [vague, citedKpi()] })[0]).toBe('title');
  });

  it('names three phrases at most', () => {
    const outcomeStatement = 'Migrate, deploy, implement, install and roll out the platform; upgrade the database';
    const [variant, params] = said('OUTCOME', { outcomeStatement, kpis: [] });
    expect(variant).toBe('milestone');
    expect((params as { phrases: string[] }).phrases).toHaveLength(3);
  });
});
