import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Reference } from '@sightline/contracts';
import { Field, Icon, ReferencePicker, type ReferenceOption } from '@sightline/ui';
import { DraftConflictBox } from './draft-conflict-box';
import { DraftLookups } from './draft-lookups';
import { DraftStore } from './draft-store';
import { fieldId } from './field-id';

/** The KPIs by which the strategy itself is judged. */
@Component({
  selector: 'app-draft-kpis',
  imports: [DraftConflictBox, Field, Icon, ReferencePicker, TranslocoPipe],
  template: `
    <ui-field
      [for]="id"
      [label]="'strategy.metric.label' | transloco"
      [hint]="'strategy.metric.hint' | transloco"
      [error]="store.refusalAt('kpis')"
    >
      <ul class="picked">
        @for (kpi of kpis(); track kpi.id) {
          <li>
            <span class="code">{{ kpi.code }}</span> {{ kpi.name }}
            <button
              class="ib"
              type="button"
              [attr.aria-label]="'ui.removeNamed' | transloco: { name: kpi.code }"
              (click)="remove(kpi)"
            >
              <ui-icon name="x" [size]="14" />
            </button>
          </li>
        }
      </ul>
      <ui-reference-picker
        [adds]="true"
        [search]="lookups.kpis"
        [placeholder]="'strategy.metric.add' | transloco"
        (picked)="add($event)"
      />
    </ui-field>
    <app-draft-conflict path="kpis" />
  `,
  styles: `
    :host {
      display: block;
      margin-top: 14px;
    }
  `,
})
export class DraftKpis {
  protected readonly store = inject(DraftStore);
  protected readonly lookups = inject(DraftLookups);

  protected readonly id = fieldId('kpis');
  protected readonly kpis = computed(() => this.store.value<readonly Reference[] | undefined>('kpis') ?? []);

  protected add(option: ReferenceOption | null): void {
    if (!option || this.kpis().some(({ id }) => id === option.id)) return;
    this.store.edit('kpis', [...this.kpis(), { id: option.id, code: option.code, name: option.name }]);
  }

  protected remove(kpi: Reference): void {
    this.store.edit(
      'kpis',
      this.kpis().filter(({ id }) => id !== kpi.id),
    );
  }
}
