import { withClient } from '../../../../tools/postgres/roles.ts';

/** Somebody who may do all that people of the company may do. */
export const EVERY_ROLE =
  '{cio_office,admin,board_secretary,board_member,champion,project_lead,steward,service_owner,auditor}';

/** What no request can do: moves clocks and gives roles, as the owner of the tables. */
export async function runSql<Row>(ownerUrl: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  return withClient(ownerUrl, async (client) => (await client.query(sql, values)).rows as Row[]);
}
