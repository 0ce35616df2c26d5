import { Component, computed } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { Field, FieldControl, Icon } from '@sightline/ui';
import { EMPTY_CRITERION, type DraftCriterion } from './charter-draft';
import { DraftStep } from './draft-step';
import { isWhole } from './draft-requests';

export const CRITERION_KINDS = ['measure', 'date', 'contract_end'] as const;
export const COMPARISONS = ['<', '<=', '>', '>=', '='] as const;

/** When what is built is switched off again: a measure over a period, a date, or the end of a contract. */
@Component({
  selector: 'app-retirement-editor',
  imports: [Field, FieldControl, FormField, Icon, TranslocoPipe],
  templateUrl: './retirement-editor.html',
  styleUrl: './cited.css',
})
export class RetirementEditor extends DraftStep {
  protected readonly kinds = CRITERION_KINDS;
  protected readonly comparisons = COMPARISONS;
  protected readonly halfWritten = computed(() => !isWhole('retirement', this.store.model()));

  protected add(kind: DraftCriterion['kind']): void {
    this.store.set('retirement', [...this.store.model().retirement, { ...EMPTY_CRITERION, kind }]);
  }

  protected drop(index: number): void {
    this.store.set(
      'retirement',
      this.store.model().retirement.filter((_criterion, at) => at !== index),
    );
  }
}
