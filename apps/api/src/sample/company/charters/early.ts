import { allApprove, approves, rejects } from '../../sample-hearing';
import type { SampleCharter } from './charter';

/** What was begun under version 1 and has run its course. */
export const EARLY_CHARTERS: SampleCharter[] = [
  {
    code: 'CH-0001',
    title: 'Border queue times on the planner’s screen',
    outcome:
      'Raise on-time delivery on the eastern lanes from 93.2 to 94 percent by {by}, because planners send trucks to the shorter queue.',
    narrative:
      'A bought feed of queue times at eleven crossings, shown beside the route. It ends when the authorities publish the same for nothing, which they have announced.',
    unit: 'Road Transport',
    lead: 'Tomasz Wrona',
    sponsor: 'Joachim Reuter',
    itLead: 'Bram Jansen',
    capability: 'CAP-01',
    budget: 84_000,
    runs: [-12, -4],
    principles: {
      'P-02': 'Queue times reach planners within a minute.',
      'P-09': 'The feed is bought; nothing of it is changed.',
    },
    kpis: [{ kpi: 'K-002', from: 93.2, to: 94, by: 2, confidence: 'low' }],
    data: { 'DD-03': { Load: true, 'Arrival forecast': false } },
    services: ['SV-04'],
    systems: ['SY-01', 'SY-06'],
    parties: { 'Kestrel Telematics': 'execute' },
    plan: {
      stop: 'Planners use it on fewer than one route in ten after six weeks.',
      rollback: 'Hide the column; planning falls back to the drivers’ radio.',
      contingency: 'Drivers report queues by radio as before.',
      portability: ['CSV', 'Daily extract of the feed', 260],
      exit: 'Monthly notice to the provider.',
      retirement: [
        { kind: 'measure', measure: 'Crossings with a public feed', comparison: '>=', value: 11, periodDays: 30 },
      ],
    },
    createdDaysAgo: 368,
    hearing: {
      daysAgo: 360,
      votes: [
        ...allApprove(
          356,
          'Amara Okafor',
          'Marta Lindqvist',
          'Deniz Kaya',
          'Helene Brandt',
          'Ruben Castell',
          'Sofie Claes',
        ),
      ],
      closing: { daysAgo: 354, outcome: 'approved', rationale: 'Cheap, short and easy to leave again.' },
    },
    life: [
      { status: 'in_delivery', daysAgo: 350 },
      { status: 'live', daysAgo: 310 },
      { status: 'retired', daysAgo: 96 },
    ],
  },
  {
    code: 'CH-0002',
    title: 'Backloads shown to planners',
    outcome: 'Planners fill the way back: cut empty kilometres from 23.4 to 20 percent by {by}.',
    narrative:
      'Free capacity of the next 48 hours beside every planned tour, ours and that of forty hauliers who agreed to share it.',
    unit: 'Road Transport',
    lead: 'Yara Stein',
    sponsor: 'Joachim Reuter',
    itLead: 'Tomasz Wrona',
    capability: 'CAP-03',
    budget: 310_000,
    runs: [-12, -5],
    principles: {
      'P-01': 'Begun from the kilometre, not from the exchange.',
      'P-04': 'Forty hauliers signed one interface.',
    },
    kpis: [{ kpi: 'K-009', from: 23.4, to: 20, by: -2, confidence: 'high' }],
    data: { 'DD-03': { Load: true, 'Vehicle position': true } },
    services: ['SV-03'],
    systems: ['SY-01', 'SY-07', 'SY-09'],
    plan: {
      stop: 'Fewer than ten hauliers share capacity after three months.',
      rollback: 'Switch the panel off; planners use the phone list of Friday.',
      contingency: 'Dispatch calls the five largest hauliers at 06:00 and 14:00.',
      portability: ['JSON', 'Nightly extract to our own storage', 130],
      exit: 'Hauliers leave with one month’s notice and keep their own data.',
      retirement: [
        { kind: 'measure', measure: 'Hauliers that share capacity', comparison: '<', value: 10, periodDays: 90 },
      ],
    },
    milestones: [
      {
        title: 'Ten hauliers share',
        value: 'Planners of Hamburg see real capacity for the first time',
        kpi: 'K-009',
        expected: 22.5,
        due: -8,
        reachedDaysAgo: 262,
      },
      {
        title: 'Forty hauliers share',
        value: 'Every second way back is offered',
        kpi: 'K-009',
        expected: 20,
        due: -5,
        reachedDaysAgo: 158,
      },
    ],
    createdDaysAgo: 366,
    hearing: {
      daysAgo: 352,
      votes: [
        ...allApprove(347, 'Amara Okafor', 'Marta Lindqvist', 'Mei-Ling Ho', 'Omar Siddiqui', 'Sofie Claes'),
        approves('Deniz Kaya', 346, 'Positions of other people’s drivers need a rule.', [
          'Positions of hauliers’ trucks are deleted after 48 hours.',
        ]),
      ],
      closing: {
        daysAgo: 345,
        outcome: 'approved',
        rationale: 'The benefit is counted in kilometres that everybody can check.',
      },
    },
    life: [
      { status: 'in_delivery', daysAgo: 340 },
      { status: 'live', daysAgo: 156 },
      { status: 'closed', daysAgo: 40 },
    ],
  },
  {
    code: 'CH-0007',
    title: 'Paper archive at the hubs',
    outcome: 'Scan the paper archive of five hubs into a document store.',
    narrative: 'Forty years of consignment notes in five cellars. Legal asks for ten years only.',
    unit: 'Warehousing',
    lead: 'Giulia Ferri',
    sponsor: 'Rosa Marin',
    budget: 220_000,
    principles: {},
    kpis: [{ kpi: 'K-008', confidence: 'low' }],
    plan: {},
    createdDaysAgo: 300,
    life: [{ status: 'withdrawn', daysAgo: 251 }],
  },
  {
    code: 'CH-0008',
    title: 'Regional carrier exchange',
    outcome:
      'Small carriers of three regions take our short legs, so that empty kilometres fall from 22 to 21 percent by {by}.',
    narrative:
      'A shared board of short legs with a partner cooperative. The cooperative has since merged with a competitor.',
    unit: 'Sales and Partners',
    lead: 'Bram Jansen',
    sponsor: 'Felipe Duarte',
    itLead: 'Tomasz Wrona',
    capability: 'CAP-02',
    budget: 265_000,
    runs: [-9, 1],
    principles: { 'P-07': 'Carriers come through the partner gateway.' },
    kpis: [{ kpi: 'K-009', from: 22, to: 21, by: 1, confidence: 'low' }],
    data: { 'DD-03': { Load: true } },
    systems: ['SY-01', 'SY-07'],
    parties: { 'Baltic Rail Link': 'advise' },
    plan: {
      stop: 'The cooperative has fewer than 30 members, or another owner.',
      rollback: 'Close the board; open legs return to dispatch the same hour.',
      contingency: 'Dispatch places short legs by phone.',
      portability: ['CSV', 'Export from the board by our own staff', 240],
      exit: 'Two months’ notice, both sides keep their own legs.',
      retirement: [
        { kind: 'measure', measure: 'Short legs placed on the board', comparison: '<', value: 50, periodDays: 60 },
      ],
    },
    createdDaysAgo: 290,
    hearing: {
      daysAgo: 268,
      votes: [
        ...allApprove(263, 'Amara Okafor', 'Deniz Kaya', 'Mei-Ling Ho', 'Helene Brandt', 'Ruben Castell'),
        rejects('Joachim Reuter', 262, 'We teach a competitor our lanes.'),
      ],
      closing: { daysAgo: 254, outcome: 'approved', rationale: 'Approved with its stop criterion in plain sight.' },
    },
    life: [
      { status: 'in_delivery', daysAgo: 246 },
      { status: 'stopped', daysAgo: 181 },
    ],
  },
];
