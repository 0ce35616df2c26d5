import { USUAL_FACTS } from '../strategy/conditions';
import { abstains, approves, returns } from '../../sample-hearing';
import type { SampleCharter } from './charter';

/** What is being written, with what still stands between it and the board. */
export const DRAFT_CHARTERS: SampleCharter[] = [
  {
    code: 'CH-0015',
    title: 'Customs data checked at booking',
    outcome:
      'Trucks cross the border with papers that hold: increase declarations right first time from 91.8 to 95 percent by {by}.',
    narrative:
      'Tariff code, origin and value are checked while the order is booked, when the shipper can still answer. The declaration writes itself from the order.',
    unit: 'Customs and Trade',
    lead: 'Giulia Ferri',
    sponsor: 'Katarzyna Nowak',
    itLead: 'Bram Jansen',
    capability: 'CAP-06',
    budget: 360_000,
    runs: [2, 9],
    principles: {
      'P-03': 'The order is right about the goods.',
      'P-05': 'The customs desk can lodge by hand for a day.',
    },
    kpis: [{ kpi: 'K-007', from: 91.8, to: 95, by: 9, confidence: 'medium' }],
    data: { 'DD-05': { Declaration: true, 'Goods classification': false }, 'DD-02': { Order: true } },
    services: ['SV-05', 'SV-03'],
    systems: ['SY-08', 'SY-01'],
    plan: {
      stop: 'The authority refuses the format of two countries.',
      rollback: 'The desk keys declarations in again from the order papers.',
      contingency: 'Brokers lodge for us; the contract is signed for a year.',
      portability: ['XML', 'Archive of every declaration as lodged', 140],
      exit: 'The check is ours; the lodging interface belongs to the authority.',
      retirement: [
        { kind: 'measure', measure: 'Declarations lodged from orders', comparison: '<', value: 100, periodDays: 90 },
      ],
    },
    createdDaysAgo: 36,
    editedDaysAgo: 5,
  },
  {
    code: 'CH-0017',
    title: 'Self-service onboarding for shippers',
    outcome:
      'New shippers book their first load within 7.4 days of signing instead of 9.6, by {by}, without a call to the service desk.',
    narrative: `A shipper signs, checks its own master data, books a first dock time and learns on the way what we need to know. The service desk sees where somebody got stuck and calls first.

What it does not do: prices on request, hazardous goods, customers outside the union. They keep their account manager.`,
    unit: 'Customer Services',
    lead: 'Priya Nair',
    sponsor: 'Marta Lindqvist',
    itLead: 'Tomasz Wrona',
    capability: 'CAP-02',
    budget: 410_000,
    runs: [2, 7],
    principles: {
      'P-02': 'A confirmed booking shows in the portal within seconds.',
      'P-03': 'The portal asks Compass and Harbour, and stores nothing of its own.',
      'P-05': 'The manual desk takes over within the hour.',
    },
    kpis: [{ kpi: 'K-014', from: 9.6, to: 7.4, by: 7, confidence: 'medium' }],
    data: { 'DD-01': { Customer: true, Contact: false }, 'DD-02': { Order: true, 'Delivery slot': true } },
    services: ['SV-03'],
    systems: ['SY-04', 'SY-01', 'SY-11', 'SY-14'],
    predecessors: ['CH-0009'],
    plan: {
      stop: 'Fewer than one sign-up in three gets through alone after three months.',
      contingency: 'The manual onboarding desk stays staffed for 90 days after go-live and takes 40 sign-ups a day.',
      portability: ['CSV and Parquet', 'Nightly extract to our own bucket', 72],
      exit: 'The portal is ours; only the identity check is bought, with three suppliers at hand.',
      retirement: [
        {
          kind: 'measure',
          measure: 'Sign-ups through the portal in a month',
          comparison: '<',
          value: 20,
          periodDays: 180,
        },
      ],
    },
    requirements: [
      {
        constituency: 'data',
        by: 'Deniz Kaya',
        daysAgo: 44,
        text: 'Which records may a shipper change itself?',
        answer: { daysAgo: 41, text: 'Contacts and billing address. Name and VAT number go through the steward.' },
      },
      {
        constituency: 'security',
        by: 'Helene Brandt',
        daysAgo: 15,
        text: 'Two sites of one shipper share an account. Show that neither sees the bookings of the other.',
      },
    ],
    milestones: [
      {
        title: 'First ten shippers without the desk',
        value: 'Two days less for small customers',
        kpi: 'K-014',
        expected: 9.0,
        due: 4,
      },
      {
        title: 'Open to every new shipper',
        value: 'First load within a week of signing',
        kpi: 'K-014',
        expected: 7.6,
        due: 6,
      },
    ],
    createdDaysAgo: 49,
    hearing: {
      daysAgo: 34,
      asItWas: (content, ids) => ({
        ...content,
        domains: content.domains.map(({ domain, entities }) => ({
          domain,
          entities: entities.filter(({ entity }) => entity !== ids.of('DD-02 Delivery slot')),
        })),
        resilience: {
          ...content.resilience,
          rollback: 'Sign-up is switched back to the desk.',
          contingency: 'The desk can be opened again.',
        },
      }),
      votes: [
        returns('Amara Okafor', 30, 'Show the fallback: who, how many sign-ups a day, for how long?'),
        returns('Deniz Kaya', 29, 'First bookings need a dock time. Where does it come from?'),
        returns('Helene Brandt', 29, 'See Amara. “Can be opened again” is not a plan.'),
        approves('Ruben Castell', 28),
        returns('Sofie Claes', 28, 'My shift gets the calls when this fails. Ask it.'),
        returns('Joachim Reuter', 27, 'Name the desk and its hours.'),
        returns('Mei-Ling Ho', 27, 'As the others.'),
        abstains('Omar Siddiqui', 27),
      ],
      closing: {
        daysAgo: 26,
        outcome: 'returned',
        rationale:
          'Wanted by everyone. It comes back with a fallback that names people and figures, and with the dock time.',
      },
    },
    editedDaysAgo: 2,
  },
  {
    code: 'CH-0019',
    title: 'Yard arrival alerts',
    outcome: 'Docks are ready when the truck is: cut hub dwell time from 88 to 82 minutes by {by}.',
    narrative:
      'Ten minutes before arrival the dock crew gets a call on its handhelds. Waits for the slot events of CH-0012.',
    unit: 'Warehousing',
    lead: 'Tomasz Wrona',
    sponsor: 'Rosa Marin',
    itLead: 'Yara Stein',
    capability: 'CAP-01',
    budget: 120_000,
    runs: [4, 9],
    principles: { 'P-02': 'The crew knows ten minutes ahead.' },
    facts: { hosting: 'own site', latencyMs: 400 },
    kpis: [{ kpi: 'K-012', from: 88, to: 82, by: 9, confidence: 'medium' }],
    data: { 'DD-03': { Load: true, 'Arrival forecast': true } },
    services: ['SV-04'],
    systems: ['SY-14', 'SY-06'],
    predecessors: ['CH-0012'],
    plan: {
      stop: 'Crews switch the handhelds off.',
      rollback: 'The yard radio, as today.',
      contingency: 'The gate calls the dock by radio.',
      portability: ['CSV', 'Monthly extract', 80],
      exit: 'Nothing is bought.',
      retirement: [{ kind: 'measure', measure: 'Alerts a day', comparison: '<', value: 5, periodDays: 60 }],
    },
    createdDaysAgo: 43,
    hearing: {
      daysAgo: 24,
      asItWas: (content) => ({ ...content, facts: USUAL_FACTS, exceptions: [] }),
      votes: [
        returns('Amara Okafor', 20, 'Six minutes may come from CH-0012 alone. Come back when it is decided.'),
        returns('Mei-Ling Ho', 20, 'Counts the same minutes twice.'),
        approves('Omar Siddiqui', 19),
        returns('Ruben Castell', 19, 'After CH-0012.'),
        returns('Marta Lindqvist', 18, 'After CH-0012.'),
        returns('Sofie Claes', 18, 'Agree with Ruben.'),
        returns('Joachim Reuter', 18, 'One after the other.'),
        returns('Deniz Kaya', 18, 'After CH-0012.'),
        abstains('Helene Brandt', 18),
      ],
      closing: {
        daysAgo: 17,
        outcome: 'returned',
        rationale: 'Good, and too early: it comes back once CH-0012 is decided.',
      },
    },
    editedDaysAgo: 9,
  },
  {
    code: 'CH-0022',
    title: 'Temperature record for pharma loads',
    outcome: 'Pharma customers get the temperature record with the delivery.',
    narrative:
      'Asked for by two customers; the sensors are on the trailers already. Opened by the CIO office until a lead is named.',
    unit: 'Sales and Partners',
    lead: 'Ingrid Halvorsen',
    sponsor: 'Felipe Duarte',
    budget: 75_000,
    principles: {},
    kpis: [],
    plan: {},
    createdDaysAgo: 4,
    editedDaysAgo: 1,
  },
];
