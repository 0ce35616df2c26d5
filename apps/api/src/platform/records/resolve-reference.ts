import type { DataSource, EntityManager } from 'typeorm';
import { prepared } from '../database/prepared';
import { Problems, type InvalidField } from '../problems/problem';
import { isUuid } from '../problems/validators';

/** Which records have this kind of key: each a look-up by one index; `a` is what was asked. */
type Ways = readonly string[];

const byCode = (table: string, revision = 'NULL::uuid'): Ways => [
  `SELECT id, ${revision} AS revision FROM ${table} WHERE id = a.id`,
  `SELECT id, ${revision} FROM ${table} WHERE code = a.code`,
];
const byCodeOrName = (table: string): Ways => [
  ...byCode(table),
  `SELECT id, NULL::uuid FROM ${table} WHERE lower(name) = a.name AND archived_at IS NULL`,
];

/** Everything a request can point at, by an id before a code, and by a code before a name. */
const REFERENCED = {
  person: [
    `SELECT id, NULL::uuid AS revision FROM app_user WHERE id = a.id AND status <> 'erased'`,
    `SELECT id, NULL::uuid FROM app_user WHERE lower(email) = a.name AND status <> 'erased'`,
  ],
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
  board: [
    `SELECT id, NULL::uuid AS revision FROM board WHERE id = a.id`,
    `SELECT id, NULL::uuid FROM board WHERE lower(name) = a.name`,
  ],
} as const satisfies Record<string, Ways>;

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
  const found = await lookUp(tx, asked);
  const unknown: InvalidField[] = [];
  const resolved = asked.map(({ reference, pointer }, at) => {
    const one = found.get(at);
    if (!one) unknown.push({ pointer, code: 'unknown-reference', params: { reference } });
    return one ?? { id: '', revision: null };
  });
  if (unknown.length > 0) throw Problems.invalid(unknown);
  return resolved;
}

/** Statements over more kinds are rare and many, and no connection should keep them all. */
const KINDS_PREPARED = 2;

async function lookUp(
  tx: EntityManager | DataSource,
  asked: readonly AskedReference[],
): Promise<Map<number, Resolved>> {
  const types = [...new Set(asked.map(({ type }) => type))].sort();
  const text = types.map(lookUpSql).join(' UNION ALL ');
  const words = asked.map(({ type, reference }, at) => {
    const [code, name] = [reference.toUpperCase(), reference.toLowerCase()];
    return { at, type, name, ...(isUuid(reference) ? { id: reference } : { code }) };
  });
  const values = [JSON.stringify(words)];
  const rows =
    types.length <= KINDS_PREPARED
      ? await prepared<Resolved & { at: number }>(tx, { name: `references ${types.join(' ')}`, text }, values)
      : await tx.query<(Resolved & { at: number })[]>(text, values);
  return new Map(rows.map(({ at, id, revision }) => [at, { id, revision }]));
}

/** The first way that leads to a record wins. What was asked comes as one value, so that one plan serves any number. */
function lookUpSql(type: Referenced): string {
  const ways = REFERENCED[type].map((way, rank) => `SELECT ${rank} AS rank, w.* FROM (${way}) w`);
  return `SELECT a.at, r.id, r.revision
    FROM json_to_recordset($1::json) AS a(at integer, type text, id uuid, code text, name text),
    LATERAL (${ways.join(' UNION ALL ')} ORDER BY rank LIMIT 1) r
   WHERE a.type = '${type}'`;
}
