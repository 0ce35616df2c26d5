import type {
  BoardChanges,
  CastVote,
  CloseProposal,
  DecisionSubject,
  NameSubstitute,
  OverruleCheck,
  ProposalStatus,
  PutSeats,
  ReturnProposal,
  VoteChoice,
} from '@sightline/contracts';
import {
  BALLOT_OUTCOMES,
  type BallotOutcome,
  CONDITION_MAX,
  CONDITIONS_MAX,
  DECISION_SUBJECTS,
  PROPOSAL_STATUSES,
  RATIONALE_MAX,
  REASON_MAX,
  VOTE_CHOICES,
} from '@sightline/contracts';
import { ListRequest } from '../platform/lists/list-request';
import { DateOnly, ListOf, Maybe, MaybeNull, OneOf, Reference, Text, Texts } from '../platform/problems/validators';

export class CastVoteRequest implements CastVote {
  @OneOf(VOTE_CHOICES)
  choice!: VoteChoice;

  @Maybe()
  @Text(REASON_MAX, { empty: true })
  reason?: string;

  @Maybe()
  @Texts(CONDITIONS_MAX, CONDITION_MAX)
  conditions?: string[];

  @Text(64)
  snapshotHash!: string;
}

export class CloseProposalRequest implements CloseProposal {
  @Text(RATIONALE_MAX)
  rationale!: string;
}

export class ReturnProposalRequest implements ReturnProposal {
  @Text(REASON_MAX)
  reason!: string;
}

export class OverruleCheckRequest implements OverruleCheck {
  @OneOf(['OUTCOME'])
  check!: 'OUTCOME';

  @Text(REASON_MAX)
  reason!: string;
}

export class NameSubstituteRequest implements NameSubstitute {
  @Text(100)
  constituency!: string;

  @Reference()
  user!: string;

  @Text(2000)
  reason!: string;
}

export class ListProposalsRequest extends ListRequest {
  @Maybe()
  @OneOf(['me'])
  awaiting?: 'me';

  @Maybe()
  @OneOf(PROPOSAL_STATUSES)
  status?: ProposalStatus;

  @Maybe()
  @OneOf(DECISION_SUBJECTS)
  subjectType?: DecisionSubject;

  @Maybe()
  @Reference()
  board?: string;
}

export class ListDecisionsRequest extends ListRequest {
  @Maybe()
  @OneOf(BALLOT_OUTCOMES)
  outcome?: BallotOutcome;

  @Maybe()
  @OneOf(DECISION_SUBJECTS)
  subjectType?: DecisionSubject;

  @Maybe()
  @DateOnly()
  from?: string;

  @Maybe()
  @DateOnly()
  to?: string;
}

export class BoardChangesRequest implements BoardChanges {
  @Maybe()
  @Text(200)
  name?: string;

  @MaybeNull()
  @Reference()
  secretary?: string | null;
}

class SeatRequest {
  @Text(100)
  constituency!: string;

  @MaybeNull()
  @Reference()
  holder!: string | null;

  @MaybeNull()
  @DateOnly()
  termEndsOn?: string | null;
}

/** More than any board has. */
const SEATS_MAX = 100;

export class PutSeatsRequest implements PutSeats {
  @ListOf(() => SeatRequest, SEATS_MAX)
  seats!: SeatRequest[];
}
