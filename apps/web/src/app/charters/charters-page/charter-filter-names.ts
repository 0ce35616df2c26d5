/** What narrows the list; names are those of the API, so that the address can be handed on as it is. */
export const CHARTER_FILTERS = [
  'status',
  'approved',
  'origin',
  'mine',
  'unit',
  'lead',
  'principle',
  'kpi',
  'domain',
  'sponsor',
  'capability',
  'service',
  'system',
  'party',
] as const;
