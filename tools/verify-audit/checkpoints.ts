import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { TrailFinding } from './trail.ts';

/** A place of the chain that somebody signed. */
export interface SignedPlace {
  sequence: number;
  hash: string;
}

export interface SignedPlaces {
  checkpoints: SignedPlace[];
  /** The fingerprints of the keys that signed, oldest first. */
  keys: string[];
  findings: TrailFinding[];
}

type Line = Record<string, unknown>;

/**
 * The checkpoints of a file that are signed by the key of their time. The first key vouches for itself, each later one
 * is endorsed by the one before. With `pinned` (PEM) only a file in whose succession that key stands is believed.
 */
export function readCheckpoints(file: string, pinned: string | null): SignedPlaces {
  const checkpoints: SignedPlace[] = [];
  const findings: TrailFinding[] = [];
  const keys: string[] = [];
  for (const text of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const line = parsed(text);
    const key = keys.at(-1) ?? null;
    if (line?.['kind'] === 'key' && isSuccessor(line, key)) {
      if (line['publicKey'] !== key) keys.push(String(line['publicKey']));
    } else if (line?.['kind'] === 'checkpoint' && key && isSignedPlace(line, key)) {
      checkpoints.push({ sequence: Number(line['sequence']), hash: String(line['hash']) });
    } else {
      findings.push({ what: 'A checkpoint cannot be read, or is not signed as it should be.', sequence: null });
    }
  }
  const fingerprints = keys.map(fingerprintOf);
  if (pinned !== null && !keys.includes(derOf(createPublicKey(pinned)))) {
    findings.push({ what: 'None of the checkpoints was signed by the key that was named.', sequence: null });
    return { checkpoints: [], keys: fingerprints, findings };
  }
  return { checkpoints, keys: fingerprints, findings };
}

function isSuccessor(line: Line, before: string | null): boolean {
  const { publicKey, previous, at, signature, endorsement } = line;
  if (typeof publicKey !== 'string' || typeof at !== 'string') return false;
  const text = `sightline audit key|1|${publicKey}|${typeof previous === 'string' ? previous : ''}|${at}`;
  if (!isSigned(publicKey, text, signature)) return false;
  if (before === null || before === publicKey) return previous === null;
  return previous === fingerprintOf(before) && isSigned(before, text, endorsement);
}

function isSignedPlace({ sequence, hash, at, signature }: Line, key: string): boolean {
  if (!Number.isSafeInteger(sequence) || typeof hash !== 'string' || typeof at !== 'string') return false;
  return isSigned(key, `sightline audit checkpoint|1|${String(sequence)}|${hash}|${at}`, signature);
}

function isSigned(publicKey: string, text: string, signature: unknown): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' });
    const isEd25519 = key.asymmetricKeyType === 'ed25519';
    return isEd25519 && verify(null, Buffer.from(text), key, Buffer.from(String(signature), 'base64'));
  } catch {
    return false;
  }
}

function fingerprintOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 16);
}

function derOf(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'der' }).toString('base64');
}

function parsed(text: string): Line | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? (value as Line) : null;
  } catch {
    return null;
  }
}
