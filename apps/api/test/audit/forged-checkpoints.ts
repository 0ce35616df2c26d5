import { generateKeyPairSync } from 'node:crypto';
import type { FileLine } from '../../src/audit/checkpoint-file';
import {
  type CheckpointLine,
  signedCheckpoint,
  signedKey,
  type SigningKey,
  signingKey,
} from '../../src/audit/signed-checkpoint';

export function newKey(): SigningKey {
  return signingKey(generateKeyPairSync('ed25519').privateKey);
}

type Forgery = (lines: readonly FileLine[], at: number) => FileLine[];

const AT = '2026-11-22T10:00:00.000Z';
const changed =
  (change: (line: CheckpointLine) => Partial<CheckpointLine> | null): Forgery =>
  (lines, at) =>
    lines.map((line, place) => (place === at ? change(line as CheckpointLine) : line));

/** What somebody does to a checkpoint file whose key they do not have; `at` is the place of a checkpoint in it. */
export const FORGERIES: readonly [what: string, forge: Forgery][] = [
  ['another place', changed((line) => ({ ...line, sequence: line.sequence - 1 }))],
  ['another hash', changed((line) => ({ ...line, hash: '0'.repeat(64) }))],
  ['another time', changed((line) => ({ ...line, at: AT }))],
  ['no signature', changed(({ kind, sequence, hash, at, key }) => ({ kind, sequence, hash, at, key }))],
  ['signed by a stranger', changed((line) => signedCheckpoint(line, newKey()))],
  [
    'the signature of another one',
    (lines, at) => {
      const other = lines.find((line, place) => place !== at && line?.kind === 'checkpoint') as CheckpointLine;
      return changed((line) => ({ ...line, signature: other.signature }))(lines, at);
    },
  ],
  ['no JSON', changed(() => null)],
  [
    'a key that nobody endorsed',
    (lines) => {
      const stranger = newKey();
      const last = lines.at(-1) as CheckpointLine;
      return [...lines, signedKey(stranger, null, AT), signedCheckpoint({ ...last, hash: '1'.repeat(64) }, stranger)];
    },
  ],
  [
    'a key that a stranger endorsed',
    (lines) => {
      const last = lines.at(-1) as CheckpointLine;
      const [first, second] = [newKey(), newKey()];
      return [...lines, signedKey(second, first, AT), signedCheckpoint(last, second)];
    },
  ],
  [
    'a whole file by a stranger',
    (lines) => {
      const stranger = newKey();
      const signed = lines.filter((line): line is CheckpointLine => line?.kind === 'checkpoint');
      return [signedKey(stranger, null, AT), ...signed.map((line) => signedCheckpoint(line, stranger))];
    },
  ],
];
