import pg from 'pg';
import type { Passwords } from './data-folder.ts';

const OWNER = 'sightline_owner';
const APPLICATION = 'sightline_app';

/**
 * The two roles of an installation, made anew or brought up to date: one owns the tables and migrates them, the other
 * is the application's, owns nothing, and so cannot change what must never change (docker/roles.sql is the same for a DBA).
 */
export async function prepareRoles(client: pg.Client, passwords: Passwords): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>('SELECT rolname FROM pg_roles');
  for (const role of [OWNER, APPLICATION] as const) {
    const verb = rows.some(({ rolname }) => rolname === role) ? 'ALTER' : 'CREATE';
    const password = client.escapeLiteral(passwords[role]);
    await client.query(`${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${password}`);
  }
}

export interface NewDatabase {
  name: string;
  owner: string;
  application: string;
  /** A database whose content is copied; nobody may be connected to it. */
  template?: string;
}

/** Creates a database that belongs to the owner and that the application may only connect to. */
export async function createDatabase(
  client: pg.Client,
  { name, owner, application, template }: NewDatabase,
): Promise<void> {
  const [database, ownerName, applicationName] = [name, owner, application].map((word) =>
    client.escapeIdentifier(word),
  );
  const copy = template ? `TEMPLATE ${client.escapeIdentifier(template)}` : '';
  await client.query(`CREATE DATABASE ${database} OWNER ${ownerName} ${copy}`);
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${applicationName}`);
}

export async function databaseExists(client: pg.Client, name: string): Promise<boolean> {
  return ((await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])).rowCount ?? 0) > 0;
}

/** Opens a connection for the duration of one piece of work. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same server and role, another database. */
export function onDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}
