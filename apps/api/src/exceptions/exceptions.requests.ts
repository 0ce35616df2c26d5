import {
  EXCEPTION_CATEGORIES,
  EXCEPTION_STATUSES,
  EXCEPTION_TEXT_MAX,
  type ExceptionCategory,
  type ExceptionChanges,
  type ExceptionStatus,
  type NewException,
  type RenewException,
  type RevokeException,
} from '@sightline/contracts';
import { ListRequest } from '../platform/lists/list-request';
import { DateOnly, Maybe, OneOf, Reference, Text } from '../platform/problems/validators';

/** GET /exceptions */
export class ExceptionListRequest extends ListRequest {
  @Maybe()
  @OneOf(EXCEPTION_STATUSES)
  status?: ExceptionStatus;

  @Maybe()
  @Reference()
  principle?: string;

  @Maybe()
  @Reference()
  charter?: string;
}

/** PATCH /exceptions/{id} */
export class ExceptionChangesRequest implements ExceptionChanges {
  @Maybe()
  @OneOf(EXCEPTION_CATEGORIES)
  category?: ExceptionCategory;

  @Maybe()
  @Text(EXCEPTION_TEXT_MAX)
  justification?: string;

  @Maybe()
  @Text(EXCEPTION_TEXT_MAX)
  compensatingControl?: string;

  @Maybe()
  @DateOnly()
  expiresOn?: string;
}

/** POST /exceptions */
export class NewExceptionRequest implements NewException {
  @Reference()
  principle!: string;

  @Reference()
  charter!: string;

  @OneOf(EXCEPTION_CATEGORIES)
  category!: ExceptionCategory;

  @Text(EXCEPTION_TEXT_MAX)
  justification!: string;

  @Text(EXCEPTION_TEXT_MAX)
  compensatingControl!: string;

  @DateOnly()
  expiresOn!: string;
}

/** POST /exceptions/{id}/renew */
export class RenewExceptionRequest implements RenewException {
  @DateOnly()
  expiresOn!: string;

  @Maybe()
  @OneOf(EXCEPTION_CATEGORIES)
  category?: ExceptionCategory;

  @Maybe()
  @Text(EXCEPTION_TEXT_MAX)
  justification?: string;

  @Maybe()
  @Text(EXCEPTION_TEXT_MAX)
  compensatingControl?: string;
}

/** POST /exceptions/{id}/revoke */
export class RevokeExceptionRequest implements RevokeException {
  @Text(EXCEPTION_TEXT_MAX)
  reason!: string;
}
