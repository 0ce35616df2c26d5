import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DecisionTable, Fact, FactCells } from '@sightline/contracts';
import { Stat } from '@sightline/ui';
import { columnsOf } from './table-edits';

/** A decision table to read, with the condition under which its principle applies. */
@Component({
  selector: 'app-table-view',
  imports: [Stat, TranslocoPipe],
  template: `
    @if (condition(); as when) {
      <p class="sm">
        <b>{{ 'tables.applies' | transloco }}:</b>&ngsp;<span class="cond">{{ textOf(when) }}</span>
      </p>
    }
    @if (table(); as decides) {
      <div class="scroll" tabindex="0" role="region" [attr.aria-label]="'tables.title' | transloco">
        <table class="tb stack">
          <thead>
            <tr>
              <th scope="col">{{ 'tables.rule' | transloco }}</th>
              @for (fact of columns(); track fact.name) {
                <th scope="col" [title]="fact.question">
                  {{ fact.name }}
                  @if (fact.unit) {
                    ({{ fact.unit }})
                  }
                </th>
              }
              <th scope="col">{{ 'tables.outcome' | transloco }}</th>
              <th scope="col">{{ 'tables.reason' | transloco }}</th>
            </tr>
          </thead>
          <tbody>
            @for (rule of decides.rules; track $index) {
              <tr>
                <td [attr.data-h]="'tables.rule' | transloco">{{ $index + 1 }}</td>
                @for (fact of columns(); track fact.name) {
                  <td class="cond nw" [class.blank]="!rule.when[fact.name]" [attr.data-h]="fact.name">
                    {{ rule.when[fact.name] ?? '–' }}
                  </td>
                }
                <td [attr.data-h]="'tables.outcome' | transloco"><ui-stat [state]="rule.outcome" /></td>
                <td [attr.data-h]="'tables.reason' | transloco">{{ rule.reason || '–' }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
      <p class="sm m">{{ 'tables.otherwise' | transloco }}</p>
    }
  `,
  styles: `
    .cond {
      font: 500 12.5px/18px var(--sl-font-code);
    }
    /* What a rule does not ask needs no line of its own where every line counts. */
    @media (max-width: 760px) {
      .blank {
        display: none;
      }
      td {
        grid-template-columns: minmax(100px, 40%) minmax(0, 1fr);
      }
      td::before {
        overflow-wrap: anywhere;
      }
    }
  `,
})
export class TableView {
  readonly table = input.required<DecisionTable | null>();
  readonly condition = input.required<FactCells | null>();
  /** For the order of the columns, their units and questions; what is not known stands by its name. */
  readonly facts = input<readonly Fact[]>([]);

  protected readonly columns = computed(() => columnsOf(this.table()?.rules ?? [], this.facts(), []));

  protected textOf(when: FactCells): string {
    return Object.entries(when)
      .map(([fact, cell]) => `${fact} ${cell}`)
      .join(', ');
  }
}
