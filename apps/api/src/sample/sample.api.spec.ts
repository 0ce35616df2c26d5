import {
  CHARTER_STATUSES,
  type CharterGateFacts,
  EXCEPTION_STATUSES,
  type Inbox,
  KPI_STATUSES,
  type Mandate,
  type Page,
  PERSONAS,
  type PrincipleException,
  type Reaffirmation,
  type StrategyVersion,
} from '@sightline/contracts';
import { charterGate } from '@sightline/rules';
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { type RunningApi, startApi } from '../../test/start-api';
import { givenOrganisation } from '../../test/given';
import { readCharterGateFacts } from '../charters/charter-gate.facts';
import { Sealer } from '../audit/sealer.service';
import { SampleCompany } from './sample-company.service';

describe('the sample company', () => {
  let api: RunningApi;

  beforeAll(async () => {
    api = await startApi({ empty: true });
    expect(await api.get(SampleCompany).loadOnce()).toBe(true);
  });
  afterAll(() => api.stop());

  const codesOf = async (sql: string): Promise<string[]> =>
    (await api.db.query<{ code: string }[]>(sql)).map(({ code }) => code);

  async function factsOf(where: string): Promise<CharterGateFacts[]> {
    const codes = await codesOf(`SELECT code FROM charter WHERE ${where} ORDER BY code`);
    return Promise.all(codes.map((code) => readCharterGateFacts(api.db, code)));
  }
  const failed = (facts: CharterGateFacts, transition: 'submit' | 'approve'): string[] =>
    charterGate(facts, transition).flatMap(({ passed, level, code }) => (!passed && level === 'blocker' ? [code] : []));

  it('is founded once; a second start keeps what people did since', async () => {
    await api.owner.query(`UPDATE kpi SET note = 'Kept.' WHERE code = 'K-014'`);
    expect(await api.get(SampleCompany).loadOnce()).toBe(false);
    const [kpi] = await api.db.query<{ note: string }[]>(`SELECT note FROM kpi WHERE code = 'K-014'`);
    expect(kpi?.note).toBe('Kept.');
    expect(await codesOf(`SELECT code FROM charter`)).toHaveLength(22);
  });

  it('lets a visitor be each of its personas, without a password anywhere', async () => {
    const cards = await api.anonymous.get<{ persona: string }[]>('/auth/personas');
    expect(cards.body.map(({ persona }) => persona).toSorted()).toEqual([...PERSONAS].toSorted());
    for (const persona of PERSONAS) {
      expect((await api.anonymous.post('/auth/demo', { persona })).status).toBe(200);
    }
    expect(await api.db.query(`SELECT 1 FROM app_user WHERE password_hash IS NOT NULL`)).toEqual([]);
  });

  it('has a charter in every state and two that are not approved', async () => {
    const statuses = await api.db.query<{ status: string }[]>(`SELECT DISTINCT status FROM charter`);
    expect(statuses.map(({ status }) => status).toSorted()).toEqual([...CHARTER_STATUSES].toSorted());
    expect(await codesOf(`SELECT code FROM charter WHERE origin = 'running' AND approved_at IS NULL`)).toHaveLength(2);
  });

  it('has a KPI in every status', async () => {
    const cio = await api.signInAs('cio');
    const { body } = await cio.get<{
      total: number;
      statuses: Record<string, number>;
      stale: number;
      technical: number;
      incomplete: number;
    }>('/kpis/overview');
    expect(body).toMatchObject({ total: 14, stale: 1, technical: 2 });
    expect(Object.keys(body.statuses).toSorted()).toEqual([...KPI_STATUSES].toSorted());
    for (const status of KPI_STATUSES) expect(body.statuses[status]).toBeGreaterThan(0);
  });

  it('keeps the promise of the product: whatever was approved cites a principle and moves a business KPI', async () => {
    const approved = await factsOf('approved_at IS NOT NULL');
    expect(approved.length).toBeGreaterThan(8);
    for (const facts of approved) {
      expect({ code: facts.charter.code, failed: failed(facts, 'approve') }).toEqual({
        code: facts.charter.code,
        failed: [],
      });
    }
  });

  it('put before the board only what the gate let through, one of them a milestone', async () => {
    const submitted = await factsOf(`status = 'submitted'`);
    expect(submitted.map((facts) => failed(facts, 'submit'))).toEqual([[], [], []]);
    expect(submitted.flatMap((facts) => failed(facts, 'approve'))).toEqual(['OUTCOME']);
  });

  it('has two drafts that the gate holds, one of them by three checks', async () => {
    const [customs] = await factsOf(`code = 'CH-0015'`);
    const [onboarding] = await factsOf(`code = 'CH-0017'`);
    expect(customs && failed(customs, 'submit')).toEqual(['STEWARD', 'PROTECTION']);
    expect(onboarding && failed(onboarding, 'submit')).toEqual(['REQUIREMENTS', 'AUTHORITY', 'ROLLBACK']);
  });

  it('numbers the records of its strategy as the product does, from 1 without gaps', async () => {
    const cio = await api.signInAs('cio');
    for (const n of [1, 2, 3]) {
      const { body } = await cio.get<StrategyVersion>(`/strategy/versions/${n}`);
      const { principles, drivers, capabilities } = body;
      for (const list of [principles, drivers, capabilities])
        expect(list.map(({ position }) => position)).toEqual(list.map((_, index) => index + 1));
    }
  });

  it('has orders of which one is still bare, and exceptions in every state', async () => {
    const cio = await api.signInAs('cio');
    const mandates = await cio.get<Page<Mandate>>('/mandates');
    expect(mandates.body.items.map(({ code, state }) => [code, state])).toEqual([
      ['MD-03', 'untranslated'],
      ['MD-02', 'translated'],
      ['MD-01', 'translated'],
    ]);
    const exceptions = await cio.get<Page<PrincipleException>>('/exceptions?pageSize=50');
    expect([...new Set(exceptions.body.items.map(({ status }) => status))].toSorted()).toEqual(
      [...EXCEPTION_STATUSES].toSorted(),
    );
    const queue = await cio.get<Page<Reaffirmation>>('/reaffirmations');
    expect(queue.body.items).toMatchObject([
      { cause: 'exception_ended', charter: { code: 'CH-0005' }, overdue: false },
    ]);
    const lead = await api.signIn(
      (await api.db.query<[{ id: string }]>(`SELECT lead_id AS id FROM charter WHERE code = 'CH-0009'`))[0].id,
    );
    const { status, body } = await lead.get<Inbox>('/inbox');
    expect(status).toBe(200);
    expect(body.exceptionsEnding).toMatchObject([
      { charter: { code: 'CH-0009' }, daysLeft: 24, reminder: 30, renewed: false },
    ]);
    expect(body.reaffirmations).toEqual([]);
  });

  it('hashes what was voted on, and what was ratified', async () => {
    const snapshots = await api.db.query<{ body: string; hash: string }[]>(`SELECT body, hash FROM proposal_snapshot`);
    for (const { body, hash } of snapshots) {
      expect(canonicalize(JSON.parse(body))).toBe(body);
      expect(createHash('sha256').update(body).digest('hex')).toBe(hash);
    }
    const versions = await api.db.query<{ status: string; hashed: boolean }[]>(
      `SELECT status, content_hash IS NOT NULL AS hashed FROM strategy_version ORDER BY number`,
    );
    expect(versions).toEqual([
      { status: 'superseded', hashed: true },
      { status: 'in_force', hashed: true },
      { status: 'draft', hashed: false },
    ]);
  });

  it('lies in the past, and nothing in it was done before it was possible', async () => {
    const [times] = await api.db.query<Record<string, number>[]>(`
      SELECT (SELECT count(*)::int FROM vote v JOIN proposal_snapshot s ON s.id = v.snapshot_id WHERE v.cast_at < s.taken_at) AS "beforeSnapshot",
             (SELECT count(*)::int FROM vote v JOIN proposal p ON p.id = v.proposal_id WHERE v.cast_at > p.closed_at) AS "afterClosing",
             (SELECT count(*)::int FROM vote v JOIN proposal_snapshot s ON s.id = v.snapshot_id
                JOIN proposal_snapshot n ON n.proposal_id = s.proposal_id AND n.number > s.number
               WHERE v.cast_at > n.taken_at) AS "onAnOldSnapshot",
             (SELECT count(*)::int FROM vote WHERE cast_at > now()) AS "futureVotes",
             (SELECT count(*)::int FROM audit_event WHERE at > now()) AS "futureEvents",
             (SELECT count(*)::int FROM measurement WHERE measured_on > now() OR created_at > now()) AS "futureReadings",
             (SELECT count(*)::int FROM proposal WHERE status = 'open' AND due_at < now()) AS "overdue"`);
    expect(times).toEqual({
      beforeSnapshot: 0,
      afterClosing: 0,
      onAnOldSnapshot: 0,
      futureVotes: 0,
      futureEvents: 0,
      futureReadings: 0,
      overdue: 0,
    });
  });

  it('leaves an audit trail that stands every check', async () => {
    await api.get(Sealer).seal();
    const auditor = await api.signInAs('auditor');
    const { body } = await auditor.get<{ intact: boolean; sealed: number; findings: unknown[] }>('/audit/verify');
    expect(body).toMatchObject({ intact: true, findings: [] });
    expect(body.sealed).toBeGreaterThan(500);
  });

  it('hands out the next codes', async () => {
    const lead = await api.signInAs('lead');
    const { body } = await lead.post<{ code: string }>('/charters', { title: 'One more' });
    expect(body.code).toBe('CH-0023');
  });
});

describe('an installation that is in use', () => {
  it('is never entered by the sample company', async () => {
    const api = await startApi({ empty: true });
    await givenOrganisation(api.owner, 'own');
    await expect(api.get(SampleCompany).loadOnce()).rejects.toThrow('never enters an installation in use');
    expect(await api.db.query(`SELECT 1 FROM app_user`)).toEqual([]);
    await api.stop();
  });
});
