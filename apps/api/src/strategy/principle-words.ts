import type { DecisionTable, Fact, FactCells, NewDecisionTable } from '@sightline/contracts';
import { cellProblems, tableProblems } from '@sightline/rules';
import type { EntityManager } from 'typeorm';
import { type InvalidField, Problems } from '../platform/problems/problem';
import { resolveReference } from '../platform/records/resolve-reference';
import type { PartWords } from './strategy-parts';

interface SaidOfPrinciple {
  mandate?: string | null;
  applicability?: FactCells | null;
  decisionTable?: NewDecisionTable | null;
}

/**
 * What a request says of a principle, as it is kept: the mandate by its id, conditions without blank cells. 400 at the
 * cell that is not in the language of PRODUCT.md section 2 or does not fit a fact of this draft.
 */
export async function principleWords(tx: EntityManager, facts: readonly Fact[], words: PartWords): Promise<PartWords> {
  const { mandate, applicability, decisionTable } = words as SaidOfPrinciple;
  const kept: PartWords = { ...words };
  if (typeof mandate === 'string') kept['mandate'] = await resolveReference(tx, 'mandate', mandate, '/mandate');
  if (applicability !== undefined) kept['applicability'] = keptCondition(applicability);
  if (decisionTable !== undefined) kept['decisionTable'] = keptTable(decisionTable);
  const problems = conditionProblems(
    kept as { applicability?: FactCells | null; decisionTable?: DecisionTable | null },
    facts,
  );
  if (problems.length > 0) throw Problems.invalid(problems);
  return kept;
}

/** A table as it is kept: a reason for every rule, no blank cells; one without rules is none. */
export function keptTable(table: NewDecisionTable | null): DecisionTable | null {
  if (!table || table.rules.length === 0) return null;
  return {
    rules: table.rules.map(({ when, outcome, reason = '' }) => ({ when: withoutBlanks(when), outcome, reason })),
  };
}

/** A condition as it is kept; one that asks nothing is none. */
export function keptCondition(when: FactCells | null): FactCells | null {
  const asked = withoutBlanks(when ?? {});
  return Object.keys(asked).length > 0 ? asked : null;
}

/** What cannot be saved, each at its cell: `/decisionTable/rules/0/when/latencyMs`. */
export function conditionProblems(
  { applicability, decisionTable }: { applicability?: FactCells | null; decisionTable?: DecisionTable | null },
  facts: readonly Fact[],
): InvalidField[] {
  const found = [
    ...(applicability ? cellProblems(applicability, facts) : []),
    ...(decisionTable ? tableProblems(decisionTable, facts) : []),
  ];
  return found.map(({ rule, fact, code, params }) => ({
    pointer: rule === null ? `/applicability/${fact}` : `/decisionTable/rules/${rule}/when/${fact}`,
    code,
    params,
  }));
}

function withoutBlanks(when: FactCells): FactCells {
  return Object.fromEntries(
    Object.entries(when)
      .map(([fact, cell]) => [fact, cell.trim()] as const)
      .filter(([, cell]) => cell !== ''),
  );
}
