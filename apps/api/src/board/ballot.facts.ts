import type { BallotFacts, BallotPerson, BallotSeat, ProposalStatus } from '@sightline/contracts';
import { conflictOf, PERMISSIONS, type SubjectStakes } from '@sightline/rules';
import type { EntityManager } from 'typeorm';
import { instant } from '../platform/records/json-sql';

/** What the rules look at, and what the page and the record show beside it. */
export interface Ballot extends Omit<BallotFacts, 'votes'> {
  proposalId: string;
  boardId: string;
  /** The board's own secretary while in office; null when it has none. */
  secretaryId: string | null;
  status: ProposalStatus;
  votes: CountedVote[];
  stakes: SubjectStakes;
}
export type CountedVote = BallotFacts['votes'][number] & { reason: string | null; castAt: string };

/** Whoever the table lets vote at all; a holder without one of these roles sits but cannot vote. */
export const VOTING_ROLES = Object.keys(PERMISSIONS['proposal.vote']);

const BALLOT_PERSON = `jsonb_build_object('id', u.id, 'name', u.name, 'internal', u.kind = 'internal',
  'active', u.status = 'active' AND u.roles && $2::text[])`;

const STAKES = `(SELECT jsonb_build_object('subjectType', p.subject_type, 'submittedBy', p.submitted_by,
    'leads', coalesce(jsonb_agg(i.user_id) FILTER (WHERE i.conflict = 'lead'), '[]'),
    'sponsors', coalesce(jsonb_agg(i.user_id) FILTER (WHERE i.conflict = 'sponsor'), '[]'),
    'editors', coalesce(jsonb_agg(i.user_id) FILTER (WHERE i.conflict = 'editor'), '[]'))
  FROM proposal_interest i WHERE i.proposal_id = p.id)`;

const BALLOT_SQL = `
  SELECT p.id AS "proposalId", p.board_id AS "boardId", p.rule, p.status,
         (SELECT u.id FROM board b JOIN app_user u ON u.id = b.secretary_id
           WHERE b.id = p.board_id AND u.status = 'active' AND 'board_secretary' = ANY (u.roles)) AS "secretaryId",
         ${instant('now()')} AS now, ${instant('p.due_at')} AS "dueAt", ${STAKES} AS stakes,
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
              'castAt', ${instant('v.cast_at')}) ORDER BY v.sequence), '[]')
       FROM counted_vote v JOIN app_user u ON u.id = v.user_id WHERE v.proposal_id = p.id) AS votes
    FROM proposal p WHERE p.id = $1`;

type StoredPerson = Omit<BallotPerson, 'conflict'>;
interface StoredBallot extends Omit<Ballot, 'seats' | 'substitutes'> {
  seats: (Omit<BallotSeat, 'holder'> & { holder: StoredPerson | null })[];
  substitutes: { id: string; constituencyId: string; user: StoredPerson }[];
}

/**
 * The ballot of a proposal as it stands, in one statement: pinned seats with who sits in them now, and the votes that
 * count. The caller knows the proposal exists.
 */
export async function readBallot(db: Pick<EntityManager, 'query'>, proposalId: string): Promise<Ballot> {
  const [stored] = await db.query<[StoredBallot]>(BALLOT_SQL, [proposalId, VOTING_ROLES]);
  const judged = (person: StoredPerson): BallotPerson => ({
    ...person,
    conflict: conflictOf(person.id, stored.stakes),
  });
  return {
    ...stored,
    seats: stored.seats.map(({ holder, ...seat }) => ({ ...seat, holder: holder && judged(holder) })),
    substitutes: stored.substitutes.map(({ user, ...substitute }) => ({ ...substitute, user: judged(user) })),
  };
}
