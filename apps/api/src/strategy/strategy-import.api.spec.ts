import type { StrategyImportCheck, StrategyVersion } from '@sightline/contracts';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalText, sha256 } from '../audit/audit-event';
import type { Client } from '../../test/client';
import { givenUser } from '../../test/given';
import { givenBoard } from '../../test/given-board';
import { givenKpi } from '../../test/given-kpis';
import { givenStrategyInForce } from '../../test/given-strategy';
import { type RunningApi, startApi } from '../../test/start-api';
import { strategyContent } from './strategy-content';

const SAMPLES = process.env['SIGHTLINE_SAMPLES'] ?? join(__dirname, '../../../../../shared/samples');

let api: RunningApi;
let office: Client;
let draft: StrategyVersion;
let at: string;

beforeAll(async () => {
  api = await startApi();
  const person = await givenUser(api.owner);
  const other = await givenUser(api.owner);
  const board = await givenBoard(api.owner);
  await givenStrategyInForce(api.owner, { board: board.id, authors: { business: person, it: other } });
  office = await api.signInAs('cio_office');
  draft = (await office.post<StrategyVersion>('/strategy/versions')).body;
  at = `/strategy/versions/${draft.number}`;
  const kpi = await givenKpi(api.owner);
  const facts = [{ name: 'latencyMs', type: 'number', unit: 'ms', question: 'How slow | may it be?' }];
  draft = (await office.patch<StrategyVersion>(at, { kpis: [kpi.code], facts }, { version: draft.version })).body;
  const decisionTable = { rules: [{ when: { latencyMs: '< 20' }, outcome: 'avoid', reason: 'Too *fast*' }] };
  const body = { title: 'A third | one', statement: 'Line one.\n\nLine two.', decisionTable };
  draft = (await office.post<{ strategyVersion: StrategyVersion }>(`${at}/principles`, body)).body.strategyVersion;
});
afterAll(() => api.stop());

const exported = async (): Promise<string> => (await office.get<string>(`${at}/document.md`)).body;
const hashOf = (version: StrategyVersion): string => sha256(canonicalText(strategyContent(version)));
const standing = async (): Promise<StrategyVersion> => (await office.get<StrategyVersion>(at)).body;
const look = async (content: string, more: object = {}) =>
  office.post<StrategyImportCheck>(`${at}/import/check`, { content, ...more }, { version: (await standing()).version });

describe('a version that was exported', () => {
  it('comes back as the same version, after everything in it was changed', async () => {
    const before = await standing();
    const file = await exported();
    const [first, second, third] = before.principles;
    let now = (await office.delete<StrategyVersion>(`${at}/principles/${second?.id}`, { version: before.version }))
      .body;
    const moved = { title: 'Another name', position: 2, decisionTable: null };
    now = (
      await office.patch<{ strategyVersion: StrategyVersion }>(`${at}/principles/${first?.id}`, moved, {
        version: now.version,
      })
    ).body.strategyVersion;
    now = (await office.post<{ strategyVersion: StrategyVersion }>(`${at}/drivers`, { name: 'New', weight: 3 })).body
      .strategyVersion;
    const [right] = now.decisionRights;
    now = (await office.delete<StrategyVersion>(`${at}/decision-rights/${right?.id}`, { version: now.version })).body;
    const other = {
      purpose: 'Other',
      kpis: [],
      facts: [],
      reviewBy: null,
      weights: { ...now.weights, data: 1 },
      gatePolicy: { submit: [] },
    };
    now = (await office.patch<StrategyVersion>(at, other, { version: now.version })).body;
    expect(hashOf(now)).not.toBe(hashOf(before));

    const { body: check } = await look(file.replaceAll('\n', '\r\n'));
    expect(check).toMatchObject({ draftVersion: now.version, foreign: false, problems: [] });
    expect(check.items.map(({ kind, code, change }) => `${kind} ${code ?? ''} ${change}`)).toEqual(
      expect.arrayContaining([`principle ${second?.code} added`, 'section  changed']),
    );
    expect((await standing()).version).toBe(now.version);

    const { status, body: back } = await office.post<StrategyVersion>(
      `${at}/import`,
      { content: file },
      { version: now.version },
    );
    expect(status).toBe(200);
    expect(hashOf(back)).toBe(hashOf(before));
    expect(back.principles.map(({ id }) => id)).toEqual([first?.id, second?.id, third?.id]);
    const [event] = await api.owner.query<{ action: string }[]>(
      `SELECT action FROM audit_event WHERE record_id = $1 ORDER BY id DESC LIMIT 1`,
      [draft.id],
    );
    expect(event?.action).toBe('strategy_version.imported');
  });

  it('changes nothing where it says the same', async () => {
    const { version } = await standing();
    const { body } = await office.post<StrategyVersion>(`${at}/import`, { content: await exported() }, { version });
    expect(body.version).toBe(version);
  });

  it('is not brought over what somebody saved meanwhile, and not into what is frozen', async () => {
    const { version } = await standing();
    const content = await exported();
    for (const path of ['/import', '/import/check']) {
      expect((await office.refused('POST', `${at}${path}`, { content }, { version: version - 1 })).status).toBe(412);
      expect((await office.refused('POST', `${at}${path}`, { content })).status).toBe(428);
      expect((await office.refused('POST', `/strategy/versions/1${path}`, { content }, { version: 1 })).status).toBe(
        409,
      );
      const auditor = await api.signInAs('auditor');
      expect((await auditor.refused('POST', `${at}${path}`, { content }, { version })).status).toBe(403);
    }
  });

  it('says each line that is wrong, and leaves the draft as it was', async () => {
    const before = await standing();
    const file = (await exported())
      .replace(/\| 30 \|/, '| many |')
      .replace('\\< 20', 'now()')
      .replace(/### (\S+) Name the outcome/, `### $1 ${'long '.repeat(60)}`);
    const { body } = await look(file);
    const lineOf = (text: string): number => file.split('\n').findIndex((line) => line.includes(text)) + 1;
    expect(body.items).toEqual([]);
    expect(body.problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: expect.stringMatching(/^weights/), line: lineOf(':weights') }),
      ]),
    );
    const [cells] = [file.replace('| many |', '| 30 |')];
    const { problems } = (await look(cells)).body;
    expect(problems.map(({ line, field }) => ({ line, field }))).toEqual(
      expect.arrayContaining([{ line: lineOf('long long'), field: 'title' }]),
    );
    expect(problems.some(({ field }) => field?.startsWith('decisionTable'))).toBe(true);
    expect(problems.every(({ detail }) => detail !== '' && !detail.startsWith('validation.'))).toBe(true);
    const refused = await office.refused('POST', `${at}/import`, { content: cells }, { version: before.version });
    expect(refused.body).toMatchObject({ status: 409, rule: 'strategy-file-refused' });
    expect(hashOf(await standing())).toBe(hashOf(before));
  });

  it('brings a principle of its own, which gets a code, and refuses one that is told twice', async () => {
    const file = await exported();
    const own =
      '### Written by hand\n<!-- sightline:principle -->\n\n<!-- sightline:text statement -->\nHolds.\n<!-- sightline:end -->\n';
    const { version } = await standing();
    const { body } = await office.post<StrategyVersion>(`${at}/import`, { content: `${file}\n${own}` }, { version });
    expect(body.principles.at(-1)).toMatchObject({ title: 'Written by hand', statement: 'Holds.', rationale: '' });
    expect(body.principles.at(-1)?.code).toMatch(/^P-\d+$/);
    const [first] = body.principles;
    const twice = `${await exported()}\n### ${first?.code} Twice\n<!-- sightline:principle ${first?.id} -->\n`;
    expect((await look(twice)).body.problems.map(({ code }) => code)).toEqual(['import-twice']);
  });
});

