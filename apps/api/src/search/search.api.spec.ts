import type { Charter, Party, SearchAnswer, System } from '@sightline/contracts';
import type { Client } from '../../test/client';
import { givenUser } from '../../test/given';
import { type RunningApi, startApi } from '../../test/start-api';

describe('searching', () => {
  let api: RunningApi;
  let cio: Client;
  let charter: Charter;
  let party: Party;

  const search = async (who: Client, query: string) => (await who.get<SearchAnswer>(`/search?${query}`)).body.items;

  beforeAll(async () => {
    api = await startApi();
    cio = await api.signInAs('cio');
    party = (await cio.post<Party>('/parties', { name: 'Seahaven Freight', kind: 'vendor' })).body;
    await cio.post<System>('/systems', { name: 'Freight ledger 100%' });
    charter = (await cio.post<Charter>('/charters', { title: 'Faster freight papers' })).body;
    await cio.post<Charter>('/charters', { title: 'Freight without typing' });
  });
  afterAll(() => api.stop());

  it('finds records of every kind by words of their names, those that begin with them first', async () => {
    const found = await search(cio, 'q=freight');
    expect(found.map(({ kind, name }) => [kind, name])).toEqual([
      ['charter', 'Freight without typing'],
      ['system', 'Freight ledger 100%'],
      ['charter', 'Faster freight papers'],
      ['party', 'Seahaven Freight'],
    ]);
    expect(found[0]).toMatchObject({ status: 'draft', code: expect.stringMatching(/^CH-/) as string });
    expect(await search(cio, 'q=freight&limit=1')).toHaveLength(1);
  });

  it('finds a code in whatever letters it is typed, and its beginning', async () => {
    expect(await search(cio, `q=${charter.code.toLowerCase()}`)).toMatchObject([{ id: charter.id }]);
    expect((await search(cio, 'q=ch-')).length).toBe(2);
  });

  it('takes every character for itself', async () => {
    expect(await search(cio, 'q=100%25')).toHaveLength(1);
    expect(await search(cio, 'q=%25')).toHaveLength(1);
    expect(await search(cio, 'q=_')).toEqual([]);
    expect((await cio.get('/search?q=')).status).toBe(400);
    expect((await cio.get('/search?q=a&limit=51')).status).toBe(400);
  });

  it('shows somebody from outside the charters that list their party, and nothing else', async () => {
    const id = await givenUser(api.owner, { kind: 'external', roles: ['external'], partyId: party.id });
    const outsider = await api.signIn(id);
    expect(await search(outsider, 'q=freight')).toEqual([]);
    await api.owner.query(`INSERT INTO charter_party (charter_id, party_id, role) VALUES ($1, $2, 'execute')`, [
      charter.id,
      party.id,
    ]);
    expect(await search(outsider, 'q=freight')).toMatchObject([{ kind: 'charter', id: charter.id }]);
    expect((await api.anonymous.get('/search?q=freight')).status).toBe(401);
  });
});
