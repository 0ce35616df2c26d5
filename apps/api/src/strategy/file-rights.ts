import type { StrategyVersion } from '@sightline/contracts';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { readRequest } from '../platform/problems/request-reading';
import { NewDecisionRightRequest } from './decision-rights.requests';
import { insertRight } from './decision-rights.service';
import type { StrategyText } from './document/strategy-text';
import { type FileProblem, ofFields, refusalsOf } from './file-problem';
import type { DraftChange } from './strategy-draft.service';
import type { StrategyVersionEntity } from './strategy-version.entity';

interface FileForRights {
  draft: StrategyVersionEntity;
  before: StrategyVersion;
  text: StrategyText;
}

/** The decision rights of a file in place of those of the draft, where they are not the same. */
export async function writeRights(
  tx: EntityManager,
  { draft, before, text }: FileForRights,
): Promise<{ problems: FileProblem[]; done: DraftChange[] }> {
  const told = text.lists.decisionRights;
  const standing = before.decisionRights.map(({ subject, budgetUpTo, board, rule }) => ({
    subject,
    budgetUpTo,
    board: board.id,
    rule,
  }));
  if (!told || isDeepStrictEqual(told.value, standing)) return { problems: [], done: [] };
  await tx.query('DELETE FROM decision_right WHERE strategy_version_id = $1', [draft.id]);
  const problems: FileProblem[] = [];
  for (const [index, right] of told.value.entries()) {
    const line = told.rows[index] ?? told.line;
    const place = (pointer: string) => ({ line, field: pointer === '' ? null : pointer.slice(1) });
    const { request, wrong } = readRequest(NewDecisionRightRequest, right);
    problems.push(...ofFields(wrong, place));
    if (wrong.length > 0) continue;
    const { subject, budgetUpTo = null, board, rule } = request;
    problems.push(...(await refusalsOf(() => insertRight(tx, draft.id, { subject, budgetUpTo, board, rule }), place)));
  }
  const change = { action: 'decision_right.changed', before: { rights: standing }, after: { rights: told.value } };
  return { problems, done: [change] };
}
