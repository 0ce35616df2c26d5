import type { StrategyApproval, StrategyDiff, StrategyVersion } from '@sightline/contracts';
import type { Client } from '../../test/client';
import { dayAhead, givenNextVersion, HOSTING, LATENCY, TABLE } from '../../test/given-conditions';
import { type DecidingCompany, givenDecidingCompany, voteAs } from '../../test/given-proposal';
import { type RunningApi, startApi } from '../../test/start-api';
import { provenBy } from '../../../../tools/proof-figures';
import { renderedProse } from './rendered-prose';

describe('two versions of the strategy', () => {
  let api: RunningApi;
  let company: DecidingCompany;
  let cio: Client;

  beforeAll(async () => {
    api = await startApi();
    company = await givenDecidingCompany(api);
    cio = await api.signInAs('cio_office');
    const purpose =
      '# Why\n\nWe integrate **because** customers wait.\n\nOne thing stays.\n\n| who | what |\n| --- | --- |\n| board | decides |';
    await api.owner.query('ALTER TABLE strategy_version DISABLE TRIGGER USER');
    await api.owner.query(`UPDATE strategy_version SET purpose = $1 WHERE status = 'in_force'`, [purpose]);
    await api.owner.query('ALTER TABLE strategy_version ENABLE TRIGGER USER');
  });
  afterAll(() => api.stop());

  it('are compared section by section and record by record, the draft included', async () => {
    const { body: draft } = await cio.post<StrategyVersion>('/strategy/versions');
    const at = `/strategy/versions/${draft.number}`;
    const [first, second] = draft.principles;
    const written = await cio.patch<StrategyVersion>(
      at,
      {
        purpose:
          '# Why\n\nWe integrate because customers *cannot* wait.\n\nOne thing stays.\n\n| who | what |\n| --- | --- |\n| board | votes |',
        facts: [LATENCY, HOSTING],
        weights: { principles: 25, outcome: 35, capability: 15, data: 15, resilience: 10 },
        gatePolicy: { close: ['PRINCIPLE'] },
        reviewBy: await dayAhead(api, 250),
      },
      { version: draft.version },
    );
    const reworded = await cio.patch<{ version: number }>(
      `${at}/principles/${first?.code}`,
      { statement: 'Name the outcome always holds.', decisionTable: TABLE },
      { version: written.body.version },
    );
    const dropped = await cio.delete<StrategyVersion>(`${at}/principles/${second?.code}`, {
      version: reworded.body.version,
    });
    await cio.post(
      `${at}/principles`,
      { title: 'Say why', statement: 'It says why.' },
      { version: dropped.body.version },
    );

    const { status, body } = await cio.get<StrategyDiff>(`${at}/diff?against=1`);
    expect(status).toBe(200);
    expect({ from: body.from.number, to: body.to.number }).toEqual({ from: 1, to: draft.number });
    const told = body.items.filter(({ kind, code }) => kind !== 'gate' || code === 'PRINCIPLE');
    expect(told.map(({ kind, change, code }) => [kind, change, code ?? ''])).toEqual([
      ['section', 'changed', ''],
      ['principle', 'changed', first?.code],
      ['principle', 'added', expect.any(String)],
      ['principle', 'removed', second?.code],
      ['fact', 'added', ''],
      ['fact', 'added', ''],
      ['gate', 'changed', 'PRINCIPLE'],
      ['weight', 'changed', ''],
      ['weight', 'changed', ''],
      ['review', 'changed', ''],
    ]);
    expect(body.counts.section).toMatchObject({ changed: 1, unchanged: 6 });
    const [purpose, principle] = body.items;
    expect(purpose?.fields).toMatchObject([
      {
        kind: 'text',
        blocks: [
          { kind: 'heading', change: 'same' },
          {
            change: 'changed',
            pieces: [
              { change: 'same', text: 'We integrate ' },
              { change: 'formatted', text: 'because', before: { bold: true } },
              { change: 'same', text: ' customers ' },
              { change: 'added', text: 'cannot', marks: { italic: true } },
              { change: 'added', text: ' ' },
              { change: 'same', text: 'wait.' },
            ],
          },
          { change: 'same' },
          { kind: 'table', change: 'changed', table: { rows: [{ change: 'same' }, { change: 'changed' }] } },
        ],
      },
    ]);
    expect(principle?.fields.map(({ field, kind }) => [field, kind])).toEqual([
      ['statement', 'text'],
      ['decisionTable', 'rules'],
    ]);
  });

  it('are the same as themselves, and turned round when asked the other way', async () => {
    const { body: same } = await cio.get<StrategyDiff>('/strategy/versions/1/diff?against=1');
    expect(same.items).toEqual([]);
    const { body: there } = await cio.get<StrategyDiff>('/strategy/versions/2/diff');
    const { body: back } = await cio.get<StrategyDiff>('/strategy/versions/1/diff?against=2');
    expect(there.from.number).toBe(1);
    for (const kind of ['principle', 'fact', 'section', 'weight'] as const) {
      const { added, removed, ...others } = there.counts[kind];
      expect(back.counts[kind]).toEqual({ ...others, added: removed, removed: added });
    }
  });

  it('are refused to whoever may not read the strategy, and when one is not there', async () => {
    const outside = await api.signInAs('external');
    expect((await outside.get('/strategy/versions/2/diff?against=1')).status).toBe(403);
    expect((await cio.get('/strategy/versions/2/diff?against=99')).status).toBe(404);
    expect((await cio.get('/strategy/versions/99/diff?against=1')).status).toBe(404);
    expect((await cio.get('/strategy/versions/2/diff?to=1')).status).toBe(400);
  });

  it('lead from what somebody approved to what stands now', async () => {
    const member = company.members[0] ?? '';
    const reader = await api.signIn(member);
    expect((await reader.get<StrategyApproval>('/strategy/approval')).body).toEqual({ version: null });
    const [author, other] = [company.sponsor, company.itLead];
    await api.owner.query(
      `INSERT INTO section_author (strategy_version_id, section, business_author_id, it_author_id)
       SELECT v.id, s, $1, $2 FROM strategy_version v, unnest(ARRAY['purpose','alignment','capabilitiesNarrative','governance',
         'dataGovernance','resilience','successMetrics']) s WHERE v.status = 'draft'
       ON CONFLICT (strategy_version_id, section) DO UPDATE SET business_author_id = $1, it_author_id = $2`,
      [author, other],
    );
    const { body, status } = await cio.post<{ proposal: { code: string } }>('/strategy/versions/2/propose');
    expect({ status, body }).toMatchObject({ status: 200 });
    await voteAs(api, member, body.proposal.code, 'approve');
    expect((await reader.get<StrategyApproval>('/strategy/approval')).body.version).toMatchObject({
      number: 2,
      proposal: { code: body.proposal.code },
    });
    // What comes back may be written anew: it is not what was approved any more.
    await api.owner.query(`UPDATE proposal SET status = 'withdrawn', closed_at = now() WHERE code = $1`, [
      body.proposal.code,
    ]);
    await api.owner.query(`UPDATE strategy_version SET status = 'draft' WHERE number = 2`);
    expect((await reader.get<StrategyApproval>('/strategy/approval')).body).toEqual({ version: null });
  });
});

