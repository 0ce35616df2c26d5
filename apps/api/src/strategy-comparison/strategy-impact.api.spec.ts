import { FORECAST_LOOKS, type GateForecastPage, type StrategyImpact, type StrategyVersion } from '@sightline/contracts';
import type { Client } from '../../test/client';
import { LATENCY, TABLE, givenNextVersion } from '../../test/given-conditions';
import { givenUser } from '../../test/given';
import {
  type DecidingCompany,
  givenDecidingCompany,
  givenReadyCharter,
  givenSubmittedCharter,
} from '../../test/given-proposal';
import { type RunningApi, startApi } from '../../test/start-api';
import { provenBy, tries } from '../../../../tools/proof-figures';

const MANY = tries({ short: 2_000, full: 100_000 });
/** In ms. The database works beside whatever else the machine does: what it took is on the page of figures. */
const LONGEST = 30_000;

describe('the impact of a draft', () => {
  let api: RunningApi;
  let company: DecidingCompany;
  let cio: Client;

  beforeAll(async () => {
    api = await startApi();
    company = await givenDecidingCompany(api);
    cio = await api.signInAs('cio_office');
  });
  afterAll(() => api.stop());

  const impactOf = async (n: number, query = ''): Promise<StrategyImpact> => {
    const { status, body } = await cio.get<StrategyImpact>(`/strategy/versions/${n}/impact${query}`);
    expect(status).toBe(200);
    return body;
  };
  const rows = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> => api.owner.query<Row[]>(sql, values);

  it('names charters that could not be approved any more, their proposals, and orders that lose their translation', async () => {
    const { charter, proposal } = await givenSubmittedCharter(api, company);
    const [mandate] = await rows<{ id: string; code: string }>(
      `INSERT INTO mandate (title, text, sponsor_id, received_on) VALUES ('Cloud first', 'Everything in the cloud.', $1, current_date)
       RETURNING id, code`,
      [await givenUser(api.owner, { roles: ['champion'] })],
    );
    await givenNextVersion(
      api,
      cio,
      {
        mandate: mandate?.code,
        exceptionGuidance: 'Ask the board.',
        decisionTable: { rules: TABLE.rules.map((rule) => ({ ...rule, when: { latencyMs: '> 100' } })) },
      },
      [LATENCY],
    );
    const written = await givenReadyCharter(api, company);
    const { body: draft } = await cio.post<StrategyVersion>('/strategy/versions');
    expect(await impactOf(draft.number)).toMatchObject({ total: 0, items: [], principles: [], inForce: 2 });

    const [first] = draft.principles;
    await cio.delete(`/strategy/versions/${draft.number}/principles/${first?.code}`, { version: draft.version });
    const impact = await impactOf(draft.number);
    expect(impact.figures).toEqual({
      ...{ reaffirm: 0, change: 0, blocked: 2, named: 0 },
      ...{ exceptions: 0, mandates: 1, proposals: 1 },
    });
    expect(impact.principles).toMatchObject([{ principle: { code: first?.code }, change: 'left', charters: 0 }]);
    expect(impact.items.map(({ kind, reason, record }) => [kind, reason, record.id])).toEqual(
      expect.arrayContaining([
        ['charter', 'no_principle', charter],
        ['charter', 'no_principle', written],
        ['mandate', 'untranslated', mandate?.id],
      ]),
    );
    expect(impact.items.find(({ record }) => record.id === charter)).toMatchObject({
      status: 'submitted',
      proposal: { code: proposal },
      principles: [{ code: first?.code }],
    });
    expect(impact.items.at(-1)).toMatchObject({ missing: ['no-principle'], lead: { name: expect.any(String) } });
    expect((await impactOf(draft.number, '?kind=mandate')).items).toHaveLength(1);
    expect((await cio.get(`/strategy/versions/${draft.number}/impact?kind=review`)).status).toBe(400);
    expect((await (await api.signInAs('external')).get(`/strategy/versions/${draft.number}/impact`)).status).toBe(403);
  });

  it('names what is before the board, whether or not it could still be approved', async () => {
    const [draft] = await rows<{ id: string; number: number }>(
      `SELECT id, number FROM strategy_version WHERE status = 'draft'`,
    );
    const [leaving, staying] = company.strategy.principles;
    const both = await givenReadyCharter(api, company);
    await api.owner.query(`INSERT INTO charter_principle (charter_id, principle_id, how) VALUES ($1, $2, 'So.')`, [
      both,
      staying?.id,
    ]);
    await api.owner.query(`UPDATE charter SET facts = '{"latencyMs": 5}' WHERE id = $1`, [both]);
    const lead = await api.signIn(company.lead);
    expect(await impactOf(draft?.number ?? 0)).toMatchObject({ figures: { named: 0, proposals: 1 } });
    const { status, body } = await lead.post(`/charters/${both}/submit`);
    expect({ status, body }).toMatchObject({ status: 200 });
    const { figures, total, items } = await impactOf(draft?.number ?? 0, '?kind=proposal');
    expect({ figures, total }).toMatchObject({ figures: { named: 1, blocked: 2, proposals: 2 }, total: 2 });
    expect(items.map(({ reason, record, principles }) => [reason, record.id === both, principles[0]?.id])).toEqual([
      ['no_principle', false, leaving?.id],
      ['names_leaving', true, leaving?.id],
    ]);
    expect(items.every(({ proposal }) => proposal !== null)).toBe(true);
  });

  it('is the same in small pages as in one, and what ratification writes', async () => {
    const [draft] = await rows<{ id: string; number: number }>(
      `SELECT id, number FROM strategy_version WHERE status = 'draft'`,
    );
    await givenApproved(30);
    const whole = await impactOf(draft?.number ?? 0, '?pageSize=200');
    expect(whole.items).toHaveLength(whole.total);
    const pages = [];
    for (let page = 1; page <= Math.ceil(whole.total / 7); page += 1)
      pages.push(...(await impactOf(draft?.number ?? 0, `?pageSize=7&page=${page}`)).items);
    const inOrder = (items: StrategyImpact['items']) => items.toSorted((a, b) => (a.record.id < b.record.id ? -1 : 1));
    expect(inOrder(pages)).toEqual(inOrder(whole.items));
    expect(pages.map(({ kind, reason }) => `${kind} ${reason}`)).toEqual(
      whole.items.map(({ kind, reason }) => `${kind} ${reason}`),
    );
    const queued = await rows<{ id: string }>(
      `SELECT u.charter_id AS id FROM unsettled_by($1, (SELECT id FROM strategy_version WHERE status = 'in_force')) u ORDER BY 1`,
      [draft?.id],
    );
    const told = whole.items.filter(({ kind, reason }) => kind === 'charter' && reason === 'principle_left');
    expect(told.map(({ record }) => record.id).toSorted()).toEqual(queued.map(({ id }) => id));
  });

  /** So many that are approved and cite everything in force, each with an answer of its own. */
  async function givenApproved(many: number): Promise<void> {
    const tables = ['charter', 'charter_principle'];
    for (const table of tables) await api.owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await api.owner.query(
      `WITH made AS (
         INSERT INTO charter (title, outcome_statement, business_unit_id, lead_id, status, approved_at, approved_revision,
                approved_under_version, facts)
         SELECT 'Charter ' || n, 'Reduce waiting.', $1, $2, 'in_delivery', now(), 1, v.id, jsonb_build_object('latencyMs', n)
           FROM generate_series(1, $3::integer) n, strategy_version v WHERE v.status = 'in_force' RETURNING id)
       INSERT INTO charter_principle (charter_id, principle_id, how)
       SELECT m.id, r.principle_id, 'So.' FROM made m, principle_revision r JOIN strategy_version v ON v.id = r.strategy_version_id
        WHERE v.status = 'in_force'`,
      [company.business, company.lead, many],
    );
    for (const table of tables) await api.owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    for (const table of tables) await api.owner.query(`VACUUM ANALYZE ${table}`);
  }

  it(`is told of ${MANY.toLocaleString('en')} charters without making anybody wait`, async () => {
    const [draft] = await rows<{ number: number }>(`SELECT number FROM strategy_version WHERE status = 'draft'`);
    await givenApproved(MANY - 30);
    const timed = async (query: string): Promise<{ impact: StrategyImpact; best: number; worst: number }> => {
      const times: number[] = [];
      let impact = await impactOf(draft?.number ?? 0, query);
      for (let time = 0; time < 5; time += 1) {
        const began = performance.now();
        impact = await impactOf(draft?.number ?? 0, query);
        times.push(performance.now() - began);
      }
      return { impact, best: Math.min(...times), worst: Math.max(...times) };
    };
    const first = await timed('');
    const last = await timed(`?page=${Math.ceil(first.impact.total / 50)}`);
    expect(first.impact.figures.change).toBe(MANY);
    expect(first.impact.items).toHaveLength(50);
    expect(last.impact.items).toHaveLength(first.impact.total % 50 || 50);
    expect(first.best).toBeLessThan(LONGEST);
    provenBy({
      promise: 'the impact of a draft is known before it is proposed',
      tried: `a draft that drops a principle which ${MANY.toLocaleString('en')} approved charters cite; request and answer, best and worst of five`,
      found: `the first page ${inSeconds(first)}, the last ${inSeconds(last)}`,
    });
  });

  it('looks at every charter and change for what the gate would say, so many at a time', async () => {
    const [draft] = await rows<{ number: number }>(`SELECT number FROM strategy_version WHERE status = 'draft'`);
    const at = `/strategy/versions/${draft?.number}`;
    const { body: before } = await cio.get<GateForecastPage>(`${at}/impact/gates`);
    expect(before).toMatchObject({ total: 0, looked: 0, principles: [], items: [], next: null });
    const { body: version } = await cio.get<StrategyVersion>(at);
    const [staying] = version.principles;
    const decisionTable = { rules: [{ when: { latencyMs: '> 10' }, outcome: 'exception_required', reason: 'Slow.' }] };
    const { status } = await cio.patch(
      `${at}/principles/${staying?.code}`,
      { decisionTable },
      { version: version.version },
    );
    expect(status).toBe(200);
    await api.owner.query(
      `INSERT INTO change_request (charter_id, number, reason, content, base, base_version)
       SELECT c.id, 1, 'So.', jsonb_build_object('facts', a.facts, 'principles', '[]'::jsonb), '{}', 1
         FROM (VALUES (1, '{}'::jsonb), (2, '{"latencyMs": 5}'), (3, '{"latencyMs": 50}')) AS a (n, facts)
         JOIN charter c ON c.title = 'Charter ' || a.n AND c.created_at = (SELECT max(created_at) FROM charter)`,
    );
    await api.owner.query('ALTER TABLE principle_exception DISABLE TRIGGER USER');
    await api.owner.query(
      `INSERT INTO principle_exception (principle_id, charter_id, category, justification, compensating_control, expires_on,
              status, proposed_on, granted_on, granted_at)
       SELECT $1, c.id, 'business', 'So.', 'So.', current_date + 90, 'granted', current_date - 1, current_date - 1, now()
         FROM charter c WHERE c.title = 'Charter 20' AND c.created_at = (SELECT max(created_at) FROM charter)`,
      [staying?.id],
    );
    await api.owner.query('ALTER TABLE principle_exception ENABLE TRIGGER USER');
    const [{ open, held } = { open: 0, held: 0 }] = await rows<{ open: number; held: number }>(
      `SELECT count(*)::int AS open, count(*) FILTER (WHERE coalesce((facts ->> 'latencyMs')::int, 11) > 10 AND NOT EXISTS (
                SELECT 1 FROM principle_exception x WHERE x.charter_id = every.id))::int AS held
         FROM (SELECT id, facts FROM charter UNION ALL SELECT id, content -> 'facts' FROM change_request) every`,
    );
    const seen = { looked: 0, blocked: 0, marked: 0, named: new Set<string>(), looks: 0 };
    const began = performance.now();
    let longest = 0;
    for (let after: string | null = ''; after !== null; seen.looks += 1) {
      const asked = performance.now();
      const { body }: { body: GateForecastPage } = await cio.get(
        `${at}/impact/gates?pageSize=1${after && `&after=${after}`}`,
      );
      longest = Math.max(longest, performance.now() - asked);
      expect(body.total).toBe(open);
      seen.looked += body.looked;
      seen.blocked += body.figures.blocked;
      seen.marked += body.figures.marked;
      for (const { record } of body.items) seen.named.add(record.id);
      after = body.next;
    }
    expect(seen).toMatchObject({
      looked: open,
      blocked: held,
      marked: 0,
      looks: Math.floor(open / FORECAST_LOOKS) + 1,
    });
    expect(seen.named.size).toBe(seen.looks);
    provenBy({
      promise: 'what the gate would say is known before a draft is proposed',
      tried: `a decision table for a principle in force, ${open.toLocaleString('en')} charters and changes, each with an answer of its own; ${seen.looks} requests to the end`,
      found: `${seen.looked.toLocaleString('en')} looked at, ${(seen.blocked + seen.marked).toLocaleString('en')} held up or marked; all in ${((performance.now() - began) / 1_000).toFixed(1)} s, the longest answer ${(longest / 1_000).toFixed(2)} s`,
    });
  });
});

const inSeconds = ({ best, worst }: { best: number; worst: number }): string =>
  `${(best / 1_000).toFixed(2)} s to ${(worst / 1_000).toFixed(2)} s`;

describe('the impact of the first version', () => {
  it('is nothing: nothing is in force that could be lost', async () => {
    const api = await startApi();
    const cio = await api.signInAs('cio_office');
    await cio.post('/strategy/versions');
    const { status, body } = await cio.get<StrategyImpact>('/strategy/versions/1/impact');
    expect({ status, body }).toMatchObject({ status: 200, body: { inForce: null, total: 0, principles: [] } });
    expect((await cio.get('/strategy/versions/1/diff')).status).toBe(404);
    await api.stop();
  });
});
