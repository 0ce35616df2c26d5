import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../platform/config/config';
import { ConfigError } from '../platform/config/settings';
import { signingKey, type SigningKey } from './signed-checkpoint';

const PEM = /-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/g;
/** Only for the account of the server. */
const PRIVATE = 0o600;
const FILE = 'checkpoint-key.pem';

/**
 * The keys that sign checkpoints: the present one first, then those it has replaced, which are kept until they have
 * endorsed their successor. They come from the environment or from a file, never from the database; where neither is
 * named, a key is made beside the checkpoints at the first start.
 */
export async function checkpointKeys(config: Config): Promise<[SigningKey, ...SigningKey[]]> {
  const { checkpointKey, checkpointKeyFile, checkpointDir } = config;
  if (checkpointKey) return keysIn(checkpointKey.replaceAll('\\n', '\n'), 'SIGHTLINE_CHECKPOINT_KEY');
  if (checkpointKeyFile) return keysIn(await readNamed(checkpointKeyFile), 'SIGHTLINE_CHECKPOINT_KEY_FILE');
  const file = join(checkpointDir, FILE);
  return keysIn(await ownKey(file), file);
}

async function ownKey(file: string): Promise<string> {
  await mkdir(join(file, '..'), { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  try {
    // Never over a key that is there; of two that start together, one makes it.
    await writeFile(file, pem, { mode: PRIVATE, flag: 'wx' });
    return pem;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return readFile(file, 'utf8');
  }
}

async function readNamed(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new ConfigError([`SIGHTLINE_CHECKPOINT_KEY_FILE: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

function keysIn(text: string, setting: string): [SigningKey, ...SigningKey[]] {
  const [first, ...rest] = (text.match(PEM) ?? []).map((pem) => keyIn(pem, setting));
  if (!first) throw new ConfigError([`${setting}: holds no private key in PEM (openssl genpkey -algorithm ed25519)`]);
  return [first, ...rest];
}

function keyIn(pem: string, setting: string): SigningKey {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return signingKey(key);
  } catch {
    // The message of the library could repeat parts of the key; ours says enough.
  }
  throw new ConfigError([`${setting}: must be Ed25519 private keys in PEM (openssl genpkey -algorithm ed25519)`]);
}
