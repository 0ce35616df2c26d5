import {
  CLASSIFICATIONS,
  DESCRIPTION_MAX,
  DOMAIN_TIERS,
  NAME_MAX,
  type Classification,
  type DomainTier,
  type NewDataDomain,
  type NewDataEntity,
} from '@sightline/contracts';
import { ListRequest } from '../platform/lists/list-request';
import { Maybe, MaybeNull, OneOf, Reference, Text, Whole } from '../platform/problems/validators';

const WAVE_MAX = 99;
const YES_OR_NO = ['true', 'false'] as const;

export class DataDomainListRequest extends ListRequest {
  @Maybe()
  @OneOf(DOMAIN_TIERS)
  tier?: DomainTier;

  @Maybe()
  @Reference()
  owner?: string;

  @Maybe()
  @Reference()
  steward?: string;

  /** Those whose owner or steward asks. */
  @Maybe()
  @OneOf(YES_OR_NO)
  mine?: (typeof YES_OR_NO)[number];
}

class DataDomainParts {
  @Maybe()
  @Text(DESCRIPTION_MAX, { empty: true })
  description?: string;

  @Maybe()
  @Whole(1, WAVE_MAX)
  wave?: number;

  @MaybeNull()
  @Reference()
  owner?: string | null;

  @MaybeNull()
  @Reference()
  steward?: string | null;
}

export class NewDataDomainRequest extends DataDomainParts implements NewDataDomain {
  @Text(NAME_MAX)
  name!: string;

  @OneOf(DOMAIN_TIERS)
  tier!: DomainTier;
}

export class DataDomainChangesRequest extends DataDomainParts implements Partial<NewDataDomain> {
  @Maybe()
  @Text(NAME_MAX)
  name?: string;

  @Maybe()
  @OneOf(DOMAIN_TIERS)
  tier?: DomainTier;
}

class DataEntityParts {
  @Maybe()
  @Text(DESCRIPTION_MAX, { empty: true })
  description?: string;

  @MaybeNull()
  @OneOf(CLASSIFICATIONS)
  classification?: Classification | null;

  /** The system that wins where two disagree. */
  @MaybeNull()
  @Reference()
  authoritativeSource?: string | null;
}

export class NewDataEntityRequest extends DataEntityParts implements NewDataEntity {
  @Text(NAME_MAX)
  name!: string;
}

export class DataEntityChangesRequest extends DataEntityParts implements Partial<NewDataEntity> {
  @Maybe()
  @Text(NAME_MAX)
  name?: string;
}
