import {
  type BusinessUnitChanges,
  NAME_MAX,
  type NewBusinessUnit,
  UNIT_KINDS,
  type UnitKind,
} from '@sightline/contracts';
import { ListRequest } from '../platform/lists/list-request';
import { Maybe, OneOf, Text } from '../platform/problems/validators';

/** GET /business-units */
export class BusinessUnitListRequest extends ListRequest {
  @Maybe()
  @OneOf(UNIT_KINDS)
  kind?: string;
}

/** POST /business-units */
export class NewBusinessUnitRequest implements NewBusinessUnit {
  @Text(NAME_MAX)
  name!: string;

  @OneOf(UNIT_KINDS)
  kind!: UnitKind;
}

/** PATCH /business-units/{id} */
export class BusinessUnitChangesRequest implements BusinessUnitChanges {
  @Maybe()
  @Text(NAME_MAX)
  name?: string;

  @Maybe()
  @OneOf(UNIT_KINDS)
  kind?: UnitKind;
}
