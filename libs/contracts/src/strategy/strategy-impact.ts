import type { PersonReference, Reference } from '../records/record';
import type { MandateGap } from '../mandates/mandate';
import type { StrategyVersionSummary } from './strategy';

/** What may lose its footing when a version is ratified. A review is whichever of these is before the board. */
export const IMPACT_KINDS = ['charter', 'change_request', 'exception', 'mandate'] as const;
export type ImpactKind = (typeof IMPACT_KINDS)[number];

/** What the list can be narrowed to: a kind, or `proposal` for whatever is before the board. */
export const IMPACT_FILTERS = [...IMPACT_KINDS, 'proposal'] as const;
export type ImpactFilter = (typeof IMPACT_FILTERS)[number];

/**
 * Why. Of an approved charter `principle_left` (it needs a change request) and `principle_revised` (it is affirmed anew),
 * as ratification itself writes into the queue; of one that is not approved yet, and of a change, `no_principle`: nothing
 * it cites would be in force, so that it could not be approved; of one before the board also `names_leaving`: it could be,
 * but names a principle that would be gone; of an exception `principle_left`: there would be nothing left to deviate from;
 * of an order `untranslated`.
 */
export const IMPACT_REASONS = [
  'principle_left',
  'no_principle',
  'names_leaving',
  'principle_revised',
  'untranslated',
] as const;
export type ImpactReason = (typeof IMPACT_REASONS)[number];

export interface ImpactEntry {
  kind: ImpactKind;
  record: Reference;
  /** State of the record; of a mandate its present state. */
  status: string;
  reason: ImpactReason;
  /** Whoever answers for it: the lead of a charter, the sponsor of an order. */
  lead: PersonReference | null;
  /** The principles it rests on that would change or leave, as they are called today. */
  principles: Reference[];
  /** What an order would then miss. */
  missing: MandateGap[];
  /** The charter of a change or an exception. */
  charter: Reference | null;
  /** Before the board now. */
  proposal: Reference | null;
  /** Awaits the same already, whatever becomes of this version. */
  already: boolean;
}

/** A principle that the version words otherwise, drops, or brings in, with what rests on it today. */
export interface ImpactPrinciple {
  principle: Reference;
  change: 'revised' | 'left' | 'new';
  charters: number;
  exceptions: number;
}

/** GET /strategy/versions/{n}/impact: what would lose its footing if this version were ratified now. */
export interface StrategyImpact {
  version: StrategyVersionSummary;
  /** Number of the version in force; null before the first. */
  inForce: number | null;
  figures: {
    /** Approved charters whose lead would have to affirm them anew. */
    reaffirm: number;
    /** Approved charters that cite a principle which would leave. */
    change: number;
    /** Charters not yet approved, and changes, that could not be approved any more. */
    blocked: number;
    /** Charters and changes before the board that name a principle which would leave, beside one that stays. */
    named: number;
    exceptions: number;
    mandates: number;
    /** Of all these, before the board now. */
    proposals: number;
  };
  principles: ImpactPrinciple[];
  items: ImpactEntry[];
  total: number;
  page: number;
  pageSize: number;
}
