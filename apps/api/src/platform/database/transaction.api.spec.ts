import pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { type RunningApi, startApi } from '../../../test/start-api';
import { AuditTrail } from '../../audit/audit-trail.service';
import { newId } from '../records/new-id';
import { prepared } from './prepared';
import { savepoint } from './savepoint';
import { beforeCommit, withCommit } from './transaction';
import { UnitOfWork } from './unit-of-work';

const MACADDR = 829;

describe('a transaction', () => {
  let api: RunningApi;
  let work: UnitOfWork;
  let trail: AuditTrail;

  beforeAll(async () => {
    api = await startApi();
    [work, trail] = [api.get(UnitOfWork), api.get(AuditTrail)];
  });
  afterAll(() => api.stop());

  const told = (word: string) => ({ action: `part.${word}`, recordType: 'part', recordId: newId() });
  const actions = async (): Promise<string[]> => {
    const events = await api.owner.query<{ action: string }[]>(
      `SELECT e.action FROM audit_event e JOIN outbox_event o ON o.id = e.id WHERE e.record_type = 'part' ORDER BY e.id`,
    );
    return events.map(({ action }) => action);
  };

  it('keeps the events of its parts, and takes back those of a part that is taken back', async () => {
    await work.write(async (tx) => {
      await trail.record(tx, told('before'));
      const outer = await savepoint(tx);
      await trail.record(tx, told('within'));
      const inner = await savepoint(tx);
      await trail.record(tx, told('innermost'));
      await inner.keep();
      await outer.takeBack();
      const failed = await savepoint(tx);
      await trail.record(tx, told('failed'));
      await expect(tx.query('SELECT 1 / 0')).rejects.toThrow('division by zero');
      await failed.takeBack();
      const kept = await savepoint(tx);
      await trail.record(tx, told('kept'));
      await kept.keep();
      await trail.record(tx, told('after'));
    });
    expect(await actions()).toEqual(['part.before', 'part.kept', 'part.after']);
  });

  it('keeps nothing when what was to be sent with the commit fails, and says why', async () => {
    const before = await actions();
    const failing = work.write(async (tx) => {
      await trail.record(tx, told('lost'));
      await beforeCommit(tx, { name: 'failing', text: 'SELECT 1 / $1::integer', values: ['0'] });
      await trail.record(tx, told('never'));
    });
    await expect(failing).rejects.toThrow('division by zero');
    expect(await actions()).toEqual(before);
  });

  it('is no success when a statement failed and somebody went on', async () => {
    const going = work.write(async (tx) => {
      await tx.query('SELECT 1 / 0').catch(() => undefined);
    });
    await expect(going).rejects.toThrow('rolled back');
    await expect(work.write((tx) => tx.query('SELECT 1 AS one'))).resolves.toEqual([{ one: 1 }]);
  });

  it('tells what went with its begin at once, and what goes with its commit when it is over', async () => {
    const first = { name: 'first', text: 'SELECT 41 AS n' };
    const second = (n: unknown) => ({ name: 'second', text: 'SELECT $1::integer + 1 AS n', values: [String(n)] });
    const body = await work.write(
      async (tx, [known]) => {
        const later = await withCommit(tx, second(known?.rows[0]?.['n']), ([row]) => ({ n: Number(row?.['n']) }));
        expect(() => later.value).toThrow('still waiting');
        return later;
      },
      [first],
    );
    expect(body).toEqual({ n: 42 });
  });

  it('tells nothing of what goes with a commit that fails', async () => {
    const before = await actions();
    const failing = work.write(async (tx) => {
      const later = await withCommit(tx, { name: 'one', text: 'SELECT 1 AS one' }, (rows) => rows);
      await trail.record(tx, told('lost'));
      await beforeCommit(tx, { name: 'failing', text: 'SELECT 1 / $1::integer', values: ['0'] });
      return later;
    });
    await expect(failing).rejects.toThrow('division by zero');
    expect(await actions()).toEqual(before);
  });

  it('reads what is asked by one prepared statement the same, within and outside of it', async () => {
    const kinds = {
      name: 'kinds',
      text: `SELECT $1::integer AS n, $2::boolean AS b, $3::text AS t, $4::text AS nothing, '{"a": [1]}'::json AS json`,
    };
    const list = { name: 'list', text: 'SELECT $1::text[] AS list, $2::date AS day' };
    const read = async (db: DataSource | EntityManager): Promise<unknown[]> => [
      ...(await prepared(db, kinds, [7, true, 'sieben', undefined])),
      ...(await prepared(db, list, [['a"b', '\\'], '2027-06-30'])),
    ];
    const expected = [
      { n: 7, b: true, t: 'sieben', nothing: null, json: { a: [1] } },
      { list: ['a"b', '\\'], day: '2027-06-30' },
    ];
    expect(await read(api.db)).toEqual(expected);
    expect(await work.write(read)).toEqual(expected);
  });

  it('says that a row cannot be read, and does not leave its connection waiting', async () => {
    const address = { name: 'address', text: `SELECT '08:00:2b:01:02:03'::macaddr AS address` };
    const parse = pg.types.getTypeParser(MACADDR);
    pg.types.setTypeParser(MACADDR, () => {
      throw new Error('unreadable');
    });
    await expect(prepared(api.db, address, [])).rejects.toThrow('unreadable');
    await expect(work.write((tx) => prepared(tx, address, []))).rejects.toThrow('unreadable');
    pg.types.setTypeParser(MACADDR, parse);
    expect(await work.write((tx) => prepared(tx, address, []))).toEqual([{ address: '08:00:2b:01:02:03' }]);
  });

  it('is over for the connection, too, when its work is refused', async () => {
    const refused = work.write(() => Promise.reject(new Error('refused')));
    await expect(refused).rejects.toThrow('refused');
    const [row] = await api.owner.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
    );
    expect(row?.n).toBe(0);
  });
});
