import { abstains, allApprove, approves, returns } from '../../sample-hearing';
import type { SampleCharter } from './charter';

/** Approved under version 2 and being delivered. */
export const CHARTERS_IN_DELIVERY: SampleCharter[] = [
  {
    code: 'CH-0011',
    title: 'Gate cameras at the hubs',
    outcome: 'Drivers no longer leave the cab at the gate, which cuts hub dwell time from 92 to 77 minutes by {by}.',
    narrative:
      'Cameras read the plate, Yard planner knows the booking, the gate opens. Duisburg runs; Graz and Ghent wait for power at the gate.',
    unit: 'Warehousing',
    lead: 'Yara Stein',
    sponsor: 'Rosa Marin',
    itLead: 'Tomasz Wrona',
    capability: 'CAP-01',
    budget: 480_000,
    runs: [-4, 4],
    principles: {
      'P-02': 'The dock knows of the truck before the driver has parked.',
      'P-05': 'The gate opens by hand with the key in the box.',
    },
    kpis: [{ kpi: 'K-012', from: 92, to: 77, by: 5, confidence: 'medium' }],
    data: { 'DD-02': { Booking: true }, 'DD-03': { Load: false } },
    services: ['SV-03'],
    systems: ['SY-14', 'SY-01', 'SY-06'],
    parties: { 'Stockyard Systems': 'execute' },
    plan: {
      stop: 'One plate in twenty is misread after the second month.',
      rollback: 'Gate staff take over with the list of the day, printed at 05:30.',
      contingency: 'The key box at each gate; staff call dispatch for the dock.',
      portability: ['CSV', 'Weekly extract of passages', 60],
      exit: 'Cameras are ours; the reading software has a second supplier.',
      retirement: [
        { kind: 'measure', measure: 'Plates read at the gates', comparison: '<', value: 1000, periodDays: 30 },
      ],
    },
    milestones: [
      {
        title: 'Duisburg opens by itself',
        value: 'Eleven minutes less per truck at the busiest hub',
        kpi: 'K-012',
        expected: 88,
        due: -1,
        reachedDaysAgo: 33,
      },
      {
        title: 'Graz and Ghent',
        value: 'Two more hubs without a queue at the gate',
        kpi: 'K-012',
        expected: 82,
        due: 2,
      },
      { title: 'Hamburg and Lyon', value: 'All five hubs', kpi: 'K-012', expected: 77, due: 4 },
    ],
    createdDaysAgo: 152,
    hearing: {
      daysAgo: 138,
      votes: [
        ...allApprove(
          134,
          'Amara Okafor',
          'Marta Lindqvist',
          'Deniz Kaya',
          'Helene Brandt',
          'Ruben Castell',
          'Sofie Claes',
        ),
        abstains('Mei-Ling Ho', 133, 'The benefit is real, the power at two gates is not in the budget.'),
      ],
      closing: { daysAgo: 131, outcome: 'approved', rationale: 'Dwell time is the cost nobody else attacks.' },
    },
    life: [{ status: 'in_delivery', daysAgo: 124 }],
  },
  {
    code: 'CH-0014',
    title: 'Rail partners on the event bus',
    outcome:
      'Shippers follow rail loads as closely as trucks: increase loads visible within 15 minutes from 71 to 82 percent by {by}.',
    narrative:
      'Four rail partners publish wagon events through the partner gateway. Two can today; two need an adapter that we lend them for a year.',
    unit: 'Rail and Intermodal',
    lead: 'Tomasz Wrona',
    sponsor: 'Sina Adler',
    itLead: 'Bram Jansen',
    capability: 'CAP-01',
    budget: 475_000,
    runs: [-3, 6],
    principles: {
      'P-02': 'A wagon that stands still is news within seconds.',
      'P-04': 'Four partners signed the same contract, with examples.',
    },
    facts: { hosting: 'own site', latencyMs: 300 },
    kpis: [{ kpi: 'K-003', from: 71, to: 82, by: 6, confidence: 'medium' }],
    data: { 'DD-03': { Load: true, 'Arrival forecast': true } },
    services: ['SV-04'],
    systems: ['SY-06', 'SY-07', 'SY-01'],
    parties: { 'Baltic Rail Link': 'execute', 'Northgate Cloud': 'advise' },
    predecessors: ['CH-0006'],
    plan: {
      stop: 'Two of four partners still send files after six months.',
      rollback: 'Read the nightly file again; the job is kept until all four have sent events for 60 days.',
      contingency: 'The rail desk phones the partner’s control room every two hours.',
      portability: ['Parquet', 'Weekly extract into the analytics store', 20],
      exit: 'The adapter is open source and runs at the partner.',
      retirement: [
        { kind: 'measure', measure: 'Wagons that report events', comparison: '<', value: 50, periodDays: 90 },
      ],
    },
    milestones: [
      {
        title: 'Baltic Rail Link sends events',
        value: 'A third of rail loads become visible',
        kpi: 'K-003',
        expected: 77,
        due: -1,
        reachedDaysAgo: 26,
      },
      { title: 'All four partners', value: 'Rail is no longer the blind spot', kpi: 'K-003', expected: 82, due: 5 },
    ],
    createdDaysAgo: 118,
    hearing: {
      daysAgo: 104,
      votes: [
        ...allApprove(
          100,
          'Amara Okafor',
          'Joachim Reuter',
          'Deniz Kaya',
          'Helene Brandt',
          'Ruben Castell',
          'Sofie Claes',
        ),
        returns('Mei-Ling Ho', 99, 'Who pays for the adapters after the year?'),
      ],
      closing: {
        daysAgo: 97,
        outcome: 'approved',
        rationale: 'The cost of the adapters after the first year comes back as a change request if it arises.',
      },
    },
    life: [{ status: 'in_delivery', daysAgo: 90 }],
    change: {
      reason:
        'A fifth partner, Adria Rail, wants to join, and two adapters run a second year. €95,000 more, and visible loads rise to 84 instead of 82 percent.',
      daysAgo: 6,
      asWanted: (content) => ({
        ...content,
        budget: { amount: '570000.00', currency: 'EUR' },
        kpis: content.kpis.map((effect) => ({ ...effect, to: 84 })),
      }),
      votes: [approves('Mei-Ling Ho', 4, 'This answers what I asked at the first vote.'), approves('Helene Brandt', 3)],
    },
  },
];
