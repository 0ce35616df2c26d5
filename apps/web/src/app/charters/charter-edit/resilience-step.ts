import { Component } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { Field, FieldControl } from '@sightline/ui';
import { DraftStep } from './draft-step';
import { RetirementEditor } from './retirement-editor';

/** What happens when it fails, and when it is no longer needed. */
@Component({
  selector: 'app-resilience-step',
  imports: [Field, FieldControl, FormField, RetirementEditor, TranslocoPipe],
  templateUrl: './resilience-step.html',
})
export class ResilienceStep extends DraftStep {
  protected readonly before = [
    { name: 'rollback', field: this.form.rollback },
    { name: 'contingency', field: this.form.contingency },
    { name: 'stopCriteria', field: this.form.stopCriteria },
  ] as const;
}
