import type { Kpi, KpiSeries, KpiStatus, Measurement, Page, Problem, RecordedMeasurements } from '@sightline/contracts';
import type { Client } from '../../test/client';
import { givenUser } from '../../test/given';
import { givenKpi, givenMeasurement, type KpiWanted } from '../../test/given-kpis';
import { type RunningApi, startApi } from '../../test/start-api';
import { whileHeld } from '../../test/while-held';

let api: RunningApi;
let cio: Client;

beforeAll(async () => {
  api = await startApi();
  cio = await api.signInAs('cio_office');
});
afterAll(() => api.stop());

const record = <T = RecordedMeasurements>(kpi: string, body: unknown, as = cio, key?: string) =>
  as.post<T>(`/kpis/${kpi}/measurements`, body, key ? { key } : {});
const measured = async (kpi: string): Promise<Measurement[]> =>
  (await cio.get<Page<Measurement>>(`/kpis/${kpi}/measurements?sort=date&pageSize=200`)).body.items;
const dateInDays = async (days: number): Promise<string> => {
  const [row] = await api.owner.query<[{ date: string }]>(
    `SELECT ((now() AT TIME ZONE 'Europe/Berlin')::date + $1::int)::text AS date`,
    [days],
  );
  return row.date;
};

describe('recording measurements', () => {
  it('records a list and answers it in its order, with who and when', async () => {
    const SIGNS = 'After the "new" form: {a,\\b}, NULL\n– für alle';
    const kpi = await givenKpi(api.owner);
    const { status, body } = await record(kpi.code, {
      measurements: [
        { value: 11.25, date: '2026-03-01', source: 'CRM', note: SIGNS },
        { value: -1.5, date: '2026-02-01' },
      ],
    });

    expect(status).toBe(201);
    expect(body.measurements).toMatchObject([
      {
        value: 11.25,
        date: '2026-03-01',
        source: 'CRM',
        note: SIGNS,
        corrects: null,
        correctedBy: null,
      },
      { value: -1.5, date: '2026-02-01', source: null, note: null },
    ]);
    const stored = await measured(kpi.code);
    expect(stored).toEqual([...body.measurements].reverse());
    expect((await cio.get<Kpi>(`/kpis/${kpi.code}`)).body.latest).toEqual({ value: 11.25, date: '2026-03-01' });
  });

  it('writes one audit event for the whole list, with its count and a hash', async () => {
    const kpi = await givenKpi(api.owner);
    const measurements = Array.from({ length: 1000 }, (_, day) => ({
      value: day,
      date: new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10),
    }));

    expect((await record(kpi.code, { measurements })).status).toBe(201);
    expect(await measured(kpi.code)).toHaveLength(200);
    const events = await api.owner.query<{ action: string; body: string }[]>(
      'SELECT action, body FROM audit_event WHERE record_id = $1',
      [kpi.id],
    );
    expect(events).toHaveLength(1);
    expect(JSON.parse(events[0]?.body ?? '')).toMatchObject({
      action: 'measurement.recorded',
      after: { count: 1000, first: '2023-01-01', last: '2025-09-26', bodyHash: expect.any(String) as string },
    });
  });

  it.each([
    ['no list at all', {}, '/measurements'],
    ['an empty list', { measurements: [] }, '/measurements'],
    ['1001', { measurements: Array.from({ length: 1001 }, () => ({ value: 1, date: '2026-01-01' })) }, '/measurements'],
    ['a list and a correction', { measurements: [{ value: 1, date: '2026-01-01' }], value: 2 }, '/measurements'],
    ['a day that does not exist', { measurements: [{ value: 1, date: '2026-02-30' }] }, '/measurements/0/date'],
    ['a value that is text', { measurements: [{ value: '1', date: '2026-02-01' }] }, '/measurements/0/value'],
    ['an unknown field', { measurements: [{ value: 1, date: '2026-02-01', by: 'me' }] }, '/measurements/0/by'],
    [
      'the same day twice',
      { measurements: ['2026-02-01', '2026-02-02', '2026-02-01'].map((date) => ({ value: 1, date })) },
      '/measurements/2/date',
    ],
  ])('refuses %s, and saves nothing', async (_what, body, pointer) => {
    const kpi = await givenKpi(api.owner);
    const answer = await record<Problem>(kpi.code, body);

    expect(answer.status).toBe(400);
    expect(answer.body.errors?.map((error) => error.pointer)).toContain(pointer);
    expect(await measured(kpi.code)).toEqual([]);
  });

  it('takes today by the organisation’s clock and refuses tomorrow, all or nothing', async () => {
    const kpi = await givenKpi(api.owner);
    const [today, tomorrow] = [await dateInDays(0), await dateInDays(1)];
    const answer = await record<Problem>(kpi.code, {
      measurements: [
        { value: 1, date: today },
        { value: 2, date: tomorrow },
      ],
    });

    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([{ pointer: '/measurements/1/date', code: 'in-future' }]);
    expect(await measured(kpi.code)).toEqual([]);
    expect((await record(kpi.code, { measurements: [{ value: 1, date: today }] })).status).toBe(201);
  });

  it('names the day that is measured already and its value, and saves none of the others', async () => {
    const kpi = await givenKpi(api.owner, { measurements: [['2026-02-01', 11.5]] });
    const answer = await record<Problem>(kpi.code, {
      measurements: [
        { value: 1, date: '2026-01-15' },
        { value: 2, date: '2026-02-01' },
      ],
    });

    expect([answer.status, answer.body.code, answer.body.rule]).toEqual([409, 'conflict', 'measurement-exists']);
    expect(answer.body.params).toMatchObject({ date: '2026-02-01', value: 11.5, row: 2 });
    expect((await measured(kpi.code)).map(({ date }) => date)).toEqual(['2026-02-01']);
  });

  it('lets one of two measurements of the same day through', async () => {
    const kpi = await givenKpi(api.owner);
    const body = (value: number) => ({ measurements: [{ value, date: '2026-02-01' }] });
    const answers = await whileHeld(api.owner, 'LOCK TABLE measurement IN SHARE MODE', () => [
      record(kpi.code, body(1)),
      record(kpi.code, body(2)),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await measured(kpi.code)).toHaveLength(1);
  });

  it('answers a repeat with the same key as it answered the first', async () => {
    const kpi = await givenKpi(api.owner);
    const body = { measurements: [{ value: 1, date: '2026-02-01' }] };
    const first = await record(kpi.code, body, cio, 'reading-1');

    expect((await record(kpi.code, body, cio, 'reading-1')).body).toEqual(first.body);
    const other = { measurements: [{ value: 2, date: '2026-02-01' }] };
    expect((await record<Problem>(kpi.code, other, cio, 'reading-1')).body.code).toBe('idempotency-mismatch');
  });

  it('leaves a champion only their own', async () => {
    const owner = await givenUser(api.owner, { roles: ['champion'] });
    const kpi = await givenKpi(api.owner, { owner });
    const body = { measurements: [{ value: 1, date: '2026-02-01' }] };

    expect((await record(kpi.code, body, await api.signInAs('champion'))).status).toBe(403);
    expect((await record(kpi.code, body, await api.signIn(owner))).status).toBe(201);
    expect((await record('K-99999', body)).status).toBe(404);
  });
});

