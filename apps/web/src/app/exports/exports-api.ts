import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injectable } from '@angular/core';
import type { AuditEvent, Page } from '@sightline/contracts';
import { apiUrl } from '../platform/api/api-url';

const SHOWN = 20;

/** What the site asks the server about exports. */
@Injectable({ providedIn: 'root' })
export class ExportsApi {
  /** Where the file comes from; a download of the browser's own. */
  readonly all = apiUrl('/exports/all');

  /** Who took what, the last first, as the trail has it. */
  made(): HttpResourceRef<Page<AuditEvent> | undefined> {
    return httpResource<Page<AuditEvent>>(() => apiUrl('/audit', { action: 'export.made', pageSize: SHOWN }));
  }
}
