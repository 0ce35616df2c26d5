import type { DomainTier } from '../data-domains/data-domain';
import type { Confidence, KpiDirection, KpiKind } from '../outcomes/kpi';
import type { CharterException } from '../exceptions/exception';
import type { CodedRecord, Money, PersonReference, RecordBase, Reference } from '../records/record';
import type { FactAnswers } from '../strategy/decision-table';
import type { ReaffirmationCause } from './reaffirmation';

export const CHARTER_STATUSES = [
  'draft',
  'submitted',
  'approved',
  'in_delivery',
  'paused',
  'live',
  'closed',
  'rejected',
  'withdrawn',
  'stopped',
  'retired',
] as const;
export type CharterStatus = (typeof CHARTER_STATUSES)[number];
export const CHARTER_ORIGINS = ['new', 'running'] as const;
export type CharterOrigin = (typeof CHARTER_ORIGINS)[number];
export const PARTY_ROLES = ['advise', 'execute'] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

export const TITLE_MAX = 200;
export const OUTCOME_MAX = 2000;
export const NARRATIVE_MAX = 50_000;
export const PLAN_TEXT_MAX = 10_000;
export const HOW_MAX = 2000;
export const LINKS_MAX = 200;
export const DEVIATION_REASON_MAX = 2000;

export type RetirementCriterion =
  | { kind: 'measure'; measure: string; comparison: '<' | '<=' | '>' | '>=' | '='; value: number; periodDays: number }
  | { kind: 'date'; date: string }
  | { kind: 'contract_end'; contract: string };

export interface Portability {
  format: string | null;
  method: string | null;
  lastTestedOn: string | null;
}
export interface ResiliencePlan {
  stopCriteria: string | null;
  rollback: string | null;
  retirement: RetirementCriterion[];
  contingency: string | null;
  portability: Portability | null;
  exit: string | null;
}

/** One row of GET /charters. */
export interface CharterSummary extends CodedRecord {
  title: string;
  status: CharterStatus;
  origin: CharterOrigin;
  /** False also for a running project that never passed the gate: shown as "not approved" everywhere. */
  approved: boolean;
  businessUnit: Reference | null;
  lead: PersonReference | null;
  businessSponsor: PersonReference | null;
  budget: Money | null;
  startDate: string | null;
  endDate: string | null;
  principles: Reference[];
  kpis: Reference[];
}

export interface CharterPrinciple {
  principle: Reference;
  how: string;
  /** Whether the version in force still holds it. */
  inForce: boolean;
}
export interface CharterKpi {
  kpi: Reference;
  unit: string | null;
  direction: KpiDirection | null;
  kind: KpiKind | null;
  driver: Reference | null;
  /** The KPI revision this charter pinned, and the one that stands now. */
  revision: number;
  currentRevision: number;
  from: number | null;
  to: number | null;
  by: string | null;
  confidence: Confidence;
}
export interface CharterDomain {
  domain: Reference;
  tier: DomainTier;
  readiness: number;
  entities: { entity: { id: string; name: string }; essential: boolean }[];
}

/** GET /charters/{id} */
export interface Charter extends CodedRecord {
  title: string;
  outcomeStatement: string;
  narrative: string;
  status: CharterStatus;
  origin: CharterOrigin;
  approved: boolean;
  approvedUnder: number | null;
  approvedAt: string | null;
  revision: number;
  approvedRevision: number | null;
  submittedAt: string | null;
  businessUnit: Reference | null;
  lead: PersonReference | null;
  businessSponsor: PersonReference | null;
  itLead: PersonReference | null;
  capability: Reference | null;
  budget: Money | null;
  startDate: string | null;
  endDate: string | null;
  noGovernedData: string | null;
  resilience: ResiliencePlan;
  principles: CharterPrinciple[];
  kpis: CharterKpi[];
  domains: CharterDomain[];
  services: (Reference & { criticality: number })[];
  systems: Reference[];
  parties: { party: Reference; external: boolean; role: PartyRole }[];
  /** Answers to the questions of the strategy, by the name of the fact. */
  facts: FactAnswers;
  deviations: { principle: Reference; reason: string }[];
  /** Every exception this charter has or had, newest first. */
  exceptions: CharterException[];
  /** What happened elsewhere and has to be affirmed anew. */
  reaffirmations: { id: string; cause: ReaffirmationCause; about: Reference; raisedAt: string; agendaOn: string }[];
  predecessors: (Reference & { status: CharterStatus })[];
  successors: (Reference & { status: CharterStatus })[];
  requirements: Requirement[];
  milestones: Milestone[];
  /** The open proposal or the last one. */
  proposal: (Reference & { status: string }) | null;
  decision: Reference | null;
  changeRequest: { id: string; number: number; reason: string } | null;
}

/** POST /charters. Only the title is needed to begin; links may come with it, in the shapes of their PUT bodies. */
export interface NewCharter extends CharterFields, CharterLinks {
  title: string;
}
export interface CharterFields {
  title?: string;
  outcomeStatement?: string;
  narrative?: string;
  businessUnit?: string | null;
  /** Default: whoever creates it. */
  lead?: string | null;
  businessSponsor?: string | null;
  itLead?: string | null;
  capability?: string | null;
  budget?: Money | null;
  startDate?: string | null;
  endDate?: string | null;
  /** The whole fact sheet. */
  facts?: FactAnswers;
}
/** PATCH /charters/{id} */
export type CharterChanges = CharterFields;

/** Everything a charter cites; what is left out stays as it is. */
export interface CharterLinks extends Partial<PutCharterPrinciples & PutCharterKpis & PutCharterParties> {
  domains?: PutCharterDomains['domains'];
  none?: PutCharterDomains['none'];
  services?: string[];
  systems?: string[];
  deviations?: PutCharterDeviations['deviations'];
  exceptions?: string[];
  predecessors?: string[];
  resilience?: PutResilience;
}

export interface PutCharterPrinciples {
  principles: { principle: string; how?: string }[];
}
export interface PutCharterKpis {
  kpis: { kpi: string; from?: number | null; to?: number | null; by?: string | null; confidence?: Confidence }[];
}
export interface PutCharterDomains {
  domains?: { domain: string; entities?: { entity: string; essential: boolean }[] }[];
  none?: { reason: string };
}
export interface PutCharterParties {
  parties: { party: string; role: PartyRole }[];
}
/** Why the charter does what a principle advises against; the board reads it. */
export interface PutCharterDeviations {
  deviations: { principle: string; reason: string }[];
}
/** The exceptions the board weighs with this charter. */
export interface PutCharterExceptions {
  exceptions: string[];
}
export interface PutResilience {
  stopCriteria?: string | null;
  rollback?: string | null;
  retirement?: RetirementCriterion[];
  contingency?: string | null;
  portability?: { format?: string | null; method?: string | null; lastTestedOn?: string | null } | null;
  exit?: string | null;
}

export interface Requirement extends RecordBase {
  number: number;
  constituency: string;
  text: string;
  answer: string | null;
  answeredBy: PersonReference | null;
  answeredAt: string | null;
}
export interface Milestone extends RecordBase {
  title: string;
  /** What becomes possible or better; a milestone without it is an activity. */
  value: string | null;
  kpi: Reference | null;
  expectedValue: number | null;
  dueOn: string | null;
  reachedOn: string | null;
}
export interface NewMilestone {
  title: string;
  value?: string | null;
  kpi?: string | null;
  expectedValue?: number | null;
  dueOn?: string | null;
  reachedOn?: string | null;
}
