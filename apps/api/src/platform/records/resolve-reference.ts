import type { DataSource, EntityManager } from 'typeorm';
import { prepared } from '../database/prepared';
import { Problems, type InvalidField } from '../problems/problem';
import { isUuid } from '../problems/validators';

interface ReferencedTable {
  /** Answers `id, code, name, revision`; `$1` are the references that are ids, `$2` and `$3` what `by` says, in that order. */
  sql: string;
  /** Codes are compared in capitals, names in small letters. */
  by: readonly ('code' | 'name')[];
}

const byCode = (table: string, revision = 'NULL::uuid'): ReferencedTable => ({
  sql: `SELECT id, code, NULL AS name, ${revision} AS revision FROM ${table} WHERE id = ANY($1::uuid[]) OR code = ANY($2::text[])`,
  by: ['code'],
});
const byCodeOrName = (table: string): ReferencedTable => ({
  sql: `SELECT id, code, CASE WHEN archived_at IS NULL THEN lower(name) END AS name, NULL::uuid AS revision FROM ${table}
         WHERE id = ANY($1::uuid[]) OR code = ANY($2::text[]) OR (lower(name) = ANY($3::text[]) AND archived_at IS NULL)`,
  by: ['code', 'name'],
});

/** Everything a request can point at. */
const REFERENCED = {
  person: {
    sql: `SELECT id, NULL AS code, lower(email) AS name, NULL::uuid AS revision FROM app_user
           WHERE (id = ANY($1::uuid[]) OR lower(email) = ANY($2::text[])) AND status <> 'erased'`,
    by: ['name'],
  },
  unit: byCodeOrName('business_unit'),
  party: byCodeOrName('party'),
  system: byCodeOrName('system'),
  service: byCodeOrName('service'),
  domain: byCodeOrName('data_domain'),
  kpi: byCode('kpi', 'current_revision_id'),
  principle: byCode('principle'),
  mandate: byCode('mandate'),
  exception: byCode('principle_exception'),
  driver: byCode('driver'),
  capability: byCode('capability'),
  charter: byCode('charter'),
  board: {
    sql: `SELECT id, NULL AS code, lower(name) AS name, NULL::uuid AS revision FROM board
           WHERE id = ANY($1::uuid[]) OR lower(name) = ANY($2::text[])`,
    by: ['name'],
  },
} as const satisfies Record<string, ReferencedTable>;

export type Referenced = keyof typeof REFERENCED;

/** A reference of a request, with the place where it stands. */
export interface AskedReference {
  type: Referenced;
  reference: string;
  pointer: string;
}

export interface Resolved {
  id: string;
  /** Of a KPI: the one that stands now. */
  revision: string | null;
}

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
  const asked = references.map((reference, index) => ({ type, reference, pointer: pointer(index) }));
  return (await resolveAll(tx, asked)).map(({ id }) => id);
}

/** What is behind references of any kinds, in their order, in one statement; a 400 names every one that is unknown. */
export async function resolveAll(
  tx: EntityManager | DataSource,
  asked: readonly AskedReference[],
): Promise<Resolved[]> {
  if (asked.length === 0) return [];
  const known = await lookUp(tx, asked);
  const unknown: InvalidField[] = [];
  const resolved = asked.map(({ type, reference, pointer }) => {
    const found = known.get(`${type} ${reference.toLowerCase()}`);
    if (!found) unknown.push({ pointer, code: 'unknown-reference', params: { reference } });
    return found ?? { id: '', revision: null };
  });
  if (unknown.length > 0) throw Problems.invalid(unknown);
  return resolved;
}

interface Row extends Resolved {
  type: Referenced;
  code: string | null;
  name: string | null;
}

/** Statements over more kinds are rare and many, and no connection should keep them all. */
const KINDS_PREPARED = 2;

async function lookUp(
  tx: EntityManager | DataSource,
  asked: readonly AskedReference[],
): Promise<Map<string, Resolved>> {
  const types = [...new Set(asked.map(({ type }) => type))].sort();
  const values = types.map((type) => valuesOf(type, asked));
  const text = textOf(types);
  const rows =
    types.length <= KINDS_PREPARED
      ? await prepared<Row>(tx, { name: `references ${types.join(' ')}`, text }, values.flat())
      : await tx.query<Row[]>(text, values.flat());
  const known = new Map<string, Resolved>();
  for (const { type, id, code, name, revision } of rows) {
    const found = { id, revision };
    // An id goes before a code, a code before a name.
    if (name && !known.has(`${type} ${name}`)) known.set(`${type} ${name}`, found);
    if (code) known.set(`${type} ${code.toLowerCase()}`, found);
    known.set(`${type} ${id}`, found);
  }
  return known;
}

function textOf(types: readonly Referenced[]): string {
  let before = 0;
  const parts = types.map((type) => {
    const { sql, by } = REFERENCED[type];
    const first = before;
    before += 1 + by.length;
    return `SELECT '${type}' AS type, r.* FROM (${sql.replace(/\$(\d)/g, (_all, at) => `$${first + Number(at)}`)}) r`;
  });
  return parts.join(' UNION ALL ');
}

function valuesOf(type: Referenced, asked: readonly AskedReference[]): string[][] {
  const references = asked.filter((one) => one.type === type).map(({ reference }) => reference);
  const spelt = {
    code: references.map((reference) => reference.toUpperCase()),
    name: references.map((reference) => reference.toLowerCase()),
  };
  const { by }: ReferencedTable = REFERENCED[type];
  return [references.filter(isUuid), ...by.map((key) => spelt[key])];
}
