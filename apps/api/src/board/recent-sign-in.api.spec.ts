import type { Problem } from '@sightline/contracts';
import { type DecidingCompany, givenDecidingCompany, givenSubmittedCharter, hashOf } from '../../test/given-proposal';
import { type RunningApi, startApi } from '../../test/start-api';

describe('what binds the company', () => {
  let api: RunningApi;
  let company: DecidingCompany;
  beforeAll(async () => {
    api = await startApi({ env: { SIGHTLINE_SAMPLE: 'off', SIGHTLINE_STEP_UP_MINUTES: '30' } });
    company = await givenDecidingCompany(api);
  });
  afterAll(() => api.stop());

  it('asks for a recent sign-in, and for nothing but that', async () => {
    const { proposal } = await givenSubmittedCharter(api, company);
    const [member] = company.seats.data as [string];
    const client = await api.signIn(member);
    const vote = { choice: 'abstain', snapshotHash: await hashOf(client, proposal) };
    const signedInMinutesAgo = (minutes: number): Promise<unknown> =>
      api.owner.query(`UPDATE session SET signed_in_at = now() - make_interval(mins => $2) WHERE user_id = $1`, [
        member,
        minutes,
      ]);

    await signedInMinutesAgo(31);
    const old = await api.signIn(member);
    await signedInMinutesAgo(31);
    expect(await old.refused('PUT', `/proposals/${proposal}/vote`, vote)).toMatchObject({
      status: 401,
      body: { code: 'sign-in-too-old' } satisfies Partial<Problem>,
    });
    expect((await old.get(`/proposals/${proposal}`)).status).toBe(200);

    await signedInMinutesAgo(29);
    const recent = await api.signIn(member);
    expect((await recent.put(`/proposals/${proposal}/vote`, vote)).status).toBe(200);
  });
});
