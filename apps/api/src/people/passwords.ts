import { hash, verify } from '@node-rs/argon2';

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of a password that nobody has: verifying against it costs what verifying a real one does. */
const NOBODY = hash(crypto.randomUUID(), COST);

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

/** Whether the password is right. Without a stored hash the same work is done, and the answer is no. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const right = await verify(stored ?? (await NOBODY), password.normalize('NFC'));
  return right && stored !== null;
}
