import type { SampleDomain } from './domains';

export const CUSTOMER: SampleDomain = {
  code: 'DD-01',
  name: 'Customer',
  description: 'Shippers and consignees, who may act for them, and on what terms they are served.',
  tier: 'critical',
  wave: 1,
  owner: 'Lena Voss',
  steward: 'Elif Aksoy',
  entities: [
    {
      name: 'Customer',
      description: 'A company that ships with us, once, whatever it calls itself on paper.',
      classification: 'confidential',
      source: 'Compass CRM',
      standards: [
        {
          dimension: 'uniqueness',
          rule: 'One record per VAT number and site',
          threshold: 99,
          unit: '%',
          readings: [94.1, 95.8, 97.2, 98.4, 99.1, 99.3],
        },
        {
          dimension: 'completeness',
          rule: 'VAT number, billing address and credit limit filled',
          threshold: 97,
          unit: '%',
          readings: [93, 94.6, 96.1, 97.3, 97.9, 98.2],
        },
      ],
    },
    {
      name: 'Contact',
      description: 'A person at a customer, and what they may order.',
      classification: 'restricted',
      source: 'Compass CRM',
      standards: [
        {
          dimension: 'accuracy',
          rule: 'Address answered within the last 12 months',
          threshold: 90,
          unit: '%',
          readings: [84, 86.5, 88.1, 90.2, 91, 91.4],
        },
      ],
    },
    {
      name: 'Credit limit',
      description: 'How much a customer may owe before a booking waits.',
      classification: 'confidential',
      source: 'Ledgerline ERP',
      standards: [
        {
          dimension: 'timeliness',
          rule: 'Reviewed within the last 180 days',
          threshold: 95,
          unit: '%',
          readings: [90.2, 93.5, 95.4, 96],
        },
      ],
    },
  ],
  flows: [
    {
      from: 'Compass CRM',
      to: 'Harbour TMS',
      pattern: 'event',
      entities: ['Customer', 'Contact'],
      classification: 'confidential',
    },
    {
      from: 'Compass CRM',
      to: 'Ledgerline ERP',
      pattern: 'api',
      entities: ['Customer'],
      classification: 'confidential',
    },
    {
      from: 'Ledgerline ERP',
      to: 'Shipper portal',
      pattern: 'api',
      entities: ['Credit limit'],
      classification: 'confidential',
    },
  ],
};
