import type { AuditEvent, Charter, Page, Party, System } from '@sightline/contracts';
import type { Client } from '../../test/client';
import { givenUser } from '../../test/given';
import { allApprove, givenDecidingCompany, givenSubmittedCharter } from '../../test/given-proposal';
import { type RunningApi, startApi } from '../../test/start-api';
import { readCsv } from '../exchange/csv-table';

const REGISTERS = [
  'charters',
  'kpis',
  'data-domains',
  'decisions',
  'parties',
  'systems',
  'services',
  'business-units',
  'users',
];
const FORMULA = '=HYPERLINK("http://x","y")';

describe('registers as files', () => {
  let api: RunningApi;
  let cio: Client;

  const file = async (who: Client, path: string) => {
    const { status, headers, bytes } = await who.download(`/exports/${path}`);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    return { text: String(bytes), rows: readCsv(String(bytes)).rows.map(({ cells }) => cells) };
  };

  beforeAll(async () => {
    api = await startApi();
    cio = await api.signInAs('cio');
    const company = await givenDecidingCompany(api);
    const { proposal } = await givenSubmittedCharter(api, company);
    await allApprove(api, company, proposal);
    await (await api.signIn(company.secretary)).post(`/proposals/${proposal}/close`, { rationale: 'Good.' });
    await cio.post<Charter>('/charters', { title: FORMULA });
    await cio.post<System>('/systems', { name: 'Freight ledger', owner: null });
  });
  afterAll(() => api.stop());

  it.each(REGISTERS)('has a file of the %s, with a heading and as many rows as the list', async (register) => {
    const { text, rows } = await file(cio, `${register}.csv`);
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(rows.length).toBe((await cio.get<Page<unknown>>(`/${register}`)).body.total);
    const { body } = await cio.get<Page<AuditEvent>>('/audit?action=export.made&pageSize=1');
    expect(body.items).toMatchObject([{ recordType: 'export', after: { fileName: `${register}.csv` } }]);
  });

  it('is narrowed and sorted as the list is, and begins no cell as a formula', async () => {
    const { text, rows } = await file(cio, 'charters.csv?status=draft&sort=title');
    expect(rows).toMatchObject([{ title: FORMULA, status: 'draft' }]);
    expect(text).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
    const { rows: approved } = await file(cio, 'charters.csv?status=approved');
    expect(approved).toMatchObject([{ status: 'approved', principles: expect.stringMatching(/^P-/) as string }]);
    expect((await file(cio, 'systems.csv?q=nothing like it')).rows).toEqual([]);
    expect((await cio.get('/exports/charters.csv?colour=red')).status).toBe(400);
    expect((await cio.get('/exports/nothing.csv')).status).toBe(404);
  });

  it('holds what the reader may see', async () => {
    const { body: party } = await cio.post<Party>('/parties', { name: 'Seahaven Freight', kind: 'vendor' });
    const [charter] = (await cio.get<Page<Charter>>('/charters?status=approved')).body.items;
    const id = await givenUser(api.owner, { kind: 'external', roles: ['external'], partyId: party.id });
    const outsider = await api.signIn(id);
    expect((await file(outsider, 'charters.csv')).rows).toEqual([]);
    await api.owner.query('ALTER TABLE charter_party DISABLE TRIGGER USER');
    await api.owner.query(`INSERT INTO charter_party (charter_id, party_id, role) VALUES ($1, $2, 'execute')`, [
      charter?.id,
      party.id,
    ]);
    expect((await file(outsider, 'charters.csv')).rows).toMatchObject([{ code: charter?.code }]);
    for (const register of REGISTERS.slice(1)) {
      expect([register, (await outsider.get(`/exports/${register}.csv`)).status]).toEqual([register, 403]);
    }
  });
});
