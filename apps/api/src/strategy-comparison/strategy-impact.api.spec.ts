import type { StrategyImpact, StrategyVersion } from '@sightline/contracts';
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
    expect(impact.figures).toEqual({ reaffirm: 0, change: 0, blocked: 2, exceptions: 0, mandates: 1, proposals: 1 });
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

  it(`is told of ${MANY.toLocaleString('en')} charters without making anybody wait`, async () => {
    const [draft] = await rows<{ number: number }>(`SELECT number FROM strategy_version WHERE status = 'draft'`);
    const tables = ['charter', 'charter_principle'];
    for (const table of tables) await api.owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await api.owner.query(
      `WITH made AS (
         INSERT INTO charter (title, outcome_statement, business_unit_id, lead_id, status, approved_at, approved_revision,
                approved_under_version)
         SELECT 'Charter ' || n, 'Reduce waiting.', $1, $2, 'in_delivery', now(), 1, v.id
           FROM generate_series(1, $3::integer) n, strategy_version v WHERE v.status = 'in_force' RETURNING id)
       INSERT INTO charter_principle (charter_id, principle_id, how)
       SELECT m.id, r.principle_id, 'So.' FROM made m, principle_revision r JOIN strategy_version v ON v.id = r.strategy_version_id
        WHERE v.status = 'in_force'`,
      [company.business, company.lead, MANY],
    );
    for (const table of tables) await api.owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    await api.owner.query('ANALYZE charter, charter_principle');
    const times: number[] = [];
    let impact = await impactOf(draft?.number ?? 0);
    for (let time = 0; time < 5; time += 1) {
      const began = performance.now();
      impact = await impactOf(draft?.number ?? 0);
      times.push(performance.now() - began);
    }
    const [best = 0] = times.toSorted((a, b) => a - b);
    expect(impact.figures.change).toBe(MANY);
    expect(impact.items).toHaveLength(50);
    expect(best).toBeLessThan(LONGEST);
    provenBy({
      promise: 'the impact of a draft is known before it is proposed',
      tried: `a draft that drops a principle which ${MANY.toLocaleString('en')} approved charters cite; request and answer, best and worst of five`,
      found: `${(best / 1_000).toFixed(2)} s to ${(Math.max(...times) / 1_000).toFixed(2)} s`,
    });
    process.stdout.write(`impact on ${MANY} charters: ${times.map((time) => time.toFixed(0)).join(' ')} ms\n`);
  });
});

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
