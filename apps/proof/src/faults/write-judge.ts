import type pg from 'pg';
import type { SentWrite, WriteKind } from './writes';

/** What a fault must never do to a write. */
export type WriteFault =
  | 'acknowledged and lost'
  | 'refused and done'
  | 'half applied'
  | 'done twice'
  | 'without its audit event'
  | 'audited and not done'
  | 'without its outbox row';

export interface Verdict {
  faults: { fault: WriteFault; kind: WriteKind; token: string }[];
  acknowledged: number;
  /** Without an answer, and found done; and not done. */
  unknownDone: number;
  unknownNotDone: number;
}

interface Trace {
  token: string;
  /** Rows that bear the token, and how many a whole write has. */
  rows: number;
  parts: number;
  /** Audit events of its request, and outbox rows with the ids of those events. */
  audits: number;
  outbox: number;
}

/** How many rows a whole write makes: the record, and its parts. */
const WHOLE: Record<WriteKind, { rows: number; parts: number }> = {
  unit: { rows: 1, parts: 0 },
  charter: { rows: 1, parts: 3 },
  title: { rows: 1, parts: 0 },
  principles: { rows: 2, parts: 0 },
  measurements: { rows: 3, parts: 0 },
  vote: { rows: 1, parts: 0 },
};

/** Kinds whose rows the next write of the same lane replaces; their audit event stays. */
const REPLACED: ReadonlySet<WriteKind> = new Set(['title', 'principles']);

/** Looks into the tables, with nothing of the product in between: is every write there as a whole, or not at all? */
export async function judgeWrites(owner: pg.Client, sent: readonly SentWrite[]): Promise<Verdict> {
  const { rows } = await owner.query<Trace>(TRACES, [
    sent.map(({ token }) => token),
    sent.map(({ requestId }) => requestId),
  ]);
  const traces = new Map(rows.map((trace) => [trace.token, trace]));
  const verdict: Verdict = { faults: [], acknowledged: 0, unknownDone: 0, unknownNotDone: 0 };
  for (const write of sent) {
    const trace = traces.get(write.token) ?? { token: write.token, rows: 0, parts: 0, audits: 0, outbox: 0 };
    for (const fault of faultsOf(write, trace)) {
      verdict.faults.push({ fault, kind: write.kind, token: write.token });
    }
    if (write.acknowledged) verdict.acknowledged += 1;
    else if (!write.refused) verdict[trace.audits > 0 ? 'unknownDone' : 'unknownNotDone'] += 1;
  }
  return verdict;
}

function faultsOf({ kind, acknowledged, refused }: SentWrite, trace: Trace): WriteFault[] {
  const whole = WHOLE[kind];
  const isThere = trace.rows > 0 || trace.parts > 0;
  const done = isThere || trace.audits > 0;
  const faults: WriteFault[] = [];
  if (acknowledged && !done) faults.push('acknowledged and lost');
  if (refused && done) faults.push('refused and done');
  if (trace.rows > whole.rows || trace.parts > whole.parts || trace.audits > 1) faults.push('done twice');
  else if (isThere && (trace.rows < whole.rows || trace.parts < whole.parts)) faults.push('half applied');
  if (isThere && trace.audits === 0) faults.push('without its audit event');
  if (!isThere && trace.audits > 0 && !REPLACED.has(kind)) faults.push('audited and not done');
  if (trace.audits !== trace.outbox) faults.push('without its outbox row');
  return faults;
}

/** The rows that bear each token, the audit events of its request, and the outbox rows with the ids of those events. */
const TRACES = `
  WITH sent AS (SELECT * FROM unnest($1::text[], $2::text[]) AS s(token, request_id)),
  found AS (
    SELECT name AS token, 1 AS rows, 0 AS parts FROM business_unit WHERE name = ANY($1)
    UNION ALL SELECT title, 1, 0 FROM charter WHERE title = ANY($1)
    UNION ALL SELECT p.how, (c.title <> p.how)::int, (c.title = p.how)::int
                FROM charter_principle p JOIN charter c ON c.id = p.charter_id WHERE p.how = ANY($1)
    UNION ALL SELECT c.title, 0, 1 FROM charter_kpi k JOIN charter c ON c.id = k.charter_id WHERE c.title = ANY($1)
    UNION ALL SELECT note, 1, 0 FROM measurement WHERE note = ANY($1)
    UNION ALL SELECT reason, 1, 0 FROM vote WHERE reason = ANY($1)
  ),
  events AS (SELECT id, request_id FROM audit_event WHERE request_id = ANY($2))
  SELECT s.token,
         coalesce((SELECT sum(f.rows) FROM found f WHERE f.token = s.token), 0)::int AS rows,
         coalesce((SELECT sum(f.parts) FROM found f WHERE f.token = s.token), 0)::int AS parts,
         (SELECT count(*) FROM events e WHERE e.request_id = s.request_id)::int AS audits,
         (SELECT count(*) FROM events e JOIN outbox_event o ON o.id = e.id WHERE e.request_id = s.request_id)::int AS outbox
    FROM sent s`;
