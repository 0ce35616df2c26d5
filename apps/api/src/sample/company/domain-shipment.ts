import type { SampleDomain } from './domains';

export const SHIPMENT_AND_POSITION: SampleDomain = {
  code: 'DD-03',
  name: 'Shipment and position',
  description: 'Where a load is, when it was last heard of and when it will arrive.',
  tier: 'critical',
  wave: 1,
  owner: 'Joachim Reuter',
  steward: 'Henrik Olsen',
  entities: [
    {
      name: 'Load',
      description: 'Goods of one or more orders on one vehicle or wagon.',
      classification: 'internal',
      source: 'Harbour TMS',
      standards: [
        {
          dimension: 'consistency',
          rule: 'The same vehicle in planning and telematics',
          threshold: 98,
          unit: '%',
          readings: [95.1, 96.7, 97.9, 98.3, 98.8, 98.6],
        },
      ],
    },
    {
      name: 'Vehicle position',
      description: 'Coordinates, time and speed, every two minutes while moving.',
      classification: 'restricted',
      source: 'Kestrel Fleet',
      standards: [
        {
          dimension: 'timeliness',
          rule: 'Age of the last position of a moving truck',
          comparison: 'at_most',
          threshold: 5,
          unit: 'min',
          readings: [9.5, 8.2, 7.4, 6.8, 6.1, 5.6],
        },
      ],
    },
    {
      name: 'Arrival forecast',
      description: 'The time we tell the consignee.',
      classification: 'internal',
      source: 'Harbour TMS',
      standards: [
        {
          dimension: 'accuracy',
          rule: 'Within 20 minutes of the real arrival',
          threshold: 80,
          unit: '%',
          readings: [71, 74.5, 77.8, 80.3, 82.1, 83.4],
        },
      ],
    },
  ],
  flows: [
    {
      from: 'Kestrel Fleet',
      to: 'Event bus',
      pattern: 'event',
      entities: ['Vehicle position'],
      classification: 'restricted',
    },
    {
      from: 'Harbour TMS',
      to: 'Shipper portal',
      pattern: 'event',
      entities: ['Load', 'Arrival forecast'],
      classification: 'internal',
    },
    { from: 'Harbour TMS', to: 'Analytics store', pattern: 'batch', entities: ['Load'], classification: 'internal' },
  ],
  issues: [
    {
      entity: 'Vehicle position',
      dimension: 'timeliness',
      effect: 'Trucks of the older generation report every eight minutes; their arrival forecast is late by as much.',
      owner: 'Henrik Olsen',
      dueIn: 90,
      status: 'accepted',
      reason:
        'The last 210 old units leave the fleet with the next replacement; a retrofit would cost more than it saves.',
      expiresIn: 160,
    },
  ],
};