describe('correcting a measurement', () => {
  it('counts the right value, keeps both, and says why', async () => {
    const kpi = await givenKpi(api.owner, { measurements: [['2026-02-01', 115]] });
    const [wrong] = await measured(kpi.code);
    const { status, body } = await record<Measurement>(kpi.code, {
      corrects: wrong?.id,
      value: 11.5,
      reason: 'Decimal point',
    });

    expect([status, body.corrects, body.value, body.date]).toEqual([201, wrong?.id, 11.5, '2026-02-01']);
    expect(await measured(kpi.code)).toEqual([{ ...wrong, correctedBy: body.id }, body]);
    expect((await cio.get<Kpi>(`/kpis/${kpi.code}`)).body.recent).toEqual([{ value: 11.5, date: '2026-02-01' }]);
    const again = await record<Problem>(kpi.code, { measurements: [{ value: 1, date: '2026-02-01' }] });
    expect(again.body.params).toMatchObject({ value: 11.5 });
  });

  it('corrects none twice, but the correction may be corrected', async () => {
    const kpi = await givenKpi(api.owner);
    const wrong = await givenMeasurement(api.owner, kpi.id, '2026-02-01', 1);
    const answers = await whileHeld(api.owner, 'LOCK TABLE measurement IN SHARE MODE', () => [
      record<Measurement>(kpi.code, { corrects: wrong, value: 2, reason: 'a' }),
      record<Measurement>(kpi.code, { corrects: wrong, value: 3, reason: 'b' }),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const right = answers.find(({ status }) => status === 201)?.body.id;
    expect((await record(kpi.code, { corrects: right, value: 4, reason: 'c' })).status).toBe(201);
    expect((await cio.get<Kpi>(`/kpis/${kpi.code}`)).body.latest?.value).toBe(4);
  });

  it('asks for a value, a reason, and a measurement of this KPI', async () => {
    const kpi = await givenKpi(api.owner);
    const other = await givenKpi(api.owner);
    const id = await givenMeasurement(api.owner, other.id, '2026-02-01', 1);

    const bare = await record<Problem>(kpi.code, { corrects: id });
    expect(bare.body.errors?.map(({ pointer }) => pointer)).toEqual(['/value', '/reason']);
    const strange = await record<Problem>(kpi.code, { corrects: id, value: 1, reason: 'x' });
    expect(strange.body.errors?.map(({ pointer }) => pointer)).toEqual(['/corrects']);
  });

  it('is the only way: the application’s role can change and delete nothing', async () => {
    const kpi = await givenKpi(api.owner, { measurements: [['2026-02-01', 1]] });

    for (const connection of [api.db, api.owner]) {
      await expect(connection.query('UPDATE measurement SET value = 2 WHERE kpi_id = $1', [kpi.id])).rejects.toThrow();
      await expect(connection.query('DELETE FROM measurement WHERE kpi_id = $1', [kpi.id])).rejects.toThrow();
      await expect(
        connection.query(`UPDATE kpi_revision SET unit = 'x' WHERE kpi_id = $1`, [kpi.id]),
      ).rejects.toThrow();
      await expect(connection.query('DELETE FROM kpi_revision WHERE kpi_id = $1', [kpi.id])).rejects.toThrow();
    }
  });
});

describe('figures of known series', () => {
  // 2025-01-01 → 2029-01-01 is 1461 days; 1 July 2026 is day 546: e = 0.3737.
  const movement: Partial<KpiWanted> = {
    baseline: { value: 100, date: '2025-01-01' },
    target: { value: 0, date: '2029-01-01' },
  };
  it.each<[KpiStatus, number, number]>([
    ['achieved', 0, 1],
    ['on_track', 67.6, 0.324],
    ['at_risk', 68, 0.32],
    ['at_risk', 77.6, 0.224],
    ['off_track', 78, 0.22],
  ])('is %s at %s', async (status, value, progress) => {
    const kpi = await givenKpi(api.owner, { ...movement, measurements: [['2026-07-01', value]] });
    const { body } = await cio.get<Kpi>(`/kpis/${kpi.code}`);

    expect(body.status).toBe(status);
    expect(body.progress).toBeCloseTo(progress, 10);
    expect(body.expected).toBeCloseTo(546 / 1461, 10);
  });

  it('forecasts along the straight line through the last six', async () => {
    // From day 0 on, 10 less every 100 days: at day 1461 it is 100 − 146.1.
    const measurements = [0, 100, 200, 300, 400, 500].map((day, index): [string, number] => [
      new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10),
      100 - 10 * index,
    ]);
    const kpi = await givenKpi(api.owner, { ...movement, measurements });
    const { forecast } = (await cio.get<Kpi>(`/kpis/${kpi.code}`)).body;

    expect(forecast).toMatchObject({ date: '2029-01-01', points: 6 });
    expect(forecast?.value).toBeCloseTo(-46.1, 6);
  });

  it('judges a past target by the last measurement up to it, however many came after', async () => {
    const after = Array.from({ length: 15 }, (_, day): [string, number] => [
      `2026-02-${String(day + 1).padStart(2, '0')}`,
      9,
    ]);
    const kpi = await givenKpi(api.owner, {
      baseline: { value: 12, date: '2025-01-01' },
      target: { value: 7, date: '2026-01-31' },
      measurements: [['2026-01-20', 6.5], ...after],
    });
    const { body } = await cio.get<Kpi>(`/kpis/${kpi.code}`);

    expect(body).toMatchObject({ status: 'achieved', notHeld: true });
    expect(body.recent).toHaveLength(12);
  });

  it('keeps inside limits', async () => {
    const inside: Partial<KpiWanted> = { direction: 'maintain', target: { lower: 90, upper: 110, date: '2029-01-01' } };
    const values = [100, 120, 100];
    const kpi = await givenKpi(api.owner, {
      ...inside,
      measurements: values.map((value, at): [string, number] => [`2026-0${at + 1}-01`, value]),
    });

    expect((await cio.get<Kpi>(`/kpis/${kpi.code}`)).body.status).toBe('at_risk');
    await record(kpi.code, { measurements: [{ value: 111, date: '2026-04-01' }] });
    expect((await cio.get<Kpi>(`/kpis/${kpi.code}`)).body.status).toBe('off_track');
  });
});

describe('the series', () => {
  it('answers min, mean, max and last per month, with the expected line, without what was corrected', async () => {
    const kpi = await givenKpi(api.owner, {
      baseline: { value: 100, date: '2026-01-01' },
      target: { value: 0, date: '2026-04-11' },
      measurements: [
        ['2026-01-10', 90],
        ['2026-01-20', 70],
        ['2026-03-05', 50],
      ],
    });
    const wrong = await givenMeasurement(api.owner, kpi.id, '2026-01-15', 9000);
    await record(kpi.code, { corrects: wrong, value: 80, reason: 'Two zeros too many' });
    const { body } = await cio.get<KpiSeries>(`/kpis/${kpi.code}/series?interval=month`);

    // 100 days from baseline to target, one per day: 31 January is day 30, 31 March day 89.
    expect(body).toEqual({
      interval: 'month',
      points: [
        { from: '2026-01-01', min: 70, avg: 80, max: 90, last: 70, count: 3, expected: 70 },
        { from: '2026-03-01', min: 50, avg: 50, max: 50, last: 50, count: 1, expected: 11 },
      ],
    });
    const quarters = await cio.get<KpiSeries>(`/kpis/${kpi.code}/series?interval=quarter&from=2026-03-01`);
    expect(quarters.body.points).toMatchObject([{ from: '2026-01-01', count: 1, expected: 11 }]);
    const weeks = await cio.get<KpiSeries>(`/kpis/${kpi.code}/series?interval=week&to=2026-01-12`);
    expect(weeks.body.points).toMatchObject([{ from: '2026-01-05', count: 1 }]);
  });

  it('refuses other intervals, and knows no KPI that is not there', async () => {
    const kpi = await givenKpi(api.owner);

    expect((await cio.get(`/kpis/${kpi.code}/series?interval=day`)).status).toBe(400);
    expect((await cio.get('/kpis/K-99999/series')).status).toBe(404);
    expect((await cio.get<KpiSeries>(`/kpis/${kpi.code}/series`)).body).toEqual({ interval: 'month', points: [] });
  });
});
