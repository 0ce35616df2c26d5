import { GATE_CODES, SECTIONS, type StrategyVersion } from '@sightline/contracts';

/** A version in force for which everything is fine; a test states only what it changes. */
export function exampleStrategy(changes: Partial<StrategyVersion> = {}): StrategyVersion {
  return {
    id: '01900000-0000-7000-8000-000000000001',
    number: 2,
    status: 'in_force',
    version: 5,
    createdAt: '2026-01-10T09:00:00.000Z',
    createdBy: null,
    updatedAt: '2026-03-12T10:00:00.000Z',
    reviewBy: '2027-03-01',
    ratifiedAt: '2026-03-12T10:00:00.000Z',
    supersededAt: null,
    contentHash: 'a'.repeat(64),
    ...sections(),
    copiedFrom: 1,
    authors: SECTIONS.map((section) => ({
      section,
      business: { id: 'person-1', code: null, name: 'Ingrid Halvorsen', email: 'ingrid@example.org' },
      it: { id: 'person-2', code: null, name: 'Amara Okafor', email: 'amara@example.org' },
    })),
    principles: [
      {
        id: 'principle-1',
        code: 'P-01',
        position: 1,
        title: 'Name the outcome',
        statement: 'Every charter names the business result it moves.',
        rationale: 'Work without a result cannot be weighed.',
        implications: '',
        exceptionGuidance: '',
        mandate: null,
        applicability: null,
        decisionTable: null,
      },
      {
        id: 'principle-2',
        code: 'P-02',
        position: 2,
        title: 'One source per entity',
        statement: 'Each entity has one authoritative source.',
        rationale: '',
        implications: '',
        exceptionGuidance: 'Ask the board.',
        mandate: null,
        applicability: null,
        decisionTable: null,
      },
    ],
    drivers: [{ id: 'driver-1', code: 'D-01', position: 1, name: 'Customer centricity', description: '', weight: 5 }],
    capabilities: [
      { id: 'capability-1', code: 'CAP-01', position: 1, name: 'Events', description: '', current: 1, target: 4 },
    ],
    decisionRights: (['strategy_version', 'charter', 'change_request'] as const).map((subject) => ({
      id: `right-${subject}`,
      subject,
      budgetUpTo: null,
      board: { id: 'board-1', code: null, name: 'Integration board' },
      rule: subject === 'strategy_version' ? 'two_thirds' : 'simple_majority',
    })),
    kpis: [{ id: 'kpi-14', code: 'K-014', name: 'Customer onboarding time' }],
    gatePolicy: {
      submit: ['PRINCIPLE', 'KPI'],
      approve: GATE_CODES.filter((code) => code !== 'CONFLICT' && code !== 'REAFFIRM'),
      go_live: ['PRINCIPLE'],
      close: [],
    },
    weights: { principles: 30, outcome: 30, capability: 15, data: 15, resilience: 10 },
    facts: [],
    signatories: [
      { name: 'Ingrid Halvorsen', constituency: 'business' },
      { name: 'Deniz Kaya', constituency: 'it' },
    ],
    decision: { id: 'decision-3', code: 'DC-0003', name: 'Strategy v2' },
    proposal: { id: 'proposal-3', code: 'PR-0003', name: 'Strategy v2' },
    openPoints: [],
    ...changes,
  };
}

/** The same as a draft that nobody has proposed yet. */
export function exampleDraft(changes: Partial<StrategyVersion> = {}): StrategyVersion {
  return exampleStrategy({
    number: 3,
    status: 'draft',
    version: 1,
    ratifiedAt: null,
    contentHash: null,
    signatories: [],
    decision: null,
    proposal: null,
    copiedFrom: 2,
    ...changes,
  });
}

function sections() {
  return {
    purpose: 'Why we integrate.',
    alignment: 'What drives us.',
    capabilitiesNarrative: 'What we can do.',
    governance: 'Who decides.',
    dataGovernance: 'Whose data.',
    resilience: 'When it fails.',
    successMetrics: 'How we know.',
  };
}
