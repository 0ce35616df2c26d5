import type { GatePolicy, StrategyVersion } from '@sightline/contracts';
import { DEFAULT_ALIGNMENT_WEIGHTS, DEFAULT_GATE_POLICY, policyWithLaterChecks } from '@sightline/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { recordOf, wholeVersion } from './strategy-draft.service';

/** Opens the next version: a copy of the one in force, or an empty one when there is none yet. */
@Injectable()
export class StrategyDraftingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
  ) {}

  /** 409 `strategy-version-open` while another version is a draft or before the board. */
  draft(by: string): Promise<StrategyVersion> {
    return this.unitOfWork.write(async (tx) => {
      // Alone: of two that open a version at once, the second finds the first one's.
      await tx.query('SELECT id FROM strategy FOR UPDATE');
      await refuseSecondOpenVersion(tx);
      const source = await versionInForce(tx);
      const opened = await insertVersion(tx, source, by);
      if (source) await copyContent(tx, source, opened.id);
      else await giveFoundingRights(tx, opened.id);
      await this.auditTrail.record(tx, {
        ...recordOf(opened),
        action: 'strategy_version.drafted',
        after: { number: opened.number, copiedFrom: source },
      });
      return wholeVersion(tx, opened.id);
    });
  }
}

async function refuseSecondOpenVersion(tx: EntityManager): Promise<void> {
  const open = await tx.query<{ number: number; status: string }[]>(
    `SELECT number, status FROM strategy_version WHERE status IN ('draft', 'proposed')`,
  );
  if (open[0]) throw Problems.conflict('strategy-version-open', { ...open[0] });
}

async function versionInForce(tx: EntityManager): Promise<string | null> {
  const rows = await tx.query<{ id: string }[]>(`SELECT id FROM strategy_version WHERE status = 'in_force'`);
  return rows[0]?.id ?? null;
}

/** The date of the next review is not copied: each version has to name its own. */
async function insertVersion(
  tx: EntityManager,
  source: string | null,
  by: string,
): Promise<{ id: string; number: number }> {
  const rows = await tx.query<{ id: string; number: number }[]>(
    `INSERT INTO strategy_version (number, copied_from_id, created_by, gate_policy, weights, facts, purpose, alignment,
            capabilities_narrative, governance, data_governance, resilience, success_metrics)
     SELECT (SELECT coalesce(max(number), 0) + 1 FROM strategy_version), s.id, $2::uuid,
            coalesce(s.gate_policy, $3::jsonb), coalesce(s.weights, $4::jsonb), coalesce(s.facts, '[]'), coalesce(s.purpose, ''),
            coalesce(s.alignment, ''), coalesce(s.capabilities_narrative, ''), coalesce(s.governance, ''),
            coalesce(s.data_governance, ''), coalesce(s.resilience, ''), coalesce(s.success_metrics, '')
       FROM (SELECT $1::uuid AS wanted) w LEFT JOIN strategy_version s ON s.id = w.wanted
     RETURNING id, number`,
    [source, by, JSON.stringify(DEFAULT_GATE_POLICY), JSON.stringify(DEFAULT_ALIGNMENT_WEIGHTS)],
  );
  const opened = rows[0];
  if (!opened) throw new Error('A version was inserted and did not come back.');
  await keepPolicyUpToDate(tx, opened.id);
  return opened;
}

/** A strategy from before some checks existed could not say where they block. */
async function keepPolicyUpToDate(tx: EntityManager, id: string): Promise<void> {
  const [row] = await tx.query<{ policy: GatePolicy }[]>(
    'SELECT gate_policy AS policy FROM strategy_version WHERE id = $1',
    [id],
  );
  if (!row) return;
  const policy = policyWithLaterChecks(row.policy);
  if (policy !== row.policy)
    await tx.query('UPDATE strategy_version SET gate_policy = $2 WHERE id = $1', [id, JSON.stringify(policy)]);
}

/** Table → the columns that make up its content. */
const CONTENT = {
  section_author: 'section, business_author_id, it_author_id',
  principle_revision:
    'principle_id, position, title, statement, rationale, implications, exception_guidance, ' +
    'mandate_id, applicability, decision_table',
  driver_revision: 'driver_id, position, name, description, weight',
  capability_revision: 'capability_id, position, name, description, current_maturity, target_maturity',
  decision_right: 'subject, budget_up_to, board_id, rule',
  strategy_version_kpi: 'kpi_id, position',
};
const COPIES = Object.entries(CONTENT).map(
  ([table, columns]) =>
    `INSERT INTO ${table} (strategy_version_id, ${columns}) SELECT $2, ${columns} FROM ${table} WHERE strategy_version_id = $1`,
);

async function copyContent(tx: EntityManager, from: string, to: string): Promise<void> {
  for (const copy of COPIES) await tx.query(copy, [from, to]);
}

/** What a new strategy starts from: the founding board decides everything (PRODUCT.md section 2, bootstrap). */
async function giveFoundingRights(tx: EntityManager, versionId: string): Promise<void> {
  await tx.query(
    `INSERT INTO decision_right (strategy_version_id, subject, board_id, rule)
     SELECT $1, d.subject, b.id, d.rule FROM board b
      CROSS JOIN (VALUES ('strategy_version', 'two_thirds'), ('charter', 'simple_majority'),
                         ('change_request', 'simple_majority'), ('exception', 'simple_majority')) AS d (subject, rule)
      WHERE b.founding`,
    [versionId],
  );
}
