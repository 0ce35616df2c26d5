import type { Role } from '@sightline/contracts';
import { type Permission, PERMISSIONS, type Reach } from '@sightline/rules';

/** What somebody has to do with the record a path names; `none` where it names no record. */
export type Relation = 'none' | 'own' | 'linked' | 'foreign';

/** `open`: the table lets them. `hidden`: it lets them, but not at this record. `closed`: at no record at all. */
export type Expected = 'open' | 'hidden' | 'closed';

/** Reads the permission table for one role, by itself: neither the guard nor `may` is asked. */
export function expectedOf(role: Role, permission: Permission, relation: Relation): Expected {
  const row: Partial<Record<Role, Reach>> = PERMISSIONS[permission];
  const reach = row[role];
  if (reach === undefined) return 'closed';
  if (reach === 'any' || relation === 'none') return 'open';
  return reach === relation ? 'open' : 'hidden';
}

export interface Seen {
  status: number;
  /** The code of the problem, where the answer is one. */
  code?: string | undefined;
}

/**
 * What is wrong with an answer, or undefined. A refusal is 403, and may be 404 for a record that is not theirs; an
 * answer that says neither yes nor no to the person (400, 409, 412, 428) decides nothing and is not counted.
 */
export function wrongWith(expected: Expected, { status, code }: Seen): string | undefined {
  if (status >= 500) return `${status}: a fault of the server`;
  if (expected === 'closed') return status === 403 ? undefined : `${status}, closed by the table`;
  if (expected === 'hidden') return status < 400 ? `${status}, not theirs by the table` : undefined;
  if (status === 401) return code === 'sign-in-too-old' ? undefined : '401, open by the table';
  return status === 403 ? `403 ${code ?? ''}, open by the table` : undefined;
}

/** Whether an answer says anything about the person. */
export function decides(expected: Expected, { status }: Seen): boolean {
  return expected === 'hidden' ? status < 400 || status === 403 || status === 404 : true;
}

/** Without a session there is one answer. */
export function wrongForNobody({ status }: Seen): string | undefined {
  return status === 401 ? undefined : `${status} without a session`;
}
