import {
  MANDATE_STATES,
  MANDATE_TEXT_MAX,
  MANDATE_TITLE_MAX,
  type MandateChanges,
  type MandateState,
  type NewMandate,
} from '@sightline/contracts';
import { ListRequest } from '../platform/lists/list-request';
import { DateOnly, Maybe, OneOf, Reference, Text } from '../platform/problems/validators';

/** GET /mandates */
export class MandateListRequest extends ListRequest {
  @Maybe()
  @OneOf(MANDATE_STATES)
  status?: MandateState;
}

/** POST /mandates */
export class NewMandateRequest implements NewMandate {
  @Maybe()
  @Text(MANDATE_TITLE_MAX)
  title?: string;

  @Text(MANDATE_TEXT_MAX)
  text!: string;

  @Reference()
  sponsor!: string;

  @DateOnly()
  dateReceived!: string;
}

/** PATCH /mandates/{id} */
export class MandateChangesRequest implements MandateChanges {
  @Maybe()
  @Text(MANDATE_TITLE_MAX)
  title?: string;

  @Maybe()
  @Text(MANDATE_TEXT_MAX)
  text?: string;

  @Maybe()
  @Reference()
  sponsor?: string;

  @Maybe()
  @DateOnly()
  dateReceived?: string;
}
