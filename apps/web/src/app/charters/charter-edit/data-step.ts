import { Component, computed, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { Field, FieldControl, ReferencePicker, type ReferenceOption } from '@sightline/ui';
import { CitedRecords } from '../cited-records';
import { named, type DraftDomain } from './charter-draft';
import { DomainEntities } from './domain-entities';
import { DraftStep } from './draft-step';

/** Which data this project touches, down to the entity, or why it touches none that is governed. */
@Component({
  selector: 'app-data-step',
  imports: [DomainEntities, Field, FieldControl, FormField, ReferencePicker, TranslocoPipe],
  template: `
    @if (!declared()) {
      <ui-field
        for="domains"
        [label]="'charters.field.domains' | transloco"
        [hint]="'charters.hint.domains' | transloco"
        [error]="errorIn('domains')"
      >
        <ui-reference-picker
          [search]="searches.domains"
          [adds]="true"
          [placeholder]="'charters.pick.domain' | transloco"
          (picked)="add($event)"
        />
      </ui-field>
    }
    @for (touched of store.model().domains; track touched.domain.id) {
      <app-domain-entities
        [touched]="touched"
        [record]="records().get(touched.domain.id)"
        (changed)="replace($event)"
        (dropped)="drop(touched.domain.id)"
      />
    }
    @if (store.model().domains.length === 0) {
      <label class="check none">
        <input [id]="declared() ? 'domains' : 'none'" type="checkbox" [formField]="form.none.declared" />
        <span>{{ 'charters.data.none' | transloco }}</span>
      </label>
    }
    @if (declared()) {
      <ui-field
        for="none-reason"
        [label]="'charters.field.noneReason' | transloco"
        [hint]="'charters.hint.noneReason' | transloco"
        [error]="errorOf(form.none.reason)"
      >
        <textarea uiControl rows="3" [formField]="form.none.reason"></textarea>
      </ui-field>
    }
  `,
  styles: `
    .none {
      margin-top: 16px;
    }
  `,
})
export class DataStep extends DraftStep {
  private readonly resource = inject(CitedRecords).domains(() =>
    this.store.model().domains.map(({ domain }) => domain.id),
  );

  protected readonly records = computed(() => (this.resource.hasValue() ? this.resource.value() : new Map()));
  protected readonly declared = computed(() => this.store.model().none.declared);

  protected add(option: ReferenceOption | null): void {
    const { domains } = this.store.model();
    if (!option || domains.some(({ domain }) => domain.id === option.id)) return;
    this.store.set('domains', [...domains, { domain: named(option), entities: [] }]);
  }

  protected replace(touched: DraftDomain): void {
    this.store.set(
      'domains',
      this.store.model().domains.map((each) => (each.domain.id === touched.domain.id ? touched : each)),
    );
  }

  protected drop(id: string): void {
    this.store.set(
      'domains',
      this.store.model().domains.filter(({ domain }) => domain.id !== id),
    );
  }
}
