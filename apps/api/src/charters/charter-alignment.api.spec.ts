import type { Alignment, Kpi } from '@sightline/contracts';
import { type CharterWorld, givenCharter, givenCharterWorld } from '../../test/given-charters';
import type { Client } from '../../test/client';
import { type RunningApi, startApi } from '../../test/start-api';

describe('the alignment of a charter', () => {
  let api: RunningApi;
  let world: CharterWorld;
  let lead: Client;

  beforeAll(async () => {
    api = await startApi();
    world = await givenCharterWorld(api);
    lead = await api.signIn(world.lead);
  }, 60_000);
  afterAll(() => api.stop());

  const pointsOf = async (code: string): Promise<Record<string, number | null>> => {
    const { body } = await lead.get<Alignment>(`/charters/${code}/alignment`);
    return Object.fromEntries([['score', body.score], ...body.parts.map(({ code: part, points }) => [part, points])]);
  };

  it('adds up principles, outcome, capability, data and resilience', async () => {
    const charter = await givenCharter(lead, world);
    const { body: kpi } = await lead.get<Kpi>(`/kpis/${world.kpi.code}`);
    const latest = kpi.latest?.value ?? kpi.baseline?.value ?? 0;
    const gap = latest - (kpi.target?.value ?? 0);
    // 12 to 9 days with high confidence: 3 days × 0.9 of what is still to go.
    const outcome = Math.round(30 * ((kpi.weight ?? 0) / 5) * Math.min(1, (3 * 0.9) / gap) * 10) / 10;
    const points = await pointsOf(charter.code);
    // Maturity 1 of 5 to 4 of 5 closes three fifths of 15 points.
    expect(points).toMatchObject({ principles: 30, outcome, capability: 9, resilience: 10 });
    expect(points['outcome']).toBeGreaterThan(0);
    const sum = ['principles', 'outcome', 'capability', 'data', 'resilience'].reduce(
      (all, part) => all + (points[part] ?? 0),
      0,
    );
    expect(Math.abs((points['score'] ?? 0) - sum)).toBeLessThanOrEqual(1);
  });

  it('gives nothing for what is left out, and rescales where no governed data is touched', async () => {
    const empty = await givenCharter(lead, world, {
      principles: [],
      kpis: [],
      capability: null,
      domains: [],
      resilience: {},
    });
    expect(await pointsOf(empty.code)).toMatchObject({
      score: 0,
      principles: 0,
      outcome: 0,
      capability: 0,
      data: 0,
      resilience: 0,
    });
    const declared = await givenCharter(lead, world, {
      domains: undefined,
      none: { reason: 'Only public timetables' },
    });
    const { body } = await lead.get<Alignment>(`/charters/${declared.code}/alignment`);
    expect(body).toMatchObject({ outOf: 85 });
    expect(body.parts).toContainEqual({ code: 'data', share: null, points: null, max: 15 });
  });

  it('is not shown to external people whose party the charter does not name', async () => {
    const charter = await givenCharter(lead, world);
    const external = await api.signInAs('external');
    expect((await external.get(`/charters/${charter.code}/alignment`)).status).toBe(404);
  });
});
