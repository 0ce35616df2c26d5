import type {
  Charter,
  CharterSummary,
  GateAnswer,
  GateCheckAnswer,
  GateCode,
  Kpi,
  Me,
  PersonReference,
} from '@sightline/contracts';

const person = (id: string, name: string): PersonReference => ({ id, code: null, name });

/** The lead of the sample charter, signed in. */
export const LEAD: Me = {
  user: { id: 'u-priya', name: 'Priya Nair', email: 'priya@example.org', kind: 'internal', language: null },
  roles: ['project_lead'],
  permissions: {},
  seats: [],
  secretaryOf: [],
  organisation: {
    name: 'Meridian Freight',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    language: 'en',
    kind: 'own',
    strategyInForce: 2,
  },
  awaiting: 0,
};

const BASE = {
  version: 3,
  createdAt: '2026-11-01T08:00:00.000Z',
  createdBy: person('u-priya', 'Priya Nair'),
  updatedAt: '2026-11-20T08:12:00.000Z',
};

const CHARTER: Charter = {
  ...BASE,
  id: 'c-17',
  code: 'CH-0017',
  title: 'Self-service onboarding for shippers',
  outcomeStatement: 'Reduce customer onboarding time from 12 to 7 days by 30 June 2027.',
  narrative: '',
  status: 'draft',
  origin: 'new',
  approved: false,
  approvedUnder: null,
  approvedAt: null,
  revision: 3,
  approvedRevision: null,
  submittedAt: null,
  businessUnit: { id: 'bu-1', code: 'BU-01', name: 'Customer Services' },
  lead: person('u-priya', 'Priya Nair'),
  businessSponsor: person('u-marta', 'Marta Lindqvist'),
  itLead: person('u-tomasz', 'Tomasz Wrona'),
  capability: { id: 'cap-2', code: 'CAP-02', name: 'Partner self-service' },
  budget: { amount: '410000.00', currency: 'EUR' },
  startDate: '2027-01-11',
  endDate: '2027-06-30',
  noGovernedData: null,
  resilience: {
    stopCriteria: null,
    rollback: null,
    retirement: [{ kind: 'date', date: '2030-12-31' }],
    contingency: 'The manual desk stays staffed.',
    portability: { format: 'CSV', method: 'Nightly extract', lastTestedOn: '2026-09-11' },
    exit: 'Three months of notice.',
  },
  principles: [
    { principle: { id: 'p-2', code: 'P-02', name: 'Events within seconds' }, how: 'By events.', inForce: true },
  ],
  kpis: [
    {
      kpi: { id: 'k-14', code: 'K-014', name: 'Customer onboarding time' },
      unit: 'days',
      direction: 'decrease',
      kind: 'outcome',
      driver: { id: 'd-1', code: 'D-01', name: 'Customer centricity' },
      revision: 1,
      currentRevision: 1,
      from: 12,
      to: 7,
      by: '2027-06-30',
      confidence: 'medium',
    },
  ],
  domains: [],
  services: [],
  systems: [],
  parties: [],
  facts: {},
  deviations: [],
  exceptions: [],
  reaffirmations: [],
  predecessors: [],
  successors: [],
  requirements: [],
  milestones: [],
  proposal: null,
  decision: null,
  changeRequest: null,
};

/** A draft that lacks its rollback, and whatever else a spec takes away. */
export function givenCharter(changes: Partial<Charter> = {}): Charter {
  return { ...CHARTER, ...changes };
}

export function givenSummary(changes: Partial<CharterSummary> = {}): CharterSummary {
  const { title, status, origin, approved, businessUnit, lead, businessSponsor, budget, startDate, endDate } =
    givenCharter();
  return {
    ...BASE,
    id: 'c-17',
    code: 'CH-0017',
    ...{ title, status, origin, approved, businessUnit, lead, businessSponsor, budget, startDate, endDate },
    principles: [{ id: 'p-2', code: 'P-02', name: 'Events within seconds' }],
    kpis: [{ id: 'k-14', code: 'K-014', name: 'Customer onboarding time' }],
    ...changes,
  };
}

export function givenCheck(code: GateCode, changes: Partial<GateCheckAnswer> = {}): GateCheckAnswer {
  return {
    code,
    level: 'blocker',
    passed: true,
    variant: 'title',
    params: {},
    fix: { field: code.toLowerCase(), path: `/charters/CH-0017/edit#${code.toLowerCase()}` },
    message: `${code} holds`,
    ...changes,
  };
}

/** The rollback is missing, the rest holds. */
export function givenGate(changes: Partial<GateAnswer> = {}): GateAnswer {
  return {
    for: 'submit',
    open: false,
    strategyVersion: 2,
    checks: [
      givenCheck('PRINCIPLE'),
      givenCheck('KPI'),
      givenCheck('ROLLBACK', { passed: false, variant: 'missing', message: 'No rollback procedure' }),
    ],
    ...changes,
  };
}

export function givenKpi(changes: Partial<Kpi> = {}): Kpi {
  return {
    ...BASE,
    id: 'k-14',
    code: 'K-014',
    name: 'Customer onboarding time',
    definition: 'Days from signing to the first load',
    unit: 'days',
    direction: 'decrease',
    kind: 'outcome',
    baseline: { value: 12, date: '2026-01-01' },
    target: { value: 7, lower: null, upper: null, date: '2027-06-30' },
    status: 'at_risk',
    notHeld: false,
    stale: false,
    progress: 0.4,
    expected: 0.5,
    latest: { value: 9.9, date: '2026-10-31' },
    forecast: null,
    coverage: null,
    businessUnit: null,
    owner: person('u-marta', 'Marta Lindqvist'),
    driver: null,
    cadence: 'monthly',
    weight: 4,
    note: null,
    complete: true,
    missing: [],
    revision: { id: 'kr-1', number: 1 },
    recent: [],
    ...changes,
  };
}
