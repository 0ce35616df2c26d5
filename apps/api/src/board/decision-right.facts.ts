import type { DecisionSubject, Money, VotingRule } from '@sightline/contracts';
import {
  BOOTSTRAP_RULE,
  bootstrapProblem,
  chooseDecisionRight,
  dueDate,
  type FoundingBoardFacts,
} from '@sightline/rules';
import type { EntityManager } from 'typeorm';
import { Problems } from '../platform/problems/problem';

/** Which rights stand today, and the founding board for the time before any do. */
export interface DecisionRightFacts {
  inForceId: string | null;
  rights: { subject: DecisionSubject; budgetUpTo: string | null; boardId: string; rule: VotingRule }[];
  /** The founding board with those who may sit in it; null in an installation that was not set up. */
  founding: (FoundingBoardFacts & { boardId: string }) | null;
  now: string;
  timeZone: string;
  currency: string;
}

const SQL = `
  SELECT v.id AS "inForceId", to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS now,
         o.time_zone AS "timeZone", o.currency,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('subject', r.subject, 'budgetUpTo', r.budget_up_to::text,
              'boardId', r.board_id, 'rule', r.rule)), '[]')
       FROM decision_right r WHERE r.strategy_version_id = v.id) AS rights,
    (SELECT jsonb_build_object('boardId', b.id, 'holders', count(DISTINCT s.holder_id),
              'constituencies', count(DISTINCT s.constituency_id) FILTER (WHERE s.holder_id IS NOT NULL),
              'business', coalesce(bool_or(c.key = 'business' AND s.holder_id IS NOT NULL), false))
       FROM board b
       LEFT JOIN occupied_seat s ON s.board_id = b.id
       LEFT JOIN constituency c ON c.id = s.constituency_id
      WHERE b.founding GROUP BY b.id) AS founding
    FROM organisation o LEFT JOIN strategy_version v ON v.status = 'in_force'`;

/** Reads the rights of the version in force, never of a proposed one. Held in share, so that no ratification slips in. */
export async function readDecisionRights(tx: EntityManager): Promise<DecisionRightFacts> {
  await tx.query(`SELECT 1 FROM strategy FOR SHARE`);
  const [facts] = await tx.query<[DecisionRightFacts]>(SQL);
  return facts;
}

export interface ChosenRight {
  boardId: string;
  rule: VotingRule;
}

/** The right that decides. While no version is in force only a strategy can be proposed, to the founding board. */
export function chosenRight(facts: DecisionRightFacts, subject: DecisionSubject, budget: Money | null): ChosenRight {
  if (facts.inForceId === null) return foundingRight(facts, subject);
  const amount = budget?.currency === facts.currency ? budget.amount : null;
  const right =
    chooseDecisionRight(facts.rights, subject, amount) ??
    // A strategy from before exceptions leaves them to whoever decides on the charter.
    (subject === 'exception' ? chooseDecisionRight(facts.rights, 'charter', amount) : null);
  if (!right) throw Problems.rule('no-decision-right', { subject });
  return right;
}

function foundingRight({ founding }: DecisionRightFacts, subject: DecisionSubject): ChosenRight {
  const problem = bootstrapProblem(subject, founding);
  if (problem || !founding) throw Problems.rule(problem ?? 'no-founding-board', { ...founding });
  return { boardId: founding.boardId, rule: BOOTSTRAP_RULE };
}

/** When a proposal submitted now is due, by the calendar of the organisation. */
export function dueAtOf({ now, timeZone }: DecisionRightFacts): string {
  return dueDate(now, timeZone);
}
