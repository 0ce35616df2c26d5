import type { PartyKind, SystemLifecycle } from '@sightline/contracts';

export interface SampleParty {
  code: string;
  name: string;
  kind: PartyKind;
  costCentre?: string;
}
export interface SampleSystem {
  code: string;
  name: string;
  description: string;
  vendor?: string;
  owner?: string;
  lifecycle?: SystemLifecycle;
}
export interface SampleService {
  code: string;
  name: string;
  description: string;
  owner?: string;
  criticality: number;
}

export const PARTIES: SampleParty[] = [
  { code: 'PA-01', name: 'Integration team', kind: 'team', costCentre: '4410' },
  { code: 'PA-02', name: 'Dispatch desk', kind: 'team', costCentre: '2100' },
  { code: 'PA-03', name: 'Customer service desk', kind: 'team', costCentre: '2300' },
  { code: 'PA-04', name: 'Procurement', kind: 'team', costCentre: '1200' },
  { code: 'PA-05', name: 'Data governance team', kind: 'team', costCentre: '4300' },
  { code: 'PA-06', name: 'Hub operations', kind: 'team', costCentre: '2600' },
  { code: 'PA-07', name: 'Harbour Software', kind: 'vendor' },
  { code: 'PA-08', name: 'Northgate Cloud', kind: 'vendor' },
  { code: 'PA-09', name: 'Ledgerline', kind: 'vendor' },
  { code: 'PA-10', name: 'Stockyard Systems', kind: 'vendor' },
  { code: 'PA-11', name: 'Kestrel Telematics', kind: 'vendor' },
  { code: 'PA-12', name: 'Brightwater Consulting', kind: 'partner' },
  { code: 'PA-13', name: 'Baltic Rail Link', kind: 'partner' },
];

export const SYSTEMS: SampleSystem[] = [
  {
    code: 'SY-01',
    name: 'Harbour TMS',
    vendor: 'Harbour Software',
    owner: 'Katrin Vogel',
    description: 'Transport orders, planning and execution on road and rail.',
  },
  {
    code: 'SY-02',
    name: 'Stockyard WMS',
    vendor: 'Stockyard Systems',
    owner: 'Sofie Claes',
    description: 'Warehouse stock, picking and consignment papers in the five hubs.',
  },
  {
    code: 'SY-03',
    name: 'Ledgerline ERP',
    vendor: 'Ledgerline',
    owner: 'Bram Jansen',
    description: 'Finance, rates, invoices and the general ledger.',
  },
  {
    code: 'SY-04',
    name: 'Shipper portal',
    owner: 'Priya Nair',
    description: 'Where shippers ask for quotes, book and follow their loads.',
  },
  {
    code: 'SY-05',
    name: 'Driver app',
    owner: 'Yara Stein',
    description: 'Orders, navigation notes and proof of delivery on the driver’s phone.',
  },
  {
    code: 'SY-06',
    name: 'Event bus',
    vendor: 'Northgate Cloud',
    owner: 'Tomasz Wrona',
    description: 'Carries every event that more than one system acts on.',
  },
  {
    code: 'SY-07',
    name: 'Partner gateway',
    vendor: 'Northgate Cloud',
    owner: 'Tomasz Wrona',
    description: 'The one door through which partners send and fetch data.',
  },
  {
    code: 'SY-08',
    name: 'Customs desk',
    owner: 'Bram Jansen',
    lifecycle: 'phasing_out',
    description: 'Declarations for twelve countries, entered by hand from order papers.',
  },
  {
    code: 'SY-09',
    name: 'Kestrel Fleet',
    vendor: 'Kestrel Telematics',
    owner: 'Yara Stein',
    description: 'Positions, driving hours and engine data of 1,900 trucks.',
  },
  {
    code: 'SY-10',
    name: 'Partner file server',
    lifecycle: 'phasing_out',
    description: 'Nightly files of brokers and rail partners. Nobody owns it since the reorganisation.',
  },
  {
    code: 'SY-11',
    name: 'Compass CRM',
    vendor: 'Northgate Cloud',
    owner: 'Bram Jansen',
    description: 'Customers, contacts, contracts and complaints.',
  },
  {
    code: 'SY-12',
    name: 'Master data hub',
    owner: 'Tomasz Wrona',
    lifecycle: 'planned',
    description: 'One record per customer and partner, agreed between Compass, Harbour and Ledgerline.',
  },
  {
    code: 'SY-13',
    name: 'Analytics store',
    vendor: 'Northgate Cloud',
    owner: 'Deniz Kaya',
    description: 'Figures and history for planning, pricing and reporting.',
  },
  {
    code: 'SY-14',
    name: 'Yard planner',
    vendor: 'Stockyard Systems',
    owner: 'Sofie Claes',
    description: 'Docks, gates and waiting trucks at the hubs.',
  },
  {
    code: 'SY-15',
    name: 'Port fax relay',
    lifecycle: 'retired',
    description: 'Forwarded arrival notices to port agents until they joined the partner gateway.',
  },
];

export const SERVICES: SampleService[] = [
  {
    code: 'SV-01',
    name: 'Dispatch voice',
    owner: 'Katrin Vogel',
    criticality: 3,
    description: 'Phone and radio between dispatch, drivers and hubs.',
  },
  {
    code: 'SV-02',
    name: 'Identity and remote access',
    owner: 'Katrin Vogel',
    criticality: 4,
    description: 'Sign-on for employees, drivers and partners.',
  },
  {
    code: 'SV-03',
    name: 'Order flow',
    owner: 'Sofie Claes',
    criticality: 4,
    description: 'From a shipper’s order to a planned leg with a truck on it.',
  },
  {
    code: 'SV-04',
    name: 'Shipment visibility',
    owner: 'Sofie Claes',
    criticality: 3,
    description: 'Where a load is and when it arrives, for customers and dispatch.',
  },
  {
    code: 'SV-05',
    name: 'Customs filing',
    owner: 'Katrin Vogel',
    criticality: 3,
    description: 'Declarations lodged before the truck reaches the border.',
  },
  {
    code: 'SV-06',
    name: 'Invoice run',
    criticality: 2,
    description: 'Invoices to customers and credit notes to carriers, every night.',
  },
];
