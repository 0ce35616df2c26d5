import type { BallotOutcome, DecisionSubject, VoteChoice, VotingRule } from '@sightline/contracts';

/** A vote of the past: who, how, why, and how many days ago. */
export interface PastVote {
  by: string;
  choice: VoteChoice;
  daysAgo: number;
  reason?: string;
  conditions?: string[];
}

/** When of the day a subject comes before the board, and when a changed one does: after the votes of that day. */
export const SUBMITTED_AT = '11:15';
export const PUT_ANEW_AT = '17:40';

/** The votes on one snapshot. */
export interface Round {
  /** Of a charter or a strategy version; an exception has none. */
  revision: number | null;
  /** What was voted on, in words. */
  content: Record<string, unknown>;
  daysAgo: number;
  /** Why the round before no longer counts. */
  reason: string | null;
  votes: PastVote[];
}

export interface Closing {
  daysAgo: number;
  /** What the votes have to yield; anything else is a mistake in the company's data. */
  outcome: BallotOutcome;
  rationale: string;
}

/** One proposal from its submission to its decision, or to today. */
export interface Hearing {
  subjectType: DecisionSubject;
  subjectId: string;
  title: string;
  rule: VotingRule;
  submittedBy: string;
  rounds: Round[];
  closing?: Closing | undefined;
}

const vote =
  (choice: VoteChoice) =>
  (by: string, daysAgo: number, reason?: string, conditions?: string[]): PastVote => ({
    by,
    choice,
    daysAgo,
    ...(reason ? { reason } : {}),
    ...(conditions ? { conditions } : {}),
  });
export const approves = vote('approve');
export const returns = vote('return');
export const rejects = vote('reject');
export const abstains = vote('abstain');

/** Votes of several people on the same day, without a word. */
export const allApprove = (daysAgo: number, ...people: string[]): PastVote[] =>
  people.map((by) => approves(by, daysAgo));
