import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Kpi } from '@sightline/contracts';
import { Field, ReferencePicker, type ReferenceOption } from '@sightline/ui';
import { Api } from '../../platform/api/api';
import { CitedKpis } from './cited-kpis';
import { named, type DraftKpi } from './charter-draft';
import { DraftStep } from './draft-step';
import { KpiEffect } from './kpi-effect';

/** The KPIs a charter moves. `leading`: only the first, as the beginning of the outcome. */
@Component({
  selector: 'app-kpi-list',
  imports: [Field, KpiEffect, ReferencePicker, TranslocoPipe],
  template: `
    @if (!leading() || shown() === 0) {
      <ui-field
        for="kpis"
        [label]="(leading() ? 'charters.field.leadingKpi' : 'charters.field.kpis') | transloco"
        [hint]="'charters.hint.kpis' | transloco"
        [error]="errorIn('kpis')"
      >
        <ui-reference-picker
          [search]="searches.kpis"
          [adds]="true"
          [placeholder]="'charters.pick.kpi' | transloco"
          (picked)="add($event)"
        />
      </ui-field>
    }
    @for (row of rows(); track row.id) {
      <app-kpi-effect
        [field]="row.field"
        [index]="$index"
        [record]="cited.records().get(row.id)"
        (dropped)="drop(row.id)"
      />
    }
  `,
  styles: `
    :host {
      display: block;
      margin-top: 16px;
    }
  `,
})
export class KpiList extends DraftStep {
  private readonly api = inject(Api);
  protected readonly cited = inject(CitedKpis);

  readonly leading = input(false);

  protected readonly shown = computed(() => this.store.model().kpis.length);
  /** With its id beside it: after a save a row's field is another, and the old one can no longer be asked. */
  protected readonly rows = computed(() => {
    const rows = [...this.form.kpis].map((field) => ({ field, id: field().value().kpi.id }));
    return this.leading() ? rows.slice(0, 1) : rows;
  });

  /** Begins with where the KPI stands and where it has to go, which is what most charters mean. */
  protected async add(option: ReferenceOption | null): Promise<void> {
    if (!option || this.store.model().kpis.some(({ kpi }) => kpi.id === option.id)) return;
    const record = await this.api.get<Kpi>(`/kpis/${option.id}`).catch(() => null);
    const cited: DraftKpi = {
      kpi: named(option),
      from: record?.latest?.value ?? record?.baseline?.value ?? null,
      to: record?.target?.value ?? null,
      by: record?.target?.date ?? '',
      confidence: 'medium',
    };
    this.store.set('kpis', [...this.store.model().kpis, cited]);
  }

  protected drop(id: string): void {
    this.store.set(
      'kpis',
      this.store.model().kpis.filter(({ kpi }) => kpi.id !== id),
    );
  }
}
