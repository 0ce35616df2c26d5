import { Component, computed, inject, input } from '@angular/core';
import { Field, FieldControl } from '@sightline/ui';
import { DraftConflictBox } from './draft-conflict-box';
import { DraftStore } from './draft-store';
import { fieldId } from './field-id';

export interface Choice {
  readonly value: string | number;
  readonly label: string;
}

/** One of a few values of the draft; saves itself. */
@Component({
  selector: 'app-draft-choice',
  imports: [DraftConflictBox, Field, FieldControl],
  template: `
    <ui-field [for]="id()" [label]="label()" [hint]="hint()" [error]="store.refusalAt(path())">
      <select #box uiControl (change)="choose(box.selectedIndex)">
        @for (choice of choices(); track choice.value) {
          <option [selected]="choice.value === value()">{{ choice.label }}</option>
        }
      </select>
    </ui-field>
    <app-draft-conflict [path]="path()" />
  `,
  styles: `
    :host {
      display: block;
      margin-top: 14px;
    }
  `,
})
export class DraftChoice {
  protected readonly store = inject(DraftStore);

  readonly path = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly choices = input.required<readonly Choice[]>();

  protected readonly id = computed(() => fieldId(this.path()));
  protected readonly value = computed(() => {
    const value = this.store.value<unknown>(this.path());
    return isReference(value) ? value.id : value;
  });

  protected choose(index: number): void {
    const choice = this.choices()[index];
    if (!choice) return;
    const standing = this.store.value<unknown>(this.path());
    this.store.edit(
      this.path(),
      isReference(standing) ? { id: choice.value, code: null, name: choice.label } : choice.value,
    );
  }
}

function isReference(value: unknown): value is { id: string } {
  return typeof value === 'object' && value !== null && 'id' in value;
}

/** The whole numbers from `from` to `to`, to choose from. */
export function scale(from: number, to: number): Choice[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({ value: from + index, label: String(from + index) }));
}
