import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AlignmentWeights } from '@sightline/contracts';
import { Field, FieldControl, Mark } from '@sightline/ui';
import { WEIGHT_NAMES } from '../strategy-document/weight-list';
import { DraftConflictBox } from './draft-conflict-box';
import { DraftStore } from './draft-store';
import { fieldId } from './field-id';

const NONE: AlignmentWeights = { principles: 0, outcome: 0, capability: 0, data: 0, resilience: 0 };

/** The points of the alignment score, with their sum as one types. */
@Component({
  selector: 'app-draft-weights',
  imports: [DraftConflictBox, Field, FieldControl, Mark, TranslocoPipe],
  template: `
    <div class="five">
      @for (name of names; track name) {
        <ui-field
          [for]="idOf(name)"
          [label]="'strategy.weight.' + name | transloco"
          [error]="name === 'principles' ? store.refusalAt('weights') : null"
        >
          <input
            #box
            uiControl
            type="number"
            inputmode="numeric"
            min="0"
            max="100"
            step="1"
            [value]="weights()[name]"
            (input)="write(name, box.value)"
          />
        </ui-field>
      }
    </div>
    <p [class]="'sum fg ' + (sum() === 100 ? 'good' : 'bad')" aria-live="polite">
      <ui-mark [name]="sum() === 100 ? 'force' : 'blocked'" [size]="15" />
      <b>{{ 'strategy.weight.sum' | transloco: { n: sum() } }}</b>
    </p>
    <app-draft-conflict path="weights" />
  `,
  styles: `
    .five {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(104px, 1fr));
      gap: 12px;
      margin-top: 14px;
      align-items: end;
    }
    ui-field {
      margin-top: 0;
    }
    .sum {
      display: flex;
      gap: 6px;
      align-items: center;
      margin-top: 10px;
      font: var(--sl-text-md);
    }
  `,
})
export class DraftWeights {
  protected readonly store = inject(DraftStore);

  protected readonly names = WEIGHT_NAMES;
  protected readonly weights = computed(() => this.store.value<AlignmentWeights | undefined>('weights') ?? NONE);
  protected readonly sum = computed(() => WEIGHT_NAMES.reduce((sum, name) => sum + this.weights()[name], 0));

  protected idOf(name: keyof AlignmentWeights): string {
    return fieldId(`weights/${name}`);
  }

  /** What is no whole number from 0 to 100 waits until it is one. */
  protected write(name: keyof AlignmentWeights, text: string): void {
    const points = Number(text);
    if (text.trim() === '' || !Number.isInteger(points) || points < 0 || points > 100) return;
    this.store.edit('weights', { ...this.weights(), [name]: points });
  }
}
