import { CHARTER_ORIGINS, CHARTER_STATUSES } from '@sightline/contracts';
import type { CharterOrigin, CharterStatus } from '@sightline/contracts';
import { ListRequest } from '../platform/lists/list-request';
import { Maybe, OneOf, Reference, SomeOf, YesNo } from '../platform/problems/validators';
import { prepared } from '../platform/problems/validators/rule';

/** `status=draft,submitted` and `status=draft&status=submitted` say the same. */
const Words = (): PropertyDecorator =>
  prepared((value) =>
    typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value.map(String) : value,
  );

const TrueOrFalse = (): PropertyDecorator =>
  prepared((value) => (value === 'true' ? true : value === 'false' ? false : value));

/** GET /charters */
export class CharterListRequest extends ListRequest {
  @Maybe()
  @Words()
  @SomeOf(CHARTER_STATUSES)
  status?: CharterStatus[];

  @Maybe()
  @OneOf(CHARTER_ORIGINS)
  origin?: CharterOrigin;

  /** False: whatever has no approval, running projects too. */
  @Maybe()
  @TrueOrFalse()
  @YesNo()
  approved?: boolean;

  /** True: charters the reader leads, sponsors or answers for in IT, or began. */
  @Maybe()
  @TrueOrFalse()
  @YesNo()
  mine?: boolean;

  @Maybe()
  @Reference()
  unit?: string;

  @Maybe()
  @Reference()
  lead?: string;

  @Maybe()
  @Reference()
  sponsor?: string;

  @Maybe()
  @Reference()
  capability?: string;

  @Maybe()
  @Reference()
  principle?: string;

  @Maybe()
  @Reference()
  kpi?: string;

  @Maybe()
  @Reference()
  domain?: string;

  @Maybe()
  @Reference()
  service?: string;

  @Maybe()
  @Reference()
  system?: string;

  @Maybe()
  @Reference()
  party?: string;
}
