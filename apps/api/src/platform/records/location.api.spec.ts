import type { Proposal } from '@sightline/contracts';
import type { Answer, Client } from '../../../test/client';
import { type CharterWorld, givenCharter, givenCharterWorld } from '../../../test/given-charters';
import { type RunningApi, startApi } from '../../../test/start-api';
import { AppModule } from '../../app.module';
import { openApiOf } from '../openapi/openapi';

/** Answer 201 and make nothing that is read at an address: the session of whoever set everything up. */
const WITHOUT_PLACE = ['/set-up'];

describe('where something new is to be read', () => {
  let api: RunningApi;
  let world: CharterWorld;
  let cio: Client;
  let charter: string;
  beforeAll(async () => {
    api = await startApi();
    world = await givenCharterWorld(api);
    cio = await api.signInAs('cio_office', 'board_member', 'champion', 'steward', 'service_owner', 'admin');
    charter = (await givenCharter(await api.signIn(world.lead), world)).id;
  });
  afterAll(() => api.stop());

  it('is an address, a list or a record of the API for every route that creates', () => {
    const { paths } = openApiOf(AppModule);
    const creating = Object.keys(paths).filter((path) => '201' in (responsesOf(paths[path]?.['post']) ?? {}));
    expect(creating.length).toBeGreaterThan(15);
    const readable = new Set(
      Object.keys(paths)
        .filter((path) => paths[path]?.['get'])
        .map(unnamed),
    );
    const places = (path: string): string[] => [`${path}/{}`, path, path.slice(0, path.lastIndexOf('/'))];
    const lost = creating.filter((path) => !places(unnamed(path)).some((place) => readable.has(place)));
    expect(lost.filter((path) => !WITHOUT_PLACE.includes(path))).toEqual([]);
  });

  const domain = (): string => `/data-domains/${world.domain}`;
  const created: [path: () => string, body: () => object, place: RegExp][] = [
    [() => '/business-units', () => ({ name: 'Sales', kind: 'business' }), /business-units\/[\w-]+$/],
    [() => '/users', () => ({ name: 'Ada', email: 'ada@example.org', kind: 'internal', roles: [] }), /users\/[\w-]+$/],
    [() => '/parties', () => ({ name: 'Support', kind: 'team' }), /parties\/[\w-]+$/],
    [() => '/systems', () => ({ name: 'Orders' }), /systems\/[\w-]+$/],
    [() => '/services', () => ({ name: 'Ordering', criticality: 2 }), /services\/[\w-]+$/],
    [() => '/kpis', () => ({ name: 'Lead time' }), /kpis\/[\w-]+$/],
    [() => '/charters', () => ({ title: 'Another' }), /charters\/[\w-]+$/],
    [() => '/data-domains', () => ({ name: 'Contracts', tier: 'standard' }), /data-domains\/[\w-]+$/],
    [() => '/strategy/versions', () => ({}), /strategy\/versions\/[\w-]+$/],
    [() => '/strategy/versions/2/drivers', () => ({ name: 'Growth', weight: 2 }), /strategy\/versions\/2$/],
    [() => `${domain()}/entities`, () => ({ name: 'Contact' }), /entities$/],
    [
      () => `${domain()}/standards`,
      () => ({ entity: 'Customer', dimension: 'validity', rule: 'Valid.', threshold: 9, unit: '%' }),
      /standards$/,
    ],
    [
      () => `${domain()}/quality-measurements`,
      () => ({ standard: world.standard, value: 97, date: '2026-01-05' }),
      /quality-measurements$/,
    ],
    [
      () => `/kpis/${world.kpi.code}/measurements`,
      () => ({ measurements: [{ value: 11, date: '2026-01-05' }] }),
      /measurements$/,
    ],
    [() => `/charters/${charter}/milestones`, () => ({ title: 'First' }), /milestones$/],
  ];

  it.each(created)('is told, and answers: %s', async (path, body, place) => {
    const version = path().endsWith('/milestones') ? 1 : undefined;
    await follow(await cio.post<unknown>(path(), body(), version === undefined ? {} : { version }), place);
  });

  it('is the proposal for what the board adds to it', async () => {
    const lead = await api.signIn(world.lead);
    const { id } = await givenCharter(lead, world, { outcomeStatement: 'Migrate the CRM to the new platform.' });
    const { body } = await lead.post<{ proposal: { id: string } }>(`/charters/${id}/submit`);
    const member = await api.signIn(world.seats.business);
    const overruled = { check: 'OUTCOME', reason: 'It ends the re-keying.' };
    const answer = await member.post<Proposal>(`/proposals/${body.proposal.id}/overrules`, overruled);
    await follow(answer, /proposals\/[\w-]+$/);
  });

  async function follow({ status, body, headers }: Answer<unknown>, place: RegExp): Promise<void> {
    expect([status, body]).toEqual([201, expect.anything()]);
    const location = headers.get('location') ?? '';
    expect(location).toMatch(place);
    expect((await cio.get(location)).status).toBe(200);
  }
});

function responsesOf(operation: unknown): object | undefined {
  return (operation as { responses?: object } | undefined)?.responses;
}

/** A path whatever its parameters are called. */
function unnamed(path: string): string {
  return path.replace(/\{\w+\}/g, '{}');
}
