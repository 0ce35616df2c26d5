import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@sightline/ui';
import { apiUrl, type QueryValue } from '../api/api-url';

/** A list as a file: all that matches, however many pages it has. The browser shows how far the download is. */
@Component({
  selector: 'app-export-link',
  imports: [Icon, TranslocoPipe],
  template: `
    <a class="btn s t" [href]="address()" download [title]="'exports.list.title' | transloco">
      <ui-icon name="download" [size]="14" />{{ 'exports.list.action' | transloco }}
    </a>
  `,
})
export class ExportLink {
  /** Its name in the address of the API. */
  readonly register = input.required<string>();
  /** What the list is narrowed and sorted by. */
  readonly query = input<Record<string, QueryValue>>({});

  protected readonly address = computed(() =>
    apiUrl(`/exports/${this.register()}.csv`, { ...this.query(), page: null, pageSize: null }),
  );
}
