import { LINKS_MAX } from '@sightline/contracts';
import type {
  PutCharterDeviations,
  PutCharterDomains,
  PutCharterExceptions,
  PutCharterKpis,
  PutCharterParties,
  PutCharterPrinciples,
} from '@sightline/contracts';
import { ListOf, Maybe, ObjectOf, Texts } from '../platform/problems/validators';
import { CitedKpi, CitedPrinciple, Deviation, ListedParty, NoGovernedData, TouchedDomain } from './charter.requests';

export class PutPrinciplesRequest implements PutCharterPrinciples {
  @ListOf(() => CitedPrinciple, LINKS_MAX)
  principles!: CitedPrinciple[];
}

export class PutKpisRequest implements PutCharterKpis {
  @ListOf(() => CitedKpi, LINKS_MAX)
  kpis!: CitedKpi[];
}

/** Either the domains, or the declaration that no governed data is touched. */
export class PutDomainsRequest implements PutCharterDomains {
  @Maybe()
  @ListOf(() => TouchedDomain, LINKS_MAX)
  domains?: TouchedDomain[];

  @Maybe()
  @ObjectOf(() => NoGovernedData)
  none?: NoGovernedData;
}

export class PutServicesRequest {
  @Texts(LINKS_MAX)
  services!: string[];
}

export class PutSystemsRequest {
  @Texts(LINKS_MAX)
  systems!: string[];
}

export class PutPartiesRequest implements PutCharterParties {
  @ListOf(() => ListedParty, LINKS_MAX)
  parties!: ListedParty[];
}

export class PutExceptionsRequest implements PutCharterExceptions {
  @Texts(LINKS_MAX)
  exceptions!: string[];
}

export class PutDeviationsRequest implements PutCharterDeviations {
  @ListOf(() => Deviation, LINKS_MAX)
  deviations!: Deviation[];
}

export class PutPredecessorsRequest {
  @Texts(LINKS_MAX)
  predecessors!: string[];
}