describe('a file from elsewhere', () => {
  it.each(['cloud-first-policy.md', 'technology-code-of-practice.md'])(
    'fills a section with %s, byte for byte',
    async (name) => {
      const path = join(SAMPLES, 'policy', name);
      if (!existsSync(path)) return console.log(`${path} is not here`);
      const content = readFileSync(path, 'utf8');
      const before = await standing();
      const { body: check } = await look(content, { section: 'resilience' });
      expect(check).toMatchObject({ foreign: true, problems: [] });
      expect(check.items.map(({ kind, id }) => ({ kind, id }))).toEqual([{ kind: 'section', id: 'resilience' }]);
      const file = { content, section: 'resilience' };
      const { body } = await office.post<StrategyVersion>(`${at}/import`, file, { version: before.version });
      expect(body.resilience).toBe(content.replaceAll('\r\n', '\n').trim());
      expect({ ...body, resilience: '' }).toMatchObject({ purpose: before.purpose, principles: before.principles });
      const printed = await office.get(`${at}/document.md`);
      expect(printed.body).toContain(body.resilience);
    },
  );

  it('is looked at as it will be read, and as it is written where only that is another', async () => {
    const { version } = await standing();
    const reads = { content: 'We *all* decide.\n\n<aside>kept</aside>', section: 'governance' };
    await office.post(`${at}/import`, reads, { version });
    const blocksIn = async (content: string) => {
      const { items } = (await look(content, { section: 'governance' })).body;
      return items.flatMap(({ fields }) => fields.flatMap((field) => (field.kind === 'text' ? field.blocks : [])));
    };
    expect(await blocksIn('We *never* decide.\n\n<aside>gone</aside>')).toMatchObject([
      { kind: 'paragraph', pieces: [{ text: 'We ' }, { marks: { italic: true } }, { marks: { italic: true } }, {}] },
      { kind: 'code', change: 'changed' },
    ]);
    expect(await blocksIn('We _all_ decide.\n\n<aside>kept</aside>')).toMatchObject([
      { change: 'changed', pieces: expect.arrayContaining([{ change: 'added', text: '_' }]) },
      { change: 'same' },
    ]);
  });

  it('is refused where it holds what nobody sees', async () => {
    const { body } = await look('# Purpose\n\nA\u202eB');
    expect(body.problems).toMatchObject([{ line: 2, field: 'purpose', code: 'hidden-characters' }]);
  });
});
