import pg from 'pg';
import type { CharterSummary, Import, NewImport } from '@sightline/contracts';
import type { Completed } from './completion.ts';
import { type Founders, invite } from './founding.ts';
import type { Person } from '../../../tools/person.ts';

export interface Refusal {
  way: string;
  attempt: string;
  answer: string;
  refused: boolean;
}

/** Tries to approve a charter that lacks a principle and a KPI: as every role, by import, and by SQL. */
export async function tryToApprove(
  charter: CharterSummary,
  { founders, completed, appUrl }: { founders: Founders; completed: Completed; appUrl: string },
): Promise<Refusal[]> {
  return [
    ...(await byApi(charter, await oneOfEachRole(founders, completed))),
    ...(await byImport(charter, founders.cio)),
    ...(await bySql(charter, completed, appUrl)),
  ];
}

async function oneOfEachRole(
  { admin, cio, secretary, board }: Founders,
  { lead, champion, steward }: Completed,
): Promise<Record<string, Person>> {
  const party = await cio.does<{ name: string }>('POST', '/parties', { name: 'Outside Systems Inc', kind: 'vendor' });
  const [member] = board;
  if (!member) throw new Error('The board is empty.');
  return {
    cio_office: cio,
    board_member: member,
    board_secretary: secretary,
    champion,
    project_lead: lead,
    steward,
    service_owner: await invite(admin, 'Sven Owner', { kind: 'internal', roles: ['service_owner'] }),
    auditor: await invite(admin, 'Ann Auditor', { kind: 'internal', roles: ['auditor'] }),
    external: await invite(admin, 'Ed Outside', { kind: 'external', roles: ['external'], party: party.name }),
    admin,
  };
}

async function byApi(charter: CharterSummary, people: Record<string, Person>): Promise<Refusal[]> {
  const attempts: [string, string, string, unknown][] = [
    ['submit it', 'POST', `/charters/${charter.code}/submit`, undefined],
    ['set its status', 'PATCH', `/charters/${charter.code}`, { status: 'approved' }],
    ['set the version it is approved under', 'PATCH', `/charters/${charter.code}`, { approvedUnder: 1 }],
    ['create one that is approved', 'POST', '/charters', { title: 'Born approved', status: 'approved' }],
    ['start it as if it were approved', 'POST', `/charters/${charter.code}/start`, undefined],
    [
      'change it as if it were approved',
      'POST',
      `/charters/${charter.code}/change-requests`,
      { reason: 'More', narrative: 'More' },
    ],
    ['close a proposal that is not there', 'POST', '/proposals/PR-9999/close', { rationale: 'Yes' }],
  ];
  const refusals: Refusal[] = [];
  for (const [role, person] of Object.entries(people)) {
    for (const [attempt, method, path, body] of attempts) {
      const { status, body: answer } = await person.send<{ code?: string; rule?: string }>(
        method,
        path,
        body,
        charter.version,
      );
      const said = `${status} ${answer?.rule ?? answer?.code ?? ''}`.trim();
      refusals.push({ way: `API as ${role}`, attempt, answer: said, refused: status >= 400 });
    }
  }
  return refusals;
}

async function byImport(charter: CharterSummary, cio: Person): Promise<Refusal[]> {
  const refusals: Refusal[] = [];
  for (const status of ['approved', 'submitted']) {
    const file: NewImport = {
      kind: 'charters',
      fileName: 'approved.csv',
      content: `key,title,status\napproved-${status},${charter.title.replaceAll(',', ' ')},${status}\n`,
    };
    const checked = await cio.does<Import>('POST', '/imports', file);
    const applied = await cio.send<{ rule?: string }>('POST', `/imports/${checked.id}/apply`);
    refusals.push({
      way: 'import',
      attempt: `a row whose status is ${status}`,
      answer: `${checked.problems[0]?.detail ?? 'no problem'} Applying: ${applied.status} ${applied.body.rule ?? ''}`,
      refused: checked.status === 'refused' && applied.status === 409,
    });
  }
  return refusals;
}

const APPROVE = `UPDATE charter SET approved_under_version = (SELECT id FROM strategy_version WHERE status = 'in_force'),
  approved_at = now(), approved_revision = revision WHERE code = $1`;

async function bySql(charter: CharterSummary, { charter: approved }: Completed, appUrl: string): Promise<Refusal[]> {
  const attempts: [string, string, string][] = [
    ['mark it as approved', APPROVE, charter.code],
    ['set its status only', `UPDATE charter SET status = 'approved' WHERE code = $1`, charter.code],
    ['insert one that is approved', INSERT_APPROVED, charter.code],
    [
      'take the principles of an approved charter away',
      `DELETE FROM charter_principle l USING charter c WHERE c.id = l.charter_id AND c.code = $1`,
      approved.code,
    ],
    [
      'take the KPIs of an approved charter away',
      `DELETE FROM charter_kpi l USING charter c WHERE c.id = l.charter_id AND c.code = $1`,
      approved.code,
    ],
    ['forge a vote', `UPDATE vote SET choice = 'approve' WHERE $1 <> ''`, charter.code],
    ['rewrite a decision', `UPDATE decision SET outcome = 'approved' WHERE $1 <> ''`, charter.code],
    ['switch the triggers off', `ALTER TABLE charter DISABLE TRIGGER ALL`, ''],
    ['drop the trigger', `DROP TRIGGER charter_lawfully_approved ON charter`, ''],
    ['act as a replica, which runs no triggers', `SET session_replication_role = replica`, ''],
  ];
  const refusals: Refusal[] = [];
  for (const [attempt, sql, code] of attempts) {
    const answer = await refusedBy(appUrl, sql, code);
    refusals.push({
      way: 'SQL as the application’s role',
      attempt,
      answer: answer ?? 'done',
      refused: answer !== null,
    });
  }
  return refusals;
}

const INSERT_APPROVED = `INSERT INTO charter (title, status, approved_under_version, approved_at, approved_revision)
  SELECT 'By SQL, like ' || $1, 'approved', id, now(), 1 FROM strategy_version WHERE status = 'in_force'`;

/** What the database says when the statement is committed; null when it lets it happen. */
async function refusedBy(url: string, sql: string, code: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(sql, code ? [code] : []);
    await client.query('COMMIT');
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await client.end();
  }
}
