import { APPEND_ONLY_TABLES } from './append-only-tables';

/** Who keeps what must never change: the database against its own application, or only its triggers (TRUST T4). */
export const PROTECTIONS = ['enforced', 'triggers only'] as const;
export type Protection = (typeof PROTECTIONS)[number];

/** Reads what the connected role could do to the append-only tables. */
export async function protectionOf(
  query: (sql: string, params: unknown[]) => Promise<{ free: boolean }[]>,
): Promise<Protection> {
  const [row] = await query(COULD_CHANGE, [APPEND_ONLY_TABLES]);
  return row?.free === false ? 'enforced' : 'triggers only';
}

const COULD_CHANGE = `
  SELECT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
      OR bool_or(has_table_privilege(current_user, c.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')
                 OR pg_has_role(current_user, c.relowner, 'MEMBER')) AS free
    FROM pg_class c
   WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY($1)`;
