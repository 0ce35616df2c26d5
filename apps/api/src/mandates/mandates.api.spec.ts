import type { Mandate, Page, Problem, StrategyVersion, TableEvaluation } from '@sightline/contracts';
import type { Client } from '../../test/client';
import { givenUser } from '../../test/given';
import { givenDraft, givenNextVersion, LATENCY, TABLE } from '../../test/given-conditions';
import { givenRatification, givenStrategyInForce } from '../../test/given-strategy';
import { type RunningApi, startApi } from '../../test/start-api';
import { strategyContent } from '../strategy/strategy-content';

let api: RunningApi;
let cio: Client;
let reader: Client;
let sponsor: string;

beforeAll(async () => {
  api = await startApi();
  cio = await api.signInAs('cio_office');
  reader = await api.signInAs('auditor');
  sponsor = await givenUser(api.owner, { name: 'Ingrid Halvorsen' });
  await givenStrategyInForce(api.owner);
});
afterAll(() => api.stop());

const NEW = { text: 'Cloud first. Nothing is bought that cannot run there.', dateReceived: '2026-02-01' };
const order = async (more: object = {}): Promise<Mandate> =>
  (await cio.post<Mandate>('/mandates', { ...NEW, sponsor, ...more })).body;
const seen = async ({ code }: Mandate): Promise<Mandate> => (await reader.get<Mandate>(`/mandates/${code}`)).body;

describe('a mandate', () => {
  it('is an order with a code, and untranslated until the strategy says when it applies and how to deviate', async () => {
    const mandate = await order();
    expect(mandate).toMatchObject({ title: 'Cloud first', state: 'untranslated', missing: ['no-principle'] });
    expect(mandate.code).toMatch(/^MD-\d\d$/);
    const draft = await givenDraft(cio, { mandate: mandate.code });
    expect((await seen(mandate)).missing).toEqual(['not-in-force', 'no-conditions', 'no-guidance']);
    const words = { decisionTable: TABLE, exceptionGuidance: 'Ask the board.' };
    const at = `/strategy/versions/${draft.number}/principles/${draft.principles[0]?.code}`;
    await cio.patch(at, words, { version: draft.version });
    expect((await seen(mandate)).missing).toEqual(['not-in-force']);
    await givenRatification(api.owner, draft);
    expect(await seen(mandate)).toMatchObject({
      state: 'translated',
      missing: [],
      principles: [{ versionNumber: draft.number, status: 'in_force', conditions: true, guidance: true }],
    });
    const untranslated = await reader.get<Page<Mandate>>('/mandates?status=untranslated');
    expect(untranslated.body.items.map(({ code }) => code)).not.toContain(mandate.code);
  });

  it('is found among two thousand, newest first, by its words and by its state', async () => {
    const needle = await order({ title: 'The needle', text: 'Nothing 100% like it.', dateReceived: '2026-03-01' });
    await api.owner.query(
      `INSERT INTO mandate (title, text, sponsor_id, received_on)
       SELECT 'Order ' || n, 'Hay 1000', $1, date '2020-01-01' + n % 1000 FROM generate_series(1, 2000) AS n`,
      [sponsor],
    );
    const list = async (query: string) => (await reader.get<Page<Mandate>>(`/mandates?${query}`)).body;
    expect((await list('q=100%25')).items.map(({ code }) => code)).toEqual([needle.code]);
    const { items, total } = await list('pageSize=200');
    expect(total).toBeGreaterThan(2000);
    const days = items.map(({ dateReceived }) => dateReceived);
    expect(days).toEqual(days.toSorted().toReversed());
    expect((await list('sort=title&q=Order&pageSize=2')).items.map(({ title }) => title)).toEqual([
      'Order 1',
      'Order 10',
    ]);
    const [all, bare, whole] = await Promise.all(['', 'status=untranslated', 'status=translated'].map(list));
    expect(bare!.total + whole!.total).toBe(all!.total);
    expect(whole!.items.map(({ state }) => state)).toEqual(whole!.items.map(() => 'translated'));
    expect(bare!.items.every(({ state }) => state === 'untranslated')).toBe(true);
  });

  it('is written by the CIO office, about somebody of the company, and not about the future', async () => {
    const { code, version } = await order({ title: 'Cloud' });
    expect((await reader.refused('POST', '/mandates', { ...NEW, sponsor })).status).toBe(403);
    const outsider = await givenUser(api.owner, { roles: ['external'] });
    const { body } = await cio.refused('POST', '/mandates', { ...NEW, sponsor: outsider });
    expect(body.errors?.[0]).toMatchObject({ pointer: '/sponsor' });
    expect((await cio.refused('POST', '/mandates', { ...NEW, sponsor, dateReceived: '2199-01-01' })).status).toBe(400);
    const changed = await cio.patch<Mandate>(`/mandates/${code}`, { text: 'Else.' }, { version });
    expect(changed.body).toMatchObject({ text: 'Else.', title: 'Cloud', version: version + 1 });
    expect((await cio.refused('PATCH', `/mandates/${code}`, { text: 'Late.' }, { version })).status).toBe(412);
  });
});

