/**
 * Where the gate reads what a charter says: each list as a table with the columns that its link table has, and the other
 * fields as columns of `c`.
 */
export interface GateSource {
  fields: string;
  principles: string;
  kpis: string;
  domains: string;
  /** Of the domain `l`. */
  entities: string;
  parties: string;
  /** Whether the charter names the exception `x`. */
  cites: string;
  isStored: boolean;
}

const links = (table: string): string => `(SELECT * FROM ${table} WHERE charter_id = c.id)`;

/** The tables, without the detour of building one document of them. */
export const STORED: GateSource = {
  fields: `c.outcome_statement, c.business_sponsor_id, c.it_lead_id, c.lead_id, c.capability_id, c.no_governed_data,
         c.rollback, c.contingency, c.portability_format, c.portability_method, c.exit_plan, c.retirement, c.facts, c.deviations`,
  principles: links('charter_principle'),
  kpis: links('charter_kpi'),
  domains: links('charter_domain'),
  entities: `(SELECT * FROM charter_entity WHERE charter_id = c.id AND domain_id = l.domain_id)`,
  parties: links('charter_party'),
  cites: `EXISTS (SELECT 1 FROM charter_exception l WHERE l.charter_id = c.id AND l.exception_id = x.id)`,
  isStored: true,
};

const content = '$4::jsonb';
const elements = (list: string, columns: string): string =>
  `(SELECT ${columns} FROM jsonb_array_elements(${list}) AS e(d))`;

/** A document in the form of `charter_content`: what a change request or a draft of one says. */
export const GIVEN: GateSource = {
  fields: `${content} ->> 'outcomeStatement' AS outcome_statement, (${content} ->> 'businessSponsor')::uuid AS business_sponsor_id,
         (${content} ->> 'itLead')::uuid AS it_lead_id, (${content} ->> 'lead')::uuid AS lead_id,
         (${content} ->> 'capability')::uuid AS capability_id, ${content} ->> 'noGovernedData' AS no_governed_data,
         ${content} #>> '{resilience,rollback}' AS rollback, ${content} #>> '{resilience,contingency}' AS contingency,
         ${content} #>> '{resilience,portability,format}' AS portability_format,
         ${content} #>> '{resilience,portability,method}' AS portability_method,
         ${content} #>> '{resilience,exit}' AS exit_plan, ${content} #> '{resilience,retirement}' AS retirement,
         coalesce(${content} -> 'facts', '{}') AS facts, coalesce(${content} -> 'deviations', '[]') AS deviations`,
  principles: elements(`${content} -> 'principles'`, `(d ->> 'principle')::uuid AS principle_id`),
  kpis: elements(
    `${content} -> 'kpis'`,
    `(d ->> 'kpi')::uuid AS kpi_id, (d ->> 'revision')::uuid AS kpi_revision_id, (d ->> 'from')::numeric AS from_value,
     (d ->> 'to')::numeric AS to_value, (d ->> 'by')::date AS by_date, d ->> 'confidence' AS confidence`,
  ),
  domains: elements(`${content} -> 'domains'`, `(d ->> 'domain')::uuid AS domain_id, d -> 'entities' AS entities`),
  entities: elements('l.entities', `(d ->> 'entity')::uuid AS entity_id, (d ->> 'essential')::boolean AS essential`),
  parties: elements(`${content} -> 'parties'`, `(d ->> 'party')::uuid AS party_id, d ->> 'role' AS role`),
  cites: `(${content} -> 'exceptions') ? x.id::text`,
  isStored: false,
};