describe('two versions of 200 pages', () => {
  let api: RunningApi;
  let cio: Client;
  let seed = 7;
  const random = (n: number): number => (seed = (seed * 48_271) % 2_147_483_647) % n;
  const stems =
    'order data partner fall load promise rule carry ready count owner change review harbour price route gate sign'.split(
      ' ',
    );
  const ends = ['', 's', 'ing', 'ed', 'able', 'ness', 'ful', 'ment', 'ly'];
  const word = (): string =>
    `${stems[random(stems.length)]}${ends[random(ends.length)]}${random(4) === 0 ? stems[random(stems.length)] : ''}`;
  const sentence = (): string => `${Array.from({ length: 14 }, word).join(' ')}.`;
  const paragraph = (): string => Array.from({ length: 5 }, sentence).join(' ');
  const section = (): string => {
    let text = '';
    for (let at = 0; text.length < 97_000; at += 1)
      text +=
        at % 9 === 0
          ? `## ${word()} ${word()}\n\n`
          : at % 9 === 4
            ? `- ${sentence()}\n- **${word()}** ${sentence()}\n\n`
            : `${paragraph()}\n\n`;
    return text;
  };
  const scattered = (text: string): string => text.replace(/\w+/g, (found) => (random(60) === 0 ? word() : found));
  const COLUMNS = [
    'purpose',
    'alignment',
    'capabilities_narrative',
    'governance',
    'data_governance',
    'resilience',
    'success_metrics',
  ];

  beforeAll(async () => {
    api = await startApi();
    await givenDecidingCompany(api);
    cio = await api.signInAs('cio_office');
    await givenNextVersion(api, cio);
    await cio.post('/strategy/versions');
  });
  afterAll(() => api.stop());

  async function write(number: number, texts: readonly string[]): Promise<void> {
    await api.owner.query('ALTER TABLE strategy_version DISABLE TRIGGER USER');
    for (const [at, column] of COLUMNS.entries())
      await api.owner.query(`UPDATE strategy_version SET ${column} = $1 WHERE number = $2`, [texts[at], number]);
    await api.owner.query('ALTER TABLE strategy_version ENABLE TRIGGER USER');
  }

  it.each([
    { name: 'changes scattered over every page', edit: scattered },
    { name: 'everything written anew', edit: () => section() },
    { name: 'nothing changed', edit: (text: string) => text },
  ])('take no more than two seconds: $name', async ({ name, edit }) => {
    const before = COLUMNS.map(section);
    await write(2, before);
    await write(3, before.map(edit));
    await cio.get<StrategyDiff>('/strategy/versions/3/diff?against=2');
    const [cpu, clock] = [process.cpuUsage(), performance.now()];
    const { body } = await cio.get<StrategyDiff>('/strategy/versions/3/diff?against=2');
    const [spent, took] = [process.cpuUsage(cpu).user / 1_000, performance.now() - clock];
    const words = before.join(' ').split(/\s+/).length;
    const changes = body.items
      .flatMap(({ fields }) => fields)
      .flatMap((field) => (field.kind === 'text' ? field.blocks : []));
    const told = changes.filter(({ change }) => change !== 'same').length;
    // Processor time: the machine may be busy with something else.
    expect(spent).toBeLessThan(2_000);
    provenBy({
      promise: 'two versions are compared in under 2 s',
      tried: `two versions of ${words.toLocaleString('en')} words, ${name}; request and answer`,
      found: `${(took / 1_000).toFixed(2)} s (${(spent / 1_000).toFixed(2)} s of processor time), ${told.toLocaleString('en')} of ${changes.length.toLocaleString('en')} paragraphs different, ${(JSON.stringify(body).length / 1e6).toFixed(1)} MB`,
    });
    process.stdout.write(`${name}: ${took.toFixed(0)} ms, ${spent.toFixed(0)} ms of processor time\n`);
  });

  it('are read as people read them', () => {
    expect(renderedProse('- one\n  broken line\n- *two*\n\n> said\n\n```sql\nSELECT 1\n```')).toEqual([
      { kind: 'item', level: 1, runs: [{ text: 'one broken line', marks: {} }] },
      { kind: 'item', level: 1, runs: [{ text: 'two', marks: { italic: true } }] },
      { kind: 'quote', level: 1, runs: [{ text: 'said', marks: {} }] },
      { kind: 'code', level: 0, runs: [{ text: 'SELECT 1', marks: {} }] },
    ]);
  });
});
