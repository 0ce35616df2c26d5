import { approves, allApprove, rejects, returns } from '../../sample-hearing';
import type { SampleCharter } from './charter';

/** What is before the board today. */
export const CHARTERS_BEFORE_THE_BOARD: SampleCharter[] = [
  {
    code: 'CH-0012',
    title: 'Live slot booking for hauliers',
    outcome: 'Trucks leave our five hubs sooner: cut hub dwell time from 88 to 63 minutes by {by}.',
    narrative: `Hauliers book, move and swap dock times in their own dispatch software through the partner gateway. The hub sees within seconds who comes when.

Coverage at the gates of Graz and Ghent is part of milestone 1 and paid from this budget.`,
    unit: 'Road Transport',
    lead: 'Tomasz Wrona',
    sponsor: 'Joachim Reuter',
    itLead: 'Bram Jansen',
    capability: 'CAP-02',
    budget: 620_000,
    runs: [2, 10],
    principles: {
      'P-02': 'A changed slot reaches gate and driver within five seconds.',
      'P-03': 'Harbour is right about the booking; nobody else writes it.',
      'P-07': 'Hauliers come through the gateway, each with its own key.',
    },
    kpis: [{ kpi: 'K-012', from: 88, to: 63, by: 10, confidence: 'medium' }],
    data: { 'DD-02': { Order: false, Booking: true }, 'DD-03': { Load: true, 'Arrival forecast': true } },
    services: ['SV-03', 'SV-04'],
    systems: ['SY-01', 'SY-07', 'SY-14'],
    parties: { 'Stockyard Systems': 'execute', 'Brightwater Consulting': 'advise' },
    predecessors: ['CH-0011'],
    plan: {
      stop: 'Fewer than a quarter of hauliers book by themselves six months after the first hub.',
      rollback: 'Gate staff release slots by phone list; switched in ten minutes, tested in Duisburg.',
      contingency: 'The phone list of the day lies at every gate from 05:30.',
      portability: ['JSON', 'Hourly extract to our own storage', 34],
      exit: 'The booking rules are ours; Yard planner can be replaced within nine months.',
      retirement: [
        { kind: 'measure', measure: 'Slots booked by hauliers', comparison: '<', value: 500, periodDays: 60 },
      ],
    },
    requirements: [
      {
        constituency: 'it',
        by: 'Sofie Claes',
        daysAgo: 22,
        text: 'Graz and Ghent have no mobile cover at the gate. What happens there?',
        answer: { daysAgo: 17, text: 'A relay at both gates is milestone 1; until then gate staff confirm by radio.' },
      },
      {
        constituency: 'security',
        by: 'Omar Siddiqui',
        daysAgo: 21,
        text: 'A haulier must not learn where another one delivers.',
        answer: { daysAgo: 18, text: 'Swaps show dock and time only, never the consignee.' },
      },
    ],
    milestones: [
      { title: 'Relays in Graz and Ghent', due: 3 },
      {
        title: 'Duisburg takes bookings',
        value: 'Hauliers choose their time at the busiest hub',
        kpi: 'K-012',
        expected: 80,
        due: 5,
      },
      {
        title: 'All five hubs',
        value: 'A truck that is late gives its dock away by itself',
        kpi: 'K-012',
        expected: 66,
        due: 8,
      },
    ],
    createdDaysAgo: 58,
    hearing: {
      daysAgo: 9,
      votes: [
        approves('Deniz Kaya', 8),
        approves('Mei-Ling Ho', 7, 'Booking has one source now.'),
        approves('Helene Brandt', 6, 'With the phone list as fallback.', [
          'The phone list is rehearsed at all five gates before the first haulier books.',
        ]),
        approves('Omar Siddiqui', 5),
        approves('Ruben Castell', 5),
        rejects('Sofie Claes', 2, 'Two hubs have no mobile cover at the gate; fund that first.'),
      ],
    },
  },
  {
    code: 'CH-0016',
    title: 'API platform in all depots',
    outcome: 'Roll out the API platform to all 24 depots and migrate the existing interfaces.',
    narrative: 'Every depot gets the same gateway, so that partners are connected once and not per depot.',
    unit: 'Sales and Partners',
    lead: 'Bram Jansen',
    sponsor: 'Felipe Duarte',
    itLead: 'Tomasz Wrona',
    capability: 'CAP-03',
    budget: 290_000,
    runs: [1, 9],
    principles: {
      'P-07': 'One gateway instead of one per depot.',
      'P-04': 'Contracts are published before depots move.',
    },
    kpis: [{ kpi: 'K-004', from: 28, to: 21, by: 9, confidence: 'low' }],
    data: { 'DD-02': { Order: true } },
    services: ['SV-03'],
    systems: ['SY-07', 'SY-01'],
    parties: { 'Northgate Cloud': 'execute' },
    plan: {
      stop: 'Three depots in a row need more than two weeks.',
      rollback: 'A depot returns to its old door within an hour; doors stay for 60 days.',
      contingency: 'Depots send files at 04:00, as before.',
      portability: ['OpenAPI and JSON', 'Contracts and keys exported weekly', 15],
      exit: 'The gateway is a standard product with four suppliers.',
      retirement: [
        { kind: 'measure', measure: 'Calls through depot gateways', comparison: '<', value: 1000, periodDays: 90 },
      ],
    },
    milestones: [
      { title: 'Six depots moved', due: 3 },
      { title: 'All depots moved', due: 9 },
    ],
    createdDaysAgo: 21,
    hearing: {
      daysAgo: 4,
      votes: [
        approves('Ruben Castell', 3),
        returns('Mei-Ling Ho', 2, 'What will a partner notice? Say that, and I approve.'),
      ],
    },
  },
  {
    code: 'CH-0018',
    title: 'Late departures known before the customer calls',
    outcome:
      'Consignees hear of a late truck from us first, and planners can still act: raise on-time delivery from 94.3 to 95.4 percent by {by}.',
    narrative:
      'Thirty minutes before a departure that will not hold, dispatch sees it, re-plans or tells the consignee. The rule is written by dispatch and changed by dispatch.',
    unit: 'Road Transport',
    lead: 'Priya Nair',
    sponsor: 'Lena Voss',
    itLead: 'Yara Stein',
    capability: 'CAP-01',
    budget: 240_000,
    runs: [1, 6],
    principles: {
      'P-02': 'The customer learns it when we do.',
      'P-01': 'Begun from 600 calls a week that ask the same question.',
    },
    kpis: [{ kpi: 'K-002', from: 94.3, to: 95.4, by: 7, confidence: 'medium' }],
    data: { 'DD-03': { Load: true, 'Arrival forecast': true } },
    services: ['SV-04'],
    systems: ['SY-01', 'SY-06'],
    predecessors: ['CH-0006'],
    plan: {
      stop: 'More than one warning in five is wrong in a month.',
      rollback: 'Switch the rule off; calls go to dispatch as today.',
      contingency: 'Dispatch checks departures at :00 and :30 by hand.',
      portability: ['CSV', 'Weekly extract of warnings', 12],
      exit: 'Nothing is bought.',
      retirement: [{ kind: 'measure', measure: 'Warnings a month', comparison: '<', value: 50, periodDays: 90 }],
    },
    milestones: [
      {
        title: 'Hamburg warns',
        value: 'Planners of one hub act 30 minutes sooner',
        kpi: 'K-002',
        expected: 94.7,
        due: 3,
      },
    ],
    createdDaysAgo: 33,
    hearing: {
      daysAgo: 7,
      asItWas: (content) => ({ ...content, budget: { amount: '310000.00', currency: 'EUR' } }),
      votes: [
        ...allApprove(6, 'Amara Okafor', 'Deniz Kaya'),
        approves('Ruben Castell', 5, 'Could be done with what we have.'),
      ],
      anew: {
        daysAgo: 3,
        reason: 'budget',
        votes: [approves('Deniz Kaya', 2, 'Cheaper, and still the same promise.')],
      },
    },
  },
];
