import type { Charter, Confidence, FactAnswers, PartyRole, Reference, RetirementCriterion } from '@sightline/contracts';

export interface DraftPrinciple {
  principle: Reference;
  how: string;
}
export interface DraftKpi {
  kpi: Reference;
  from: number | null;
  to: number | null;
  by: string;
  confidence: Confidence;
}
export interface DraftDomain {
  domain: Reference;
  entities: { entity: { id: string; name: string }; essential: boolean }[];
}
export interface DraftParty {
  party: Reference;
  external: boolean;
  role: PartyRole;
}
/** Why the project does what a principle advises against. */
export interface DraftDeviation {
  principle: Reference;
  reason: string;
}
/** A criterion as it is being written: every kind's parts side by side, so that changing the kind loses nothing. */
export interface DraftCriterion {
  kind: RetirementCriterion['kind'];
  measure: string;
  comparison: '<' | '<=' | '>' | '>=' | '=';
  value: number | null;
  periodDays: number | null;
  date: string;
  contract: string;
}

/** A charter as its form holds it. Names are those of the API, so that a refusal finds its field. */
export interface CharterDraft {
  title: string;
  outcomeStatement: string;
  narrative: string;
  businessUnit: Reference | null;
  lead: Reference | null;
  businessSponsor: Reference | null;
  itLead: Reference | null;
  capability: Reference | null;
  budget: { amount: string; currency: string };
  startDate: string;
  endDate: string;
  principles: DraftPrinciple[];
  kpis: DraftKpi[];
  domains: DraftDomain[];
  none: { declared: boolean; reason: string };
  services: Reference[];
  systems: Reference[];
  parties: DraftParty[];
  predecessors: Reference[];
  /** By the name of the fact, in the order of the names. */
  facts: FactAnswers;
  deviations: DraftDeviation[];
  stopCriteria: string;
  rollback: string;
  retirement: DraftCriterion[];
  contingency: string;
  portability: { format: string; method: string; lastTestedOn: string };
  exit: string;
}
export type DraftField = keyof CharterDraft;

export const EMPTY_CRITERION: DraftCriterion = {
  kind: 'measure',
  measure: '',
  comparison: '<',
  value: null,
  periodDays: 90,
  date: '',
  contract: '',
};

/** What the form begins with; `currency` is the organisation's, for charters without a budget. */
export function draftOf(charter: Charter, currency: string): CharterDraft {
  const { resilience, budget } = charter;
  return {
    title: charter.title,
    outcomeStatement: charter.outcomeStatement,
    narrative: charter.narrative,
    businessUnit: plain(charter.businessUnit),
    lead: plain(charter.lead),
    businessSponsor: plain(charter.businessSponsor),
    itLead: plain(charter.itLead),
    capability: plain(charter.capability),
    budget: { amount: budget?.amount.replace(/\.0+$/, '') ?? '', currency: budget?.currency ?? currency },
    startDate: charter.startDate ?? '',
    endDate: charter.endDate ?? '',
    ...linksOf(charter),
    stopCriteria: resilience.stopCriteria ?? '',
    rollback: resilience.rollback ?? '',
    retirement: resilience.retirement.map((criterion) => ({ ...EMPTY_CRITERION, ...criterion })),
    contingency: resilience.contingency ?? '',
    portability: {
      format: resilience.portability?.format ?? '',
      method: resilience.portability?.method ?? '',
      lastTestedOn: resilience.portability?.lastTestedOn ?? '',
    },
    exit: resilience.exit ?? '',
  };
}

function linksOf(charter: Charter) {
  return {
    principles: charter.principles.map(({ principle, how }) => ({ principle: named(principle), how })),
    kpis: charter.kpis.map(({ kpi, from, to, by, confidence }) => ({
      kpi: named(kpi),
      from,
      to,
      by: by ?? '',
      confidence,
    })),
    domains: charter.domains.map(({ domain, entities }) => ({
      domain: named(domain),
      entities: entities.map(({ entity: { id, name }, essential }) => ({ entity: { id, name }, essential })),
    })),
    none: { declared: charter.noGovernedData !== null, reason: charter.noGovernedData ?? '' },
    services: charter.services.map(named),
    systems: charter.systems.map(named),
    parties: charter.parties.map(({ party, external, role }) => ({ party: named(party), external, role })),
    predecessors: charter.predecessors.map(named),
    facts: charter.facts,
    deviations: charter.deviations.map(({ principle, reason }) => ({ principle: named(principle), reason })),
  };
}

/** Only what a reference is; answers may carry more. */
export function named({ id, code, name }: { id: string; code: string | null; name: string }): Reference {
  return { id, code, name };
}

function plain(reference: Reference | null): Reference | null {
  return reference && named(reference);
}

/** Whether two values say the same: what is pointed at counts by its id, and the order of links says nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).toSorted().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if ('id' in value && 'name' in value) return JSON.stringify(value.id);
  return `{${Object.entries(value)
    .map(([key, part]) => `${key}:${canonical(part)}`)
    .join()}}`;
}

/** The fields in which two drafts differ. */
export function changedIn(before: CharterDraft, after: CharterDraft): DraftField[] {
  return (Object.keys(after) as DraftField[]).filter((field) => !isSame(before[field], after[field]));
}
