import type { Charter, Problem, Proposal } from '@sightline/contracts';
import type { Client } from '../../test/client';
import { type Company, type Council, givenCompanies, givenCouncil } from '../../test/histories/company';
import { Random } from '../../test/histories/random';
import { givenRecords, wholeCharter } from '../../test/histories/records';
import { type RunningApi, startApi } from '../../test/start-api';

describe('a charter before the board', () => {
  let api: RunningApi;
  let company: Company;
  let council: Council;
  let lead: Client;
  let secretary: Client;

  beforeAll(async () => {
    api = await startApi({ env: { SIGHTLINE_LOG_LEVEL: 'error' } });
    const companies = await givenCompanies(api, 2);
    company = companies[0] as Company;
    council = await givenCouncil(api, companies);
    lead = await api.signIn(company.people.lead);
    secretary = await api.signIn(company.people.secretary);
  });
  afterAll(() => api.stop());

  const euro = (amount: number) => ({ amount: `${amount}.00`, currency: 'EUR' });
  const versionOf = async (id: string): Promise<number> => (await lead.get<Charter>(`/charters/${id}`)).body.version;

  async function written(): Promise<string> {
    const random = new Random(1);
    const records = await givenRecords(api, company, council, random);
    const body = { ...wholeCharter(company, council, records, random), budget: euro(50_000) };
    return (await lead.post<Charter>('/charters', body)).body.id;
  }

  async function submitted(id: string): Promise<string> {
    const { status, body } = await lead.post<{ proposal: { id: string } }>(`/charters/${id}/submit`);
    expect(status).toBe(200);
    return body.proposal.id;
  }

  it('submitted anew with a lower budget is weighed by that budget: raising it again dismisses the votes', async () => {
    const id = await written();
    await secretary.post(`/proposals/${await submitted(id)}/return`, { reason: 'Not in order.' });
    await lead.patch(`/charters/${id}`, { budget: euro(20_000) }, { version: await versionOf(id) });
    const proposal = await submitted(id);
    const { body: before } = await lead.get<Proposal>(`/proposals/${proposal}`);
    await lead.patch(`/charters/${id}`, { budget: euro(50_000) }, { version: await versionOf(id) });
    const { body: after } = await lead.get<Proposal>(`/proposals/${proposal}`);
    expect(after.snapshotHash).not.toBe(before.snapshotHash);
    expect(after.ask).toMatchObject({ budget: euro(50_000) });
  });

  it('changed in several groups at once is one new revision', async () => {
    const id = await written();
    await submitted(id);
    const before = (await lead.get<Charter>(`/charters/${id}`)).body;
    const changes = {
      narrative: 'Told anew.',
      principles: [{ principle: before.principles[0]?.principle.id, how: 'Otherwise.' }],
      resilience: { rollback: 'Back to paper.' },
    };
    const { status, body } = await lead.patch<Charter>(`/charters/${id}`, changes, { version: before.version });
    expect([status, body.revision]).toEqual([200, before.revision + 1]);
    expect(body).toMatchObject({ narrative: 'Told anew.', resilience: { rollback: 'Back to paper.' } });
  });

  it.each([euro(150_000), null])('refuses a budget that is another board’s to decide: %j', async (budget) => {
    const id = await written();
    const proposal = await submitted(id);
    const { body: before } = await lead.get<Proposal>(`/proposals/${proposal}`);
    const { status, body } = await lead.patch<Problem>(`/charters/${id}`, { budget }, { version: await versionOf(id) });
    expect([status, body.rule]).toEqual([409, 'another-board-decides']);
    expect((await lead.get<Charter>(`/charters/${id}`)).body.budget).toEqual(euro(50_000));
    expect((await lead.get<Proposal>(`/proposals/${proposal}`)).body.snapshotHash).toBe(before.snapshotHash);
  });

  it('takes a higher budget that is still its board’s, and is voted on anew', async () => {
    const id = await written();
    const proposal = await submitted(id);
    const { status } = await lead.patch(`/charters/${id}`, { budget: euro(90_000) }, { version: await versionOf(id) });
    expect(status).toBe(200);
    expect((await lead.get<Proposal>(`/proposals/${proposal}`)).body.dismissed).not.toBeNull();
  });
});
