import {
  EMAIL_MAX,
  NAME_MAX,
  type NewUser,
  type Role,
  ROLES,
  type UserChanges,
  type UserKind,
  USER_KINDS,
  USER_STATUSES,
} from '@sightline/contracts';
import { ListRequest } from '../platform/lists/list-request';
import { Email, Maybe, MaybeNull, OneOf, Reference, SomeOf, Text } from '../platform/problems/validators';

/** GET /users */
export class UserListRequest extends ListRequest {
  @Maybe()
  @OneOf(USER_STATUSES)
  status?: string;

  @Maybe()
  @OneOf(USER_KINDS)
  kind?: string;

  @Maybe()
  @OneOf(ROLES)
  role?: string;

  @Maybe()
  @Reference()
  unit?: string;
}

/** POST /users */
export class NewUserRequest implements NewUser {
  @Text(NAME_MAX)
  name!: string;

  @Email(EMAIL_MAX)
  email!: string;

  @OneOf(USER_KINDS)
  kind!: UserKind;

  @SomeOf(ROLES)
  roles!: Role[];

  @Maybe()
  @Reference()
  businessUnit?: string;

  @Maybe()
  @Reference()
  party?: string;
}

/** PATCH /users/{id} */
export class UserChangesRequest implements UserChanges {
  @Maybe()
  @Text(NAME_MAX)
  name?: string;

  @Maybe()
  @SomeOf(ROLES)
  roles?: Role[];

  @MaybeNull()
  @Reference()
  businessUnit?: string | null;

  @MaybeNull()
  @Reference()
  party?: string | null;

  @Maybe()
  @OneOf(['active', 'suspended'])
  status?: 'active' | 'suspended';
}
