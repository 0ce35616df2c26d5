import type { SignedInUser } from '@sightline/contracts';
import { may, type Permission } from '@sightline/rules';
import { Problems } from '../problems/problem';

/** Refuses (403) unless the person may do this to a record they stand in this relation to. */
export function demand(
  user: SignedInUser,
  permission: Permission,
  relation: { own?: boolean; linked?: boolean } = {},
): void {
  if (!may(user, permission, relation)) throw Problems.forbidden(permission);
}
