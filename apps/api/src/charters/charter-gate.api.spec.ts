import type { Charter, GateAnswer, GateCode, NewCharter } from '@sightline/contracts';
import { GATE_CODES } from '@sightline/contracts';
import { type CharterWorld, givenCharter, givenCharterWorld } from '../../test/given-charters';
import { givenUser } from '../../test/given';
import type { Client } from '../../test/client';
import { type RunningApi, startApi } from '../../test/start-api';

describe('the gate of a charter', () => {
  let api: RunningApi;
  let world: CharterWorld;
  let lead: Client;

  beforeAll(async () => {
    api = await startApi();
    world = await givenCharterWorld(api);
    lead = await api.signIn(world.lead);
  }, 60_000);
  afterAll(() => api.stop());

  const ask = async (charter: Charter, transition = 'approve'): Promise<GateAnswer> =>
    (await lead.get<GateAnswer>(`/charters/${charter.code}/gate?for=${transition}`)).body;
  const failed = async (charter: Charter, transition?: string): Promise<GateCode[]> =>
    (await ask(charter, transition)).checks.filter(({ passed }) => !passed).map(({ code }) => code);

  it('is open for a charter that has everything, with a sentence for every check', async () => {
    const answer = await ask(await givenCharter(lead, world));
    expect(answer).toMatchObject({ for: 'approve', open: true, strategyVersion: world.strategy.number });
    expect(answer.checks.map(({ code }) => code)).toEqual(GATE_CODES);
    expect(answer.checks.filter(({ message }) => message.startsWith('gate.') || message === '')).toEqual([]);
  });

  it('speaks the language of the reader', async () => {
    const charter = await givenCharter(lead, world, { principles: [] });
    const [english, german] = await Promise.all(
      ['en', 'de'].map((language) =>
        lead.get<GateAnswer>(`/charters/${charter.id}/gate?for=approve`, { headers: { 'accept-language': language } }),
      ),
    );
    expect(german?.body.checks[0]?.message).not.toBe(english?.body.checks[0]?.message);
  });

  it('refuses to be asked for something it does not know', async () => {
    const charter = await givenCharter(lead, world);
    expect((await lead.get(`/charters/${charter.id}/gate?for=party`)).status).toBe(400);
  });

  /** What is left out of the charter, and the check that says so. */
  const IN_CHARTER: [GateCode, Partial<NewCharter>][] = [
    ['PRINCIPLE', { principles: [] }],
    ['KPI', { kpis: [] }],
    ['OUTCOME', { outcomeStatement: 'Migrate the CRM to the new platform.', kpis: [] }],
    ['SPONSORS', { itLead: null }],
    ['DOMAINS', { domains: [] }],
    ['CAPABILITY', { capability: null }],
    ...(['rollback', 'contingency', 'portability'] as const).map((part): [GateCode, Partial<NewCharter>] => [
      part.toUpperCase() as GateCode,
      {
        resilience: {
          rollback: 'x',
          contingency: 'x',
          portability: { format: 'x', method: 'x' },
          exit: 'x',
          [part]: null,
        },
      },
    ]),
    ['RETIREMENT', { resilience: { rollback: 'x' } }],
  ];
  it.each(IN_CHARTER)('says %s while the charter lacks it, and no more once it has it', async (code, changes) => {
    const charter = await givenCharter(lead, world, changes);
    expect(await failed(charter)).toContain(code);
    expect(await failed(await givenCharter(lead, world))).not.toContain(code);
  });

  it('says REQUIREMENTS until the lead has answered', async () => {
    const charter = await givenCharter(lead, world);
    const member = await api.signIn(world.seats.security);
    const stated = await member.post<{ id: string; version: number }>(`/charters/${charter.id}/requirements`, {
      constituency: 'security',
      text: 'Log every access.',
    });
    expect(stated).toMatchObject({ status: 201, body: { number: 1, constituency: 'security', answer: null } });
    expect(await failed(charter)).toEqual(['REQUIREMENTS']);
    const path = `/charters/${charter.id}/requirements/${stated.body.id}`;
    expect((await lead.refused('PATCH', path, { answer: 'Done.' })).status).toBe(428);
    expect((await lead.patch(path, { answer: 'Done.' }, { version: 1 })).status).toBe(200);
    expect(await failed(charter)).toEqual([]);
  });

  it('lets a seat holder speak for their own constituency only', async () => {
    const charter = await givenCharter(lead, world);
    const member = await api.signIn(world.seats.security);
    const body = { constituency: 'business', text: 'Earn more.' };
    expect((await member.refused('POST', `/charters/${charter.id}/requirements`, body)).status).toBe(403);
    expect((await lead.refused('POST', `/charters/${charter.id}/requirements`, body)).status).toBe(403);
  });

  /** Facts elsewhere: spoiled, the check fails; mended, it passes. Each is a pair of statements about the world's records. */
  const ELSEWHERE: [GateCode, keyof CharterWorld, string, string][] = [
    [
      'KPI',
      'champion',
      `UPDATE app_user SET roles = '{}' WHERE id = $1`,
      `UPDATE app_user SET roles = '{champion}' WHERE id = $1`,
    ],
    [
      'SPONSORS',
      'sponsor',
      `UPDATE app_user SET status = 'suspended' WHERE id = $1`,
      `UPDATE app_user SET status = 'active' WHERE id = $1`,
    ],
    [
      'STEWARD',
      'champion',
      `UPDATE app_user SET status = 'suspended' WHERE id = $1`,
      `UPDATE app_user SET status = 'active' WHERE id = $1`,
    ],
    [
      'STANDARDS',
      'standard',
      'UPDATE quality_standard SET archived_at = now() WHERE id = $1',
      'UPDATE quality_standard SET archived_at = NULL WHERE id = $1',
    ],
    [
      'AUTHORITY',
      'entity',
      'UPDATE data_entity SET authoritative_system_id = NULL WHERE id = $1',
      'UPDATE data_entity SET authoritative_system_id = (SELECT from_system_id FROM data_flow LIMIT 1) WHERE id = $1',
    ],
    [
      'FLOWS',
      'flow',
      'UPDATE data_flow SET archived_at = now() WHERE id = $1',
      'UPDATE data_flow SET archived_at = NULL WHERE id = $1',
    ],
    [
      'PROTECTION',
      'entity',
      'UPDATE data_entity SET classification = NULL WHERE id = $1',
      `UPDATE data_entity SET classification = 'internal' WHERE id = $1`,
    ],
    [
      'CONFLICT',
      'entity',
      'UPDATE data_entity SET authoritative_system_id = (SELECT to_system_id FROM data_flow LIMIT 1) WHERE id = $1',
      'UPDATE data_entity SET authoritative_system_id = (SELECT from_system_id FROM data_flow LIMIT 1) WHERE id = $1',
    ],
  ];
  it.each(ELSEWHERE)('says %s by the record it names (%s)', async (code, record, spoil, mend) => {
    const charter = await givenCharter(lead, world);
    await api.owner.query(spoil, [world[record]]);
    expect(await failed(charter)).toContain(code);
    await api.owner.query(mend, [world[record]]);
    expect(await failed(charter)).toEqual([]);
  });

  it('says QUALITY until an essential standard is measured', async () => {
    const [standard] = await api.owner.query<{ id: string }[]>(
      `INSERT INTO quality_standard (entity_id, dimension, rule, threshold, unit) VALUES ($1, 'accuracy', 'True.', 9, '%') RETURNING id`,
      [world.entity],
    );
    const charter = await givenCharter(lead, world);
    expect(await failed(charter)).toEqual(['QUALITY']);
    await api.owner.query(
      'INSERT INTO quality_measurement (standard_id, value, measured_on) VALUES ($1, 10, current_date)',
      [standard?.id],
    );
    expect(await failed(charter)).toEqual([]);
  });

  it('says EXTERNAL while somebody from outside is accountable', async () => {
    const outside = await givenUser(api.owner, { roles: ['external'], partyId: world.vendor });
    expect(await failed(await givenCharter(lead, world, { itLead: outside }))).toContain('EXTERNAL');
  });

  it('says OUTCOME no more once the statement is an outcome', async () => {
    const charter = await givenCharter(lead, world, { outcomeStatement: 'Implement the new middleware.', kpis: [] });
    expect(await failed(charter)).toContain('OUTCOME');
    const body = { outcomeStatement: 'Reduce customer onboarding time from 12 to 9 days.' };
    await lead.patch(`/charters/${charter.id}`, body, { version: charter.version });
    expect(await failed(charter)).not.toContain('OUTCOME');
  });

  it('judges a statement before anything is saved', async () => {
    const judged = await lead.post('/outcomes/assess', { text: 'Implement the new middleware.' });
    expect(judged).toMatchObject({
      status: 200,
      body: { verdict: 'milestone', because: expect.any(Array) as string[] },
    });
    const withKpi = await lead.post('/outcomes/assess', {
      text: 'Implement the new middleware.',
      kpi: world.kpi.code,
      from: 12,
      to: 9,
      by: '2027-06-30',
    });
    expect(withKpi.body).toMatchObject({ suggestion: expect.stringContaining(world.kpi.code) as string });
    expect((await lead.refused('POST', '/outcomes/assess', { text: 'x', kpi: 'K-9999' })).status).toBe(400);
    expect((await api.anonymous.refused('POST', '/outcomes/assess', { text: 'x' })).status).toBe(401);
  });
});
