import { setImmediate as breathe } from 'node:timers/promises';
import type { AuditVerification } from '@sightline/contracts';
import type { DataSource } from 'typeorm';
import { CHECK_LINKS, PERSONAL_VALUES } from './chain-check.sql';
import { GENESIS } from './chain-link';
import { commitmentTo, placeOf } from './personal-values';

/** A connection, a transaction or a pool: whatever answers a statement. */
export type Queryable = Pick<DataSource, 'query'>;
export type Finding = AuditVerification['findings'][number];
export type Head = NonNullable<AuditVerification['head']>;

/** Findings beyond these say nothing new. */
export const FINDINGS_MAX = 1_000;
const LINKS_AT_ONCE = 20_000;
const VALUES_AT_ONCE = 2_000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

interface Batch {
  count: number;
  last: Head | null;
  findings: Finding[];
}

/** Follows the chain from its first link to `until`, batch by batch, so that memory stays flat (T26). */
export async function checkLinks(db: Queryable, until: number): Promise<{ sealed: number; findings: Finding[] }> {
  const findings: Finding[] = [];
  let sealed = 0;
  let last = { sequence: 0, hash: GENESIS };
  for (;;) {
    const [batch] = await db.query<[Batch]>(CHECK_LINKS, [last.sequence, LINKS_AT_ONCE, last.hash, until]);
    if (!batch.last) return { sealed, findings };
    sealed += batch.count;
    findings.push(...batch.findings.slice(0, FINDINGS_MAX - findings.length));
    last = batch.last;
  }
}

interface ValueRow {
  eventId: string;
  pointer: string;
  salt: string;
  value: string;
  body: string | null;
  sequence: number | null;
}

/** The personal values beside the events are the ones that the events committed to. */
export async function checkPersonalValues(db: Queryable): Promise<Finding[]> {
  const findings: Finding[] = [];
  let after = { eventId: BEFORE_ALL, pointer: '' };
  for (;;) {
    const rows = await db.query<ValueRow[]>(PERSONAL_VALUES, [after.eventId, after.pointer, VALUES_AT_ONCE]);
    for (const row of rows) {
      if (!isAsCommitted(row) && findings.length < FINDINGS_MAX) {
        findings.push({ kind: 'event-changed', sequence: row.sequence, eventId: row.eventId });
      }
    }
    const last = rows.at(-1);
    if (!last) return findings;
    after = last;
    await breathe();
  }
}

function isAsCommitted({ body, pointer, salt, value }: ValueRow): boolean {
  const place = placeOf(readable(body), pointer)?.value as { commitment?: string } | undefined;
  return place?.commitment === commitmentTo(salt, value);
}

function readable(body: string | null): unknown {
  try {
    return JSON.parse(body ?? 'null');
  } catch {
    return null;
  }
}
