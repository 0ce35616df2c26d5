import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ImportField } from '@sightline/contracts';

export type PreviewRow = Partial<Record<ImportField, string>>;

/** Rows by the fields they fill; scrolls within itself. */
@Component({
  selector: 'app-preview-table',
  imports: [TranslocoPipe],
  template: `
    <div class="scroll" tabindex="0" role="region" [attr.aria-label]="'imports.columns.rows' | transloco">
      <table class="tb">
        <thead>
          <tr>
            @for (field of fields(); track field) {
              <th scope="col">{{ 'imports.field.' + field | transloco }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track $index) {
            <tr>
              @for (field of fields(); track field) {
                <td>
                  <div>{{ row[field] }}</div>
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    td div {
      max-width: 36ch;
      max-height: 54px;
      overflow: hidden;
    }
  `,
})
export class PreviewTable {
  readonly rows = input.required<readonly PreviewRow[]>();

  protected readonly fields = computed(() => {
    const filled = new Set(this.rows().flatMap((row) => Object.keys(row)));
    return [...filled] as ImportField[];
  });
}
