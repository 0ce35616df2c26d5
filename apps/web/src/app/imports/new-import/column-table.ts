import { Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { IMPORT_FIELDS, type ImportField, type ImportKind, NEEDED_IMPORT_FIELDS } from '@sightline/contracts';
import type { ChosenFile } from './chosen-file';
import type { Mapping } from './column-mapping';

const HINTED: readonly ImportField[] = ['key', 'kpis', 'kind', 'businessUnit'];

/** Field by field the column of the file that holds it, with what stands in its first row. */
@Component({
  selector: 'app-column-table',
  imports: [TranslocoPipe],
  template: `
    <table class="tb stack">
      <thead>
        <tr>
          <th scope="col">{{ 'imports.columns.field' | transloco }}</th>
          <th scope="col">{{ 'imports.columns.column' | transloco }}</th>
          <th scope="col">{{ 'imports.columns.example' | transloco }}</th>
        </tr>
      </thead>
      <tbody>
        @for (field of fields(); track field) {
          <tr>
            <th scope="row">
              <label [for]="'column-' + field">{{ 'imports.field.' + field | transloco }}</label>
              @if (isNeeded(field)) {
                <span class="m need">{{ 'imports.columns.needed' | transloco }}</span>
              }
              @if (isHinted(field)) {
                <small>{{ 'imports.fieldHint.' + field | transloco }}</small>
              }
            </th>
            <td [attr.data-h]="'imports.columns.column' | transloco">
              <select
                #box
                class="in"
                [id]="'column-' + field"
                [attr.aria-invalid]="missing().includes(field) ? true : null"
                [class.err]="missing().includes(field)"
                (change)="mapped.emit({ field, column: box.value })"
              >
                <option value="" [selected]="!mapping()[field]">{{ 'imports.columns.leave' | transloco }}</option>
                @for (column of file().columns; track $index) {
                  <option [value]="column" [selected]="mapping()[field] === column">{{ column }}</option>
                }
              </select>
            </td>
            <td class="example" [attr.data-h]="'imports.columns.example' | transloco">{{ example(field) }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    th,
    td {
      vertical-align: middle !important;
    }
    th[scope='row'],
    thead th:first-child {
      width: 34%;
    }
    .need {
      margin-left: 6px;
      font: var(--sl-text-xs);
    }
    small {
      display: block;
      font: 400 12px/16px var(--sl-font-ui);
      color: var(--sl-ink-3);
    }
    .in {
      max-width: 300px;
      height: 30px;
    }
    .example {
      color: var(--sl-ink-2);
      overflow-wrap: anywhere;
    }
  `,
})
export class ColumnTable {
  readonly kind = input.required<ImportKind>();
  readonly file = input.required<ChosenFile>();
  readonly mapping = input.required<Mapping>();
  readonly missing = input<readonly ImportField[]>([]);
  readonly mapped = output<{ field: ImportField; column: string }>();

  protected readonly fields = computed<readonly ImportField[]>(() => IMPORT_FIELDS[this.kind()]);

  protected isNeeded(field: ImportField): boolean {
    return NEEDED_IMPORT_FIELDS[this.kind()].includes(field);
  }

  protected isHinted(field: ImportField): boolean {
    return HINTED.includes(field);
  }

  protected example(field: ImportField): string {
    const { columns, rows } = this.file();
    const column = this.mapping()[field];
    return column === undefined ? '' : (rows[0]?.[columns.indexOf(column)] ?? '');
  }
}
