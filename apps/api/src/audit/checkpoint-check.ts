import { setImmediate as breathe } from 'node:timers/promises';
import type { Finding, Queryable } from './chain-check';
import type { FileLine } from './checkpoint-file';
import {
  type Checkpoint,
  type CheckpointLine,
  checkpointText,
  fingerprintOf,
  isSignedBy,
  type KeyLine,
  keyText,
} from './signed-checkpoint';

/** The checkpoints of a file that can be believed, and those that cannot. */
export interface BelievedCheckpoints {
  checkpoints: Checkpoint[];
  forged: Finding[];
  /** The public key that signs at the end of the file; null for an empty file. */
  lastKey: string | null;
}

/** Between two breaths; a signature takes a tenth of a millisecond. */
const AT_ONCE = 200;

/**
 * Reads a checkpoint file from its first line: each key must be endorsed by the one before it, each checkpoint signed by
 * the key of its time, and the key at the end must be one that this installation holds.
 */
export async function believedCheckpoints(
  lines: readonly FileLine[],
  held: readonly string[],
): Promise<BelievedCheckpoints> {
  const checkpoints: Checkpoint[] = [];
  const forged: Finding[] = [];
  let key: string | null = null;
  for (const [at, line] of lines.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await breathe();
    if (line?.kind === 'key' && isKey(line, key)) key = line.publicKey;
    else if (line?.kind === 'checkpoint' && key && isCheckpoint(line, key)) checkpoints.push(line);
    else forged.push({ kind: 'checkpoint-forged', sequence: sequenceOf(line), eventId: null });
  }
  if (key === null || held.includes(key)) return { checkpoints, forged, lastKey: key };
  // A whole file by a stranger: every line of it fits, and none of it is ours.
  const sequence = checkpoints.at(-1)?.sequence ?? null;
  return { checkpoints: [], forged: [...forged, { kind: 'checkpoint-forged', sequence, eventId: null }], lastKey: key };
}

/** The first key of a file vouches for itself; said again, it changes nothing. */
function isKey(line: Partial<KeyLine>, before: string | null): line is KeyLine {
  const { publicKey, at, previous = null } = line;
  if (typeof publicKey !== 'string' || typeof at !== 'string') return false;
  const text = keyText({ publicKey, previous, at });
  if (!isSignedBy(publicKey, text, line.signature)) return false;
  if (before === null || publicKey === before) return previous === null;
  return previous === fingerprintOf(before) && isSignedBy(before, text, line.endorsement);
}

function isCheckpoint(line: Partial<CheckpointLine>, key: string): line is CheckpointLine {
  const { sequence, hash, at } = line;
  if (!Number.isSafeInteger(sequence) || typeof hash !== 'string' || typeof at !== 'string') return false;
  return isSignedBy(key, checkpointText({ sequence: sequence ?? 0, hash, at }), line.signature);
}

function sequenceOf(line: FileLine): number | null {
  return line && 'sequence' in line && Number.isSafeInteger(line.sequence) ? (line.sequence ?? null) : null;
}

/**
 * Holds checkpoints against the chain: the chain must reach the last one, and must have at each place the hash that was
 * signed. Of many that are contradicted the first says where the chain was rewritten; `last` is the newest that agrees.
 */
export async function checkAgainstChain(
  db: Queryable,
  checkpoints: readonly Checkpoint[],
): Promise<{ findings: Finding[]; last: Checkpoint | null }> {
  const rows = await db.query<{ sequence: number; hash: string | null; eventId: string | null }[]>(
    `SELECT s AS sequence, c.hash, c.event_id AS "eventId" FROM unnest($1::float8[]) s
       LEFT JOIN audit_chain c ON c.sequence = s::bigint`,
    [checkpoints.map(({ sequence }) => sequence)],
  );
  const hashes = new Map(rows.map((row) => [row.sequence, row]));
  const sorted = [...checkpoints].sort((a, b) => a.sequence - b.sequence);
  const contradicted = sorted.find(({ sequence, hash }) => {
    const found = hashes.get(sequence)?.hash;
    return found && found !== hash;
  });
  const [head] = await db.query<{ sequence: number }[]>('SELECT max(sequence)::float8 AS sequence FROM audit_chain');
  const newest = sorted.at(-1);
  const findings: Finding[] = [];
  if (contradicted) {
    const { sequence } = contradicted;
    findings.push({ kind: 'chain-rewritten', sequence, eventId: hashes.get(sequence)?.eventId ?? null });
  }
  if (newest && newest.sequence > (head?.sequence ?? 0)) {
    findings.push({ kind: 'chain-truncated', sequence: newest.sequence, eventId: null });
  }
  const agreeing = sorted.filter(({ sequence, hash }) => hashes.get(sequence)?.hash === hash).at(-1);
  return { findings, last: agreeing ? { sequence: agreeing.sequence, hash: agreeing.hash, at: agreeing.at } : null };
}
