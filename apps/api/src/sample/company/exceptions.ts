import type { ExceptionCategory } from '@sightline/contracts';
import { allApprove, approves, type Closing, type PastVote, rejects } from '../sample-hearing';

export interface SampleException {
  code: string;
  principle: string;
  charter: string;
  category: ExceptionCategory;
  justification: string;
  control: string;
  createdDaysAgo: number;
  /** Days from today; negative has passed. */
  expiresIn: number;
  renews?: string;
  hearing?: { daysAgo: number; votes: PastVote[]; closing?: Closing };
  revoked?: { daysAgo: number; by: string; reason: string };
}

const BOARD = ['Amara Okafor', 'Deniz Kaya', 'Helene Brandt', 'Omar Siddiqui', 'Ruben Castell'] as const;

/** Permissions to deviate, in every state. */
export const EXCEPTIONS: SampleException[] = [
  {
    code: 'EX-001',
    principle: 'P-06',
    charter: 'CH-0005',
    category: 'technical',
    justification: 'The two northern depots reach the cloud region over a line that drops every third day.',
    control: 'The server at each depot is patched within a week and watched by the service desk.',
    createdDaysAgo: 156,
    expiresIn: 180,
    hearing: {
      daysAgo: 155,
      votes: allApprove(152, ...BOARD),
      closing: { daysAgo: 150, outcome: 'approved', rationale: 'Until the new line is there.' },
    },
    revoked: {
      daysAgo: 12,
      by: 'Ingrid Halvorsen',
      reason: 'Both depots have had the new line for a month, and the servers have been switched off.',
    },
  },
  {
    code: 'EX-002',
    principle: 'P-05',
    charter: 'CH-0009',
    category: 'business',
    justification: 'The partner offers one channel only and is the largest on this lane.',
    control: 'Two people watch the partner at night and phone every driver when it is silent.',
    createdDaysAgo: 149,
    expiresIn: -20,
    hearing: {
      daysAgo: 147,
      votes: allApprove(143, ...BOARD),
      closing: {
        daysAgo: 141,
        outcome: 'approved',
        rationale: 'Four months, and then a second channel or a good reason.',
      },
    },
  },
  {
    code: 'EX-003',
    principle: 'P-06',
    charter: 'CH-0014',
    category: 'technical',
    justification: 'Two rail partners answer only inside their own network, so the adapter stands at our own site.',
    control: 'The adapter keeps nothing for longer than an hour, and its disk is encrypted.',
    createdDaysAgo: 116,
    expiresIn: 200,
    hearing: {
      daysAgo: 112,
      votes: allApprove(108, ...BOARD),
      closing: { daysAgo: 106, outcome: 'approved', rationale: 'The partners move within the year.' },
    },
  },
  {
    code: 'EX-004',
    principle: 'P-05',
    charter: 'CH-0021',
    category: 'business',
    justification: 'A second channel for claims would cost more than the claims it saves.',
    control: 'Claims are taken by phone on the next working day.',
    createdDaysAgo: 95,
    expiresIn: 120,
    hearing: {
      daysAgo: 92,
      votes: [
        ...BOARD.slice(0, 4).map((by) => rejects(by, 88, 'The mailbox of last year is a second channel. Use it.')),
        ...['Sofie Claes', 'Mei-Ling Ho'].map((by) => rejects(by, 87, 'As Helene says.')),
        approves('Ruben Castell', 88),
      ],
      closing: { daysAgo: 86, outcome: 'rejected', rationale: 'There is a second channel; it only has to be kept.' },
    },
  },
  {
    code: 'EX-005',
    principle: 'P-05',
    charter: 'CH-0009',
    category: 'business',
    justification: 'The second channel is contracted and comes with the release of the partner next month.',
    control: 'Two people watch the partner at night and phone every driver when it is silent.',
    createdDaysAgo: 34,
    expiresIn: 24,
    renews: 'EX-002',
    hearing: {
      daysAgo: 32,
      votes: allApprove(27, ...BOARD),
      closing: { daysAgo: 22, outcome: 'approved', rationale: 'Once more, and not a third time.' },
    },
  },
  {
    code: 'EX-006',
    principle: 'P-06',
    charter: 'CH-0019',
    category: 'technical',
    justification: 'The alert has to reach the dock while the hub is cut off from the region.',
    control: 'The box at the dock is the same in every hub and is replaced, never repaired.',
    createdDaysAgo: 8,
    expiresIn: 300,
    hearing: { daysAgo: 6, votes: [approves('Omar Siddiqui', 4), approves('Deniz Kaya', 3)] },
  },
  {
    code: 'EX-007',
    principle: 'P-05',
    charter: 'CH-0022',
    category: 'regulatory',
    justification: 'The record has to come from the sealed sensor itself; the law knows no second source.',
    control: 'The sensor keeps its record for ten days.',
    createdDaysAgo: 2,
    expiresIn: 330,
  },
];
