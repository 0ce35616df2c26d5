import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injectable } from '@angular/core';
import type { StrategyApproval, StrategyDiff, StrategyImpact } from '@sightline/contracts';
import { apiUrl } from '../platform/api/api-url';

/** What the site asks the server about versions beside each other. */
@Injectable({ providedIn: 'root' })
export class StrategyComparisonApi {
  diff(versions: () => { from: number; to: number } | null): HttpResourceRef<StrategyDiff | undefined> {
    return httpResource<StrategyDiff>(() => {
      const wanted = versions();
      return wanted ? apiUrl(`/strategy/versions/${wanted.to}/diff`, { against: wanted.from }) : undefined;
    });
  }

  impact(
    version: () => number | null,
    query: () => Record<string, string | number | undefined> = () => ({}),
  ): HttpResourceRef<StrategyImpact | undefined> {
    return httpResource<StrategyImpact>(() => {
      const n = version();
      return n === null ? undefined : apiUrl(`/strategy/versions/${n}/impact`, query());
    });
  }

  /** The version the reader last approved of. */
  approval(): HttpResourceRef<StrategyApproval | undefined> {
    return httpResource<StrategyApproval>(() => apiUrl('/strategy/approval'));
  }
}