describe('facts and decision tables', () => {
  it('are checked cell by cell when they are saved', async () => {
    const draft = await givenDraft(cio);
    const [principle] = draft.principles;
    const at = `/strategy/versions/${draft.number}/principles/${principle?.code}`;
    const refused = async (body: object): Promise<Problem> =>
      (await cio.refused('PATCH', at, body, { version: draft.version })).body;
    const rules = [
      { when: { latencyMs: '< 20', hosting: 'cloud' }, outcome: 'avoid' },
      { when: { latencyMs: 'matches(?, "(a+)+$")', regulated: '1', other: '-' }, outcome: 'avoid', reason: 'No.' },
    ];
    const { errors = [] } = await refused({ decisionTable: { rules }, applicability: { latencyMs: 'x' } });
    expect(errors.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/applicability/latencyMs', 'cell-name'],
      ['/decisionTable/rules/0/when/hosting', 'cell-name'],
      ['/decisionTable/rules/1/when/latencyMs', 'cell-call'],
      ['/decisionTable/rules/1/when/regulated', 'cell-type'],
      ['/decisionTable/rules/1/when/other', 'unknown-fact'],
    ]);
    expect(errors.every(({ detail }) => detail && !detail.startsWith('validation.'))).toBe(true);
    const tooMany = Array.from({ length: 51 }, () => ({ when: {}, outcome: 'allow' }));
    expect((await refused({ decisionTable: { rules: tooMany } })).status).toBe(400);
    const badFacts = [LATENCY, { ...LATENCY, name: 'LatencyMs' }, { name: 'where', type: 'choice', choices: ['one'] }];
    const version = `/strategy/versions/${draft.number}`;
    const facts = await cio.refused('PATCH', version, { facts: badFacts }, { version: draft.version });
    expect(facts.body.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/facts/1/name', 'fact-name'],
      ['/facts/1/name', 'fact-twice'],
      ['/facts/2/choices', 'fact-choices'],
    ]);
    await givenRatification(api.owner, draft);
  });

  it('say what they say, and why, of a draft as of what is in force', async () => {
    const { principles } = await givenNextVersion(api, cio, {
      decisionTable: TABLE,
      applicability: { regulated: 'true' },
    });
    const code = principles[0]?.code ?? '';
    const said = async (facts: object, more: object = {}, at = `/principles/${code}`): Promise<TableEvaluation> =>
      (await reader.post<TableEvaluation>(`${at}/evaluate`, { facts, ...more })).body;
    const whole = { latencyMs: 120, regulated: true, hosting: 'site' };
    expect(await said(whole)).toMatchObject({
      outcome: 'exception_required',
      rule: 1,
      reason: 'Slow and on site.',
      missingFacts: [],
      rules: [{ result: 'hit', cells: [{ fact: 'latencyMs', holds: true }, { fact: 'hosting' }] }, {}, {}],
    });
    expect(await said({ ...whole, latencyMs: 90 })).toMatchObject({ outcome: 'avoid', rule: 2 });
    expect(await said({ ...whole, regulated: false })).toMatchObject({ outcome: 'allow', applies: false });
    expect(await said({ regulated: true, hosting: 'site' })).toMatchObject({
      outcome: 'unknown',
      missingFacts: ['latencyMs'],
    });
    expect(await said({ ...whole, latencyMs: '120' })).toMatchObject({
      outcome: 'unknown',
      problems: [{ code: 'fact-type' }],
    });
    expect(await said({ latencyms: 120, regulated: true, hosting: 'site' })).toMatchObject({ outcome: 'unknown' });
    const { body: draft } = await cio.post<StrategyVersion>('/strategy/versions');
    expect(draft.facts).toHaveLength(3);
    const at = `/strategy/versions/${draft.number}/principles/${code}`;
    const other = {
      decisionTable: { rules: [{ when: { hosting: '"cloud"' }, outcome: 'avoid' }] },
      applicability: null,
    };
    expect(await said({ hosting: 'cloud' }, other, at)).toMatchObject({ outcome: 'avoid', rule: 1 });
    const broken = { decisionTable: { rules: [{ when: { hosting: 'cloud' }, outcome: 'avoid' }] } };
    expect((await reader.refused('POST', `${at}/evaluate`, { facts: {}, ...broken })).status).toBe(400);
    expect((await reader.refused('POST', '/principles/P-99/evaluate', { facts: {} })).status).toBe(404);
    await givenRatification(api.owner, draft);
  });

  it('are frozen with the version, part of its hash, and named by the open points when a fact changes under them', async () => {
    const draft = await givenDraft(cio, { decisionTable: TABLE, applicability: null, mandate: (await order()).code });
    const content = strategyContent(draft);
    expect(content).toMatchObject({ facts: [{ name: 'latencyMs' }, {}, {}], principles: [{ decisionTable: {} }, {}] });
    expect(JSON.stringify(content)).not.toContain('applicability');
    const at = `/strategy/versions/${draft.number}`;
    const bare = await cio.patch<StrategyVersion>(at, { facts: [LATENCY] }, { version: draft.version });
    expect(bare.body.openPoints).toContainEqual({
      code: 'table-not-readable',
      params: { principles: [draft.principles[0]?.code] },
    });
    const gone = await cio.patch<{ strategyVersion: StrategyVersion }>(
      `${at}/principles/${draft.principles[0]?.code}`,
      { decisionTable: null, mandate: null },
      { version: bare.body.version },
    );
    expect(gone.body.strategyVersion.principles[0]).toMatchObject({ decisionTable: null, mandate: null });
    await givenRatification(api.owner, draft);
    for (const sql of [
      `UPDATE strategy_version SET facts = '[]' WHERE id = $1`,
      `UPDATE principle_revision SET decision_table = '{"rules": []}' WHERE strategy_version_id = $1`,
      `UPDATE principle_revision SET applicability = '{}' WHERE strategy_version_id = $1`,
    ])
      await expect(api.db.query(sql, [draft.id])).rejects.toMatchObject({ constraint: 'strategy_version_frozen' });
  });
});
