import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { RuleDiff, TableOutcome } from '@sightline/contracts';
import { Stat } from '@sightline/ui';
import { TextPieces } from './text-pieces';

/** A decision table rule by rule and cell by cell, both versions in one table. */
@Component({
  selector: 'app-rule-table',
  imports: [Stat, TextPieces, TranslocoPipe],
  template: `
    <div class="scroll" tabindex="0" role="region" [attr.aria-label]="'tables.title' | transloco">
      <table class="tb stack">
        <thead>
          <tr>
            <th scope="col">{{ 'tables.rule' | transloco }}</th>
            @for (fact of facts(); track fact) {
              <th scope="col">{{ fact }}</th>
            }
            <th scope="col">{{ 'tables.outcome' | transloco }}</th>
            <th scope="col">{{ 'tables.reason' | transloco }}</th>
          </tr>
        </thead>
        <tbody>
          @for (rule of rules(); track $index) {
            <tr>
              <td class="nw" [attr.data-h]="'tables.rule' | transloco">
                {{ rule.to ?? rule.from }}
                @if (rule.change !== 'same') {
                  <b>{{ 'compare.rule.' + rule.change | transloco: { from: rule.from } }}</b>
                }
              </td>
              @for (fact of facts(); track fact) {
                @let cell = cellOf(rule, fact);
                <td class="cond" [attr.data-h]="fact">
                  @if (cell.before !== cell.after) {
                    @if (cell.before) {
                      <del
                        ><span class="vh">{{ 'compare.removed' | transloco }} </span>{{ cell.before }}</del
                      >
                    }
                    @if (cell.after) {
                      <ins
                        ><span class="vh">{{ 'compare.added' | transloco }} </span>{{ cell.after }}</ins
                      >
                    }
                  } @else {
                    {{ cell.after ?? '–' }}
                  }
                </td>
              }
              <td [attr.data-h]="'tables.outcome' | transloco">
                @if (rule.outcome.before !== rule.outcome.after) {
                  @if (outcomeOf(rule.outcome.before); as before) {
                    <del
                      ><span class="vh">{{ 'compare.removed' | transloco }} </span><ui-stat [state]="before"
                    /></del>
                  }
                  @if (outcomeOf(rule.outcome.after); as after) {
                    <ins
                      ><span class="vh">{{ 'compare.added' | transloco }} </span><ui-stat [state]="after"
                    /></ins>
                  }
                } @else if (outcomeOf(rule.outcome.after); as after) {
                  <ui-stat [state]="after" />
                }
              </td>
              <td [attr.data-h]="'tables.reason' | transloco"><app-text-pieces [pieces]="rule.reason" /></td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .cond {
      font: 500 12.5px/18px var(--sl-font-code);
    }
    ins,
    del {
      padding: 1px 2px;
      border-radius: 2px;
      margin-right: 4px;
    }
  `,
})
export class RuleTable {
  readonly rules = input.required<readonly RuleDiff[]>();

  protected readonly facts = computed(() =>
    [...new Set(this.rules().flatMap(({ cells }) => cells.map(({ fact }) => fact)))].sort(),
  );

  protected cellOf({ cells }: RuleDiff, fact: string): { before: string | null; after: string | null } {
    return cells.find((cell) => cell.fact === fact) ?? { before: null, after: null };
  }

  protected outcomeOf(word: string | null): TableOutcome | null {
    return word as TableOutcome | null;
  }
}
