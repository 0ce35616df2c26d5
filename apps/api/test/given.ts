import { PERSONAS, type Persona, type Role, type UnitKind, type UserKind, type UserStatus } from '@sightline/contracts';
import type { DataSource } from 'typeorm';
import { newId } from '../src/platform/records/new-id';
import { hashOf, newToken } from '../src/platform/sessions/token';
import type { SessionCookies } from './client';

/** The roles of the people in the sample installation; board seats are given apart. */
export const PERSONA_ROLES: Record<Persona, Role[]> = {
  cio: ['cio_office'],
  secretary: ['board_secretary'],
  'board-business': ['board_member'],
  'board-data': ['board_member'],
  'board-security': ['board_member'],
  'board-it': ['board_member'],
  champion: ['champion'],
  lead: ['project_lead'],
  steward: ['steward'],
  'service-owner': ['service_owner'],
  auditor: ['auditor'],
  external: ['external'],
  admin: ['admin'],
};

export interface GivenUser {
  name?: string;
  email?: string;
  kind?: UserKind;
  status?: UserStatus;
  roles?: Role[];
  businessUnitId?: string | null;
  partyId?: string | null;
  persona?: Persona | null;
  passwordHash?: string | null;
}

export async function givenOrganisation(db: DataSource, kind: 'own' | 'sample' = 'own'): Promise<void> {
  await db.query(
    `INSERT INTO organisation (name, currency, time_zone, language, kind)
     VALUES ('Meridian', 'EUR', 'Europe/Berlin', 'en', $1) ON CONFLICT DO NOTHING`,
    [kind],
  );
}

/** An active internal person; answers the id. */
export async function givenUser(db: DataSource, given: GivenUser = {}): Promise<string> {
  const id = newId();
  const roles = given.roles ?? [];
  await db.query(
    `INSERT INTO app_user (id, email, name, kind, status, roles, business_unit_id, party_id, persona, password_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      given.email ?? `person-${id.slice(-12)}@example.org`,
      given.name ?? `Person ${id.slice(-4)}`,
      given.kind ?? (roles.includes('external') ? 'external' : 'internal'),
      given.status ?? 'active',
      roles,
      given.businessUnitId ?? null,
      given.partyId ?? null,
      given.persona ?? null,
      given.passwordHash ?? null,
    ],
  );
  return id;
}

/** The person of a persona; made at first use. */
export async function givenPersona(db: DataSource, persona: Persona): Promise<string> {
  const [known] = await db.query<{ id: string }[]>('SELECT id FROM app_user WHERE persona = $1', [persona]);
  if (known) return known.id;
  if (!PERSONAS.includes(persona)) throw new Error(`There is no persona ${persona}.`);
  return givenUser(db, {
    persona,
    name: `The ${persona}`,
    email: `${persona}@example.org`,
    roles: PERSONA_ROLES[persona],
  });
}

export async function givenUnit(db: DataSource, kind: UnitKind = 'business', name?: string): Promise<string> {
  const id = newId();
  await db.query('INSERT INTO business_unit (id, name, kind) VALUES ($1, $2, $3)', [
    id,
    name ?? `Unit ${id.slice(-12)}`,
    kind,
  ]);
  return id;
}

/** An open session of somebody, as sign-in would have made it. */
export async function givenSession(
  db: DataSource,
  userId: string,
  { secure = false }: { secure?: boolean } = {},
): Promise<SessionCookies> {
  const token = newToken();
  const csrfToken = newToken();
  await db.query(
    `INSERT INTO session (token_hash, csrf_token, user_id, expires_at) VALUES ($1, $2, $3, now() + interval '12 hours')`,
    [hashOf(token), csrfToken, userId],
  );
  return { cookie: `${secure ? '__Host-' : ''}sightline_session=${token}; XSRF-TOKEN=${csrfToken}`, csrfToken };
}
