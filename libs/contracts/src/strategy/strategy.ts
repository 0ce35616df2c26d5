import type { CharterStatus } from '../charters/charter';
import type { GatePolicy } from '../gate/gate';
import type { PersonReference, RecordBase, Reference } from '../records/record';
import type { PrincipleWaivers } from '../exceptions/exception';
import type { DecisionTable, Fact, FactCells, NewDecisionTable, NewFact } from './decision-table';

export const STRATEGY_STATUSES = ['draft', 'proposed', 'in_force', 'superseded', 'rejected'] as const;
export type StrategyStatus = (typeof STRATEGY_STATUSES)[number];

/** The prose of a strategy, in reading order. Every one is required before a version can be proposed. */
export const SECTIONS = [
  'purpose',
  'alignment',
  'capabilitiesNarrative',
  'governance',
  'dataGovernance',
  'resilience',
  'successMetrics',
] as const;
export type Section = (typeof SECTIONS)[number];
export const SECTION_MAX = 100_000;
/** Titles and names of principles, drivers and capabilities. */
export const STRATEGY_NAME_MAX = 200;
/** Every other text of a principle, driver or capability. */
export const STRATEGY_TEXT_MAX = 10_000;
/** Records one version may hold of a kind; more than this is not a strategy. */
export const STRATEGY_PARTS_MAX = 200;

export const DECISION_SUBJECTS = ['strategy_version', 'charter', 'change_request', 'exception'] as const;
export type DecisionSubject = (typeof DECISION_SUBJECTS)[number];
export const VOTING_RULES = ['simple_majority', 'two_thirds', 'unanimous'] as const;
export type VotingRule = (typeof VOTING_RULES)[number];

/** Points of the alignment score; whole numbers that sum to 100. */
export interface AlignmentWeights {
  principles: number;
  outcome: number;
  capability: number;
  data: number;
  resilience: number;
}

export interface SectionAuthors {
  section: Section;
  business: PersonReference | null;
  it: PersonReference | null;
}

/** A principle as one version of the strategy words it. `id` and `code` are the principle's own and survive versions. */
export interface PrincipleRevision {
  id: string;
  code: string;
  position: number;
  title: string;
  statement: string;
  rationale: string;
  implications: string;
  exceptionGuidance: string;
  /** The executive order it translates. */
  mandate: Reference | null;
  /** When it applies: all of these hold; null is always. */
  applicability: FactCells | null;
  decisionTable: DecisionTable | null;
}
export interface NewPrinciple {
  /** Brings back a principle that an earlier version held; what the body leaves out is taken from its last wording. */
  principle?: string;
  title: string;
  statement: string;
  rationale?: string;
  implications?: string;
  exceptionGuidance?: string;
  mandate?: string | null;
  applicability?: FactCells | null;
  decisionTable?: NewDecisionTable | null;
  position?: number;
}

export interface DriverRevision {
  id: string;
  code: string;
  position: number;
  name: string;
  description: string;
  /** 1 (minor) to 5 (what the company lives on). */
  weight: number;
}
export interface NewDriver {
  driver?: string;
  name: string;
  description?: string;
  weight: number;
  position?: number;
}

export interface CapabilityRevision {
  id: string;
  code: string;
  position: number;
  name: string;
  description: string;
  /** Maturity 0 to 5. */
  current: number;
  target: number;
}
export interface NewCapability {
  capability?: string;
  name: string;
  description?: string;
  current: number;
  target: number;
  position?: number;
}

/** What GET /principles, /drivers and /capabilities add to a revision of the version in force. */
export interface InForce {
  /** Number of the version since which it has been in force without a break. */
  since: number;
  /** Charters that cite it. */
  charters: number;
}
export type PrincipleInForce = PrincipleRevision & InForce;
/** GET /principles */
export type PrincipleListed = PrincipleInForce & { waivers: PrincipleWaivers };
export type DriverInForce = DriverRevision & InForce;
export type CapabilityInForce = CapabilityRevision & InForce;

/** GET /principles/{id}: a principle through all versions, newest first. */
export interface Principle {
  id: string;
  code: string;
  /** As the version in force words it; null when that version does not hold it. */
  inForce: PrincipleInForce | null;
  revisions: (PrincipleRevision & { versionNumber: number; status: StrategyStatus; ratifiedAt: string | null })[];
  charters: (Reference & { status: CharterStatus; how: string })[];
  waivers: PrincipleWaivers;
}

export interface DecisionRight {
  id: string;
  subject: DecisionSubject;
  /** The band reaches up to this amount of the reporting currency; null is the highest band. */
  budgetUpTo: string | null;
  board: Reference;
  rule: VotingRule;
}
export interface NewDecisionRight {
  subject: DecisionSubject;
  budgetUpTo?: string | null;
  board: string;
  rule: VotingRule;
}

export interface StrategyVersionSummary extends RecordBase {
  number: number;
  status: StrategyStatus;
  reviewBy: string | null;
  ratifiedAt: string | null;
  supersededAt: string | null;
  /** SHA-256 of the content as it was ratified. */
  contentHash: string | null;
}

/** POST /strategy/versions/{n}/propose */
export interface StrategyProposed {
  strategyVersion: StrategyVersion;
  proposal: { id: string; code: string };
}

/**
 * What a change of one record of a draft answers: the record, and the whole version it belongs to. Both have one
 * version number, because `If-Match` is about the draft.
 */
export type StrategyPartSaved<Part> = Part &
  Pick<RecordBase, 'version' | 'updatedAt'> & { strategyVersion: StrategyVersion };

/** A version, whole: GET /strategy and GET /strategy/versions/{n}. */
export interface StrategyVersion extends StrategyVersionSummary, Record<Section, string> {
  copiedFrom: number | null;
  authors: SectionAuthors[];
  principles: PrincipleRevision[];
  drivers: DriverRevision[];
  capabilities: CapabilityRevision[];
  decisionRights: DecisionRight[];
  /** The KPIs by which the strategy itself is judged. */
  kpis: Reference[];
  gatePolicy: GatePolicy;
  weights: AlignmentWeights;
  /** What every charter is asked, for the decision tables of the principles. */
  facts: Fact[];
  signatories: { name: string; constituency: string }[];
  decision: Reference | null;
  proposal: Reference | null;
  /** What still stands between this draft and the board; empty when it can be proposed. */
  openPoints: StrategyOpenPoint[];
}

export const STRATEGY_OPEN_POINTS = [
  'section-empty',
  'section-without-authors',
  'no-principle',
  'principle-without-statement',
  'no-driver',
  'weights-not-100',
  'no-review-date',
  'review-too-late',
  'no-decision-right',
  'table-not-readable',
] as const;
export interface StrategyOpenPoint {
  code: (typeof STRATEGY_OPEN_POINTS)[number];
  params: Record<string, unknown>;
}

/** PATCH /strategy/versions/{n} */
export interface StrategyVersionChanges extends Partial<Record<Section, string>> {
  authors?: { section: Section; business: string | null; it: string | null }[];
  kpis?: string[];
  gatePolicy?: Partial<GatePolicy>;
  weights?: AlignmentWeights;
  /** The whole list, in the order in which charters are asked. */
  facts?: NewFact[];
  reviewBy?: string | null;
}
