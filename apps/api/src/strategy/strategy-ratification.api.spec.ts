import type {
  DriverRevision,
  Proposal,
  StrategyProposed,
  StrategyPartSaved,
  StrategyVersion,
} from '@sightline/contracts';
import { canonicalText, sha256 } from '../audit/audit-event';
import type { Client } from '../../test/client';
import { givenUnit, givenUser } from '../../test/given';
import { givenBoard } from '../../test/given-board';
import { type RunningApi, startApi } from '../../test/start-api';
import { strategyContent } from './strategy-content';

let api: RunningApi;
let cio: Client;
let members: Client[];
let secretary: Client;
let authors: { business: string; it: string };

beforeAll(async () => {
  api = await startApi();
  cio = await api.signInAs('cio_office');
  const seats = {
    business: [await member()],
    data: [await member()],
    security: [await member()],
    it: [await member()],
  };
  const keeper = await givenUser(api.owner, { roles: ['board_secretary'] });
  await givenBoard(api.owner, { founding: true, secretary: keeper, seats });
  members = await Promise.all(
    Object.values(seats)
      .flat()
      .map((id) => api.signIn(id)),
  );
  secretary = await api.signIn(keeper);
  authors = {
    business: await givenUser(api.owner, { businessUnitId: await givenUnit(api.owner) }),
    it: await givenUser(api.owner, { businessUnitId: await givenUnit(api.owner, 'it') }),
  };
});
afterAll(() => api.stop());

const member = () => givenUser(api.owner, { roles: ['board_member'] });

/** Writes whatever the open points name. */
async function writeWhole(n: number): Promise<StrategyVersion> {
  const at = `/strategy/versions/${n}`;
  const { body: draft } = await cio.get<StrategyVersion>(at);
  const sections = draft.authors.map(({ section }) => section);
  const { body } = await cio.patch<StrategyVersion>(
    at,
    {
      ...Object.fromEntries(sections.map((section) => [section, `What we say about ${section}, in version ${n}.`])),
      authors: sections.map((section) => ({ section, ...authors })),
      reviewBy: new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10),
    },
    { version: draft.version },
  );
  if (body.principles.length > 0) return body;
  await cio.post(
    `${at}/principles`,
    { title: 'Name the outcome', statement: 'Every charter names one.' },
    { version: body.version },
  );
  const { body: driver } = await cio.post<StrategyPartSaved<DriverRevision>>(
    `${at}/drivers`,
    { name: 'Reach', weight: 5 },
    { version: body.version + 1 },
  );
  return driver.strategyVersion;
}

async function votedOn(proposalId: string, choice: 'approve' | 'reject'): Promise<void> {
  const { body } = await secretary.get<Proposal>(`/proposals/${proposalId}`);
  for (const voter of members) {
    const vote = { choice, snapshotHash: body.snapshotHash, ...(choice === 'reject' ? { reason: 'Not yet.' } : {}) };
    expect((await voter.put(`/proposals/${proposalId}/vote`, vote)).status).toBe(200);
  }
  const closed = await secretary.post(`/proposals/${proposalId}/close`, { rationale: 'As voted.' });
  expect([closed.status, closed.body]).toEqual([
    expect.any(Number),
    expect.objectContaining({ decision: expect.anything() }),
  ]);
}

it('goes from an empty draft through the board into force, and on to the next version', async () => {
  await cio.post('/strategy/versions', {});
  const early = await cio.refused('POST', '/strategy/versions/1/propose', {});
  expect(early.status).toBe(409);
  expect(early.body).toMatchObject({ code: 'rule-broken', rule: 'strategy-not-ready' });
  expect((early.body.params?.['points'] as { code: string }[]).map(({ code }) => code)).toContain('no-principle');

  const whole = await writeWhole(1);
  expect(whole.openPoints).toEqual([]);
  for (const role of ['board_member', 'champion', 'admin'] as const) {
    expect((await (await api.signInAs(role)).refused('POST', '/strategy/versions/1/propose', {})).status).toBe(403);
  }
  const proposed = await cio.post<StrategyProposed>('/strategy/versions/1/propose', {});
  expect([proposed.status, proposed.body.strategyVersion.status]).toEqual([200, 'proposed']);
  expect(proposed.body.strategyVersion.proposal).toMatchObject({ code: proposed.body.proposal.code });

  const { body: proposal } = await cio.get<Proposal>(`/proposals/${proposed.body.proposal.id}`);
  expect(proposal).toMatchObject({ subjectType: 'strategy_version', rule: 'two_thirds', title: 'Strategy v1' });
  expect(JSON.stringify(proposal.snapshot)).toContain('Every charter names one.');

  const waiting = await cio.refused(
    'PATCH',
    '/strategy/versions/1',
    { purpose: 'Late' },
    { version: proposed.body.strategyVersion.version },
  );
  expect([waiting.status, waiting.body.code, waiting.body.rule]).toEqual([409, 'frozen', 'strategy-version-frozen']);
  expect((await cio.refused('POST', '/strategy/versions', {})).status).toBe(409);

  await votedOn(proposed.body.proposal.id, 'approve');
  const { body: inForce } = await cio.get<StrategyVersion>('/strategy');
  expect(inForce).toMatchObject({
    number: 1,
    status: 'in_force',
    contentHash: sha256(canonicalText(strategyContent(inForce))),
  });
  expect(inForce.signatories).toHaveLength(4);
  expect(inForce.decision?.code).toMatch(/^DC-/);

  const { body: second } = await cio.post<StrategyVersion>('/strategy/versions', {});
  expect(second).toMatchObject({ number: 2, copiedFrom: 1, purpose: inForce.purpose });
  await writeWhole(2);
  const again = await cio.post<StrategyProposed>('/strategy/versions/2/propose', {});
  await votedOn(again.body.proposal.id, 'approve');
  expect((await cio.get<StrategyVersion>('/strategy')).body).toMatchObject({ number: 2 });
  const { body: superseded } = await cio.get<StrategyVersion>('/strategy/versions/1');
  expect(superseded).toMatchObject({ status: 'superseded', contentHash: inForce.contentHash });
  expect(superseded.supersededAt).not.toBeNull();

  const actions = await api.owner.query<{ action: string }[]>(
    `SELECT action FROM audit_event WHERE record_id = $1 AND action NOT LIKE '%changed' ORDER BY at, id`,
    [inForce.id],
  );
  expect(actions.map(({ action }) => action)).toEqual([
    'strategy_version.drafted',
    'principle.added',
    'driver.added',
    'strategy_version.proposed',
    'strategy_version.ratified',
    'strategy_version.superseded',
  ]);
});

it('leaves a rejected version on record and lets the next one begin', async () => {
  const { body: draft } = await cio.post<StrategyVersion>('/strategy/versions', {});
  await writeWhole(draft.number);
  const proposed = await cio.post<StrategyProposed>(`/strategy/versions/${draft.number}/propose`, {});
  await votedOn(proposed.body.proposal.id, 'reject');
  expect((await cio.get<StrategyVersion>(`/strategy/versions/${draft.number}`)).body.status).toBe('rejected');
  expect((await cio.get<StrategyVersion>('/strategy')).body.number).toBe(draft.number - 1);
  expect((await cio.post<StrategyVersion>('/strategy/versions', {})).body.number).toBe(draft.number + 1);
});
