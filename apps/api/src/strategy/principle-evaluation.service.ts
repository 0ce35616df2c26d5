import type {
  DecisionTable,
  EvaluatePrinciple,
  Fact,
  FactCells,
  TableEvaluation,
  TryPrinciple,
} from '@sightline/contracts';
import { evaluateTable } from '@sightline/rules';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problems } from '../platform/problems/problem';
import { conditionProblems, keptCondition, keptTable } from './principle-words';
import { versionReference } from './strategy-draft.service';

interface Stored {
  applicability: FactCells | null;
  decisionTable: DecisionTable | null;
  facts: Fact[];
}

/** What a principle says about facts, and why. Reads and answers; nothing is kept. */
@Injectable()
export class PrincipleEvaluation {
  constructor(private readonly db: DataSource) {}

  /** By the version in force. 404 when it does not hold the principle. */
  async inForce(reference: string, { facts }: EvaluatePrinciple): Promise<TableEvaluation> {
    const stored = await this.stored(STORED.inForce, [reference]);
    return evaluateTable(stored, stored.facts, facts);
  }

  /** By any version, and of a draft also as it would read with other conditions: 400 at a cell that cannot be saved. */
  async tried(version: string, reference: string, { facts, ...other }: TryPrinciple): Promise<TableEvaluation> {
    const wanted = versionReference(version);
    const stored =
      'id' in wanted
        ? await this.stored(STORED.byId, [reference, wanted.id])
        : await this.stored(STORED.byNumber, [reference, wanted.number]);
    const said = {
      applicability: other.applicability === undefined ? stored.applicability : keptCondition(other.applicability),
      decisionTable: other.decisionTable === undefined ? stored.decisionTable : keptTable(other.decisionTable),
    };
    const problems = conditionProblems(
      {
        ...(other.applicability !== undefined && { applicability: said.applicability }),
        ...(other.decisionTable !== undefined && { decisionTable: said.decisionTable }),
      },
      stored.facts,
    );
    if (problems.length > 0) throw Problems.invalid(problems);
    return evaluateTable(said, stored.facts, facts);
  }

  private async stored(sql: string, values: unknown[]): Promise<Stored> {
    const [row] = await this.db.query<Stored[]>(sql, values);
    if (!row) throw Problems.notFound('principle');
    return row;
  }
}

const PRINCIPLE = `
  SELECT r.applicability, r.decision_table AS "decisionTable", v.facts
    FROM principle i JOIN principle_revision r ON r.principle_id = i.id
    JOIN strategy_version v ON v.id = r.strategy_version_id
   WHERE (i.id::text = lower($1) OR i.code = upper($1))`;
const STORED = {
  inForce: `${PRINCIPLE} AND v.status = 'in_force'`,
  byId: `${PRINCIPLE} AND v.id = $2::uuid`,
  byNumber: `${PRINCIPLE} AND v.number = $2::integer`,
};
