import type { Me, Proposal } from '@sightline/contracts';
import { ballotResult } from '@sightline/rules';

/** Amara sits for the business and has not voted; everybody else has. */
export const AMARA: Me = {
  user: { id: 'amara', name: 'Amara Okafor', email: 'amara@example.org', kind: 'internal', language: null },
  roles: ['board_member'],
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
  awaiting: 1,
};

const HASH = `c41b${'0'.repeat(56)}09d2`;
const person = (id: string, name: string) => ({ id, name, internal: true, active: true, conflict: null });
const reference = (id: string, code: string, name: string) => ({ id, code, name });

const BALLOT = {
  rule: 'two_thirds' as const,
  constituencies: [
    { id: 'b', key: 'business', name: 'Business', isIt: false },
    { id: 'i', key: 'it', name: 'IT', isIt: true },
  ],
  seats: [
    { id: 's1', constituencyId: 'b', holder: person('amara', 'Amara Okafor') },
    { id: 's2', constituencyId: 'i', holder: person('ruben', 'Ruben Castell') },
  ],
  substitutes: [],
  votes: [
    {
      userId: 'ruben',
      userName: 'Ruben Castell',
      constituencyId: 'i',
      seatId: 's2',
      substituteId: null,
      choice: 'approve' as const,
      conditions: [],
    },
  ],
  now: '2026-11-22T08:00:00.000Z',
  dueAt: '2099-12-05T23:00:00.000Z',
};

const RESULT = ballotResult(BALLOT);

const WAITING: Proposal = {
  id: 'p',
  code: 'PR-0031',
  version: 1,
  createdAt: '2026-11-13T08:00:00.000Z',
  createdBy: null,
  updatedAt: '2026-11-13T08:00:00.000Z',
  subjectType: 'charter',
  subject: reference('c', 'CH-0012', 'Live slot booking for hauliers'),
  title: 'Live slot booking for hauliers',
  ask: {
    outcomeStatement: 'Trucks leave earlier.',
    budget: { amount: '620000.00', currency: 'EUR' },
    kpi: { code: 'K-012', name: 'Hub dwell time', unit: 'min', from: 88, to: 63, by: '2027-09-30' },
    sponsor: 'Joachim Reuter',
    itLead: 'Tomasz Wrona',
  },
  status: 'open',
  board: { id: 'board', code: null, name: 'Integration board' },
  rule: 'two_thirds',
  submittedBy: { id: 'lena', code: null, name: 'Lena Voss' },
  submittedAt: '2026-11-13T08:00:00.000Z',
  dueAt: BALLOT.dueAt,
  closedAt: null,
  awaitingMe: true,
  decision: null,
  revision: 4,
  snapshot: {
    content: {
      budget: null,
      principles: [{ principle: reference('p2', 'P-02', 'One source'), how: '' }],
      kpis: [{ kpi: reference('k', 'K-012', 'Hub dwell time'), unit: 'min', from: 88, to: 63, by: '2027-09-30' }],
    },
    kpis: [
      {
        code: 'K-012',
        name: 'Hub dwell time',
        unit: 'min',
        target: { value: 60 },
        driver: { code: 'D-01', name: 'Operational excellence', weight: 4 },
      },
    ],
  },
  snapshotHash: HASH,
  snapshotNumber: 2,
  dismissed: { votes: 3, reason: 'budget', at: '2026-11-15T08:00:00.000Z' },
  changed: [
    {
      field: 'budget',
      before: { amount: '700000.00', currency: 'EUR' },
      after: { amount: '620000.00', currency: 'EUR' },
    },
  ],
  tally: RESULT.tally,
  result: RESULT,
  constituencies: RESULT.constituencies,
  seats: BALLOT.seats.map(({ id, constituencyId, holder }) => ({
    id,
    constituency: constituencyId === 'b' ? 'business' : 'it',
    holder: { id: holder.id, code: null, name: holder.name },
    substitute: false,
    conflict: null,
    vote: id === 's2' ? { choice: 'approve', reason: null, conditions: [], castAt: BALLOT.now } : null,
  })),
  recused: [],
  substitutes: [],
  overrules: [],
  canClose: false,
  why: RESULT.why,
  checks: [
    {
      code: 'KPI',
      level: 'blocker',
      passed: true,
      variant: 'title',
      params: {},
      fix: { field: 'kpis', path: '/charters/CH-0012/edit#kpis' },
      message: 'Moves K-012',
    },
  ],
  closeReason: null,
  mine: {
    seat: 's1',
    constituency: 'Business',
    vote: null,
    mayVote: true,
    whyNot: null,
    conflict: null,
    mayClose: false,
    mayReturn: false,
    mayOverrule: false,
    mayWithdraw: false,
    maySubstitute: false,
  },
  effects: [{ kpi: reference('k', 'K-012', 'Hub dwell time'), coverageBefore: 0.41, coverageAfter: 1.08 }],
};

/** A charter in voting that waits for Amara; a test states only what it changes. */
export function givenProposal(changes: Partial<Proposal> = {}): Proposal {
  return { ...WAITING, ...changes };
}
