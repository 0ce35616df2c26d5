import type { KnownNames, Presence, StrategyVersion } from '@sightline/contracts';
import type { Client } from '../../test/client';
import { withoutStrategy } from '../../test/given-strategy';
import { type RunningApi, startApi } from '../../test/start-api';

const AT = '/strategy/versions/1/presence';
let api: RunningApi;
let cio: Client;
let champion: Client;

beforeAll(async () => {
  api = await startApi();
  cio = await api.signInAs('cio_office');
  champion = await api.signInAs('champion');
});
afterAll(() => api.stop());
beforeEach(async () => {
  await withoutStrategy(api.owner);
  await cio.post('/strategy/versions', {});
});

const here = async (client: Client, section: string | null) => (await client.put<Presence>(AT, { section })).body;

describe('who else writes', () => {
  it('is told to each other, moves with the person, and ends with them', async () => {
    expect(await here(cio, 'purpose')).toEqual({ version: 1, items: [] });
    const seen = await here(champion, 'resilience');
    expect(seen.items).toEqual([
      { person: { id: expect.any(String), code: null, name: expect.any(String) }, section: 'purpose' },
    ]);
    expect((await here(cio, 'governance')).items.map(({ section }) => section)).toEqual(['resilience']);
    expect((await here(champion, 'resilience')).items.map(({ section }) => section)).toEqual(['governance']);
    await here(cio, null);
    expect((await here(champion, 'resilience')).items).toEqual([]);
  });

  it('is forgotten 20 seconds after the last sign of life', async () => {
    await here(cio, 'purpose');
    await api.owner.query(`UPDATE strategy_presence SET seen_at = now() - interval '19 seconds'`);
    expect((await here(champion, null)).items).toHaveLength(1);
    await api.owner.query(`UPDATE strategy_presence SET seen_at = now() - interval '21 seconds'`);
    expect((await here(champion, null)).items).toEqual([]);
    expect(await api.owner.query('SELECT 1 FROM strategy_presence')).toEqual([]);
  });

  it('says the version of the draft, so that others read again', async () => {
    await cio.patch('/strategy/versions/1', { purpose: 'Why.' }, { version: 1 });
    expect((await here(champion, null)).version).toBe(2);
  });

  it('is for writers of drafts alone', async () => {
    const auditor = await api.signInAs('auditor');
    expect((await auditor.put(AT, { section: 'purpose' })).status).toBe(403);
    expect((await cio.put(AT, { section: 'weights' })).status).toBe(400);
    expect((await cio.put('/strategy/versions/9/presence', { section: null })).status).toBe(404);
  });
});

describe('prose', () => {
  const purpose = async (written: string): Promise<string> => {
    const { body } = await cio.get<StrategyVersion>('/strategy/versions/1');
    const version = { version: body.version };
    return (await cio.patch<StrategyVersion>('/strategy/versions/1', { purpose: written }, version)).body.purpose;
  };

  it('stays as it was written: four blanks at the beginning are a block of code', async () => {
    const code = '    a block of code\n\nThen a line with two blanks,  \nand an end.\n';
    expect(await purpose(code)).toBe(code);
    expect(await purpose('one\r\ntwo\rthree')).toBe('one\ntwo\nthree');
  });

  it('of blanks alone is none', async () => {
    expect(await purpose('something')).toBe('something');
    expect(await purpose(' \n\t ')).toBe('');
  });
});

describe('names that the landscape knows', () => {
  it('are its systems, their vendors and the external parties, to writers', async () => {
    await api.owner.query(`INSERT INTO system (name, vendor) VALUES ('Order Hub', 'Nordwind'), ('Old Hub', NULL)`);
    await api.owner.query(`UPDATE system SET archived_at = now() WHERE name = 'Old Hub'`);
    await api.owner.query(`INSERT INTO party (name, kind) VALUES ('Baltic IT', 'vendor'), ('Service desk', 'team')`);
    const { body } = await champion.get<KnownNames>('/strategy/known-names');
    expect(body.items).toEqual(
      expect.arrayContaining([
        { kind: 'system', name: 'Order Hub' },
        { kind: 'vendor', name: 'Nordwind' },
        { kind: 'vendor', name: 'Baltic IT' },
      ]),
    );
    expect(body.items.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['Old Hub']));
    expect(body.items.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['Service desk']));
    expect((await (await api.signInAs('auditor')).get('/strategy/known-names')).status).toBe(403);
  });
});
