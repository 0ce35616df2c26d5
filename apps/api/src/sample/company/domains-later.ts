import type { SampleDomain } from './domains';

/** The second and third wave, with the holes that are still in them. */
export const LATER_DOMAINS: SampleDomain[] = [
  {
    code: 'DD-04',
    name: 'Partner and haulier',
    description: 'Who carries for us, with which trucks, permits and insurance.',
    tier: 'important',
    wave: 1,
    owner: 'Felipe Duarte',
    entities: [
      {
        name: 'Haulier',
        description: 'A carrier under contract.',
        classification: 'confidential',
        source: 'Ledgerline ERP',
        standards: [
          {
            dimension: 'completeness',
            rule: 'Licence and insurance on file',
            threshold: 99,
            unit: '%',
            readings: [95.4, 96.9, 97.7, 98.1],
          },
        ],
      },
      { name: 'Permit', description: 'What a haulier may carry, and where.', classification: 'internal' },
    ],
    flows: [
      {
        from: 'Ledgerline ERP',
        to: 'Harbour TMS',
        pattern: 'batch',
        entities: ['Haulier'],
        classification: 'confidential',
      },
    ],
    issues: [
      {
        entity: 'Haulier',
        dimension: 'completeness',
        effect: 'Fourteen hauliers drive without a certificate on file; each is a risk at a road check.',
        owner: 'Felipe Duarte',
        dueIn: 12,
        status: 'open',
      },
    ],
  },
  {
    code: 'DD-05',
    name: 'Customs declaration',
    description: 'What crosses a border, under which code and at which value.',
    tier: 'important',
    wave: 2,
    owner: 'Katarzyna Nowak',
    steward: 'Viktor Hoffmann',
    entities: [
      {
        name: 'Declaration',
        description: 'Export, import or transit, as lodged with an authority.',
        source: 'Customs desk',
        standards: [
          {
            dimension: 'accuracy',
            rule: 'Accepted by the authority without a question',
            threshold: 97,
            unit: '%',
            readings: [94.2, 93.8, 92.9, 92.1, 91.8],
          },
        ],
      },
      {
        name: 'Goods classification',
        description: 'Tariff code and origin of an article.',
        classification: 'internal',
      },
    ],
    flows: [{ from: 'Partner file server', to: 'Customs desk', pattern: 'file', entities: ['Declaration'] }],
    issues: [
      {
        entity: 'Declaration',
        dimension: 'accuracy',
        effect: 'Second broker sends the old tariff; every tenth declaration is queried.',
        owner: 'Katarzyna Nowak',
        dueIn: -14,
        status: 'open',
      },
    ],
  },
  {
    code: 'DD-06',
    name: 'Invoice and rate',
    description: 'What we bill, what carriers bill us, and the difference.',
    tier: 'important',
    wave: 2,
    owner: 'Petra Hahn',
    steward: 'Elif Aksoy',
    entities: [
      {
        name: 'Customer invoice',
        description: 'One per order or per month, as agreed.',
        classification: 'confidential',
        source: 'Ledgerline ERP',
        standards: [
          {
            dimension: 'accuracy',
            rule: 'Not disputed within 30 days',
            threshold: 97,
            unit: '%',
            readings: [95.2, 95.9, 96.4, 96.8, 97.1, 97.3],
          },
        ],
      },
      {
        name: 'Carrier invoice',
        description: 'What a haulier asks for a leg.',
        classification: 'confidential',
        source: 'Ledgerline ERP',
        standards: [
          {
            dimension: 'validity',
            rule: 'Matches a leg we ordered',
            threshold: 98,
            unit: '%',
            readings: [93.3, 95.1, 96.8, 98.2, 98.5],
          },
        ],
      },
    ],
    flows: [
      {
        from: 'Ledgerline ERP',
        to: 'Shipper portal',
        pattern: 'api',
        entities: ['Customer invoice'],
        classification: 'confidential',
      },
      {
        from: 'Partner gateway',
        to: 'Ledgerline ERP',
        pattern: 'api',
        entities: ['Carrier invoice'],
        classification: 'confidential',
      },
    ],
  },
  {
    code: 'DD-07',
    name: 'Vehicle and emission',
    description: 'The fleet, what it burns and what it emits per load.',
    tier: 'standard',
    wave: 3,
    entities: [
      { name: 'Vehicle', description: 'Truck, trailer or wagon.', classification: 'internal', source: 'Kestrel Fleet' },
      { name: 'Fuel record', description: 'Litres, price and place.' },
      { name: 'Emission factor', description: 'Grams of CO₂ per tonne and kilometre.', classification: 'public' },
    ],
    flows: [{ from: 'Kestrel Fleet', to: 'Analytics store', pattern: 'batch', entities: ['Vehicle', 'Fuel record'] }],
  },
];
