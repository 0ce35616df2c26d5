import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** Where the chain stood, and when (time of the database). */
export interface Checkpoint {
  sequence: number;
  hash: string;
  at: string;
}

/** A checkpoint as a line of the file: signed by the key with this fingerprint. */
export interface CheckpointLine extends Checkpoint {
  kind: 'checkpoint';
  key: string;
  signature: string;
}

/**
 * A key that signs from here on. The first of a file vouches for itself; a later one is signed by the key before it as
 * well (`previous`, `endorsement`), so that nobody can slip in a key of their own.
 */
export interface KeyLine {
  kind: 'key';
  at: string;
  /** SubjectPublicKeyInfo, DER in base64. */
  publicKey: string;
  previous: string | null;
  signature: string;
  endorsement: string | null;
}

/** An Ed25519 key pair with what is public of it. */
export interface SigningKey {
  privateKey: KeyObject;
  publicKey: string;
  fingerprint: string;
}

/** The text that is signed for a checkpoint; a program of any language can build it. */
export function checkpointText({ sequence, hash, at }: Checkpoint): string {
  return `sightline audit checkpoint|1|${sequence}|${hash}|${at}`;
}

/** The text that is signed when a key takes over from another (or from none). */
export function keyText({ publicKey, previous, at }: Pick<KeyLine, 'publicKey' | 'previous' | 'at'>): string {
  return `sightline audit key|1|${publicKey}|${previous ?? ''}|${at}`;
}

export function signingKey(privateKey: KeyObject): SigningKey {
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
  return { privateKey, publicKey, fingerprint: fingerprintOf(publicKey) };
}

/** The first 16 hexadecimal digits of the SHA-256 of a public key: short enough to be compared by eye. */
export function fingerprintOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 16);
}

export function signedCheckpoint(checkpoint: Checkpoint, key: SigningKey): CheckpointLine {
  const signature = signatureOf(checkpointText(checkpoint), key);
  return { kind: 'checkpoint', ...checkpoint, key: key.fingerprint, signature };
}

export function signedKey(key: SigningKey, previous: SigningKey | null, at: string): KeyLine {
  const said = { publicKey: key.publicKey, previous: previous?.fingerprint ?? null, at };
  const endorsement = previous && signatureOf(keyText(said), previous);
  return { kind: 'key', ...said, signature: signatureOf(keyText(said), key), endorsement };
}

export function isSignedBy(publicKey: string, text: string, signature: unknown): boolean {
  if (typeof signature !== 'string') return false;
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' });
    return (
      key.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))
    );
  } catch {
    return false;
  }
}

function signatureOf(text: string, { privateKey }: SigningKey): string {
  return sign(null, Buffer.from(text), privateKey).toString('base64');
}
