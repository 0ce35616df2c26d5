import type { GateCheckAnswer } from '../gate/gate';
import type { CodedRecord, PersonReference, Reference } from '../records/record';
import type { DecisionSubject, VotingRule } from '../strategy/strategy';

export const PROPOSAL_STATUSES = ['open', 'approved', 'rejected', 'returned', 'withdrawn', 'lapsed'] as const;
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];
export const VOTE_CHOICES = ['approve', 'return', 'reject', 'abstain'] as const;
export type VoteChoice = (typeof VOTE_CHOICES)[number];
export const REASON_MAX = 4000;
export const CONDITION_MAX = 1000;
export const CONDITIONS_MAX = 20;
export const RATIONALE_MAX = 10_000;
/** Ten working days unless said otherwise. */
export const WORKING_DAYS_TO_DECIDE = 10;
/** Not quorate this many days past due: lapsed, back to draft. */
export const DAYS_TO_LAPSE = 10;

export type Tally = Record<VoteChoice, number>;

/** Why somebody may not vote on a proposal. */
export const CONFLICTS = ['submitter', 'lead', 'sponsor', 'editor', 'proposer'] as const;
export type Conflict = (typeof CONFLICTS)[number];

/** Everything the board's rules look at. Pure data; occupants are as read at the call. */
export interface BallotFacts {
  rule: VotingRule;
  constituencies: { id: string; key: string; name: string; isIt: boolean }[];
  seats: BallotSeat[];
  substitutes: { id: string; constituencyId: string; user: BallotPerson }[];
  votes: BallotVote[];
  /** Now, the due date and the last moment before it lapses, as ISO instants by the database clock. */
  now: string;
  dueAt: string;
}
export interface BallotPerson {
  id: string;
  name: string;
  internal: boolean;
  active: boolean;
  conflict: Conflict | null;
}
export interface BallotSeat {
  id: string;
  constituencyId: string;
  holder: BallotPerson | null;
}
export interface BallotVote {
  userId: string;
  userName: string;
  constituencyId: string;
  seatId: string | null;
  substituteId: string | null;
  choice: VoteChoice;
  conditions: string[];
}

export const BALLOT_OUTCOMES = ['approved', 'rejected', 'returned'] as const;
export type BallotOutcome = (typeof BALLOT_OUTCOMES)[number];

/** What the rules say about a ballot as it stands (PRODUCT section 4, the board). */
export interface BallotResult {
  tally: Tally;
  constituencies: BallotConstituency[];
  /** Seats whose holder may vote. */
  eligibleSeats: number;
  seatsVoted: number;
  seatsNeeded: number;
  present: boolean;
  /** What closing now would yield; null while not present. */
  outcome: BallotOutcome | null;
  /** Present, and no vote still missing could change the outcome. */
  settled: boolean;
  canClose: boolean;
  /** Present or not, it is this long past due that it lapses. */
  lapsed: boolean;
  why: BallotReason[];
}
export interface BallotConstituency {
  id: string;
  key: string;
  name: string;
  isIt: boolean;
  voted: boolean;
  /** Nobody left who may vote: the secretary names a substitute. */
  emptied: boolean;
  substitute: { id: string; name: string } | null;
}
export const BALLOT_REASONS = [
  'constituency-missing',
  'constituency-emptied',
  'seats-missing',
  'approvals-too-few',
  'approvals-one-constituency',
  'approvals-only-it',
  'carried',
  'not-carried',
  'may-still-change',
  'settled',
  'lapsed',
] as const;
export interface BallotReason {
  code: (typeof BALLOT_REASONS)[number];
  params: Record<string, unknown>;
}

/** A seat as the proposal page shows it. */
export interface ProposalSeat {
  id: string;
  constituency: string;
  holder: PersonReference | null;
  substitute: boolean;
  conflict: Conflict | null;
  vote: { choice: VoteChoice; reason: string | null; conditions: string[]; castAt: string } | null;
}

