import type { Confidence } from '../outcomes/kpi';
import type { Money } from '../records/record';
import type { FactAnswers } from '../strategy/decision-table';
import type { PartyRole, ResiliencePlan } from './charter';

/**
 * What a voter weighs, in one document of ids: what snapshots hash, revisions keep and change requests propose.
 * The database builds it (`charter_content`), the gate's facts are read from it.
 */
export interface CharterContent {
  title: string;
  outcomeStatement: string;
  narrative: string;
  businessUnit: string | null;
  lead: string | null;
  businessSponsor: string | null;
  itLead: string | null;
  capability: string | null;
  budget: Money | null;
  startDate: string | null;
  endDate: string | null;
  noGovernedData: string | null;
  resilience: ResiliencePlan;
  principles: { principle: string; how: string }[];
  kpis: {
    kpi: string;
    revision: string;
    from: number | null;
    to: number | null;
    by: string | null;
    confidence: Confidence;
  }[];
  domains: { domain: string; entities: { entity: string; essential: boolean }[] }[];
  services: string[];
  systems: string[];
  parties: { party: string; role: PartyRole }[];
  /** Answers to the questions of the strategy. */
  facts: FactAnswers;
  /** Why it does what a principle advises against. */
  deviations: { principle: string; reason: string }[];
  exceptions: string[];
  predecessors: string[];
}

/** A field that differs between two revisions; values are words for people, not ids. */
export interface CharterDifference {
  field: keyof CharterContent;
  before: unknown;
  after: unknown;
}

/** GET /charters/{id}/revisions */
export interface CharterRevisionSummary {
  number: number;
  reason: string | null;
  createdAt: string;
  createdBy: { id: string; name: string } | null;
  approved: boolean;
  /** Against the revision before it. */
  changed: CharterDifference[];
}
