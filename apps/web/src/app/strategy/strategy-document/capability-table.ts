import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CapabilityRevision } from '@sightline/contracts';
import { Maturity } from './maturity';

/** What the company must be able to do: how mature it is today and how mature it has to become. */
@Component({
  selector: 'app-capability-table',
  imports: [Maturity, TranslocoPipe],
  template: `
    @if (capabilities().length > 0) {
      <table class="tb stack">
        <thead>
          <tr>
            <th scope="col">{{ 'strategy.capability.name' | transloco }}</th>
            <th scope="col" class="w">
              {{ 'strategy.capability.current' | transloco }} → {{ 'strategy.capability.target' | transloco }}
            </th>
          </tr>
        </thead>
        <tbody>
          @for (capability of capabilities(); track capability.id) {
            <tr [id]="capability.code">
              <th scope="row" [attr.data-h]="'strategy.capability.name' | transloco">
                <span class="code">{{ capability.code }}</span> {{ capability.name }}
                @if (capability.description) {
                  <span class="more">{{ capability.description }}</span>
                }
              </th>
              <td [attr.data-h]="'strategy.capability.target' | transloco">
                <app-maturity [current]="capability.current" [target]="capability.target" />
              </td>
            </tr>
          }
        </tbody>
      </table>
    } @else {
      <p class="m">{{ 'strategy.capability.none' | transloco }}</p>
    }
  `,
  styleUrl: './record-table.css',
})
export class CapabilityTable {
  readonly capabilities = input.required<readonly CapabilityRevision[]>();
}
