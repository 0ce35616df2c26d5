import type { CharterContent } from '@sightline/contracts';

/** Material is whatever a voter could weigh (PRODUCT.md section 3). */
export type Materiality = 'material' | 'immaterial';

/** Every column of `charter`. The API compares this list with the database; an undeclared column fails the build. */
export const CHARTER_COLUMNS = {
  id: 'immaterial',
  code: 'immaterial',
  title: 'immaterial',
  outcome_statement: 'material',
  narrative: 'material',
  business_unit_id: 'material',
  lead_id: 'material',
  business_sponsor_id: 'material',
  it_lead_id: 'material',
  capability_id: 'material',
  budget_amount: 'material',
  budget_currency: 'material',
  start_date: 'immaterial',
  end_date: 'material',
  no_governed_data: 'material',
  stop_criteria: 'material',
  rollback: 'material',
  contingency: 'material',
  portability_format: 'material',
  portability_method: 'material',
  // A test is recorded when it was held; the plan stays what it was.
  portability_tested_on: 'immaterial',
  exit_plan: 'material',
  retirement: 'material',
  facts: 'material',
  deviations: 'material',
  status: 'immaterial',
  origin: 'immaterial',
  import_key: 'immaterial',
  revision: 'immaterial',
  approved_revision: 'immaterial',
  approved_under_version: 'immaterial',
  approved_at: 'immaterial',
  submitted_at: 'immaterial',
  version: 'immaterial',
  created_at: 'immaterial',
  created_by: 'immaterial',
  updated_at: 'immaterial',
} as const satisfies Record<string, Materiality>;

/** Every table that links a charter to something; a row more, a row less or a changed row is one change. */
export const CHARTER_LINK_TABLES = {
  charter_principle: 'material',
  charter_kpi: 'material',
  charter_domain: 'material',
  charter_entity: 'material',
  charter_service: 'material',
  charter_system: 'material',
  charter_party: 'material',
  charter_exception: 'material',
  charter_predecessor: 'immaterial',
} as const satisfies Record<string, Materiality>;

type Source = keyof typeof CHARTER_COLUMNS | keyof typeof CHARTER_LINK_TABLES;

/** Where each field of the content is kept. */
export const CHARTER_CONTENT_SOURCES: Record<keyof CharterContent, readonly Source[]> = {
  title: ['title'],
  outcomeStatement: ['outcome_statement'],
  narrative: ['narrative'],
  businessUnit: ['business_unit_id'],
  lead: ['lead_id'],
  businessSponsor: ['business_sponsor_id'],
  itLead: ['it_lead_id'],
  capability: ['capability_id'],
  budget: ['budget_amount', 'budget_currency'],
  startDate: ['start_date'],
  endDate: ['end_date'],
  noGovernedData: ['no_governed_data'],
  resilience: [
    'stop_criteria',
    'rollback',
    'contingency',
    'portability_format',
    'portability_method',
    'portability_tested_on',
    'exit_plan',
    'retirement',
  ],
  principles: ['charter_principle'],
  kpis: ['charter_kpi'],
  domains: ['charter_domain', 'charter_entity'],
  services: ['charter_service'],
  systems: ['charter_system'],
  parties: ['charter_party'],
  facts: ['facts'],
  deviations: ['deviations'],
  exceptions: ['charter_exception'],
  predecessors: ['charter_predecessor'],
};

const DECLARED: Record<Source, Materiality> = { ...CHARTER_COLUMNS, ...CHARTER_LINK_TABLES };

/** The fields of the content that a voter could weigh, in the order of the charter. */
export const MATERIAL_FIELDS = (Object.keys(CHARTER_CONTENT_SOURCES) as (keyof CharterContent)[]).filter((field) =>
  CHARTER_CONTENT_SOURCES[field].some((source) => DECLARED[source] === 'material'),
);
