import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { GateForecastPage, StrategyApproval, StrategyDiff, StrategyImpact } from '@sightline/contracts';
import { firstValueFrom } from 'rxjs';
import { apiUrl } from '../platform/api/api-url';

/** What the site asks the server about versions beside each other. */
@Injectable({ providedIn: 'root' })
export class StrategyComparisonApi {
  private readonly http = inject(HttpClient);

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

  /** What the gate would say of charters, of the first it looks at. */
  gates(
    version: () => number,
    query: () => Record<string, string | number | undefined> = () => ({}),
  ): HttpResourceRef<GateForecastPage | undefined> {
    return httpResource<GateForecastPage>(() => apiUrl(`/strategy/versions/${version()}/impact/gates`, query()));
  }

  /** The same behind a record. */
  gatesBehind(n: number, after: string, pageSize: number): Promise<GateForecastPage> {
    const address = apiUrl(`/strategy/versions/${n}/impact/gates`, { after, pageSize });
    return firstValueFrom(this.http.get<GateForecastPage>(address));
  }

  /** The version the reader last approved of. */
  approval(): HttpResourceRef<StrategyApproval | undefined> {
    return httpResource<StrategyApproval>(() => apiUrl('/strategy/approval'));
  }
}
