import { createHash } from 'node:crypto';
import type { AuditEvent, Charter, Import, ImportKind, Page } from '@sightline/contracts';
import type { Client } from '../../test/client';
import { givenUser } from '../../test/given';
import { allApprove, givenDecidingCompany, givenSubmittedCharter } from '../../test/given-proposal';
import { openedZip } from '../../test/opened-zip';
import { type RunningApi, startApi } from '../../test/start-api';
import { Snapshots } from '../platform/database/snapshots';
import { safeCell } from '../platform/files/csv-cells';
import { poolOf } from '../platform/database/pool';
import { LEFT_BEHIND, type ExportedTable, RECORD_FILES } from './record-files';

interface Manifest {
  id: string;
  schema: string[];
  toBringIn: string[];
  leftBehind: Record<string, string>;
  files: { name: string; rows: number; bytes: number; sha256: string }[];
}
interface Export {
  files: Map<string, Buffer>;
  manifest: Manifest;
}

const HOSTILE = ['=HYPERLINK("http://x","y")', '+1', '-2+3', '@SUM(A1)', `'=1+1`, '"quoted", and; split\nin two'];
const ERASED = 'Quirin Erased-Quillery';
const EMAIL = 'quirin.quillery@example.org';

describe('the complete export', () => {
  let api: RunningApi;
  let cio: Client;

  const exported = async (who: Client): Promise<Export> => {
    const { status, headers, bytes } = await who.download('/exports/all');
    expect([status, headers.get('content-type')]).toEqual([200, 'application/zip']);
    const files = await openedZip(bytes);
    return { files, manifest: JSON.parse(String(files.get('manifest.json'))) as Manifest };
  };
  const lines = ({ files }: Export, name: string): Record<string, unknown>[] =>
    String(files.get(name))
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const bringIn = async (who: Client, kind: ImportKind, content: string): Promise<void> => {
    const { body } = await who.post<Import>('/imports', { kind, fileName: `${kind}.csv`, content });
    expect(body).toMatchObject({ status: 'checked', problems: [] });
    expect((await who.post<Import>(`/imports/${body.id}/apply`)).status).toBe(200);
  };

  beforeAll(async () => {
    api = await startApi();
    cio = await api.signInAs('cio');
    const company = await givenDecidingCompany(api);
    const { proposal } = await givenSubmittedCharter(api, company);
    await allApprove(api, company, proposal);
    await (await api.signIn(company.secretary)).post(`/proposals/${proposal}/close`, { rationale: 'Good.' });
    await bringIn(
      cio,
      'kpis',
      'key,name,baselineValue,baselineDate,unit\nm-1,Days to approve,-12.50,2026-01-01,days\n',
    );
    const quoted = HOSTILE.map((text, at) => `h${at},"${safeCell(text).replaceAll('"', '""')}",in_delivery,m-1`);
    await bringIn(cio, 'charters', `key,title,status,kpis\n${quoted.join('\n')}\n`);
    const leaving = await givenUser(api.owner, { name: ERASED, email: EMAIL, roles: ['project_lead'] });
    await bringIn(cio, 'charters', `key,title,lead\nleft,Led by somebody who left,${EMAIL}\n`);
    const admin = await api.signInAs('admin');
    expect((await admin.post(`/users/${leaving}/erase`, { name: ERASED }, { version: 1 })).status).toBe(200);
  });
  afterAll(() => api.stop());

  it('is a ZIP whose manifest says the truth, and an event that says who took it', async () => {
    const auditor = await api.signInAs('auditor');
    const whole = await exported(auditor);
    const { files, manifest } = whole;
    const hashed = [...files]
      .filter(([name]) => name !== 'manifest.json')
      .map(([name, content]) => ({
        name,
        bytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
      }));
    expect(manifest.files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }))).toEqual(hashed);
    for (const { name, rows } of manifest.files.filter((file) => file.name.startsWith('records/'))) {
      expect([name, lines(whole, name).length]).toEqual([name, rows]);
    }
    const { body } = await auditor.get<Page<AuditEvent>>('/audit?action=export.made');
    expect(body.items).toMatchObject([
      { recordType: 'export', recordId: manifest.id, actor: { id: expect.any(String) as string } },
    ]);
    const records = (body.items[0]?.after as { records: Record<string, number> }).records;
    for (const [name, rows] of Object.entries(records)) {
      expect(manifest.files).toContainEqual(expect.objectContaining({ name: `records/${name}.jsonl`, rows }));
    }
    expect(records['charters']).toBe(HOSTILE.length + 2);
    expect(manifest.schema.length).toBeGreaterThan(10);
  });

  it('holds whole records, no secret, and nothing of somebody who was erased', async () => {
    const whole = await exported(await api.signInAs('admin'));
    const proposal = lines(whole, 'records/proposals.jsonl').find(({ charterId }) => charterId !== null);
    const decision = lines(whole, 'records/decisions.jsonl').find(({ proposalId }) => proposalId === proposal?.['id']);
    expect(decision).toMatchObject({ outcome: 'approved', record: { tally: { approve: 6 } } });
    expect(proposal).toMatchObject({ votes: expect.any(Array) as unknown[], snapshots: [{ number: 1 }] });
    const approved = lines(whole, 'records/charters.jsonl').find(({ id }) => id === proposal?.['charterId']);
    expect(approved).toMatchObject({ status: 'approved', principles: [expect.anything()], kpis: [expect.anything()] });
    const [heading, ...events] = lines(whole, 'audit/trail.ndjson');
    expect(heading).toMatchObject({ kind: 'sightline audit trail', links: events.length });
    const alone = String((await (await api.signInAs('auditor')).download('/audit/export')).bytes);
    expect(alone.split('\n').slice(1, 1 + events.length)).toEqual(
      String(whole.files.get('audit/trail.ndjson')).trimEnd().split('\n').slice(1),
    );
    const everything = [...whole.files.values()].join('\n');
    expect(everything).toContain('Former member 1');
    for (const gone of [ERASED, EMAIL, '$argon2']) expect(everything).not.toContain(gone);
    const keys = new Set([...everything.matchAll(/"(\w+)":/g)].map(([, key]) => key));
    expect([...keys].filter((key) => /password|token|csrf|secret/i.test(key ?? ''))).toEqual([]);
  });

  it('leaves the trail behind for whom the table keeps it from', async () => {
    const { files, manifest } = await exported(cio);
    expect(files.has('audit/trail.ndjson')).toBe(false);
    expect(manifest.leftBehind['audit_chain']).toBe('not for this role');
  });

  it('comes back from an empty installation as it went in (T23)', async () => {
    const first = await exported(cio);
    const people = lines(first, 'records/people.jsonl');
    const fresh = await startApi();
    try {
      await fresh.owner.query('DELETE FROM app_user');
      for (const { email, roles } of people) {
        await givenUser(fresh.owner, { email: String(email), roles: roles as [] });
      }
      const other = await fresh.signInAs('cio_office');
      const kinds = { 'business-units': 'business_units', kpis: 'kpis', charters: 'charters' } as const;
      for (const [name, kind] of Object.entries(kinds)) {
        await bringIn(other, kind, String(first.files.get(`import/${name}.csv`)));
      }
      const second = await exported(other);
      for (const name of first.manifest.toBringIn) {
        expect(String(second.files.get(name))).toBe(String(first.files.get(name)));
      }
      expect(first.manifest.toBringIn).toHaveLength(3);
      const { body } = await other.get<Page<Charter>>('/charters?pageSize=200');
      expect(body.items.map(({ title }) => title)).toEqual(expect.arrayContaining(HOSTILE));
      expect(body.items.filter(({ approved }) => approved)).toEqual([]);
    } finally {
      await fresh.stop();
    }
  });

  it('begins no cell as a formula', async () => {
    const { files, manifest } = await exported(cio);
    for (const name of manifest.toBringIn) {
      expect(String(files.get(name))).not.toMatch(/(^|[,"\n])[=+@]|(^|[,"\n])-(?!\d+(\.\d+)?[,"\n])/);
    }
  });

  it('gives its connection back when the download is broken off', async () => {
    const breaking = new AbortController();
    const response = await cio.open('/exports/all', breaking.signal);
    await response.body?.getReader().read();
    breaking.abort();
    const pool = poolOf(api.db);
    const idle = async (): Promise<boolean> => {
      const [row] = await api.owner.query<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in%'`,
      );
      return row?.n === 0 && pool?.totalCount === pool?.idleCount;
    };
    while (!(await idle())) await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await exported(cio)).files.size).toBeGreaterThan(10);
  });

  it('asks to come again while others are being read', async () => {
    const snapshots = await Promise.all([1, 2, 3].map(() => api.get(Snapshots).open()));
    const { status, headers } = await cio.get('/exports/all');
    expect([status, headers.get('retry-after')]).toEqual([429, '30']);
    for (const snapshot of snapshots) await snapshot.close();
    expect((await cio.download('/exports/all')).status).toBe(200);
  });

  it('knows every table of the database', async () => {
    const tablesOf = ({ table, parts = {} }: ExportedTable): string[] => [
      table,
      ...Object.values(parts).flatMap(tablesOf),
    ];
    const known = [...Object.values(RECORD_FILES).flatMap(tablesOf), ...Object.keys(LEFT_BEHIND)];
    const rows = await api.owner.query<{ name: string }[]>(
      `SELECT relname AS name FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition`,
    );
    expect(known.sort()).toEqual(rows.map(({ name }) => name).sort());
  });

  it.each(['lead', 'secretary', 'board-it', 'champion', 'steward', 'service-owner', 'external'] as const)(
    'is not for a %s',
    async (persona) => {
      const person = await api.signInAs(persona);
      expect((await person.get('/exports/all')).status).toBe(403);
    },
  );
});
