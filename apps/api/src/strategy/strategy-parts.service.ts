import type {
  CapabilityRevision,
  DriverRevision,
  PrincipleRevision,
  StrategyPartSaved,
  StrategyVersion,
} from '@sightline/contracts';
import { STRATEGY_PARTS_MAX } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { Problems } from '../platform/problems/problem';
import { resolveReference } from '../platform/records/resolve-reference';
import { principleWords } from './principle-words';
import { inOrder, placeAt } from './strategy-part-order';
import { PART_STATEMENTS, type PartStatements, type PartWords, type StrategyPartName } from './strategy-parts';
import { type DraftChange, StrategyDraftService } from './strategy-draft.service';
import type { StrategyVersionEntity } from './strategy-version.entity';

export interface NewPart {
  words: PartWords;
  position?: number;
  /** An identity of an earlier version that comes back. */
  returning?: string;
  /** Who brings it in. */
  by: string;
}

export interface ChangedPart {
  id: string;
  words: PartWords;
  position?: number;
}
/** Which record it is, and what changed; null when nothing did. */
export interface PartChanged {
  id: string;
  change: DraftChange | null;
}

/** Principles, drivers and capabilities of a draft: added, reworded, moved, taken out. */
@Injectable()
export class StrategyPartsService {
  constructor(private readonly drafts: StrategyDraftService) {}

  add<N extends StrategyPartName>(
    name: N,
    version: string,
    expected: number | null,
    wanted: NewPart,
  ): Promise<SavedPart<N>> {
    return this.drafts.changePart(version, expected, listed(name), (tx, draft) => this.addIn(tx, draft, name, wanted));
  }

  /** The same within a change of the locked draft that does more; so are the other two. */
  async addIn(
    tx: EntityManager,
    draft: StrategyVersionEntity,
    name: StrategyPartName,
    wanted: NewPart,
  ): Promise<PartChanged> {
    const part = PART_STATEMENTS[name];
    const standing = await inOrder(tx, part, draft.id);
    if (standing.length >= STRATEGY_PARTS_MAX) throw Problems.rule('too-many-parts', { most: STRATEGY_PARTS_MAX });
    const { id, code } = await identityFor(tx, part, wanted);
    if (standing.includes(id)) throw Problems.conflict(`${part.kind}-in-version`, { code });
    const words = { ...(await lastWords(tx, part, id)), ...(await readWords(tx, name, draft, wanted.words)) };
    await tx.query(part.insert, [draft.id, id, JSON.stringify(words)]);
    await placeAt(tx, part, { versionId: draft.id, id, position: wanted.position ?? standing.length + 1 });
    return { id, change: { action: `${part.kind}.added`, after: { code, ...words } } };
  }

  change<N extends StrategyPartName>(
    name: N,
    version: string,
    expected: number,
    target: ChangedPart,
  ): Promise<SavedPart<N>> {
    return this.drafts.changePart(version, expected, listed(name), (tx, draft) =>
      this.changeIn(tx, draft, name, target),
    );
  }

  async changeIn(
    tx: EntityManager,
    draft: StrategyVersionEntity,
    name: StrategyPartName,
    target: ChangedPart,
  ): Promise<PartChanged> {
    const part = PART_STATEMENTS[name];
    const before = await readRevision(tx, part, draft.id, target.id);
    const { id } = before;
    const words = await readWords(tx, name, draft, target.words);
    const changed = Object.entries(words).filter(([field, value]) => !isDeepStrictEqual(before.words[field], value));
    const moves = target.position !== undefined && target.position !== before.position;
    if (changed.length === 0 && !moves) return { id, change: null };
    if (changed.length > 0)
      await tx.query(part.change, [before.revisionId, JSON.stringify(Object.fromEntries(changed))]);
    if (moves) await placeAt(tx, part, { versionId: draft.id, id, position: target.position });
    const change = {
      action: `${part.kind}.changed`,
      before: described(before, Object.fromEntries(changed.map(([field]) => [field, before.words[field]])), moves),
      after: described({ ...before, position: target.position }, Object.fromEntries(changed), moves),
    };
    return { id, change };
  }

  remove(name: StrategyPartName, version: string, expected: number, id: string): Promise<StrategyVersion> {
    return this.drafts.change(version, expected, (tx, draft) => this.removeIn(tx, draft, name, id));
  }

  async removeIn(
    tx: EntityManager,
    draft: StrategyVersionEntity,
    name: StrategyPartName,
    id: string,
  ): Promise<DraftChange> {
    const part = PART_STATEMENTS[name];
    const before = await readRevision(tx, part, draft.id, id);
    await tx.query(part.remove, [before.revisionId]);
    await placeAt(tx, part, { versionId: draft.id });
    return { action: `${part.kind}.removed`, before: { code: before.code, ...before.words } };
  }
}

interface Parts {
  principles: PrincipleRevision;
  drivers: DriverRevision;
  capabilities: CapabilityRevision;
}
type SavedPart<N extends StrategyPartName> = StrategyPartSaved<Parts[N]>;

const listed =
  <N extends StrategyPartName>(name: N) =>
  (version: { [K in StrategyPartName]: Parts[K][] }): Parts[N][] =>
    version[name];

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

/** What the request says, with references resolved and cells checked against the facts of the draft. */
async function readWords(
  tx: EntityManager,
  name: StrategyPartName,
  draft: StrategyVersionEntity,
  words: PartWords,
): Promise<PartWords> {
  const said = spoken(words);
  return name === 'principles' ? principleWords(tx, draft.facts, said) : said;
}

async function identityFor(
  tx: EntityManager,
  part: PartStatements,
  wanted: NewPart,
): Promise<{ id: string; code: string }> {
  const rows = wanted.returning
    ? await tx.query<{ id: string; code: string }[]>(part.identity, [
        await resolveReference(tx, part.kind, wanted.returning, `/${part.kind}`),
      ])
    : await tx.query<{ id: string; code: string }[]>(part.newIdentity, [wanted.by]);
  const identity = rows[0];
  if (!identity) throw Problems.notFound(part.kind);
  return identity;
}

/** Nothing for a new one. */
async function lastWords(tx: EntityManager, part: PartStatements, id: string): Promise<PartWords> {
  const rows = await tx.query<{ words: PartWords }[]>(part.lastWords, [id]);
  return rows[0]?.words ?? {};
}

async function readRevision(
  tx: EntityManager,
  part: PartStatements,
  versionId: string,
  idOrCode: string,
): Promise<Revision> {
  const rows = await tx.query<Revision[]>(part.read, [versionId, idOrCode]);
  const revision = rows[0];
  if (!revision) throw Problems.notFound(part.kind);
  return revision;
}
