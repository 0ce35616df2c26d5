import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DriverRevision } from '@sightline/contracts';
import { ProgressBar } from '@sightline/ui';

/** The business drivers and how much each weighs. */
@Component({
  selector: 'app-driver-table',
  imports: [ProgressBar, TranslocoPipe],
  template: `
    @if (drivers().length > 0) {
      <table class="tb stack">
        <thead>
          <tr>
            <th scope="col">{{ 'strategy.driver.name' | transloco }}</th>
            <th scope="col" class="w">{{ 'strategy.driver.weight' | transloco }}</th>
          </tr>
        </thead>
        <tbody>
          @for (driver of drivers(); track driver.id) {
            <tr [id]="driver.code">
              <th scope="row" [attr.data-h]="'strategy.driver.name' | transloco">
                <span class="code">{{ driver.code }}</span> {{ driver.name }}
                @if (driver.description) {
                  <span class="more">{{ driver.description }}</span>
                }
              </th>
              <td [attr.data-h]="'strategy.driver.weight' | transloco">
                <span class="meter">
                  <ui-progress-bar [share]="driver.weight / 5" aria-hidden="true" />
                  <span class="nw">{{ 'strategy.driver.weightOf' | transloco: { n: driver.weight } }}</span>
                </span>
              </td>
            </tr>
          }
        </tbody>
      </table>
    } @else {
      <p class="m">{{ 'strategy.driver.none' | transloco }}</p>
    }
  `,
  styleUrl: './record-table.css',
})
export class DriverTable {
  readonly drivers = input.required<readonly DriverRevision[]>();
}
