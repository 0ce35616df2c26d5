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

type Content = Record<'before' | 'after', Record<string, unknown> | null>;

/**
 * Replaces personal values, in `before` and in `after`, by commitments; answers what they were. Personal is what stands
 * at these pointers, and name and e-mail of every reference to a person wherever it stands: no feature can forget one.
 */
export function committed(content: Content, pointers: readonly string[], personId: string | null): PersonalValue[] {
  const sides = ['before', 'after'] as const;
  return [
    ...sides.flatMap((side) => pointers.flatMap((pointer) => commit(content, `/${side}${pointer}`, personId))),
    ...sides.flatMap((side) => peopleIn(content[side], `/${side}`).flatMap((person) => commitPerson(content, person))),
  ];
}

interface MentionedPerson {
  pointer: string;
  id: string;
}

function commitPerson(content: Content, { pointer, id }: MentionedPerson): PersonalValue[] {
  return ['name', 'email'].flatMap((field) => commit(content, `${pointer}/${field}`, id));
}

function commit(content: Content, pointer: string, personId: string | null): PersonalValue[] {
  const place = placeOf(content, pointer);
  if (!place || place.value === null || place.value === undefined) return [];
  const value = JSON.stringify(place.value);
  const salt = randomBytes(16).toString('hex');
  place.replace({ commitment: commitmentTo(salt, value) });
  return [{ pointer, personId, salt, value }];
}

/** References to people (`PersonReference`) at any depth: nothing else has an id, a name and an e-mail address. */
function peopleIn(value: unknown, pointer: string): MentionedPerson[] {
  if (!isHolder(value)) return [];
  const { id, name, email } = value;
  if (typeof id === 'string' && typeof name === 'string' && typeof email === 'string') return [{ pointer, id }];
  return Object.entries(value).flatMap(([key, part]) => peopleIn(part, `${pointer}/${escaped(key)}`));
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
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
