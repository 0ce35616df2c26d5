import type { Conflict, DecisionSubject } from '@sightline/contracts';

/** Everybody with a stake in what is decided, by user id. */
export interface SubjectStakes {
  subjectType: DecisionSubject;
  submittedBy: string;
  /** Project lead and IT lead; of a change request also those it would bring in. */
  leads: readonly (string | null)[];
  sponsors: readonly (string | null)[];
  /** Whoever edited a material field of the revision before the board. */
  editors: readonly string[];
}

/**
 * Why a person may not vote, or null when they may (PRODUCT.md section 4). Of a strategy version only the proposer is
 * conflicted: everybody wrote it. The strongest stake is named.
 */
export function conflictOf(userId: string, stakes: SubjectStakes): Conflict | null {
  if (stakes.subjectType === 'strategy_version') return stakes.submittedBy === userId ? 'proposer' : null;
  if (stakes.submittedBy === userId) return 'submitter';
  if (stakes.leads.includes(userId)) return 'lead';
  if (stakes.sponsors.includes(userId)) return 'sponsor';
  return stakes.editors.includes(userId) ? 'editor' : null;
}
