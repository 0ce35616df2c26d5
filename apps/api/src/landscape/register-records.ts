import type { DataSource, EntityManager, EntityTarget, FindOptionsWhere } from 'typeorm';
import { Problems } from '../platform/problems/problem';
import { parseIdOrCode } from '../platform/records/id-or-code';
import { requireVersion } from '../platform/records/if-match';
import { RECORD_SQL, type Register } from './register.query';

interface Versioned {
  id: string;
  code: string;
  version: number;
}

/** One record as the API shows it. 404. */
export async function readRecord<T>(db: DataSource | EntityManager, register: Register, reference: string): Promise<T> {
  const { id, code } = parseIdOrCode(reference);
  const [row] = await db.query<{ record: T }[]>(RECORD_SQL[register], [id ?? null, code ?? null]);
  if (!row) throw Problems.notFound(register);
  return row.record;
}

/**
 * Takes one record for the rest of the transaction. 404; whatever `allow` refuses, before anything is said about the
 * record; 412 when the change is based on another version.
 */
export async function lockRecord<E extends Versioned>(
  tx: EntityManager,
  entity: EntityTarget<E>,
  reference: string,
  expected: number,
  allow: (record: E) => void = () => undefined,
): Promise<E> {
  const record = await tx.findOne(entity, {
    where: parseIdOrCode(reference) as FindOptionsWhere<E>,
    lock: { mode: 'for_no_key_update' },
  });
  if (!record) throw Problems.notFound();
  allow(record);
  requireVersion(expected, record.version);
  return record;
}

/** The fields a change really changes, as they were and as they become; null when it changes nothing. */
export function differences<E extends object>(
  record: E,
  changes: Partial<E>,
): { before: Partial<E>; after: Partial<E> } | null {
  const changed = (Object.keys(changes) as (keyof E)[]).filter(
    (field) => changes[field] !== undefined && changes[field] !== record[field],
  );
  if (changed.length === 0) return null;
  const pick = (from: Partial<E>) => Object.fromEntries(changed.map((field) => [field, from[field]])) as Partial<E>;
  return { before: pick(record), after: pick(changes) };
}

/** Texts that were emptied are null in the database, so that "not given" has one form. */
export const textOrNull = (text: string | null | undefined): string | null | undefined =>
  text === undefined ? undefined : text || null;
