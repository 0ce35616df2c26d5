import type { BusinessUnit, Charter, Party } from '@sightline/contracts';
import { provenBy, tries } from '../../../../../tools/proof-figures.ts';
import type { Answer, Client } from '../../../test/client';
import { type RunningApi, startApi } from '../../../test/start-api';

const PAIRS = tries({ short: 40, full: 1_000 });
const REPEATS = tries({ short: 20, full: 300 });
/** Of one request with one Idempotency-Key, sent at the same moment. */
const AT_ONCE = 4;

describe('two at the same moment', () => {
  let api: RunningApi;
  let cio: Client;
  let other: Client;

  beforeAll(async () => {
    api = await startApi();
    [cio, other] = await Promise.all([api.signInAs('cio_office'), api.signInAs('cio_office')]);
  });
  afterAll(() => api.stop());

  it('one change wins, the other is told that it is stale, and the record bears the winner alone', async () => {
    const kinds = await racedRecords();
    const found = { won: 0, stale: 0 };
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const raced = kinds[pair % kinds.length];
      if (!raced) throw new Error('Nothing to race for.');
      const outcome = await race(raced, pair);
      expect(faultsOf(outcome)).toEqual([]);
      found.won += 1;
      found.stale += 1;
      raced.version = outcome.after.version;
    }
    provenBy({
      promise: 'T19',
      tried: `${PAIRS} pairs of PATCH at the same moment from two sessions, on charters, parties and business units`,
      found: `${found.won} winners with 200, ${found.stale} others with 412; each record bears the winner's text and one version more`,
    });
  });

  it('a request repeated at the same moment is done once, and answered alike', async () => {
    for (let at = 0; at < REPEATS; at += 1) {
      const [name, key] = [`Once ${at}`, `once-${at}`];
      const answers = await Promise.all(
        Array.from({ length: AT_ONCE }, () =>
          cio.post<BusinessUnit>('/business-units', { name, kind: 'business' }, { key }),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    }
    const [row] = await api.owner.query<{ units: number; events: number }[]>(
      `SELECT (SELECT count(*) FROM business_unit WHERE name LIKE 'Once %')::int AS units,
              (SELECT count(*) FROM audit_event e JOIN business_unit b ON b.id = e.record_id WHERE b.name LIKE 'Once %')::int AS events`,
    );
    expect(row).toEqual({ units: REPEATS, events: REPEATS });
    provenBy({
      promise: 'T19',
      tried: `${REPEATS} requests, each sent ${AT_ONCE} times at once with one Idempotency-Key`,
      found: `${row?.units} records, ${row?.events} audit events; all ${REPEATS * AT_ONCE} answers 201 with the same record`,
    });
  });

  it('is judged by somebody who notices', () => {
    const answer = (status: number) => ({ status }) as Answer<unknown>;
    const texts: [string, string] = ['a', 'b'];
    const forged = { texts, before: 1, after: { text: 'a', version: 2 } };
    expect(faultsOf({ ...forged, answers: [answer(200), answer(412)] })).toEqual([]);
    expect(faultsOf({ ...forged, answers: [answer(200), answer(200)] })).toContain('not one winner and one stale');
    expect(faultsOf({ ...forged, answers: [answer(412), answer(200)] })).toContain('the text is not the winner’s');
    expect(faultsOf({ ...forged, answers: [answer(200), answer(412)], after: { text: 'a', version: 3 } })).toContain(
      'not one version more',
    );
  });

  /** A record, the field that both want to write, and the version both have read. */
  interface Raced {
    path: string;
    field: string;
    version: number;
  }

  async function racedRecords(): Promise<Raced[]> {
    const charter = await cio.post<Charter>('/charters', { title: 'Raced' });
    const unit = await cio.post<BusinessUnit>('/business-units', { name: 'Raced', kind: 'it' });
    const party = await cio.post<Party>('/parties', { name: 'Raced', kind: 'vendor' });
    return [
      { path: `/charters/${charter.body.code}`, field: 'title', version: charter.body.version },
      { path: `/business-units/${unit.body.id}`, field: 'name', version: unit.body.version },
      { path: `/parties/${party.body.id}`, field: 'name', version: party.body.version },
    ];
  }

  async function race({ path, field, version }: Raced, pair: number): Promise<Outcome> {
    const texts: [string, string] = [`first ${pair}`, `second ${pair}`];
    const answers = await Promise.all([
      cio.patch(path, { [field]: texts[0] }, { version }),
      other.patch(path, { [field]: texts[1] }, { version }),
    ]);
    const { body } = await cio.get<Record<string, unknown> & { version: number }>(path);
    return { texts, answers, before: version, after: { text: String(body[field]), version: body.version } };
  }
});

interface Outcome {
  texts: [string, string];
  answers: [Answer<unknown>, Answer<unknown>];
  before: number;
  after: { text: string; version: number };
}

function faultsOf({ texts, answers, before, after }: Outcome): string[] {
  const statuses = answers.map(({ status }) => status);
  const winner = texts[statuses.indexOf(200)];
  return [
    ...([...statuses].sort().join() === '200,412' ? [] : ['not one winner and one stale']),
    ...(after.text === winner ? [] : ['the text is not the winner’s']),
    ...(after.version === before + 1 ? [] : ['not one version more']),
  ];
}
