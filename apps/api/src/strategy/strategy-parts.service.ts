import type { StrategyVersion } from '@sightline/contracts';
import { STRATEGY_PARTS_MAX } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Problems } from '../platform/problems/problem';
import { resolveReference } from '../platform/records/resolve-reference';
import { inOrder, placeAt } from './strategy-part-order';
import type { StrategyPart, PartWords, StrategyPartName } from './strategy-parts';
import { STRATEGY_PARTS } from './strategy-parts';
import { StrategyDraftService } from './strategy-draft.service';

export interface NewPart {
  words: PartWords;
  position?: number;
  /** An identity of an earlier version that comes back. */
  returning?: string;
  /** Who brings it in. */
  by: string;
}

/** Principles, drivers and capabilities of a draft: added, reworded, moved, taken out. */
@Injectable()
export class StrategyPartsService {
  constructor(private readonly drafts: StrategyDraftService) {}

  add(name: StrategyPartName, version: string, expected: number, wanted: NewPart): Promise<StrategyVersion> {
    const part: StrategyPart = STRATEGY_PARTS[name];
    return this.drafts.change(version, expected, async (tx, draft) => {
      const standing = await inOrder(tx, part, draft.id);
      if (standing.length >= STRATEGY_PARTS_MAX) throw Problems.rule('too-many-parts', { most: STRATEGY_PARTS_MAX });
      const identity = await identityFor(tx, part, wanted);
      if (standing.includes(identity.id)) throw Problems.conflict(`${part.kind}-in-version`, { code: identity.code });
      const words = { ...(await lastWords(tx, part, identity.id)), ...spoken(wanted.words) };
      await insertRevision(tx, part, { versionId: draft.id, identity: identity.id, words });
      await placeAt(tx, part, {
        versionId: draft.id,
        id: identity.id,
        position: wanted.position ?? standing.length + 1,
      });
      return { action: `${part.kind}.added`, after: { code: identity.code, ...words } };
    });
  }

  change(
    name: StrategyPartName,
    version: string,
    expected: number,
    target: { id: string; words: PartWords; position?: number },
  ): Promise<StrategyVersion> {
    const part: StrategyPart = STRATEGY_PARTS[name];
    return this.drafts.change(version, expected, async (tx, draft) => {
      const before = await readRevision(tx, part, draft.id, target.id);
      const changed = Object.entries(spoken(target.words)).filter(([field, value]) => before.words[field] !== value);
      const moves = target.position !== undefined && target.position !== before.position;
      if (changed.length === 0 && !moves) return null;
      if (changed.length > 0) await updateRevision(tx, part, before.revisionId, Object.fromEntries(changed));
      if (moves) await placeAt(tx, part, { versionId: draft.id, id: before.id, position: target.position });
      return {
        action: `${part.kind}.changed`,
        before: described(before, Object.fromEntries(changed.map(([field]) => [field, before.words[field]])), moves),
        after: described({ ...before, position: target.position }, Object.fromEntries(changed), moves),
      };
    });
  }

  remove(name: StrategyPartName, version: string, expected: number, id: string): Promise<StrategyVersion> {
    const part: StrategyPart = STRATEGY_PARTS[name];
    return this.drafts.change(version, expected, async (tx, draft) => {
      const before = await readRevision(tx, part, draft.id, id);
      await tx.query(`DELETE FROM ${part.kind}_revision WHERE id = $1`, [before.revisionId]);
      await placeAt(tx, part, { versionId: draft.id });
      return { action: `${part.kind}.removed`, before: { code: before.code, ...before.words } };
    });
  }
}

interface Revision {
  revisionId: string;
  id: string;
  code: string;
  position: number;
  words: PartWords;
}

function described(revision: { code: string; position?: number }, words: PartWords, moves: boolean) {
  return { code: revision.code, ...words, ...(moves ? { position: revision.position } : {}) };
}

const spoken = (words: PartWords): PartWords =>
  Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));

async function identityFor(
  tx: EntityManager,
  part: StrategyPart,
  wanted: NewPart,
): Promise<{ id: string; code: string }> {
  const [sql, value] = wanted.returning
    ? [
        `SELECT id, code FROM ${part.kind} WHERE id = $1`,
        await resolveReference(tx, part.kind, wanted.returning, `/${part.kind}`),
      ]
    : [`INSERT INTO ${part.kind} (created_by) VALUES ($1) RETURNING id, code`, wanted.by];
  const rows = await tx.query<{ id: string; code: string }[]>(sql, [value]);
  const identity = rows[0];
  if (!identity) throw Problems.notFound(part.kind);
  return identity;
}

const fieldsOf = (part: StrategyPart): string =>
  `jsonb_build_object(${Object.entries(part.columns)
    .map(([field, column]) => `'${field}', r.${column}`)
    .join(', ')})`;

/** How the newest version that held it worded it; nothing for a new one. */
async function lastWords(tx: EntityManager, part: StrategyPart, id: string): Promise<PartWords> {
  const rows = await tx.query<{ words: PartWords }[]>(
    `SELECT ${fieldsOf(part)} AS words FROM ${part.kind}_revision r JOIN strategy_version v ON v.id = r.strategy_version_id
      WHERE r.${part.kind}_id = $1 ORDER BY v.number DESC LIMIT 1`,
    [id],
  );
  return rows[0]?.words ?? {};
}

async function readRevision(
  tx: EntityManager,
  part: StrategyPart,
  versionId: string,
  idOrCode: string,
): Promise<Revision> {
  const rows = await tx.query<Revision[]>(
    `SELECT r.id AS "revisionId", i.id, i.code, r.position, ${fieldsOf(part)} AS words
       FROM ${part.kind}_revision r JOIN ${part.kind} i ON i.id = r.${part.kind}_id
      WHERE r.strategy_version_id = $1 AND (i.id::text = lower($2) OR i.code = upper($2))`,
    [versionId, idOrCode],
  );
  const revision = rows[0];
  if (!revision) throw Problems.notFound(part.kind);
  return revision;
}

async function insertRevision(
  tx: EntityManager,
  part: StrategyPart,
  { versionId, identity, words }: { versionId: string; identity: string; words: PartWords },
): Promise<void> {
  const given = Object.entries(part.columns).filter(([field]) => words[field] !== undefined);
  const columns = given.map(([, column]) => `, ${column}`).join('');
  const values = given.map((_, index) => `, $${index + 3}`).join('');
  await tx.query(
    `INSERT INTO ${part.kind}_revision (strategy_version_id, ${part.kind}_id, position${columns}) VALUES ($1, $2, 0${values})`,
    [versionId, identity, ...given.map(([field]) => words[field])],
  );
}

async function updateRevision(
  tx: EntityManager,
  part: StrategyPart,
  revisionId: string,
  words: PartWords,
): Promise<void> {
  const fields = Object.keys(words);
  const assignments = fields.map((field, index) => `${part.columns[field]} = $${index + 2}`).join(', ');
  await tx.query(`UPDATE ${part.kind}_revision SET ${assignments} WHERE id = $1`, [
    revisionId,
    ...fields.map((field) => words[field]),
  ]);
}
