import type { Body, OpenTrail, Tampering } from './tampering';

const PAST = '2020-02-29T12:00:00.000Z';
const STRANGER = '01900000-0000-7000-8000-00000000dead';

const rewrite = (body: Body): Body => ({ ...body, after: { ...body.after, outcome: 'another' } });
const redate = (body: Body): Body => ({ ...body, at: PAST });
const blame = (body: Body): Body => ({ ...body, actor: STRANGER });

/** Seen by following the chain. */
const crude = (what: string, tamper: Tampering['tamper'], inExport = true): Tampering => {
  return { what, inExport, thorough: false, tamper };
};
/** Every hash computed again: seen by a checkpoint alone. */
const thorough = (what: string, tamper: Tampering['tamper']): Tampering => {
  return { what, inExport: true, thorough: true, tamper };
};
const thenRelink =
  (tamper: Tampering['tamper']): Tampering['tamper'] =>
  async (trail, at) => {
    await tamper(trail, at);
    await trail.relink();
  };

/** An older state of the trail, after which life went on until it was longer than before. */
async function restoreOldCopy(trail: OpenTrail, at: number): Promise<void> {
  await trail.remove(at, trail.length);
  for (let place = at; place <= trail.length + 2; place += 1) await trail.insert(await trail.forge(PAST), place);
  await trail.relink();
}

async function insertForged(trail: OpenTrail, at: number): Promise<void> {
  await trail.insert(await trail.forge(PAST), at);
}

const inColumns = (what: string, sql: string): Tampering => crude(what, (trail, at) => trail.columns(sql, at), false);

/** Every kind that TRUST T26 names, crudely and thoroughly; `at` is never the first or the last place of the chain. */
export const TAMPERINGS: readonly Tampering[] = [
  crude('edit', (trail, at) => trail.edit(at, rewrite, 'plain')),
  crude('edit, with a new hash', (trail, at) => trail.edit(at, rewrite, 'rehash')),
  thorough('edit, with the chain computed again', (trail, at) => trail.edit(at, rewrite, 'relink')),
  crude('re-date', (trail, at) => trail.edit(at, redate, 'plain')),
  crude('re-date, with a new hash', (trail, at) => trail.edit(at, redate, 'rehash')),
  thorough('re-date, with the chain computed again', async (trail, at) => {
    await trail.columns(`at = '${PAST}'`, at);
    await trail.edit(at, redate, 'relink');
  }),
  inColumns('re-date in the column', `at = at - interval '1 day'`),
  inColumns('re-date in the column by less than a millisecond', `at = at + interval '1 microsecond'`),
  crude('change of actor', (trail, at) => trail.edit(at, blame, 'plain')),
  thorough('change of actor, with the chain computed again', async (trail, at) => {
    await trail.columns(`actor_id = '${STRANGER}'`, at);
    await trail.edit(at, blame, 'relink');
  }),
  inColumns('change of actor in the column', `actor_id = '${STRANGER}'`),
  inColumns('change of action in the column', `action = 'charter.praised'`),
  inColumns('change of record in the column', `record_code = 'CH-9999'`),
  crude('a body that is no JSON, with a new hash', (trail, at) =>
    trail.columns(`body = '{', hash = encode(sha256('{'), 'hex')`, at),
  ),
  crude('a body that is no JSON, with the chain computed again', async (trail, at) => {
    await trail.columns(`body = '{', hash = encode(sha256('{'), 'hex')`, at);
    await trail.relink();
  }),
  crude('a body that PostgreSQL cannot read, with the chain computed again', (trail, at) =>
    trail.edit(at, (body) => ({ ...body, after: { 'a \u0000': '\\\u0000' } }), 'relink'),
  ),
  inColumns('change of the stored hash', `hash = encode(sha256('x'), 'hex')`),
  crude('delete the first', (trail) => trail.remove(1)),
  crude('delete in the middle', (trail, at) => trail.remove(at)),
  crude('delete an event and leave its link', async (trail, at) => {
    const { id } = await trail.event(at);
    await trail.tx.query('DELETE FROM audit_event WHERE id = $1', [id]);
  }),
  thorough('delete the last', (trail) => trail.remove(trail.length)),
  thorough(
    'delete the first, with the chain computed again',
    thenRelink((trail) => trail.remove(1)),
  ),
  thorough(
    'delete in the middle, with the chain computed again',
    thenRelink((trail, at) => trail.remove(at)),
  ),
  thorough('truncation', (trail, at) => trail.remove(at, trail.length)),
  thorough('everything deleted', (trail) => trail.remove(1, trail.length)),
  thorough('restored old copy that went on', restoreOldCopy),
  crude('swap two places', (trail, at) => trail.swap('sequence', at, at + 1)),
  crude('swap two events', (trail, at) => trail.swap('event_id', at, at + 1)),
  crude('swap two events with their hashes', (trail, at) => trail.swap('event_id, event_hash', at, at + 1)),
  thorough(
    'swap, with the chain computed again',
    thenRelink((trail, at) => trail.swap('sequence', at, at + 1)),
  ),
  crude('insert', insertForged),
  thorough('insert, with the chain computed again', thenRelink(insertForged)),
  crude('a link doubled', (trail, at) =>
    trail.tx.query('INSERT INTO audit_chain SELECT * FROM audit_chain WHERE sequence = $1', [at]),
  ),
  crude('change of a link', (trail, at) => trail.chain(`hash = encode(sha256('x'), 'hex')`, at)),
  crude('change of what a link follows', (trail, at) => trail.chain(`previous_hash = encode(sha256('x'), 'hex')`, at)),
  crude('change of the hash that a link seals', (trail, at) =>
    trail.chain(`event_hash = encode(sha256('x'), 'hex')`, at),
  ),
  crude(
    'change of a personal value',
    (trail) => trail.tx.query(`UPDATE audit_personal_value SET value = '"Somebody else"'`),
    false,
  ),
  crude(
    'a personal value that no event knows',
    async (trail, at) => {
      const { id } = await trail.event(at);
      const values = [id, '/after/outcome', '00'.repeat(16), '"approved"'];
      await trail.tx.query(
        'INSERT INTO audit_personal_value (event_id, pointer, salt, value) VALUES ($1, $2, $3, $4)',
        values,
      );
    },
    false,
  ),
];
