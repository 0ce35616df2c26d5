import { ListRequest } from '../platform/lists/list-request';
import { Maybe, Moment, Reference, Text } from '../platform/problems/validators';

/** GET /audit */
export class AuditListRequest extends ListRequest {
  /** The id or the code of a record. */
  @Maybe()
  @Reference()
  record?: string;

  /** The id or the e-mail address of a person. */
  @Maybe()
  @Reference()
  actor?: string;

  /** `charter.submitted`, or the noun alone for everything done to charters. */
  @Maybe()
  @Text(100)
  action?: string;

  /** An instant or a day (its beginning in UTC), included. */
  @Maybe()
  @Moment()
  from?: string;

  /** An instant or a day, not included. */
  @Maybe()
  @Moment()
  to?: string;
}
