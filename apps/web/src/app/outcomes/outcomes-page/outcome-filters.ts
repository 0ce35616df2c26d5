import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { KPI_KINDS, KPI_STATUSES, type DriverInForce } from '@sightline/contracts';
import { FilterButton, SearchBox } from '@sightline/ui';
import { ExportLink } from '../../platform/records/export-link';
import type { ListState } from '../../platform/records/list-state';
import { Words } from '../../platform/words/words';

/** The filters above the list; what is set stands in the URL. */
@Component({
  selector: 'app-outcome-filters',
  imports: [ExportLink, FilterButton, SearchBox, TranslocoPipe],
  template: `
    <div class="tools">
      <ui-search-box
        [label]="'outcomes.filter.search' | transloco"
        [value]="list().q()"
        (searched)="list().set({ q: $event || null })"
      />
      @for (filter of filters(); track filter.name) {
        <ui-filter-button
          [label]="filter.label"
          [options]="filter.options"
          [value]="list().filter(filter.name)"
          (chose)="choose(filter.name, $event)"
        />
      }
      <span class="sp"></span>
      @if (total() !== null) {
        <span class="sm m" role="status">{{ 'outcomes.filter.found' | transloco: { n: total() } }}</span>
      }
      <app-export-link register="kpis" [query]="list().query()" />
    </div>
  `,
})
export class OutcomeFilters {
  private readonly words = inject(Words);

  readonly list = input.required<ListState>();
  readonly drivers = input.required<readonly DriverInForce[]>();
  readonly total = input<number | null>(null);

  protected readonly filters = computed(() => {
    const said = (name: string) => this.words.say(`outcomes.filter.${name}`);
    const options = (values: readonly string[], key: (value: string) => string) =>
      values.map((value) => ({ value, label: this.words.say(key(value)) }));
    return [
      {
        name: 'driver',
        label: said('driver'),
        options: this.drivers().map(({ code, name }) => ({ value: code, label: name })),
      },
      { name: 'status', label: said('status'), options: options(KPI_STATUSES, (status) => `ui.stat.${status}`) },
      { name: 'mine', label: said('owner'), options: [{ value: 'true', label: said('mine') }] },
      { name: 'kind', label: said('kind'), options: options(KPI_KINDS, (kind) => `outcomes.kind.${kind}`) },
      {
        name: 'complete',
        label: said('complete'),
        options: [
          { value: 'true', label: said('isComplete') },
          { value: 'false', label: said('isIncomplete') },
        ],
      },
    ];
  });

  protected choose(name: string, value: string | null): void {
    this.list().set({ [name]: value });
  }
}
