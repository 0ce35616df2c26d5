import { randomUUID } from 'node:crypto';

/** A UUID version 7, as the database's `new_id()` makes them: 48 bits of time, then randomness. */
export function newId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  // The variant and all but the first of the random digits of a version 4 stand where version 7 has them.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
