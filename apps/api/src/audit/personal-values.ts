import { createHmac, randomBytes } from 'node:crypto';

/** A personal value that lies beside its event and can be erased; the event keeps the commitment only. */
export interface PersonalValue {
  pointer: string;
  personId: string | null;
  salt: string;
  value: string;
}

/** HMAC-SHA-256 of the JSON text under the salt: proves the value while it is there, and tells nothing once it is gone. */
export function commitmentTo(salt: string, value: string): string {
  return createHmac('sha256', Buffer.from(salt, 'hex')).update(value, 'utf8').digest('hex');
}

/** Replaces the values at these pointers, in `before` and in `after`, by commitments; answers what they were. */
export function committed(
  content: Record<'before' | 'after', Record<string, unknown> | null>,
  pointers: readonly string[],
  personId: string | null,
): PersonalValue[] {
  const values: PersonalValue[] = [];
  for (const side of ['before', 'after'] as const) {
    for (const pointer of pointers) {
      const place = placeOf(content[side], pointer);
      if (!place || place.value === null || place.value === undefined) continue;
      const value = JSON.stringify(place.value);
      const salt = randomBytes(16).toString('hex');
      place.replace({ commitment: commitmentTo(salt, value) });
      values.push({ pointer: `/${side}${pointer}`, personId, salt, value });
    }
  }
  return values;
}

interface Place {
  value: unknown;
  replace: (by: unknown) => void;
}

/** What a JSON pointer (RFC 6901) points at inside a document; undefined where nothing is. */
export function placeOf(document: unknown, pointer: string): Place | undefined {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop();
  let holder: unknown = document;
  for (const key of keys) holder = isHolder(holder) ? holder[key] : undefined;
  if (last === undefined || !isHolder(holder) || !Object.hasOwn(holder, last)) return undefined;
  const found = holder;
  return { value: found[last], replace: (by) => (found[last] = by) };
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
