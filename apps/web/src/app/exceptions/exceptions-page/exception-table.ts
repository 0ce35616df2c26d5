import { Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PrincipleException } from '@sightline/contracts';
import { Chip, CodeLink, SortHeader } from '@sightline/ui';
import { DaysLeft } from '../days-left';

/** Exceptions as rows: from what, for what, until when. */
@Component({
  selector: 'app-exception-table',
  imports: [Chip, CodeLink, DaysLeft, RouterLink, SortHeader, TranslocoPipe],
  template: `
    <table class="tb stack">
      <thead>
        <tr>
          <th ui-sort-header key="code" [sort]="sort()" (sorted)="sorted.emit($event)">
            {{ 'exceptions.column.code' | transloco }}
          </th>
          <th scope="col">{{ 'exceptions.column.principle' | transloco }}</th>
          <th scope="col">{{ 'exceptions.column.charter' | transloco }}</th>
          <th scope="col">{{ 'exceptions.column.status' | transloco }}</th>
          <th scope="col">{{ 'exceptions.column.category' | transloco }}</th>
          <th ui-sort-header key="expiresOn" [sort]="sort()" (sorted)="sorted.emit($event)">
            {{ 'exceptions.column.expiresOn' | transloco }}
          </th>
        </tr>
      </thead>
      <tbody>
        @for (one of items(); track one.id) {
          <tr>
            <td class="key" [attr.data-h]="'exceptions.column.code' | transloco">
              <ui-code-link [code]="one.code" [link]="['/strategy/exceptions', one.code]" />
            </td>
            <th scope="row">
              <ui-code-link [code]="one.principle.code" [link]="['/strategy/principles', one.principle.code]" />&ngsp;
              <a class="law" [routerLink]="['/strategy/exceptions', one.code]">{{ one.principle.name }}</a>
            </th>
            <td [attr.data-h]="'exceptions.column.charter' | transloco">
              <span
                ><ui-code-link [code]="one.charter.code" [link]="['/charters', one.charter.code]" />&ngsp;{{
                  one.charter.name
                }}</span
              >
            </td>
            <td [attr.data-h]="'exceptions.column.status' | transloco"><ui-chip [state]="one.status" /></td>
            <td [attr.data-h]="'exceptions.column.category' | transloco">
              {{ 'exceptions.category.' + one.category | transloco }}
            </td>
            <td [attr.data-h]="'exceptions.column.expiresOn' | transloco"><app-days-left [exception]="one" /></td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    th a {
      color: var(--sl-ink);
    }
  `,
})
export class ExceptionTable {
  readonly items = input.required<readonly PrincipleException[]>();
  readonly sort = input.required<string>();
  readonly sorted = output<string>();
}
