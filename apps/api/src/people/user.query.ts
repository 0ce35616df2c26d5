import type { Page, User } from '@sightline/contracts';
import type { DataSource, EntityManager } from 'typeorm';
import { Filters } from '../platform/lists/filters';
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
  const { where, params } = new Filters(`u.status <> 'erased'`)
    .given(q && containing(q), (at) => `(u.name ILIKE ${at} OR u.email ILIKE ${at})`)
    .given(status, (at) => `u.status = ${at}`)
    .given(kind, (at) => `u.kind = ${at}`)
    .given(role, (at) => `u.roles @> ARRAY[${at}]`)
    .given(unitId, (at) => `u.business_unit_id = ${at}`);
  return listOf<User>(db, request, {
    from: 'app_user u',
    alias: 'u',
    item: USER,
    where,
    params,
    sort: { name: 'lower(u.name)', email: 'lower(u.email)', status: 'u.status', updatedAt: 'u.updated_at' },
    defaultSort: 'name',
  });
}
