import type {
  AuditEvent,
  AuditVerification,
  CommentThread,
  Decision,
  ErasedUser,
  InvitedUser,
  Page,
  User,
} from '@sightline/contracts';
import { Client } from '../../test/client';
import { givenUser } from '../../test/given';
import {
  allApprove,
  type DecidingCompany,
  givenDecidingCompany,
  givenReadyCharter,
  givenSubmittedCharter,
} from '../../test/given-proposal';
import { type RunningApi, startApi } from '../../test/start-api';
import { exportOfTrail } from '../audit/audit-export';
import { Sealer } from '../audit/sealer.service';
import { provenBy } from '../../../../tools/proof-figures.ts';

const NAME = 'Zoë O’Hara-Quillery (Jr.)';
const EMAIL = 'canary.quill@birds.example';
const AGENT = 'CanaryBrowser/1.0 +49 30 5550 4711';
/** Whatever of this is left somewhere has not been erased. */
const CANARIES = ['Quillery', EMAIL.toUpperCase(), 'CanaryBrowser', '5550 4711'];
/** Names of office: who decided, and on what, stays on record and under its hash (PRODUCT.md section 9). */
const RECORDS_OF_OFFICE = ['decision.record', 'proposal_snapshot.body'];

describe('erasing a person (T28)', () => {
  let api: RunningApi;
  let admin: Client;
  let company: DecidingCompany;

  beforeAll(async () => {
    api = await startApi();
    admin = await api.signInAs('admin');
    company = await givenDecidingCompany(api);
  });
  afterAll(() => api.stop());

  /** Every column of every table that can hold text, and how many of its rows still know a canary. */
  async function leftOvers(): Promise<string[]> {
    const columns = await api.owner.query<{ table: string; column: string }[]>(
      `SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
         JOIN information_schema.tables t USING (table_schema, table_name)
        WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
          AND (c.data_type IN ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'bytea') OR c.udt_name = 'citext')`,
    );
    expect(columns.length).toBeGreaterThan(100);
    const looks = columns.map(
      ({ table, column }) =>
        `SELECT '${table}.${column}' AS place WHERE EXISTS (SELECT 1 FROM "${table}" t, unnest($1::text[]) canary
           WHERE position(upper(canary) IN upper(t."${column}"::text)) > 0)`,
    );
    const found = await api.owner.query<{ place: string }[]>(looks.join(' UNION ALL '), [CANARIES]);
    return found.map(({ place }) => place);
  }

  /** Somebody who was invited, signs in, is changed, owns and leads, votes, imports, and is named by others. */
  async function givenCanary(): Promise<{ id: string; decision: string }> {
    const { body: invited } = await admin.post<InvitedUser>(
      '/users',
      { name: NAME, email: EMAIL, kind: 'internal', roles: ['board_member'], businessUnit: company.business },
      { key: 'invite-canary-1' },
    );
    const person = new Client(api.port);
    const token = invited.activation.link.split('#')[1];
    const headers = { 'user-agent': AGENT };
    expect((await person.post('/auth/activate', { token, password: 'a long password 12' }, { headers })).status).toBe(
      200,
    );
    expect((await person.post('/auth/login', { email: EMAIL, password: 'wrong' }, { headers })).status).toBe(401);
    const { body: user } = await admin.get<User>(`/users/${invited.id}`);
    const changed = { roles: ['board_member', 'champion'] };
    expect((await admin.patch(`/users/${invited.id}`, changed, { version: user.version })).status).toBe(200);
    await api.owner.query('UPDATE seat SET holder_id = $2 WHERE holder_id = $1', [company.seats.data[0], invited.id]);
    const { proposal } = await givenSubmittedCharter(api, company);
    const members = company.members.map((member) => (member === company.seats.data[0] ? invited.id : member));
    await allApprove(api, { ...company, members }, proposal);
    const secretary = await api.signIn(company.secretary);
    const closed = await secretary.post<{ decision: Decision }>(`/proposals/${proposal}/close`, { rationale: 'Good.' });
    expect(closed.status).toBe(200);
    await api.owner.query('UPDATE kpi SET owner_id = $1', [invited.id]);
    await api.owner.query('UPDATE data_domain SET steward_id = $1', [invited.id]);
    const cio = await api.signInAs('cio');
    const draft = await givenReadyCharter(api, company);
    expect((await cio.patch(`/charters/${draft}`, { itLead: EMAIL }, { version: 1 })).status).toBe(200);
    const content = `key,title,lead\nx1,Of ${NAME} and of Zoë,${EMAIL}\n`;
    expect((await cio.post('/imports', { kind: 'charters', fileName: `${EMAIL}.csv`, content })).status).toBe(201);
    const place = { recordType: 'strategy_version', record: '1', chapter: 'purpose' };
    const said = { ...place, text: `@${NAME} (${EMAIL}), is this yours?`, mentions: [invited.id] };
    expect((await cio.post('/comments', said)).status).toBe(201);
    expect((await (await api.signIn(invited.id)).post('/comments', { ...place, text: 'Mine.' })).status).toBe(201);
    const seen = await cio.post('/business-units', { name: 'Answer kept', kind: 'business' }, { key: 'kept-answer-1' });
    expect(seen.status).toBe(201);
    await api.owner.query(`UPDATE idempotency_key SET answer = $1 WHERE key = 'kept-answer-1'`, [JSON.stringify(user)]);
    return { id: invited.id, decision: closed.body.decision.code };
  }

  it('leaves no trace but the records of office, and a trail that verifies', async () => {
    const { id, decision } = await givenCanary();
    expect(await leftOvers()).toEqual(
      expect.arrayContaining(['app_user.name', 'audit_personal_value.value', 'comment.text', 'import.content']),
    );
    const { body: user } = await admin.get<User>(`/users/${id}`);
    const seated = await admin.post(`/users/${id}/erase`, { name: NAME }, { version: user.version });
    expect([seated.status, (seated.body as { rule: string }).rule]).toEqual([409, 'erase-seated']);
    await api.owner.query('UPDATE seat SET ended_at = now() WHERE holder_id = $1', [id]);

    const { status, body } = await admin.post<ErasedUser>(
      `/users/${id}/erase`,
      { name: NAME },
      { version: user.version },
    );
    expect([status, body]).toEqual([200, { id, name: 'Former member 1 (Board member, Champion, Data)' }]);
    expect((await leftOvers()).filter((place) => !RECORDS_OF_OFFICE.includes(place))).toEqual([]);

    const auditor = await api.signInAs('auditor');
    const { body: talk } = await auditor.get<Page<CommentThread>>('/comments?recordType=strategy_version&record=1');
    expect(talk.items.map(({ createdBy, text }) => [createdBy.name, text])).toEqual([
      ['The cio', expect.stringMatching(/^@Former member 1 .*, is this yours\?$/)],
      [body.name, 'Mine.'],
    ]);
    expect(talk.items[0]?.mentions).toEqual([{ id, code: null, name: body.name }]);
    const { body: kept } = await auditor.get<Decision>(`/decisions/${decision}`);
    expect(kept.record.seats.map(({ holder }) => holder)).toContain(NAME);
    expect(JSON.stringify(kept)).not.toContain(EMAIL);
    const { body: events } = await auditor.get<Page<AuditEvent>>(`/audit?actor=${id}&pageSize=100`);
    expect(events.total).toBeGreaterThan(1);
    expect(events.items[0]?.actor).toEqual({ id, code: null, name: body.name });
    for (let sealed = 1; sealed > 0;) sealed = await api.get(Sealer).seal();
    expect((await auditor.get<AuditVerification>('/audit/verify')).body).toMatchObject({ intact: true, findings: [] });

    const everywhere = [
      ...(await (await exportOfTrail(api.db)).toArray()),
      ...api.logs,
      JSON.stringify(events),
      ...(await Promise.all(
        ['/users?q=quill', '/users?q=birds', '/charters?q=quill', '/kpis', '/charters', '/audit?pageSize=100'].map(
          async (path) => JSON.stringify((await auditor.get(path)).body),
        ),
      )),
    ].join('\n');
    expect(CANARIES.filter((canary) => everywhere.toUpperCase().includes(canary.toUpperCase()))).toEqual([]);
    provenBy({
      promise: 'T28',
      tried:
        'somebody who signed in, voted, decided, led, owned and was imported is erased; every text of every table, export, log, list and search looked through',
      found: 'nothing left but the names of office in decisions and what was decided on; the trail verifies',
    });
  });

  it('is told by its own search when something is left', async () => {
    const id = await givenUser(api.owner, { name: 'Quillery', roles: ['auditor'] });
    expect(await leftOvers()).toContain('app_user.name');
    await api.owner.query(`UPDATE charter SET title = title || $1 WHERE status = 'draft'`, [EMAIL]);
    expect(await leftOvers()).toEqual(expect.arrayContaining(['app_user.name', 'charter.title']));
    await api.owner.query(`UPDATE charter SET title = replace(title, $1, '') WHERE status = 'draft'`, [EMAIL]);
    const { body: user } = await admin.get<User>(`/users/${id}`);
    await admin.post(`/users/${id}/erase`, { name: 'Quillery' }, { version: user.version });
    expect((await leftOvers()).filter((place) => !RECORDS_OF_OFFICE.includes(place))).toEqual([]);
  });

  it('ends what the person could do, and cannot be done by a slip, by others, or to oneself', async () => {
    const id = await givenUser(api.owner, { name: 'Ada Frank', roles: ['steward'] });
    const person = await api.signIn(id);
    expect((await person.get('/me')).status).toBe(200);
    const { body: user } = await admin.get<User>(`/users/${id}`);
    const erase = (by: Client, name: string, version = user.version) =>
      by.post<{ rule?: string; name?: string }>(`/users/${id}/erase`, { name }, { version });
    expect((await erase(admin, 'Ada Franke')).body.rule).toBe('erase-name-differs');
    expect((await erase(admin, 'Ada Frank', 99)).status).toBe(412);
    expect((await erase(await api.signInAs('board_secretary'), 'Ada Frank')).status).toBe(403);
    const { body: me } = await admin.get<{ user: { id: string; name: string } }>('/me');
    const myself = await admin.post<{ rule: string }>(
      `/users/${me.user.id}/erase`,
      { name: me.user.name },
      { version: 1 },
    );
    expect(myself.body.rule).toBe('erase-yourself');
    expect((await erase(admin, 'Ada Frank')).body.name).toMatch(/^Former member \d+ \(Data steward\)$/);
    expect((await person.get('/me')).status).toBe(401);
    expect((await admin.get(`/users/${id}`)).status).toBe(404);
    expect((await erase(admin, 'Ada Frank')).status).toBe(404);
  });
});

it('erasing asks for a recent sign-in', async () => {
  const api = await startApi({ env: { SIGHTLINE_SAMPLE: 'off', SIGHTLINE_STEP_UP_MINUTES: '30' } });
  const admin = await givenUser(api.owner, { roles: ['admin'] });
  const id = await givenUser(api.owner, { name: 'Ada Frank' });
  const client = await api.signIn(admin);
  await api.owner.query(`UPDATE session SET signed_in_at = now() - interval '31 minutes'`);
  const { status, body } = await client.refused('POST', `/users/${id}/erase`, { name: 'Ada Frank' }, { version: 1 });
  expect([status, body.code]).toEqual([401, 'sign-in-too-old']);
  await api.stop();
});
