import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CELL_MAX, type CellProblem, type Fact, type FactCells } from '@sightline/contracts';
import { Field, FieldControl, Icon } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { columnsOf, suggestionsFor, withCell } from './table-edits';

/** When a principle applies: one condition per fact, all of which have to hold; none is always. */
@Component({
  selector: 'app-condition-editor',
  imports: [Field, FieldControl, Icon, TranslocoPipe],
  template: `
    @for (fact of columns(); track fact.name) {
      <div class="line">
        <ui-field [for]="prefix() + '-' + fact.name" [label]="fact.name" [hint]="fact.question" [error]="errorAt(fact)">
          <input
            #cell
            uiControl
            type="text"
            spellcheck="false"
            autocomplete="off"
            [attr.list]="prefix() + '-' + fact.name + '-list'"
            [attr.maxlength]="cellMax"
            [value]="when()[fact.name] ?? ''"
            (input)="write(fact, cell.value)"
          />
        </ui-field>
        <datalist [id]="prefix() + '-' + fact.name + '-list'">
          @for (suggestion of suggestionsFor(fact); track suggestion) {
            <option [value]="suggestion"></option>
          }
        </datalist>
        <button
          class="ib"
          type="button"
          [attr.aria-label]="'ui.removeNamed' | transloco: { name: fact.name }"
          (click)="close(fact)"
        >
          <ui-icon name="x" [size]="14" />
        </button>
      </div>
    } @empty {
      <p class="m">{{ 'tables.always' | transloco }}</p>
    }
    @if (others().length > 0) {
      <select
        #column
        class="in column"
        [attr.aria-label]="'tables.addCondition' | transloco"
        (change)="open(column.selectedIndex); column.selectedIndex = 0"
      >
        <option>{{ 'tables.addCondition' | transloco }}</option>
        @for (fact of others(); track fact.name) {
          <option>{{ fact.name }}</option>
        }
      </select>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .line {
      display: flex;
      gap: 6px;
      align-items: end;
      max-width: 560px;
    }
    .line ui-field {
      flex: 1;
    }
    input {
      font-family: var(--sl-font-code);
    }
    .column {
      width: auto;
      height: 28px;
      margin-top: 8px;
      font: var(--sl-text-sm);
    }
  `,
})
export class ConditionEditor {
  private readonly words = inject(Words);

  readonly prefix = input.required<string>();
  readonly condition = input.required<FactCells | null>();
  readonly facts = input.required<readonly Fact[]>();
  readonly problems = input<readonly CellProblem[]>([]);
  /** Null is always. */
  readonly changed = output<FactCells | null>();

  protected readonly cellMax = CELL_MAX;
  protected readonly suggestionsFor = suggestionsFor;
  protected readonly when = computed(() => this.condition() ?? {});
  private readonly opened = linkedSignal<string, string[]>({ source: this.prefix, computation: () => [] });
  protected readonly columns = computed(() =>
    columnsOf([{ when: this.when(), outcome: 'allow', reason: '' }], this.facts(), this.opened()),
  );
  protected readonly others = computed(() =>
    this.facts().filter(({ name }) => !this.columns().some((column) => column.name === name)),
  );

  protected errorAt({ name }: Fact): string | null {
    const problem = this.problems().find(({ fact }) => fact === name);
    return problem ? this.words.say(`validation.${problem.code}`, problem.params) : null;
  }

  protected write({ name }: Fact, cell: string): void {
    const when = withCell(this.when(), name, cell);
    this.opened.update((names) => (names.includes(name) ? names : [...names, name]));
    this.changed.emit(Object.keys(when).length > 0 ? when : null);
  }

  protected open(index: number): void {
    const fact = this.others()[index - 1];
    if (!fact) return;
    this.opened.update((names) => [...names, fact.name]);
    setTimeout(() => document.getElementById(`${this.prefix()}-${fact.name}`)?.focus());
  }

  protected close(fact: Fact): void {
    this.write(fact, '');
    this.opened.update((names) => names.filter((name) => name !== fact.name));
  }
}
