import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  DriverInForce,
  Kpi,
  KpiChanges,
  KpiOverview,
  KpiRecord,
  KpiRevision,
  KpiSeries,
  Measurement,
  NewKpi,
  NewMeasurement,
  Page,
  RecordedMeasurements,
  SeriesInterval,
} from '@sightline/contracts';
import { PAGE_SIZE_MAX } from '@sightline/contracts';
import { Api } from '../platform/api/api';
import { apiUrl, type QueryValue } from '../platform/api/api-url';

/** What the site asks the server about KPIs. */
@Injectable({ providedIn: 'root' })
export class OutcomesApi {
  private readonly api = inject(Api);

  overview(): HttpResourceRef<KpiOverview | undefined> {
    return httpResource<KpiOverview>(() => apiUrl('/kpis/overview'));
  }

  list(query: () => Record<string, QueryValue>): HttpResourceRef<Page<Kpi> | undefined> {
    return httpResource<Page<Kpi>>(() => apiUrl('/kpis', query()));
  }

  /** The drivers of the strategy in force, with their weights. */
  drivers(): HttpResourceRef<Page<DriverInForce> | undefined> {
    return httpResource<Page<DriverInForce>>(() => apiUrl('/drivers', { pageSize: PAGE_SIZE_MAX }));
  }

  /** Nothing is asked for without a code. */
  kpi(code: () => string | undefined): HttpResourceRef<KpiRecord | undefined> {
    return httpResource<KpiRecord>(() => addressOf(code()));
  }

  revisions(code: () => string | undefined): HttpResourceRef<Page<KpiRevision> | undefined> {
    return httpResource<Page<KpiRevision>>(() => addressOf(code(), '/revisions', { pageSize: PAGE_SIZE_MAX }));
  }

  /** The newest ones first, corrections with what they correct. */
  measurements(code: () => string | undefined): HttpResourceRef<Page<Measurement> | undefined> {
    return httpResource<Page<Measurement>>(() => addressOf(code(), '/measurements', { pageSize: PAGE_SIZE_MAX }));
  }

  series(code: () => string, interval: () => SeriesInterval): HttpResourceRef<KpiSeries | undefined> {
    return httpResource<KpiSeries>(() => addressOf(code(), '/series', { interval: interval() }));
  }

  /** A single look, outside of any template. */
  read(id: string): Promise<KpiRecord> {
    return this.api.get(`/kpis/${id}`);
  }

  create(kpi: NewKpi): Promise<KpiRecord> {
    return this.api.post('/kpis', kpi);
  }

  change({ id, version }: Pick<Kpi, 'id' | 'version'>, changes: KpiChanges): Promise<KpiRecord> {
    return this.api.patch(`/kpis/${id}`, changes, version);
  }

  /** `key` names the intention: the same again when it is tried again. */
  record(code: string, measurements: NewMeasurement[], key: string): Promise<RecordedMeasurements> {
    return this.api.post(`/kpis/${encodeURIComponent(code)}/measurements`, { measurements }, key);
  }

  correct(code: string, correction: { corrects: string; value: number; reason: string }): Promise<Measurement> {
    return this.api.post(`/kpis/${encodeURIComponent(code)}/measurements`, correction);
  }
}

function addressOf(code: string | undefined, path = '', query: Record<string, QueryValue> = {}): string | undefined {
  return code === undefined ? undefined : apiUrl(`/kpis/${encodeURIComponent(code)}${path}`, query);
}
