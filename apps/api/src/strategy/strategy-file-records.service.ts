import type { StrategyVersion } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { readRequest } from '../platform/problems/request-reading';
import {
  RECORD_KINDS,
  type RecordKind,
  type StrategyText,
  textProblem,
  type ToldRecord,
} from './document/strategy-text';
import { type FilePlace, type FileProblem, ofFields, ofText, refusalsOf } from './file-problem';
import type { DraftChange } from './strategy-draft.service';
import { inOrder } from './strategy-part-order';
import { PART_STATEMENTS, type PartWords, type StrategyPartName } from './strategy-parts';
import {
  CapabilityChangesRequest,
  DriverChangesRequest,
  NewCapabilityRequest,
  NewDriverRequest,
  NewPrincipleRequest,
  PrincipleChangesRequest,
} from './strategy-parts.requests';
import { StrategyPartsService } from './strategy-parts.service';
import type { StrategyVersionEntity } from './strategy-version.entity';

const LISTS = {
  driver: { name: 'drivers', added: NewDriverRequest, changed: DriverChangesRequest },
  capability: { name: 'capabilities', added: NewCapabilityRequest, changed: CapabilityChangesRequest },
  principle: { name: 'principles', added: NewPrincipleRequest, changed: PrincipleChangesRequest },
} as const satisfies Record<RecordKind, { name: StrategyPartName; added: unknown; changed: unknown }>;

const KNOWN_SQL = {
  driver: 'SELECT id, code FROM driver WHERE id::text = ANY ($1) OR code = ANY ($2)',
  capability: 'SELECT id, code FROM capability WHERE id::text = ANY ($1) OR code = ANY ($2)',
  principle: 'SELECT id, code FROM principle WHERE id::text = ANY ($1) OR code = ANY ($2)',
} as const satisfies Record<RecordKind, string>;

interface FileForRecords {
  draft: StrategyVersionEntity;
  before: StrategyVersion;
  text: StrategyText;
  by: string;
}
interface Written {
  problems: FileProblem[];
  done: DraftChange[];
}
type Standing = Record<string, unknown> & { id: string; code: string };

/** Drivers, capabilities and principles of a file: what stands in both is changed, the rest comes in or leaves. */
@Injectable()
export class StrategyFileRecords {
  constructor(private readonly parts: StrategyPartsService) {}

  async write(tx: EntityManager, file: FileForRecords): Promise<Written> {
    const written: Written = { problems: [], done: [] };
    for (const kind of RECORD_KINDS) {
      const told = file.text.records[kind];
      if (told) await this.writeKind(tx, { ...file, kind, told, written });
    }
    return written;
  }

  private async writeKind(
    tx: EntityManager,
    {
      draft,
      before,
      by,
      kind,
      told,
      written,
    }: FileForRecords & { kind: RecordKind; told: ToldRecord[]; written: Written },
  ): Promise<void> {
    const { name } = LISTS[kind];
    const standing = before[name] as unknown as Standing[];
    const identities = await identitiesOf(tx, kind, told);
    const kept = new Set(identities);
    for (const { id } of standing) {
      if (!kept.has(id)) written.done.push(await this.parts.removeIn(tx, draft, name, id));
    }
    const order: string[] = [];
    for (const [index, record] of told.entries()) {
      const id = identities[index] ?? null;
      const old = standing.find((one) => one.id === id);
      const { request, wrong } = requestOf(kind, record, old);
      const place = placeOf(record);
      const twice = id !== null && identities.indexOf(id) !== index;
      written.problems.push(...(twice ? [toldTwice(record)] : ofFields(wrong, place)));
      if (twice || wrong.length > 0) continue;
      const work = async (): Promise<void> => {
        const wanted = { words: request, by, ...(id && { returning: id }) };
        const { id: done, change } = old
          ? await this.parts.changeIn(tx, draft, name, { id: old.id, words: request })
          : await this.parts.addIn(tx, draft, name, wanted);
        order.push(done);
        if (change) written.done.push(change);
      };
      written.problems.push(...(await refusalsOf(work, place)));
    }
    const move = await this.place(tx, draft, { name, order });
    if (move) written.done.push({ action: `${kind}.moved`, ...move });
  }

  /** In the order of the file. */
  private async place(
    tx: EntityManager,
    draft: StrategyVersionEntity,
    { name, order }: { name: StrategyPartName; order: string[] },
  ): Promise<{ before: { order: string[] }; after: { order: string[] } } | null> {
    const standing = await inOrder(tx, PART_STATEMENTS[name], draft.id);
    if (isDeepStrictEqual(standing, order)) return null;
    await tx.query(PART_STATEMENTS[name].place, [draft.id, order]);
    return { before: { order: standing }, after: { order } };
  }
}

/** The identity of each record: by its id, else by its code; null for one this installation has never seen. */
async function identitiesOf(
  tx: EntityManager,
  kind: RecordKind,
  told: readonly ToldRecord[],
): Promise<(string | null)[]> {
  const ids = told.flatMap(({ id }) => (id ? [id.toLowerCase()] : []));
  const codes = told.flatMap(({ id, code }) => (!id && code ? [code] : []));
  const known = await tx.query<{ id: string; code: string }[]>(KNOWN_SQL[kind], [ids, codes]);
  return told.map(({ id, code }) => {
    const found = known.find((one) => (id ? one.id === id.toLowerCase() : one.code === code));
    return found?.id ?? null;
  });
}

/** What the file says of a record; of one that stands in the draft only what it says otherwise. */
function requestOf(
  kind: RecordKind,
  { fields }: ToldRecord,
  old: Standing | undefined,
): { request: PartWords; wrong: ReturnType<typeof readRequest>['wrong'] } {
  const said = Object.entries(fields).map(([field, { value }]) => [field, value] as const);
  const missing = kind === 'principle' ? CONDITIONS : [];
  const all = [...missing.filter((field) => !fields[field]).map((field) => [field, null] as const), ...said];
  const changed = all.filter(([field, value]) => !old || !isDeepStrictEqual(value, standingValue(old, field)));
  const { added, changed: changes } = LISTS[kind];
  const { request, wrong } = readRequest<object>(old ? changes : added, Object.fromEntries(changed));
  return { request: { ...request }, wrong };
}

const toldTwice = ({ line, code, id }: ToldRecord): FileProblem =>
  ofText(textProblem(line, 'import-twice', { mark: code ?? id }));

/** A file shows neither where there is none. */
const CONDITIONS: readonly string[] = ['applicability', 'decisionTable'];

function standingValue(old: Standing, field: string): unknown {
  const value = old[field];
  return field === 'mandate' ? ((value as { id: string } | null)?.id ?? null) : value;
}

const placeOf =
  ({ line, fields }: ToldRecord) =>
  (pointer: string): FilePlace => {
    const [, field = ''] = pointer.split('/');
    return { line: fields[field]?.line ?? line, field: field === '' ? null : pointer.slice(1).replaceAll('/', '.') };
  };
