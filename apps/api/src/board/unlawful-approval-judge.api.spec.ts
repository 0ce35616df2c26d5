import type { EntityManager } from 'typeorm';
import { givenUser } from '../../test/given';
import { approvable, type CharterWorld, givenCharter, givenCharterWorld } from '../../test/given-charters';
import { hashOf } from '../../test/given-proposal';
import { FORGERIES } from '../../test/histories/forgeries';
import { CHECK_NAMES, judge, judgeAll, judgeStanding } from '../../test/histories/unlawful-approvals';
import { type RunningApi, startApi } from '../../test/start-api';

/** The judge of the histories can fail: every kind of violation, forged by the owner with the guards off, is found. */
describe('the judge of approvals', () => {
  let api: RunningApi;
  let world: CharterWorld;
  let charter: string;
  let proposal: string;
  const found = new Set<string>();

  beforeAll(async () => {
    api = await startApi({ env: { SIGHTLINE_LOG_LEVEL: 'error' } });
    world = await givenCharterWorld(api);
    ({ charter, proposal } = await approvedOne());
  });
  afterAll(() => api.stop());

  async function approvedOne(): Promise<{ charter: string; proposal: string }> {
    const lead = await api.signIn(world.lead);
    const { id } = await givenCharter(lead, world, approvable(world));
    const submitted = await lead.post<{ proposal: { id: string } }>(`/charters/${id}/submit`);
    const { id: proposalId } = submitted.body.proposal;
    const members = await Promise.all(Object.values(world.seats).map((user) => api.signIn(user)));
    for (const member of members) {
      const snapshotHash = await hashOf(member, proposalId);
      await member.put(`/proposals/${proposalId}/vote`, { choice: 'approve', snapshotHash });
    }
    const closed = await members[0]?.post(`/proposals/${proposalId}/close`, { rationale: 'As voted.' });
    if (closed?.status !== 200) throw new Error(JSON.stringify(closed?.body));
    return { charter: id, proposal: proposalId };
  }

  /** What the judge finds after a forgery, which is then taken back. */
  async function afterForging(forge: (tx: EntityManager) => Promise<unknown>): Promise<string[]> {
    const checks: string[] = [];
    await api.owner
      .transaction(async (tx) => {
        for (const table of GUARDED) await tx.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
        await forge(tx);
        const violations = [
          ...(await judgeAll(tx)).violations,
          ...(await judge(tx, [proposal])),
          ...(await judgeStanding(tx, proposal)),
        ];
        checks.push(...new Set(violations.map(({ check }) => check)));
        throw new TakenBack();
      })
      .catch((error: unknown) => {
        if (!(error instanceof TakenBack)) throw error;
      });
    for (const check of checks) found.add(check);
    return checks;
  }

  it('finds nothing wrong with a lawful approval', async () => {
    expect(await judgeAll(api.owner)).toEqual({ approvals: 1, violations: [] });
    expect(await judgeStanding(api.owner, proposal)).toEqual([]);
  });

  it.each(FORGERIES)('finds: %s', async (check, ...statements) => {
    const stranger = await givenUser(api.owner, { roles: ['board_member'] });
    const { lead, sponsor, seats } = world;
    const ids: Record<string, string> = { charter, proposal, stranger, lead, sponsor, ...seats };
    const checks = await afterForging(async (tx) => {
      for (const sql of statements) await tx.query(sql.replace(/:(\w+)/g, (_, name: string) => `'${ids[name] ?? ''}'`));
    });
    expect(checks).toContain(check);
  });

  it('has been seen to find everything it looks for', () => {
    expect(CHECK_NAMES.filter((name) => !found.has(name))).toEqual([]);
  });
});

class TakenBack extends Error {}

const GUARDED = [
  'vote',
  'decision',
  'proposal',
  'proposal_seat',
  'proposal_snapshot',
  'charter',
  'charter_principle',
  'charter_kpi',
  'charter_revision',
  'kpi_revision',
  'principle_revision',
  'strategy_version',
  'audit_event',
  'quality_measurement',
  'decision_right',
];
