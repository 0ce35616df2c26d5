import type { Page, User } from '@sightline/contracts';
import type { DataSource, EntityManager } from 'typeorm';
import { containing, listOf } from '../platform/lists/list';
import { Problems } from '../platform/problems/problem';
import { isUuid } from '../platform/problems/validators';
import { resolveReference } from '../platform/records/resolve-reference';
import type { UserListRequest } from './user.requests';

const USER = `jsonb_build_object(
  'id', u.id, 'version', u.version,
  'createdAt', to_char(u.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'createdBy', CASE WHEN creator.id IS NULL THEN NULL
                    ELSE jsonb_build_object('id', creator.id, 'code', NULL, 'name', creator.name, 'email', creator.email) END,
  'updatedAt', to_char(u.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'name', u.name, 'email', u.email, 'kind', u.kind, 'status', u.status, 'roles', u.roles,
  'businessUnit', CASE WHEN unit.id IS NULL THEN NULL ELSE jsonb_build_object('id', unit.id, 'code', unit.code, 'name', unit.name) END,
  'party', CASE WHEN party.id IS NULL THEN NULL ELSE jsonb_build_object('id', party.id, 'code', party.code, 'name', party.name) END)`;
const JOINS = `LEFT JOIN app_user creator ON creator.id = u.created_by
  LEFT JOIN business_unit unit ON unit.id = u.business_unit_id
  LEFT JOIN party ON party.id = u.party_id`;

/** One user as the API shows it; 404 when there is none. */
export async function userOf(db: DataSource | EntityManager, id: string): Promise<User> {
  if (!isUuid(id)) throw Problems.notFound('user');
  const [row] = await db.query<{ user: User }[]>(
    `SELECT ${USER} AS user FROM app_user u ${JOINS} WHERE u.id = $1 AND u.status <> 'erased'`,
    [id],
  );
  if (!row) throw Problems.notFound('user');
  return row.user;
}

export async function listOfUsers(db: DataSource, request: UserListRequest): Promise<Page<User>> {
  const { q, status, role, kind, unit } = request;
  const unitId = unit && (await resolveReference(db, 'unit', unit, '?unit'));
  const params: unknown[] = [];
  const given = (sql: (at: string) => string, value: unknown): string | false =>
    value ? sql(`$${params.push(value)}`) : false;
  return listOf<User>(db, request, {
    from: 'app_user u',
    alias: 'u',
    item: USER,
    joins: JOINS,
    where: [
      `u.status <> 'erased'`,
      given((at) => `(u.name ILIKE ${at} OR u.email ILIKE ${at})`, q && containing(q)),
      given((at) => `u.status = ${at}`, status),
      given((at) => `u.kind = ${at}`, kind),
      given((at) => `u.roles @> ARRAY[${at}]`, role),
      given((at) => `u.business_unit_id = ${at}`, unitId),
    ],
    params,
    sort: { name: 'lower(u.name)', email: 'lower(u.email)', status: 'u.status', updatedAt: 'u.updated_at' },
    defaultSort: 'name',
  });
}
