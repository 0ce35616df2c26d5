import type { DecisionSubject, VotingRule } from '@sightline/contracts';

export const DRIVERS = [
  {
    code: 'D-01',
    name: 'Customer centricity',
    weight: 5,
    description: 'Customers know where their goods are and never ask twice.',
  },
  {
    code: 'D-02',
    name: 'Operational excellence',
    weight: 4,
    description: 'Trucks move, docks turn, invoices leave without being touched.',
  },
  { code: 'D-03', name: 'Regulatory confidence', weight: 4, description: 'Borders and audits hold no surprises.' },
  {
    code: 'D-04',
    name: 'Market expansion',
    weight: 3,
    description: 'A new partner or market trades with us within weeks.',
  },
  {
    code: 'D-05',
    name: 'Responsible transport',
    weight: 2,
    description: 'Fewer empty kilometres, less paper, emissions that can be proven.',
  },
];

/** `current` and `target` by version: what was reached moves up with each. */
export const CAPABILITIES = [
  {
    code: 'CAP-01',
    name: 'Real-time event sharing',
    current: [1, 2, 3],
    target: 4,
    description: 'A change is known to everyone who acts on it within seconds.',
  },
  {
    code: 'CAP-02',
    name: 'Partner self-service',
    current: [0, 1, 1],
    target: 4,
    description: 'Partners sign up, test and change their connection without us.',
  },
  {
    code: 'CAP-03',
    name: 'API-led connectivity',
    current: [2, 3, 3],
    target: 4,
    description: 'Interfaces are published, versioned and reused.',
  },
  {
    code: 'CAP-04',
    name: 'Master data stewardship',
    current: [1, 2, 2],
    target: 4,
    description: 'Each entity has an owner, a source and a measured quality.',
  },
  {
    code: 'CAP-05',
    name: 'Rehearsed recovery',
    current: [1, 1, 2],
    target: 4,
    description: 'People on shift can go back to the fallback without the people who built it.',
  },
  {
    code: 'CAP-06',
    name: 'Machine-readable documents',
    current: [1, 1, 2],
    target: 3,
    description: 'Papers travel as data that a machine reads and a person can check.',
  },
];

export interface SampleRight {
  subject: DecisionSubject;
  budgetUpTo: number | null;
  rule: VotingRule;
}
export const FOUNDING_RIGHTS: SampleRight[] = [
  { subject: 'strategy_version', budgetUpTo: null, rule: 'two_thirds' },
  { subject: 'charter', budgetUpTo: null, rule: 'simple_majority' },
  { subject: 'change_request', budgetUpTo: null, rule: 'simple_majority' },
];
/** From version 2 on, what costs more than this needs two thirds. */
export const BAND = 500_000;
export const RIGHTS: SampleRight[] = [
  { subject: 'strategy_version', budgetUpTo: null, rule: 'two_thirds' },
  { subject: 'charter', budgetUpTo: BAND, rule: 'simple_majority' },
  { subject: 'charter', budgetUpTo: null, rule: 'two_thirds' },
  { subject: 'change_request', budgetUpTo: BAND, rule: 'simple_majority' },
  { subject: 'change_request', budgetUpTo: null, rule: 'two_thirds' },
  { subject: 'exception', budgetUpTo: null, rule: 'simple_majority' },
];

export const STRATEGY_KPIS = ['K-014', 'K-003', 'K-002', 'K-012', 'K-005', 'K-007', 'K-004', 'K-009'];
