import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Import, ImportSummary, NewImport, Page } from '@sightline/contracts';
import { Api } from '../platform/api/api';
import { apiUrl, type QueryValue } from '../platform/api/api-url';

/** What the site asks the server about imports. */
@Injectable({ providedIn: 'root' })
export class ImportsApi {
  private readonly api = inject(Api);

  list(query: () => Record<string, QueryValue>): HttpResourceRef<Page<ImportSummary> | undefined> {
    return httpResource<Page<ImportSummary>>(() => apiUrl('/imports', query()));
  }

  import(id: () => string | undefined): HttpResourceRef<Import | undefined> {
    return httpResource<Import>(() => {
      const wanted = id();
      return wanted === undefined ? undefined : apiUrl(`/imports/${encodeURIComponent(wanted)}`);
    });
  }

  /** The dry run: nothing is written but the import itself. */
  check(file: NewImport): Promise<Import> {
    return this.api.post('/imports', file);
  }

  apply(id: string): Promise<Import> {
    return this.api.post(`/imports/${id}/apply`);
  }
}
