import type { Persona, Role, UnitKind } from '@sightline/contracts';

export interface SamplePerson {
  name: string;
  roles: Role[];
  unit?: string;
  /** The party an external person belongs to. */
  party?: string;
  persona?: Persona;
  status?: 'suspended';
}

export const ORGANISATION = { name: 'Meridian Freight', currency: 'EUR', timeZone: 'Europe/Berlin', language: 'en' };
export const MAIL_DOMAIN = 'meridian-freight.example';

export const UNITS: Record<string, UnitKind> = {
  'Road Transport': 'business',
  'Rail and Intermodal': 'business',
  Warehousing: 'business',
  'Customer Services': 'business',
  'Customs and Trade': 'business',
  'Sales and Partners': 'business',
  Finance: 'business',
  'Data Office': 'business',
  'Corporate Office': 'business',
  'Digital Delivery': 'it',
  'IT Operations': 'it',
  'Information Security': 'it',
};

/** The thirteen personas first: the people a visitor can be. */
export const PEOPLE: SamplePerson[] = [
  { name: 'Ingrid Halvorsen', roles: ['cio_office'], unit: 'Corporate Office', persona: 'cio' },
  { name: 'Nora Lindgren', roles: ['board_secretary'], unit: 'Corporate Office', persona: 'secretary' },
  { name: 'Amara Okafor', roles: ['board_member'], unit: 'Sales and Partners', persona: 'board-business' },
  { name: 'Deniz Kaya', roles: ['board_member'], unit: 'Data Office', persona: 'board-data' },
  { name: 'Helene Brandt', roles: ['board_member'], unit: 'Information Security', persona: 'board-security' },
  { name: 'Ruben Castell', roles: ['board_member'], unit: 'IT Operations', persona: 'board-it' },
  { name: 'Marta Lindqvist', roles: ['champion', 'board_member'], unit: 'Customer Services', persona: 'champion' },
  { name: 'Priya Nair', roles: ['project_lead'], unit: 'Digital Delivery', persona: 'lead' },
  { name: 'Yusuf Demir', roles: ['steward'], unit: 'Data Office', persona: 'steward' },
  { name: 'Sofie Claes', roles: ['service_owner', 'board_member'], unit: 'IT Operations', persona: 'service-owner' },
  { name: 'Edda Brun', roles: ['auditor'], unit: 'Corporate Office', persona: 'auditor' },
  { name: 'Lukas Moreau', roles: ['external'], party: 'Brightwater Consulting', persona: 'external' },
  { name: 'Anouk Visser', roles: ['admin'], unit: 'IT Operations', persona: 'admin' },

  { name: 'Joachim Reuter', roles: ['champion', 'board_member'], unit: 'Road Transport' },
  { name: 'Mei-Ling Ho', roles: ['board_member', 'steward'], unit: 'Finance' },
  { name: 'Omar Siddiqui', roles: ['board_member'], unit: 'Information Security' },
  { name: 'Katarzyna Nowak', roles: ['champion'], unit: 'Customs and Trade' },
  { name: 'Petra Hahn', roles: ['champion'], unit: 'Finance' },
  { name: 'Felipe Duarte', roles: ['champion'], unit: 'Sales and Partners' },
  { name: 'Rosa Marin', roles: ['champion'], unit: 'Warehousing' },
  { name: 'Lena Voss', roles: ['champion'], unit: 'Customer Services' },
  { name: 'Sina Adler', roles: ['champion'], unit: 'Rail and Intermodal' },
  { name: 'Tomasz Wrona', roles: ['project_lead'], unit: 'Digital Delivery' },
  { name: 'Yara Stein', roles: ['project_lead'], unit: 'Digital Delivery' },
  { name: 'Giulia Ferri', roles: ['project_lead'], unit: 'Customs and Trade' },
  { name: 'Bram Jansen', roles: ['project_lead'], unit: 'IT Operations' },
  { name: 'Katrin Vogel', roles: ['service_owner'], unit: 'IT Operations' },
  { name: 'Elif Aksoy', roles: ['steward'], unit: 'Finance' },
  { name: 'Henrik Olsen', roles: ['steward'], unit: 'Road Transport' },
  { name: 'Viktor Hoffmann', roles: ['steward'], unit: 'Customs and Trade', status: 'suspended' },
  { name: 'Jan Peters', roles: ['external'], party: 'Harbour Software' },
];
