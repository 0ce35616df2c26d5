import {
  DESCRIPTION_MAX,
  NAME_MAX,
  PARTY_KINDS,
  SYSTEM_LIFECYCLES,
  type NewParty,
  type NewService,
  type NewSystem,
  type PartyKind,
  type SystemLifecycle,
} from '@sightline/contracts';
import { ListRequest } from '../platform/lists/list-request';
import { Maybe, MaybeNull, OneOf, Reference, Text, Whole } from '../platform/problems/validators';

const COST_CENTRE_MAX = 100;
const CRITICALITY_MAX = 4;
const YES_OR_NO = ['true', 'false'] as const;

export class PartyListRequest extends ListRequest {
  @Maybe()
  @OneOf(PARTY_KINDS)
  kind?: PartyKind;

  @Maybe()
  @OneOf(YES_OR_NO)
  external?: (typeof YES_OR_NO)[number];
}

export class SystemListRequest extends ListRequest {
  @Maybe()
  @Reference()
  owner?: string;

  @Maybe()
  @OneOf(SYSTEM_LIFECYCLES)
  lifecycle?: SystemLifecycle;
}

export class ServiceListRequest extends ListRequest {
  @Maybe()
  @Reference()
  owner?: string;
}

class PartyParts {
  @MaybeNull()
  @Text(NAME_MAX, { empty: true })
  organisation?: string | null;

  @MaybeNull()
  @Text(COST_CENTRE_MAX, { empty: true })
  costCentre?: string | null;
}

export class NewPartyRequest extends PartyParts implements NewParty {
  @Text(NAME_MAX)
  name!: string;

  @OneOf(PARTY_KINDS)
  kind!: PartyKind;
}

export class PartyChangesRequest extends PartyParts implements Partial<NewParty> {
  @Maybe()
  @Text(NAME_MAX)
  name?: string;

  @Maybe()
  @OneOf(PARTY_KINDS)
  kind?: PartyKind;
}

class SystemParts {
  @MaybeNull()
  @Text(DESCRIPTION_MAX, { empty: true })
  description?: string | null;

  @MaybeNull()
  @Text(NAME_MAX, { empty: true })
  vendor?: string | null;

  @MaybeNull()
  @Reference()
  owner?: string | null;

  @Maybe()
  @OneOf(SYSTEM_LIFECYCLES)
  lifecycle?: SystemLifecycle;
}

export class NewSystemRequest extends SystemParts implements NewSystem {
  @Text(NAME_MAX)
  name!: string;
}

export class SystemChangesRequest extends SystemParts implements Partial<NewSystem> {
  @Maybe()
  @Text(NAME_MAX)
  name?: string;
}

class ServiceParts {
  @MaybeNull()
  @Text(DESCRIPTION_MAX, { empty: true })
  description?: string | null;

  @MaybeNull()
  @Reference()
  owner?: string | null;
}

export class NewServiceRequest extends ServiceParts implements NewService {
  @Text(NAME_MAX)
  name!: string;

  @Whole(1, CRITICALITY_MAX)
  criticality!: number;
}

export class ServiceChangesRequest extends ServiceParts implements Partial<NewService> {
  @Maybe()
  @Text(NAME_MAX)
  name?: string;

  @Maybe()
  @Whole(1, CRITICALITY_MAX)
  criticality?: number;
}
