import type { BallotFacts, Conflict, ProposalStatus, VoteChoice } from '@sightline/contracts';
import { PERMISSIONS } from '@sightline/rules';
import type { EntityManager } from 'typeorm';
import { instantOf } from './sql-values';

/** What the rules look at, and what the page and the record show beside it. */
export interface Ballot extends Omit<BallotFacts, 'votes'> {
  proposalId: string;
  boardId: string;
  status: ProposalStatus;
  votes: CountedVote[];
  /** Everybody with a stake in the subject, whether seated or not. */
  interests: { userId: string; name: string; conflict: Conflict }[];
}
export type CountedVote = BallotFacts['votes'][number] & { reason: string | null; castAt: string };

/** Whoever the table lets vote at all; a holder without one of these roles sits but cannot vote. */
const VOTING_ROLES = Object.keys(PERMISSIONS['proposal.vote']);

/** A person of the ballot. The strongest stake is named: submitting before leading before sponsoring before editing. */
const BALLOT_PERSON = `jsonb_build_object('id', u.id, 'name', u.name, 'internal', u.kind = 'internal',
  'active', u.status = 'active' AND u.roles && $2::text[],
  'conflict', (SELECT i.conflict FROM interest i WHERE i.user_id = u.id LIMIT 1))`;

const BALLOT_SQL = `
  WITH interest AS MATERIALIZED (
    SELECT DISTINCT ON (i.user_id) i.user_id, i.conflict
      FROM proposal_interest i WHERE i.proposal_id = $1
     ORDER BY i.user_id, array_position(ARRAY['proposer', 'submitter', 'lead', 'sponsor', 'editor'], i.conflict))
  SELECT p.id AS "proposalId", p.board_id AS "boardId", p.rule, p.status,
         ${instantOf('now()')} AS now, ${instantOf('p.due_at')} AS "dueAt",
    (SELECT jsonb_agg(jsonb_build_object('id', c.id, 'key', c.key, 'name', c.name, 'isIt', c.is_it) ORDER BY c.position)
       FROM constituency c WHERE c.board_id = p.board_id) AS constituencies,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', ps.seat_id, 'constituencyId', ps.constituency_id,
              'holder', CASE WHEN u.id IS NULL THEN NULL ELSE ${BALLOT_PERSON} END) ORDER BY c.position, ps.seat_id), '[]')
       FROM proposal_seat ps
       JOIN constituency c ON c.id = ps.constituency_id
       LEFT JOIN occupied_seat o ON o.id = ps.seat_id
       LEFT JOIN app_user u ON u.id = o.holder_id
      WHERE ps.proposal_id = p.id) AS seats,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'constituencyId', s.constituency_id,
              'user', ${BALLOT_PERSON}) ORDER BY s.named_at, s.id), '[]')
       FROM substitute s JOIN app_user u ON u.id = s.user_id WHERE s.proposal_id = p.id) AS substitutes,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('userId', v.user_id, 'userName', u.name,
              'constituencyId', v.constituency_id, 'seatId', v.seat_id, 'substituteId', v.substitute_id,
              'choice', v.choice, 'conditions', v.conditions, 'reason', v.reason,
              'castAt', ${instantOf('v.cast_at')}) ORDER BY v.sequence), '[]')
       FROM counted_vote v JOIN app_user u ON u.id = v.user_id WHERE v.proposal_id = p.id) AS votes,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('userId', i.user_id, 'name', u.name, 'conflict', i.conflict)
              ORDER BY u.name), '[]')
       FROM interest i JOIN app_user u ON u.id = i.user_id) AS interests
    FROM proposal p WHERE p.id = $1`;

/**
 * The ballot of a proposal as it stands, in one statement: pinned seats with who sits in them now, and the votes that
 * count. The caller knows the proposal exists.
 */
export async function readBallot(db: Pick<EntityManager, 'query'>, proposalId: string): Promise<Ballot> {
  const [ballot] = await db.query<[Ballot]>(BALLOT_SQL, [proposalId, VOTING_ROLES]);
  return ballot;
}

/** By which right somebody votes here: the seat they hold, the constituency they stand in for, or none. */
export interface Standing {
  seatId: string | null;
  substituteId: string | null;
  constituencyId: string;
  eligible: boolean;
  conflict: Conflict | null;
  vote: VoteChoice | null;
}

/** Where a person stands in a ballot, or null when they hold no seat in it and stand in for nobody. */
export function standingOf(ballot: Ballot, userId: string): Standing | null {
  const seat = ballot.seats.find(({ holder }) => holder?.id === userId);
  const substitute = ballot.substitutes.find(({ user }) => user.id === userId);
  const person = seat?.holder ?? substitute?.user;
  const constituencyId = seat?.constituencyId ?? substitute?.constituencyId;
  if (!person || !constituencyId) return null;
  return {
    seatId: seat?.id ?? null,
    substituteId: seat ? null : (substitute?.id ?? null),
    constituencyId,
    eligible: person.internal && person.active && person.conflict === null,
    conflict: person.conflict,
    vote: ballot.votes.find((vote) => vote.userId === userId)?.choice ?? null,
  };
}
