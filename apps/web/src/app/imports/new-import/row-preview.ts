import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ImportField } from '@sightline/contracts';
import { PreviewTable, type PreviewRow } from '../preview-table';
import type { ChosenFile } from './chosen-file';
import type { Mapping } from './column-mapping';

/** The first rows as they will be understood with the columns that are chosen now. */
@Component({
  selector: 'app-row-preview',
  imports: [PreviewTable, TranslocoPipe],
  template: `
    <section class="s" aria-labelledby="import-preview">
      <div class="sh">
        <h2 id="import-preview">{{ 'imports.columns.preview' | transloco }}</h2>
        @if (rows().length > 0) {
          <span class="m">{{ 'imports.columns.previewNote' | transloco: { n: rows().length } }}</span>
        }
      </div>
      @if (rows().length > 0) {
        <app-preview-table [rows]="rows()" />
      } @else {
        <p class="i2">{{ 'imports.columns.nothing' | transloco }}</p>
      }
    </section>
  `,
})
export class RowPreview {
  readonly file = input.required<ChosenFile>();
  readonly mapping = input.required<Mapping>();

  protected readonly rows = computed<PreviewRow[]>(() => {
    const { columns, rows } = this.file();
    const mapped = Object.entries(this.mapping()) as [ImportField, string][];
    return rows.map((cells) =>
      Object.fromEntries(mapped.map(([field, column]) => [field, cells[columns.indexOf(column)] ?? ''])),
    );
  });
}
