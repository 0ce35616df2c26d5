import { Readable } from 'node:stream';
import { CHAIN_HEAD } from './chain-check.sql';
import type { Head, Queryable } from './chain-check';

/** Rises when the lines change, so that programs that read them can tell. */
const EXPORT_FORMAT = 1;
const LINKS_AT_ONCE = 2_000;

/**
 * The sealed trail as lines of JSON, oldest first, with a heading that says how far it goes; memory stays flat however
 * long it is. Personal values are left out: the commitments in the events are all that verification needs, and so no
 * export has to be found again when somebody is erased (T28).
 */
export async function exportOfTrail(db: Queryable): Promise<Readable> {
  const [head] = await db.query<Head[]>(CHAIN_HEAD);
  return Readable.from(linesUpTo(db, head ?? null));
}

/** The same for whoever reads the whole of it in one snapshot: its first line, and the statement of all others. */
export async function trailOf(db: Queryable): Promise<{ heading: string; sql: string }> {
  const [head] = await db.query<Head[]>(CHAIN_HEAD);
  return { heading: headingOf(head ?? null), sql: ALL_LINES };
}

function headingOf(head: Head | null): string {
  const { sequence = 0, hash = null } = head ?? {};
  return JSON.stringify({ kind: 'sightline audit trail', format: EXPORT_FORMAT, links: sequence, head: hash });
}

async function* linesUpTo(db: Queryable, head: Head | null): AsyncGenerator<string> {
  const { sequence = 0 } = head ?? {};
  yield `${headingOf(head)}\n`;
  for (let after = 0; after < sequence;) {
    const [batch] = await db.query<[{ last: number | null; lines: string }]>(LINES, [after, sequence, LINKS_AT_ONCE]);
    if (batch.last === null) break;
    yield `${batch.lines}\n`;
    after = batch.last;
  }
}

/** The events are the very bytes that were hashed. */
const LINE = `json_build_object('sequence', c.sequence, 'eventId', c.event_id, 'eventHash', c.event_hash,
  'previousHash', c.previous_hash, 'hash', c.hash, 'sealedAt', c.sealed_at, 'body', e.body)::text`;

/** The text of a batch is put together by PostgreSQL. */
const LINES = `
  SELECT max(c.sequence)::float8 AS last, string_agg(${LINE}, E'\\n' ORDER BY c.sequence) AS lines
    FROM (SELECT * FROM audit_chain WHERE sequence > $1 AND sequence <= $2 ORDER BY sequence LIMIT $3) c
    LEFT JOIN LATERAL (SELECT body FROM audit_event WHERE id = c.event_id LIMIT 1) e ON true`;
const ALL_LINES = `SELECT ${LINE} AS line FROM audit_chain c LEFT JOIN audit_event e ON e.id = c.event_id ORDER BY c.sequence`;
