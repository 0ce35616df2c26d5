import type { Problem } from '@sightline/contracts';
import { type CharterWorld, givenCharter, givenCharterWorld } from '../../test/given-charters';
import { hashOf } from '../../test/given-proposal';
import { type RunningApi, startApi } from '../../test/start-api';
import { whileHeld } from '../../test/while-held';

/** A fact of the gate changes while the board closes: the closing waits for it and then judges what is true. */
describe('a closing beside a change of what the gate asked', () => {
  let api: RunningApi;
  let world: CharterWorld;
  beforeAll(async () => {
    api = await startApi();
    world = await givenCharterWorld(api);
  });
  afterAll(() => api.stop());

  async function votedOn(): Promise<string> {
    const lead = await api.signIn(world.lead);
    const { id } = await givenCharter(lead, world);
    const { body } = await lead.post<{ proposal: { id: string } }>(`/charters/${id}/submit`);
    for (const member of Object.values(world.seats)) {
      const voter = await api.signIn(member);
      const snapshotHash = await hashOf(voter, body.proposal.id);
      await voter.put(`/proposals/${body.proposal.id}/vote`, { choice: 'approve', snapshotHash });
    }
    return body.proposal.id;
  }

  it('waits for the unit of the sponsor, which is no longer of the business then', async () => {
    const proposal = await votedOn();
    const member = await api.signIn(world.seats.data);
    const [answer] = await whileHeld(
      api.owner,
      `UPDATE business_unit SET kind = 'it' WHERE id = '${world.businessUnit}'`,
      () => [
        member.post<Problem & { checks: { code: string; passed: boolean }[] }>(`/proposals/${proposal}/close`, {
          rationale: 'Yes.',
        }),
      ],
    );
    expect(answer).toMatchObject({ status: 409, body: { code: 'gate-blocked' } });
    const failed = answer?.body.checks.filter(({ passed }) => !passed).map(({ code }) => code);
    expect(failed).toEqual(expect.arrayContaining(['KPI', 'SPONSORS']));
  });
});
