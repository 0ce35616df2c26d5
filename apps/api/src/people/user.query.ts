import type { Page, User } from '@sightline/contracts';
import type { DataSource, EntityManager } from 'typeorm';
import { containing, listOf } from '../platform/lists/list';
import { Problems } from '../platform/problems/problem';
import { isUuid } from '../platform/problems/validators';
import { namedOf, recordBase } from '../platform/records/json-sql';
import { resolveReference } from '../platform/records/resolve-reference';
import type { UserListRequest } from './user.requests';

const USER = `jsonb_build_object(${recordBase('u')}, 'name', u.name, 'email', u.email, 'kind', u.kind,
  'status', u.status, 'roles', u.roles, 'businessUnit', ${namedOf('business_unit', 'u.business_unit_id')},
  'party', ${namedOf('party', 'u.party_id')})`;

/** One user as the API shows it; 404 when there is none. */
export async function userOf(db: DataSource | EntityManager, id: string): Promise<User> {
  if (!isUuid(id)) throw Problems.notFound('user');
  const [row] = await db.query<{ user: User }[]>(
    `SELECT ${USER} AS user FROM app_user u WHERE u.id = $1 AND u.status <> 'erased'`,
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
