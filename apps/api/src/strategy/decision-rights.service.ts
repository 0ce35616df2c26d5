import type {
  DecisionRight,
  DecisionSubject,
  StrategyPartSaved,
  StrategyVersion,
  VotingRule,
} from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Problems } from '../platform/problems/problem';
import { newId } from '../platform/records/new-id';
import { resolveReference } from '../platform/records/resolve-reference';
import { StrategyDraftService } from './strategy-draft.service';

export interface DecisionRightWords {
  subject?: DecisionSubject;
  budgetUpTo?: string | null;
  board?: string;
  rule?: VotingRule;
}
interface RightRow {
  id: string;
  subject: DecisionSubject;
  budgetUpTo: string | null;
  board: string;
  rule: VotingRule;
}

/** Which board decides what, and by which rule: rows of a draft, frozen with it. */
@Injectable()
export class DecisionRightsService {
  constructor(private readonly drafts: StrategyDraftService) {}

  add(
    version: string,
    expected: number | null,
    wanted: Required<DecisionRightWords>,
  ): Promise<StrategyPartSaved<DecisionRight>> {
    return this.drafts.changePart(version, expected, rightsOf, async (tx, draft) => {
      const { id, right } = await insertRight(tx, draft.id, wanted);
      return { id, change: { action: 'decision_right.added', after: right } };
    });
  }

  change(
    version: string,
    expected: number,
    reference: string,
    words: DecisionRightWords,
  ): Promise<StrategyPartSaved<DecisionRight>> {
    return this.drafts.changePart(version, expected, rightsOf, async (tx, draft) => {
      const before = await readRight(tx, draft.id, reference);
      const { id } = before;
      const board =
        words.board === undefined ? before.board : await resolveReference(tx, 'board', words.board, '/board');
      const after: RightRow = { ...before, ...spoken(words), board };
      if (sameRight(before, after)) return { id, change: null };
      await refuseUnfit(tx, draft.id, after);
      await tx.query(
        'UPDATE decision_right SET subject = $2, budget_up_to = $3, board_id = $4, rule = $5 WHERE id = $1',
        [id, after.subject, after.budgetUpTo, after.board, after.rule],
      );
      return { id, change: { action: 'decision_right.changed', before: { ...before }, after: { ...after } } };
    });
  }

  remove(version: string, expected: number, id: string): Promise<StrategyVersion> {
    return this.drafts.change(version, expected, async (tx, draft) => {
      const before = await readRight(tx, draft.id, id);
      await tx.query('DELETE FROM decision_right WHERE id = $1', [before.id]);
      return { action: 'decision_right.removed', before: { ...before } };
    });
  }
}

/** Gives a right to a board of a locked draft; 400 and 409 where it does not fit. */
export async function insertRight(
  tx: EntityManager,
  versionId: string,
  wanted: Required<DecisionRightWords>,
): Promise<{ id: string; right: Required<DecisionRightWords> }> {
  const right = { ...wanted, board: await resolveReference(tx, 'board', wanted.board, '/board') };
  await refuseUnfit(tx, versionId, right);
  const id = newId();
  await tx.query(
    `INSERT INTO decision_right (id, strategy_version_id, subject, budget_up_to, board_id, rule)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, versionId, right.subject, right.budgetUpTo, right.board, right.rule],
  );
  return { id, right };
}

const rightsOf = ({ decisionRights }: StrategyVersion): DecisionRight[] => decisionRights;

const spoken = (words: DecisionRightWords): DecisionRightWords =>
  Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));

const sameRight = (a: RightRow, b: RightRow): boolean =>
  a.subject === b.subject && sameAmount(a.budgetUpTo, b.budgetUpTo) && a.board === b.board && a.rule === b.rule;

const sameAmount = (a: string | null, b: string | null): boolean =>
  a === null || b === null ? a === b : Number(a) === Number(b);

async function readRight(tx: EntityManager, versionId: string, id: string): Promise<RightRow> {
  const rows = await tx.query<RightRow[]>(
    `SELECT id, subject, budget_up_to::text AS "budgetUpTo", board_id AS board, rule
       FROM decision_right WHERE strategy_version_id = $1 AND id::text = lower($2)`,
    [versionId, id],
  );
  if (!rows[0]) throw Problems.notFound('decision-right');
  return rows[0];
}

/** A strategy has no budget, and one band of a subject has one row. */
async function refuseUnfit(
  tx: EntityManager,
  versionId: string,
  right: { id?: string; subject: DecisionSubject; budgetUpTo: string | null },
): Promise<void> {
  if (right.subject === 'strategy_version' && right.budgetUpTo !== null)
    throw Problems.rule('decision-right-no-budget');
  const taken = await tx.query<unknown[]>(
    `SELECT 1 FROM decision_right WHERE strategy_version_id = $1 AND subject = $2
        AND budget_up_to IS NOT DISTINCT FROM $3::numeric AND id IS DISTINCT FROM $4::uuid`,
    [versionId, right.subject, right.budgetUpTo, right.id ?? null],
  );
  if (taken.length > 0) throw Problems.conflict('decision-right-exists', { subject: right.subject });
}
