import type { DataSource, EntityManager } from 'typeorm';
import { prepared } from '../database/prepared';
import { Problems, type InvalidField } from '../problems/problem';
import { isUuid } from '../problems/validators';

interface ReferencedTable {
  /** `$1` are the references that are ids; `$2` and `$3` what `by` says, in that order. */
  sql: string;
  /** Codes are compared in capitals, names in small letters. */
  by: readonly ('code' | 'name')[];
}

const byCode = (table: string): ReferencedTable => ({
  sql: `SELECT id, code, NULL AS name FROM ${table} WHERE id = ANY($1::uuid[]) OR code = ANY($2::text[])`,
  by: ['code'],
});
const byCodeOrName = (table: string): ReferencedTable => ({
  sql: `SELECT id, code, CASE WHEN archived_at IS NULL THEN lower(name) END AS name FROM ${table}
         WHERE id = ANY($1::uuid[]) OR code = ANY($2::text[]) OR (lower(name) = ANY($3::text[]) AND archived_at IS NULL)`,
  by: ['code', 'name'],
});

/** Everything a request can point at. */
const REFERENCED = {
  person: {
    sql: `SELECT id, NULL AS code, lower(email) AS name FROM app_user
           WHERE (id = ANY($1::uuid[]) OR lower(email) = ANY($2::text[])) AND status <> 'erased'`,
    by: ['name'],
  },
  unit: byCodeOrName('business_unit'),
  party: byCodeOrName('party'),
  system: byCodeOrName('system'),
  service: byCodeOrName('service'),
  domain: byCodeOrName('data_domain'),
  kpi: byCode('kpi'),
  principle: byCode('principle'),
  mandate: byCode('mandate'),
  exception: byCode('principle_exception'),
  driver: byCode('driver'),
  capability: byCode('capability'),
  charter: byCode('charter'),
  board: {
    sql: `SELECT id, NULL AS code, lower(name) AS name FROM board
           WHERE id = ANY($1::uuid[]) OR lower(name) = ANY($2::text[])`,
    by: ['name'],
  },
} as const satisfies Record<string, ReferencedTable>;

export type Referenced = keyof typeof REFERENCED;

/** The id behind a reference: an id, a code, for a person the e-mail address, for registers also the name. 400 when unknown. */
export async function resolveReference(
  tx: EntityManager | DataSource,
  type: Referenced,
  reference: string,
  pointer: string,
): Promise<string> {
  const [id] = await resolveReferences(tx, type, [reference], () => pointer);
  return id as string;
}

/** The ids behind references, in their order, in one statement; a 400 names every one that is unknown. */
export async function resolveReferences(
  tx: EntityManager | DataSource,
  type: Referenced,
  references: readonly string[],
  pointer: (index: number) => string,
): Promise<string[]> {
  if (references.length === 0) return [];
  const known = await lookUp(tx, type, references);
  const unknown: InvalidField[] = [];
  const ids = references.map((reference, index) => {
    const id = known.get(reference.toLowerCase());
    if (!id) unknown.push({ pointer: pointer(index), code: 'unknown-reference', params: { reference } });
    return id ?? '';
  });
  if (unknown.length > 0) throw Problems.invalid(unknown);
  return ids;
}

async function lookUp(
  tx: EntityManager | DataSource,
  type: Referenced,
  references: readonly string[],
): Promise<Map<string, string>> {
  const { sql, by }: ReferencedTable = REFERENCED[type];
  const spelt = {
    code: references.map((reference) => reference.toUpperCase()),
    name: references.map((reference) => reference.toLowerCase()),
  };
  const rows = await prepared<{ id: string; code: string | null; name: string | null }>(
    tx,
    { name: `reference ${type}`, text: sql },
    [references.filter(isUuid), ...by.map((key) => spelt[key])],
  );
  const known = new Map<string, string>();
  for (const { id, code, name } of rows) {
    // An id goes before a code, a code before a name.
    if (name && !known.has(name)) known.set(name, id);
    if (code) known.set(code.toLowerCase(), id);
    known.set(id, id);
  }
  return known;
}
