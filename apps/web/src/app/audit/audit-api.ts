import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { AuditCheckpointState, AuditEvent, AuditVerification, Page, User } from '@sightline/contracts';
import { Api } from '../platform/api/api';
import { apiUrl, type QueryValue } from '../platform/api/api-url';

/** What the site asks the server about the audit trail. */
@Injectable({ providedIn: 'root' })
export class AuditApi {
  private readonly api = inject(Api);

  list(query: () => Record<string, QueryValue>): HttpResourceRef<Page<AuditEvent> | undefined> {
    return httpResource<Page<AuditEvent>>(() => apiUrl('/audit', query()));
  }

  /** Whom a shared address filters by. */
  person(id: () => string | null): HttpResourceRef<User | undefined> {
    return httpResource<User>(() => {
      const wanted = id();
      return wanted ? apiUrl(`/users/${encodeURIComponent(wanted)}`) : undefined;
    });
  }

  /** When the trail was last signed outside the database, and whether somebody has to look. */
  checkpoint(): HttpResourceRef<AuditCheckpointState | undefined> {
    return httpResource<AuditCheckpointState>(() => apiUrl('/audit/checkpoint', {}));
  }

  /** Computes the whole chain again; takes as long as the trail is. */
  verify(): Promise<AuditVerification> {
    return this.api.get('/audit/verify');
  }
}
