import { Component, computed, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { NARRATIVE_MAX } from '@sightline/contracts';
import { Field, FieldControl, MarkdownEditor } from '@sightline/ui';
import { CitedKpis } from './cited-kpis';
import { DraftStep } from './draft-step';
import { KpiList } from './kpi-list';
import { effectBehind } from './outcome-effect';
import { StatementField } from './statement-field';

/** What will be better for the business: the KPI first, and the sentence writes itself from it. */
@Component({
  selector: 'app-outcome-step',
  imports: [Field, FieldControl, FormField, KpiList, MarkdownEditor, StatementField, TranslocoPipe],
  template: `
    <ui-field for="title" [label]="'charters.field.title' | transloco" [error]="errorOf(form.title)">
      <input uiControl type="text" [formField]="form.title" />
    </ui-field>
    <app-kpi-list [leading]="true" />
    <app-statement-field
      [field]="form.outcomeStatement"
      [effect]="effect()"
      [error]="errorOf(form.outcomeStatement)"
      (took)="store.set('outcomeStatement', $event)"
    />
    <ui-field
      for="narrative"
      [label]="'charters.field.narrative' | transloco"
      [hint]="'charters.hint.narrative' | transloco"
      [error]="errorOf(form.narrative)"
      [optional]="true"
    >
      <ui-markdown-editor
        [value]="form.narrative().value()"
        [limit]="limit"
        (changed)="store.set('narrative', $event)"
        (left)="store.left()"
      />
    </ui-field>
  `,
  styles: `
    app-statement-field {
      display: block;
      margin-top: 16px;
    }
  `,
})
export class OutcomeStep extends DraftStep {
  private readonly cited = inject(CitedKpis);

  protected readonly limit = NARRATIVE_MAX;
  protected readonly effect = computed(() => effectBehind(this.store.model().kpis, this.cited.records()));
}
