import type { SampleDomain } from './domains';

export const ORDER_AND_BOOKING: SampleDomain = {
  code: 'DD-02',
  name: 'Order and booking',
  description: 'From a shipper’s wish to confirmed capacity, and the papers that travel with it.',
  tier: 'critical',
  wave: 1,
  owner: 'Deniz Kaya',
  steward: 'Yusuf Demir',
  entities: [
    {
      name: 'Order',
      description: 'A shipper’s instruction to move goods.',
      classification: 'confidential',
      source: 'Harbour TMS',
      standards: [
        {
          dimension: 'completeness',
          rule: 'Goods, weight, both addresses and time window filled',
          threshold: 98,
          unit: '%',
          readings: [96.4, 97.1, 98.2, 98.6, 98.9, 99.2],
        },
        {
          dimension: 'validity',
          rule: 'Addresses resolve to a known site or coordinates',
          threshold: 97,
          unit: '%',
          readings: [95.5, 96.8, 97.2, 97.9, 98.1, 98.3],
        },
      ],
    },
    {
      name: 'Booking',
      description: 'Confirmed capacity on one leg.',
      classification: 'internal',
      source: 'Harbour TMS',
      standards: [
        {
          dimension: 'timeliness',
          rule: 'Confirmed to the shipper within 30 minutes',
          threshold: 95,
          unit: '%',
          readings: [90.7, 93, 95.2, 96.6, 97.4, 97.8],
        },
      ],
    },
    {
      name: 'Delivery slot',
      description: 'A dock and a time at a hub. Yard planner and shipper portal both write it.',
      classification: 'internal',
      standards: [
        {
          dimension: 'timeliness',
          rule: 'Changes visible at the gate within 5 minutes',
          threshold: 95,
          unit: '%',
          readings: [86.2, 87.9, 88.4],
        },
      ],
    },
    {
      name: 'Consignment note',
      description: 'The legal document of carriage.',
      classification: 'internal',
      source: 'Stockyard WMS',
      standards: [
        {
          dimension: 'validity',
          rule: 'Signed by the carrier before departure',
          threshold: 99,
          unit: '%',
          readings: [],
        },
      ],
    },
    {
      name: 'Proof of delivery',
      description: 'Signature, time and photograph.',
      source: 'Driver app',
    },
    {
      name: 'Price agreement',
      description: 'The rate that holds on a lane until a date.',
      classification: 'confidential',
      source: 'Ledgerline ERP',
      standards: [
        {
          dimension: 'accuracy',
          rule: 'Invoiced rate equals agreed rate',
          threshold: 99,
          unit: '%',
          readings: [98.2, 99.1, 99.6, 99.9],
        },
      ],
    },
  ],
  flows: [
    {
      from: 'Harbour TMS',
      to: 'Stockyard WMS',
      pattern: 'event',
      entities: ['Order', 'Booking'],
      classification: 'confidential',
    },
    {
      from: 'Harbour TMS',
      to: 'Shipper portal',
      pattern: 'api',
      entities: ['Order', 'Booking'],
      classification: 'confidential',
    },
    {
      from: 'Yard planner',
      to: 'Shipper portal',
      pattern: 'event',
      entities: ['Delivery slot'],
      classification: 'internal',
    },
    {
      from: 'Shipper portal',
      to: 'Yard planner',
      pattern: 'api',
      entities: ['Delivery slot'],
      classification: 'internal',
    },
    { from: 'Driver app', to: 'Harbour TMS', pattern: 'file', entities: ['Proof of delivery'] },
    {
      from: 'Ledgerline ERP',
      to: 'Harbour TMS',
      pattern: 'api',
      entities: ['Price agreement'],
      classification: 'confidential',
    },
  ],
  issues: [
    {
      entity: 'Delivery slot',
      dimension: 'timeliness',
      effect: 'Trucks queue at a dock that was given away; about 40 calls a week.',
      owner: 'Yusuf Demir',
      dueIn: 21,
      status: 'cleansing',
    },
    {
      entity: 'Proof of delivery',
      dimension: 'completeness',
      effect: 'One delivery in nine has no photograph, so claims cannot be answered.',
      owner: 'Yusuf Demir',
      dueIn: -6,
      status: 'open',
    },
  ],
};
