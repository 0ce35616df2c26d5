import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  AuditEvent,
  CharterSummary,
  DataDomain,
  DataDomainSummary,
  DataEntity,
  DataFlow,
  DataIssue,
  DataIssueChanges,
  GateAnswer,
  NewDataDomain,
  NewDataEntity,
  NewDataFlow,
  NewDataIssue,
  NewQualityMeasurement,
  NewQualityStandard,
  Page,
  QualityStandard,
  RecordBase,
} from '@sightline/contracts';
import { PAGE_SIZE_MAX } from '@sightline/contracts';
import { Api } from '../platform/api/api';
import { apiUrl, type QueryValue } from '../platform/api/api-url';

type Kept = Pick<RecordBase, 'id' | 'version'>;
const HISTORY_ROWS = 6;

/** What the site asks the server about data domains. */
@Injectable({ providedIn: 'root' })
export class DataApi {
  private readonly api = inject(Api);

  list(query: () => Record<string, QueryValue>): HttpResourceRef<Page<DataDomainSummary> | undefined> {
    return httpResource<Page<DataDomainSummary>>(() => apiUrl('/data-domains', query()));
  }

  domain(code: () => string): HttpResourceRef<DataDomain | undefined> {
    return httpResource<DataDomain>(() => apiUrl(at(code())));
  }

  /** The charters that touch a domain. */
  charters(domain: () => string): HttpResourceRef<Page<CharterSummary> | undefined> {
    return httpResource<Page<CharterSummary>>(() => apiUrl('/charters', { domain: domain(), pageSize: PAGE_SIZE_MAX }));
  }

  /** What was done to a domain and its parts, newest first; asked only for those who may read the trail. */
  history(asked: () => { code: string; version: number } | null): HttpResourceRef<Page<AuditEvent> | undefined> {
    return httpResource<Page<AuditEvent>>(() => {
      const wanted = asked();
      return wanted ? apiUrl('/audit', { record: wanted.code, pageSize: HISTORY_ROWS }) : undefined;
    });
  }

  gate(charter: string): Promise<GateAnswer> {
    return this.api.get(`/charters/${encodeURIComponent(charter)}/gate`, { for: 'approve' });
  }

  read(code: string): Promise<DataDomain> {
    return this.api.get(at(code));
  }

  create(domain: NewDataDomain): Promise<DataDomain> {
    return this.api.post('/data-domains', domain);
  }

  change({ id, version }: Kept, changes: Partial<NewDataDomain>): Promise<DataDomain> {
    return this.api.patch(at(id), changes, version);
  }

  addEntity(domain: string, entity: NewDataEntity): Promise<DataEntity> {
    return this.api.post(`${at(domain)}/entities`, entity);
  }

  changeEntity(domain: string, { id, version }: Kept, changes: Partial<NewDataEntity>): Promise<DataEntity> {
    return this.api.patch(`${at(domain)}/entities/${id}`, changes, version);
  }

  archiveEntity(domain: string, { id, version }: Kept): Promise<void> {
    return this.api.delete(`${at(domain)}/entities/${id}`, version);
  }

  addStandard(domain: string, standard: NewQualityStandard): Promise<QualityStandard> {
    return this.api.post(`${at(domain)}/standards`, standard);
  }

  changeStandard(
    domain: string,
    { id, version }: Kept,
    changes: Partial<Omit<NewQualityStandard, 'entity'>>,
  ): Promise<QualityStandard> {
    return this.api.patch(`${at(domain)}/standards/${id}`, changes, version);
  }

  archiveStandard(domain: string, { id, version }: Kept): Promise<void> {
    return this.api.delete(`${at(domain)}/standards/${id}`, version);
  }

  measure(domain: string, measurement: NewQualityMeasurement): Promise<QualityStandard> {
    return this.api.post(`${at(domain)}/quality-measurements`, measurement);
  }

  addFlow(domain: string, flow: NewDataFlow): Promise<DataFlow> {
    return this.api.post(`${at(domain)}/flows`, flow);
  }

  archiveFlow(domain: string, { id, version }: Kept): Promise<void> {
    return this.api.delete(`${at(domain)}/flows/${id}`, version);
  }

  addIssue(domain: string, issue: NewDataIssue): Promise<DataIssue> {
    return this.api.post(`${at(domain)}/issues`, issue);
  }

  changeIssue(domain: string, { id, version }: Kept, changes: DataIssueChanges): Promise<DataIssue> {
    return this.api.patch(`${at(domain)}/issues/${id}`, changes, version);
  }
}

const at = (domain: string): string => `/data-domains/${encodeURIComponent(domain)}`;