export interface ProposalSummary extends CodedRecord {
  subjectType: DecisionSubject;
  subject: Reference;
  title: string;
  /** The ask in one sentence's worth of values; the page words it. */
  ask: ProposalAsk;
  status: ProposalStatus;
  board: Reference;
  rule: VotingRule;
  submittedBy: PersonReference;
  submittedAt: string;
  dueAt: string;
  closedAt: string | null;
  seats: { constituency: string; choice: VoteChoice | null; recused: boolean }[];
  constituencies: { key: string; name: string; voted: boolean }[];
  awaitingMe: boolean;
  decision: Reference | null;
}
export interface ProposalAsk {
  outcomeStatement?: string;
  budget?: { amount: string; currency: string } | null;
  kpi?: {
    code: string;
    name: string;
    unit: string | null;
    from: number | null;
    to: number | null;
    by: string | null;
  } | null;
  sponsor?: string | null;
  itLead?: string | null;
  unit?: string | null;
  versionNumber?: number;
  reason?: string;
  /** Of an exception: from what, for what, until when. */
  deviation?: { principle: string; charter: string; until: string };
}

/** GET /proposals/{id} */
export interface Proposal extends Omit<ProposalSummary, 'seats' | 'constituencies'> {
  revision: number | null;
  snapshot: Record<string, unknown>;
  snapshotHash: string;
  snapshotNumber: number;
  /** Why the votes on the snapshot before this one were dismissed, and how many there were. */
  dismissed: { votes: number; reason: string | null; at: string } | null;
  changed: { field: string; before: unknown; after: unknown }[];
  tally: Tally;
  result: BallotResult;
  constituencies: BallotConstituency[];
  seats: ProposalSeat[];
  recused: { name: string; conflict: Conflict }[];
  substitutes: { constituency: string; user: PersonReference; reason: string; namedBy: PersonReference }[];
  overrules: { check: 'OUTCOME'; by: PersonReference; reason: string; at: string }[];
  canClose: boolean;
  why: BallotReason[];
  /** The gate at approval; empty for a strategy version. */
  checks: GateCheckAnswer[];
  /** Why the secretary returned it for its form. */
  closeReason: string | null;
  /** What the reader may do here, and why not. */
  mine: {
    seat: string | null;
    constituency: string | null;
    vote: VoteChoice | null;
    mayVote: boolean;
    whyNot: 'no-seat' | 'conflicted' | 'closed' | 'credentials-changed' | null;
    conflict: Conflict | null;
    mayClose: boolean;
    mayReturn: boolean;
    mayOverrule: boolean;
    mayWithdraw: boolean;
    maySubstitute: boolean;
  };
  /** For a charter: what the KPIs' coverage becomes. */
  effects: { kpi: Reference; coverageBefore: number | null; coverageAfter: number | null }[];
}

/** PUT /proposals/{id}/vote */
export interface CastVote {
  choice: VoteChoice;
  reason?: string;
  conditions?: string[];
  snapshotHash: string;
}
export interface CloseProposal {
  rationale: string;
}
export interface ReturnProposal {
  reason: string;
}
export interface OverruleCheck {
  check: 'OUTCOME';
  reason: string;
}
export interface NameSubstitute {
  constituency: string;
  user: string;
  reason: string;
}

/** GET /decisions/{id} */
export interface Decision {
  id: string;
  code: string;
  version: 1;
  createdAt: string;
  outcome: BallotOutcome;
  early: boolean;
  rationale: string;
  conditions: string[];
  decidedAt: string;
  decidedBy: PersonReference;
  proposal: Reference;
  subjectType: DecisionSubject;
  subject: Reference;
  title: string;
  board: Reference;
  rule: VotingRule;
  strategyVersion: number | null;
  tally: Tally;
  snapshotHash: string;
  snapshot: Record<string, unknown>;
  record: DecisionRecord;
}
/** One row of GET /decisions. */
export type DecisionSummary = Omit<Decision, 'snapshot' | 'record'>;
/** Frozen with the decision, in the language it was issued in. */
export interface DecisionRecord {
  rule: VotingRule;
  seats: {
    constituency: string;
    holder: string | null;
    choice: VoteChoice | null;
    reason: string | null;
    conflict: Conflict | null;
    substitute: boolean;
  }[];
  overrules: { by: string; reason: string }[];
  checks: { code: string; level: string; passed: boolean; message: string }[];
  tally: Tally;
}
