/** How many records there are beside charters, KPIs, measurements and audit events. */
export const SIZES = {
  users: 1_000,
  /** The first of the users: of the CIO office, and signed in. */
  sessions: 64,
  units: 60,
  principles: 200,
  drivers: 20,
  capabilities: 60,
  parties: 200,
  systems: 300,
  services: 200,
  domains: 100,
  entitiesPerDomain: 3,
  flows: 300,
} as const;

/** Words that titles hold and searches look for. */
export const TERMS = [
  'billing',
  'returns',
  'gateway',
  'lineage',
  'mainframe',
  'pricing',
  'shipment',
  'telemetry',
  'warehouse',
  'contract',
  'ledger',
  'forecast',
] as const;

/** Where a charter stands, by its number modulo ten. */
export const STATUSES = [
  'draft',
  'draft',
  'submitted',
  'approved',
  'in_delivery',
  'in_delivery',
  'in_delivery',
  'live',
  'live',
  'closed',
] as const;
