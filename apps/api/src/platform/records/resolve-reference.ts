import type { DataSource, EntityManager } from 'typeorm';
import { prepared } from '../database/prepared';
import type { Statement } from '../database/together';
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

/** A row of `lookUpOf`: which of the references it is, and what it leads to. */
export type FoundReference = Resolved & { at: number };

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
  return asked.length === 0 ? [] : resolvedBy(asked, await lookUp(tx, asked));
}

/** The same from the rows that the statement of `lookUpOf` has answered. */
export function resolvedBy(asked: readonly AskedReference[], rows: readonly FoundReference[]): Resolved[] {
  const found = new Map(rows.map(({ at, id, revision }) => [at, { id, revision }]));
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

/** The look-up as a statement, for whoever sends it together with others; null where its plan is not worth keeping. */
export function lookUpOf(asked: readonly AskedReference[]): Statement | null {
  const types = typesOf(asked);
  return types.length === 0 || types.length > KINDS_PREPARED ? null : statementOf(types, asked);
}

async function lookUp(
  tx: EntityManager | DataSource,
  asked: readonly AskedReference[],
): Promise<readonly FoundReference[]> {
  const types = typesOf(asked);
  const { values, ...statement } = statementOf(types, asked);
  return types.length <= KINDS_PREPARED
    ? prepared<FoundReference>(tx, statement, values)
    : tx.query<FoundReference[]>(statement.text, values);
}

const typesOf = (asked: readonly AskedReference[]): Referenced[] => [...new Set(asked.map(({ type }) => type))].sort();

function statementOf(types: readonly Referenced[], asked: readonly AskedReference[]) {
  const words = asked.map(({ type, reference }, at) => {
    const [code, name] = [reference.toUpperCase(), reference.toLowerCase()];
    return { at, type, name, ...(isUuid(reference) ? { id: reference } : { code }) };
  });
  const text = types.map((type) => LOOK_UPS[type]).join(' UNION ALL ');
  return { name: `references ${types.join(' ')}`, text, values: [JSON.stringify(words)] };
}

/** The first way that leads to a record wins. What was asked comes as one value, so that one plan serves any number. */
function lookUpSql(type: Referenced): string {
  const ways = REFERENCED[type].map((way, rank) => `SELECT ${rank} AS rank, w.* FROM (${way}) w`);
  return `SELECT a.at, r.id, r.revision
    FROM json_to_recordset($1::json) AS a(at integer, type text, id uuid, code text, name text),
    LATERAL (${ways.join(' UNION ALL ')} ORDER BY rank LIMIT 1) r
   WHERE a.type = '${type}'`;
}

const LOOK_UPS = Object.fromEntries(
  Object.keys(REFERENCED).map((type) => [type, lookUpSql(type as Referenced)]),
) as Record<Referenced, string>;
