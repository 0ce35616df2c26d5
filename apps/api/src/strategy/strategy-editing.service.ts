import type { GatePolicy, StrategyVersion, StrategyVersionChanges } from '@sightline/contracts';
import { GATE_TRANSITIONS, SECTIONS } from '@sightline/contracts';
import { gatePolicyProblems } from '@sightline/rules';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { Problems } from '../platform/problems/problem';
import { resolveReferences } from '../platform/records/resolve-reference';
import { writeAuthors } from './section-authors';
import { declaredFacts } from './declared-facts';
import { type DraftChange, StrategyDraftService } from './strategy-draft.service';
import { StrategyVersionEntity } from './strategy-version.entity';

/** Prose, authors, KPIs, gate policy, weights and review date of a draft. */
@Injectable()
export class StrategyEditingService {
  constructor(private readonly drafts: StrategyDraftService) {}

  /** Changes what the request names and nothing else. */
  change(version: string, expected: number, changes: StrategyVersionChanges): Promise<StrategyVersion> {
    return this.drafts.change(version, expected, (tx, draft) => this.changeIn(tx, draft, changes));
  }

  /** The same within a change of the locked draft that does more. */
  async changeIn(
    tx: EntityManager,
    draft: StrategyVersionEntity,
    changes: StrategyVersionChanges,
  ): Promise<DraftChange | null> {
    const own = changedColumns(draft, changes);
    if (Object.keys(own).length > 0) await tx.update(StrategyVersionEntity, { id: draft.id }, own);
    const before: Record<string, unknown> = pick(draft, Object.keys(own));
    const after: Record<string, unknown> = { ...own };
    for (const part of [
      changes.authors ? await writeAuthors(tx, draft.id, changes.authors) : null,
      changes.kpis ? await writeKpis(tx, draft.id, changes.kpis) : null,
    ]) {
      Object.assign(before, part?.before);
      Object.assign(after, part?.after);
    }
    return Object.keys(after).length > 0 ? { action: 'strategy_version.changed', before, after } : null;
  }
}

type OwnColumns = Partial<Pick<StrategyVersionEntity, (typeof OWN_COLUMNS)[number]>>;
const OWN_COLUMNS = [...SECTIONS, 'gatePolicy', 'weights', 'facts', 'reviewBy'] as const;

function changedColumns(draft: StrategyVersionEntity, changes: StrategyVersionChanges): OwnColumns {
  const wanted = {
    ...changes,
    gatePolicy: changes.gatePolicy && mergedPolicy(draft.gatePolicy, changes.gatePolicy),
    facts: changes.facts && declaredFacts(changes.facts),
  };
  return pick(
    wanted,
    OWN_COLUMNS.filter((column) => wanted[column] !== undefined && !isDeepStrictEqual(wanted[column], draft[column])),
  );
}

/** A transition that the request does not name keeps its checks. */
function mergedPolicy(standing: GatePolicy, changes: Partial<GatePolicy>): GatePolicy {
  const policy = { ...standing, ...changes };
  const [refused] = gatePolicyProblems(policy);
  if (refused)
    throw Problems.rule(`gate-policy-${refused.problem}`, { check: refused.code, transition: refused.transition });
  // In the order of the contract, so that the same policy is the same content.
  return Object.fromEntries(GATE_TRANSITIONS.map((transition) => [transition, policy[transition]])) as GatePolicy;
}

async function writeKpis(tx: EntityManager, versionId: string, references: string[]) {
  const wanted = await resolveReferences(tx, 'kpi', references, (index) => `/kpis/${index}`);
  const twice = wanted.findIndex((id, index) => wanted.indexOf(id) !== index);
  if (twice >= 0) throw Problems.invalid([{ pointer: `/kpis/${twice}`, code: 'twice' }]);
  const standing = await tx.query<{ id: string }[]>(
    'SELECT kpi_id AS id FROM strategy_version_kpi WHERE strategy_version_id = $1 ORDER BY position',
    [versionId],
  );
  const before = standing.map((row) => row.id);
  if (isDeepStrictEqual(before, wanted)) return null;
  await tx.query('DELETE FROM strategy_version_kpi WHERE strategy_version_id = $1', [versionId]);
  await tx.query(
    `INSERT INTO strategy_version_kpi (strategy_version_id, kpi_id, position)
     SELECT $1, w.id, w.place FROM unnest($2::uuid[]) WITH ORDINALITY AS w (id, place)`,
    [versionId, wanted],
  );
  return { before: { kpis: before }, after: { kpis: wanted } };
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K>;
function pick(from: object, keys: readonly string[]): Record<string, unknown>;
function pick(from: object, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));
}
