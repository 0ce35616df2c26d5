import { allApprove, approves } from '../../sample-hearing';
import type { SampleCharter } from './charter';

/** What was approved under version 1 and works today. */
export const DELIVERING_CHARTERS: SampleCharter[] = [
  {
    code: 'CH-0005',
    title: 'Invoices on the day of delivery',
    outcome:
      'Customers get a right invoice on the day of delivery: reduce order to invoice from 9.2 to 7 days by {by}.',
    narrative:
      'The delivered order closes itself in Harbour, Ledgerline prices it at night, and only what differs from the agreed rate reaches a person.',
    unit: 'Finance',
    lead: 'Tomasz Wrona',
    sponsor: 'Petra Hahn',
    itLead: 'Bram Jansen',
    capability: 'CAP-03',
    budget: 295_000,
    runs: [-11, -4],
    principles: {
      'P-03': 'Ledgerline is right about the rate, Harbour about the order.',
      'P-08': 'Prices are there before 05:00.',
    },
    kpis: [{ kpi: 'K-005', from: 9.2, to: 7, by: -2, confidence: 'high' }],
    data: { 'DD-02': { Order: true, 'Price agreement': true }, 'DD-06': { 'Customer invoice': true } },
    services: ['SV-06', 'SV-03'],
    systems: ['SY-01', 'SY-03'],
    parties: { Ledgerline: 'execute' },
    plan: {
      stop: 'More than three percent of invoices are disputed in two months running.',
      rollback: 'Return to the weekly invoice run; the job is kept and tested each quarter.',
      contingency: 'Finance prices the hundred largest orders by hand.',
      portability: ['XML', 'Ledger export, checked by audit', 75],
      exit: 'The rate engine is ours; Ledgerline can be changed with six months’ notice.',
      retirement: [
        { kind: 'measure', measure: 'Orders priced by the job', comparison: '<', value: 500, periodDays: 90 },
      ],
    },
    milestones: [
      {
        title: 'First hub invoices daily',
        value: 'Customers of Hamburg are billed the next morning',
        kpi: 'K-005',
        expected: 8.4,
        due: -7,
        reachedDaysAgo: 220,
      },
    ],
    createdDaysAgo: 352,
    hearing: {
      daysAgo: 331,
      votes: allApprove(
        326,
        'Amara Okafor',
        'Joachim Reuter',
        'Marta Lindqvist',
        'Deniz Kaya',
        'Omar Siddiqui',
        'Ruben Castell',
      ),
      closing: {
        daysAgo: 324,
        outcome: 'approved',
        rationale: 'Clear owner, clear figure, way back tested every quarter.',
      },
    },
    life: [
      { status: 'in_delivery', daysAgo: 318 },
      { status: 'live', daysAgo: 128 },
    ],
  },
  {
    code: 'CH-0006',
    title: 'Vehicle position events',
    outcome:
      'Shippers see where their goods are: increase loads visible within 15 minutes from 62 to 71 percent by {by}.',
    narrative:
      'Positions leave Kestrel as events, once, and every system that needs one subscribes. The nightly file of positions ends.',
    unit: 'Customer Services',
    lead: 'Yara Stein',
    sponsor: 'Lena Voss',
    itLead: 'Tomasz Wrona',
    capability: 'CAP-01',
    budget: 460_000,
    runs: [-11, -3],
    principles: {
      'P-02': 'Two minutes from the truck to the customer.',
      'P-05': 'Dispatch reads positions from Kestrel when the bus is down.',
    },
    kpis: [{ kpi: 'K-003', from: 62, to: 71, by: 2, confidence: 'high' }],
    data: { 'DD-03': { 'Vehicle position': true, 'Arrival forecast': true, Load: false } },
    services: ['SV-04'],
    systems: ['SY-06', 'SY-09', 'SY-04'],
    parties: { 'Kestrel Telematics': 'execute', 'Northgate Cloud': 'advise' },
    plan: {
      stop: 'Positions older than ten minutes in a whole week.',
      rollback: 'The nightly file still runs until retirement; subscribers read it again within an hour.',
      contingency: 'Dispatch opens the Kestrel desk and answers calls from there.',
      portability: ['Parquet', 'Weekly extract into the analytics store', 20],
      exit: 'Kestrel hands over 24 months of positions on request; tested once.',
      retirement: [
        { kind: 'measure', measure: 'Trucks that report to Kestrel', comparison: '<', value: 200, periodDays: 60 },
      ],
    },
    createdDaysAgo: 340,
    hearing: {
      daysAgo: 318,
      votes: [
        ...allApprove(
          313,
          'Amara Okafor',
          'Joachim Reuter',
          'Mei-Ling Ho',
          'Helene Brandt',
          'Ruben Castell',
          'Sofie Claes',
        ),
        approves('Deniz Kaya', 312, 'Drivers were asked; the works council agreed.', [
          'No position leaves the company with a driver’s name.',
        ]),
      ],
      closing: {
        daysAgo: 311,
        outcome: 'approved',
        rationale: 'Everything customer-facing that follows needs these events.',
      },
    },
    life: [
      { status: 'in_delivery', daysAgo: 305 },
      { status: 'live', daysAgo: 84 },
    ],
  },
  {
    code: 'CH-0009',
    title: 'Customer master, one record',
    outcome:
      'New customers are entered once instead of three times, which shortens onboarding from 12 to 10.4 days by {by}.',
    narrative:
      'Compass holds the customer; Harbour and Ledgerline ask. Forty thousand records are merged by rule, six thousand by people. Sales keeps its shortcuts, but they lead to the same record.',
    unit: 'Customer Services',
    lead: 'Priya Nair',
    sponsor: 'Marta Lindqvist',
    itLead: 'Tomasz Wrona',
    capability: 'CAP-04',
    budget: 540_000,
    runs: [-7, 4],
    principles: {
      'P-03': 'One record, one system that is right about it.',
      'P-01': 'Started from the third time a customer spelled its own name.',
    },
    facts: { secondChannel: false, hoursWithout: 2 },
    kpis: [{ kpi: 'K-014', from: 12, to: 10.4, by: 5, confidence: 'medium', revision: 1 }],
    data: { 'DD-01': { Customer: true, Contact: true, 'Credit limit': false } },
    services: ['SV-03'],
    systems: ['SY-11', 'SY-12', 'SY-01', 'SY-03'],
    parties: { 'Brightwater Consulting': 'execute' },
    plan: {
      stop: 'More than one wrong merge in a thousand at the second sample.',
      rollback: 'Old numbers are kept beside the new ones for a year; one switch per system reads them again.',
      contingency: 'Sales enters customers on the form of last year; the desk merges them the next day.',
      portability: ['CSV and JSON', 'Full extract each Sunday to our own storage', 31],
      exit: 'The merge rules are ours and documented; the consultants hold none of the data.',
      retirement: [{ kind: 'contract_end', contract: 'Compass CRM licence' }],
    },
    requirements: [
      {
        constituency: 'data',
        by: 'Deniz Kaya',
        daysAgo: 236,
        text: 'Say who decides when the rules find two candidates.',
        answer: {
          daysAgo: 232,
          text: 'Elif Aksoy decides within two working days; after that the older record stands.',
        },
      },
      {
        constituency: 'security',
        by: 'Omar Siddiqui',
        daysAgo: 235,
        text: 'Contacts are personal data. Who may see all of them?',
        answer: {
          daysAgo: 231,
          text: 'Four named people of customer services; every export is logged and read monthly.',
        },
      },
    ],
    milestones: [
      {
        title: 'Records merged by rule',
        value: 'Three of four customers are found on the first search',
        kpi: 'K-014',
        expected: 11.4,
        due: -2,
        reachedDaysAgo: 66,
      },
      { title: 'Harbour asks Compass', value: 'Sales enters a customer once', kpi: 'K-014', expected: 10.9, due: 1 },
      { title: 'Six thousand doubtful records decided', due: 3 },
    ],
    createdDaysAgo: 244,
    hearing: {
      daysAgo: 229,
      votes: [
        approves('Amara Okafor', 224, 'Sales will grumble for a month.'),
        approves('Deniz Kaya', 223, undefined, ['Merges by rule are sampled before Ledgerline is connected.']),
        approves('Omar Siddiqui', 222, undefined, [
          'The list of people who see all contacts is reviewed every quarter.',
        ]),
        ...allApprove(222, 'Joachim Reuter', 'Mei-Ling Ho', 'Ruben Castell'),
      ],
      closing: {
        daysAgo: 221,
        outcome: 'approved',
        rationale: 'Without one record neither self-service nor credit checks can work. Two conditions bind.',
      },
    },
    life: [{ status: 'in_delivery', daysAgo: 214 }],
  },
];
