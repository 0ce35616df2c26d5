import type pg from 'pg';
import { withClient } from '../../tools/postgres/roles.ts';
import type { BenchSettings } from '../settings.ts';
import { CHARTER_ROWS, CODES, PROPOSAL_ROWS } from './charters.sql.ts';
import { AUDIT_CHAIN, AUDIT_EVENTS, KPIS, MEASUREMENTS } from './growing.sql.ts';
import { ID_FUNCTION } from './ids.sql.ts';
import { LANDSCAPE, ORGANISATION } from './organisation.sql.ts';

/** Everything but charters, into a migrated database without records. */
export async function seedCompany(url: string, settings: BenchSettings): Promise<void> {
  const { kpis, measurements, auditEvents } = settings;
  await loading(url, async (client) => {
    for (const sql of [...ORGANISATION, ...LANDSCAPE]) await client.query(sql);
    for (const sql of KPIS) await client.query(sql, [kpis]);
    await client.query(MEASUREMENTS, [kpis, Math.ceil(measurements / kpis)]);
    await client.query(AUDIT_EVENTS, [auditEvents]);
    await client.query(AUDIT_CHAIN);
  });
}

/** So many charters with all that hangs on them. */
export async function seedCharters(url: string, charters: number, kpis: number): Promise<void> {
  await loading(url, async (client) => {
    for (const sql of [...CHARTER_ROWS, ...PROPOSAL_ROWS]) {
      await client.query(sql, [charters, kpis].slice(0, parametersOf(sql)));
    }
    await client.query(CODES, [charters]);
  });
}

const parametersOf = (sql: string): number => ['$1', '$2'].filter((parameter) => sql.includes(parameter)).length;

/** One transaction without triggers, as a restored backup is loaded; then the planner learns what there is. */
async function loading(url: string, load: (client: pg.Client) => Promise<void>): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(`SET session_replication_role = 'replica'`);
    await client.query(ID_FUNCTION);
    await client.query('BEGIN');
    await load(client);
    await client.query('COMMIT');
    await client.query('VACUUM (ANALYZE)');
    await client.query('CHECKPOINT');
  });
}
