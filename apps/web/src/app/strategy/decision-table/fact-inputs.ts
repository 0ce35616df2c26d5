import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Fact, FACT_TEXT_MAX, type FactAnswers, type FactValue } from '@sightline/contracts';
import { usableAnswers } from '@sightline/rules';
import { Field, FieldControl } from '@sightline/ui';
import { Words } from '../../platform/words/words';

/** The questions of a strategy, each with a control of its type; what is left blank is no answer. */
@Component({
  selector: 'app-fact-inputs',
  imports: [Field, FieldControl, TranslocoPipe],
  template: `
    @for (fact of facts(); track fact.name) {
      <ui-field [for]="idOf(fact)" [label]="fact.question || fact.name" [hint]="hintOf(fact)">
        @switch (fact.type) {
          @case ('number') {
            <span class="row">
              <input
                #box
                uiControl
                type="number"
                inputmode="decimal"
                step="any"
                [value]="given()[fact.name] ?? ''"
                (input)="writeNumber(fact, box)"
              />
              @if (fact.unit) {
                <span class="i2 nw">{{ fact.unit }}</span>
              }
            </span>
          }
          @case ('text') {
            <input
              #line
              uiControl
              type="text"
              [attr.maxlength]="textMax"
              [value]="given()[fact.name] ?? ''"
              (change)="put(fact, line.value.trim() === '' ? null : line.value)"
            />
          }
          @default {
            <select #menu uiControl (change)="choose(fact, menu.selectedIndex)">
              <option [selected]="given()[fact.name] === undefined">{{ 'tables.notAnswered' | transloco }}</option>
              @for (choice of choicesOf(fact); track choice) {
                <option [selected]="given()[fact.name] === choice">{{ wordOf(choice) }}</option>
              }
            </select>
          }
        }
      </ui-field>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    input[type='number'] {
      max-width: 180px;
    }
    .row {
      gap: 8px;
      align-items: center;
    }
  `,
})
export class FactInputs {
  private readonly words = inject(Words);

  readonly facts = input.required<readonly Fact[]>();
  readonly answers = input.required<FactAnswers>();
  /** Before the names of the facts in the ids of the controls. */
  readonly prefix = input('fact');
  /** Codes of the principles that read a fact, by its name. */
  readonly askedBy = input<Readonly<Record<string, readonly string[]>>>({});
  /** All answers, in the order of their names. */
  readonly changed = output<FactAnswers>();

  protected readonly textMax = FACT_TEXT_MAX;
  /** An answer of another type is none. */
  protected readonly given = computed<Partial<FactAnswers>>(() => usableAnswers(this.answers(), this.facts()));

  protected idOf({ name }: Fact): string {
    return `${this.prefix()}-${name}`;
  }

  protected hintOf({ name }: Fact): string {
    const principles = this.askedBy()[name] ?? [];
    return principles.length > 0 ? this.words.say('tables.askedBy', { principles }) : '';
  }

  protected choicesOf({ type, choices }: Fact): readonly FactValue[] {
    return type === 'boolean' ? [true, false] : choices;
  }

  protected wordOf(choice: FactValue): string {
    if (typeof choice !== 'boolean') return String(choice);
    return this.words.say(choice ? 'tables.yes' : 'tables.no');
  }

  protected choose(fact: Fact, index: number): void {
    this.put(fact, this.choicesOf(fact)[index - 1] ?? null);
  }

  /** Half a number, such as a lone minus, waits until it is one. */
  protected writeNumber(fact: Fact, { value, valueAsNumber, validity }: HTMLInputElement): void {
    if (validity.badInput) return;
    this.put(fact, value.trim() === '' ? null : valueAsNumber);
  }

  protected put({ name }: Fact, value: FactValue | null): void {
    const others = Object.entries(this.answers()).filter(([other]) => other !== name);
    const all: [string, FactValue][] = value === null ? others : [...others, [name, value]];
    this.changed.emit(Object.fromEntries(all.toSorted(([one], [other]) => (one < other ? -1 : 1))));
  }
}
