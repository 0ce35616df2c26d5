import { ROLES, type Role } from '@sightline/contracts';
import { may, type Permission } from '@sightline/rules';
import type { Client } from '../../../test/client';
import { givenUser } from '../../../test/given';
import { givenNewHolder } from '../../../test/given-board';
import { approvable, type CharterWorld, givenCharter, givenCharterWorld } from '../../../test/given-charters';
import { type RunningApi, startApi } from '../../../test/start-api';

type Method = 'POST' | 'PUT' | 'PATCH';
type Kind = 'charter' | 'kpi' | 'domain' | 'service' | 'system' | 'proposal';
type Route = [permission: Permission, method: Method, kind: Kind, path: string, body?: object];

const PLAN = { rollback: 'Back.', contingency: 'By phone.', retirement: [], exit: 'Out.' };
const NO_HASH = '0'.repeat(64);

/** Routes whose permission reaches only one's own records for somebody; bodies that are valid and change nothing. */
const ROUTES: Route[] = [
  ['charter.edit', 'PATCH', 'charter', '', { narrative: 'Else.' }],
  ['charter.edit', 'PUT', 'charter', '/principles', { principles: [] }],
  ['charter.edit', 'PUT', 'charter', '/kpis', { kpis: [] }],
  ['charter.edit', 'PUT', 'charter', '/domains', { domains: [] }],
  ['charter.edit', 'PUT', 'charter', '/services', { services: [] }],
  ['charter.edit', 'PUT', 'charter', '/systems', { systems: [] }],
  ['charter.edit', 'PUT', 'charter', '/parties', { parties: [] }],
  ['charter.edit', 'PUT', 'charter', '/predecessors', { predecessors: [] }],
  ['charter.edit', 'PUT', 'charter', '/resilience', PLAN],
  ['charter.submit', 'POST', 'charter', '/submit'],
  ['charter.submit', 'POST', 'charter', '/change-requests', { reason: 'So.' }],
  ['charter.withdraw', 'POST', 'charter', '/withdraw'],
  ['charter.deliver', 'POST', 'charter', '/start'],
  ['charter.deliver', 'POST', 'charter', '/pause'],
  ['charter.deliver', 'POST', 'charter', '/resume'],
  ['kpi.edit', 'PATCH', 'kpi', '', { weight: 3 }],
  ['domain.edit', 'PATCH', 'domain', '', { wave: 2 }],
  ['service.manage', 'PATCH', 'service', '', { criticality: 2 }],
  ['system.manage', 'PATCH', 'system', '', { description: 'Else.' }],
  ['proposal.vote', 'PUT', 'proposal', '/vote', { choice: 'abstain', snapshotHash: NO_HASH }],
  ['proposal.overrule', 'POST', 'proposal', '/overrules', { check: 'OUTCOME', reason: 'So.' }],
  ['proposal.close', 'POST', 'proposal', '/close', { rationale: 'So.' }],
];

const AT: Record<Kind, string> = {
  charter: '/charters',
  kpi: '/kpis',
  domain: '/data-domains',
  service: '/services',
  system: '/systems',
  proposal: '/proposals',
};

/** Every role at its own record and at somebody else's: as the permission table says, whatever the services do (T5, T6). */
describe('every role, at records of its own and of others', () => {
  let api: RunningApi;
  let world: CharterWorld;
  let records: Record<Kind, string>;
  let seated: string;

  beforeAll(async () => {
    api = await startApi({ env: { SIGHTLINE_LOG_LEVEL: 'error' } });
    world = await givenCharterWorld(api);
    seated = world.seats.business;
    const lead = await api.signIn(world.lead);
    const { id: charter } = await givenCharter(lead, world);
    const { id: submitted } = await givenCharter(lead, world, approvable(world));
    const { body } = await lead.post<{ proposal: { id: string } }>(`/charters/${submitted}/submit`);
    const proposal = body.proposal.id;
    const { domain, service, system, kpi } = world;
    records = { charter, kpi: kpi.id, domain, service, system, proposal };
  });
  afterAll(() => api.stop());

  /** Makes the person the one who answers for every record, or for none of them. */
  async function answering(userId: string, own: boolean): Promise<void> {
    const who = own ? userId : world.champion;
    await api.owner.query('UPDATE charter SET lead_id = $2 WHERE id = $1', [records.charter, who]);
    await api.owner.query('UPDATE kpi SET owner_id = $2 WHERE id = $1', [records.kpi, who]);
    await api.owner.query('UPDATE data_domain SET owner_id = $2, steward_id = $2 WHERE id = $1', [records.domain, who]);
    await api.owner.query('UPDATE service SET owner_id = $2 WHERE id = $1', [records.service, who]);
    await api.owner.query('UPDATE system SET owner_id = $2 WHERE id = $1', [records.system, who]);
    const sits = own ? userId : world.seats.business;
    if (sits !== seated) await givenNewHolder(api.owner, world.board.id, seated, sits);
    seated = sits;
  }

  /** A version that never stood, so that what is allowed ends at 412 or 409 and leaves the record as it was. */
  const tried = async (client: Client, [, method, kind, path, body]: Route): Promise<number> =>
    (await client.send(method, `${AT[kind]}/${records[kind]}${path}`, body, { version: 999 })).status;

  async function wrong(role: Role, own: boolean): Promise<string[]> {
    const userId = await givenUser(api.owner, { roles: [role] });
    await answering(userId, own);
    const client = await api.signIn(userId);
    const person = { kind: role === 'external' ? 'external' : 'internal', roles: [role] } as const;
    const found: string[] = [];
    for (const route of ROUTES) {
      const [permission, method, , path] = route;
      const status = await tried(client, route);
      const allowed = may({ ...person, roles: [role] }, permission, { own });
      const right = allowed ? ![401, 403].includes(status) && status < 500 : status === 403;
      if (!right)
        found.push(`${permission} ${method} ${path}: ${status}, ${allowed ? 'allowed' : 'refused'} by the table`);
    }
    return found;
  }

  const versions = () =>
    api.owner.query(
      `SELECT version FROM charter WHERE id = $1 UNION ALL SELECT version FROM kpi WHERE id = $2
       UNION ALL SELECT version FROM data_domain WHERE id = $3 UNION ALL SELECT version FROM service WHERE id = $4
       UNION ALL SELECT version FROM system WHERE id = $5 UNION ALL SELECT version FROM proposal WHERE id = $6`,
      [records.charter, records.kpi, records.domain, records.service, records.system, records.proposal],
    );

  it.each(ROLES.flatMap((role) => [[role, true] as const, [role, false] as const]))(
    '%s, own: %s',
    async (role, own) => {
      const before: unknown = await versions();
      expect(await wrong(role, own)).toEqual([]);
      expect(await versions()).toEqual(before);
    },
  );

  it('an external person sees the charters that name their party, and no other', async () => {
    const userId = await givenUser(api.owner, { roles: ['external'], partyId: world.party });
    const client = await api.signIn(userId);
    const linked = await client.get(`/charters/${records.charter}`);
    await api.owner.query('DELETE FROM charter_party WHERE charter_id = $1', [records.charter]);
    const other = await client.get(`/charters/${records.charter}`);
    expect([linked.status, other.status]).toEqual([200, 404]);
  });
});
