import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CHARTER_ORIGINS, CHARTER_STATUSES } from '@sightline/contracts';
import { FilterButton, type Choice } from '@sightline/ui';
import type { ListState } from '../../platform/records/list-state';
import { Words } from '../../platform/words/words';
import { Searches } from '../searches';
import { LinkFilter } from './link-filter';

/** What narrows the list of charters: states as menus, records by search. */
@Component({
  selector: 'app-charter-filters',
  imports: [FilterButton, LinkFilter, TranslocoPipe],
  template: `
    @for (menu of menus(); track menu.name) {
      <ui-filter-button
        [label]="menu.label"
        [options]="menu.options"
        [value]="state().filter(menu.name)"
        (chose)="narrow(menu.name, $event)"
      />
    }
    @for (link of links; track link.name) {
      <app-link-filter
        [name]="link.name"
        [label]="'charters.filter.' + link.name | transloco"
        [search]="link.search"
        [value]="state().filter(link.name)"
        (chose)="narrow(link.name, $event)"
      />
    }
    @for (name of others(); track name) {
      <button class="filter on" type="button" (click)="narrow(name, null)">
        {{ 'charters.filter.' + name | transloco }}: {{ state().filter(name) }}
        <span class="vh">{{ 'ui.remove' | transloco }}</span>
      </button>
    }
    @if (state().narrowed()) {
      <button class="btn t s" type="button" (click)="state().clear()">{{ 'ui.clearFilters' | transloco }}</button>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class CharterFilters {
  private readonly words = inject(Words);
  private readonly searches = inject(Searches);

  readonly state = input.required<ListState>();

  protected readonly menus = computed(() => {
    const say = (key: string) => this.words.say(`charters.filter.${key}`);
    const choices = (values: readonly string[], key: (value: string) => string): Choice[] =>
      values.map((value) => ({ value, label: this.words.say(key(value)) }));
    return [
      { name: 'status', label: say('status'), options: choices(CHARTER_STATUSES, (value) => `ui.state.${value}`) },
      {
        name: 'approved',
        label: say('approved'),
        options: choices(['true', 'false'], (value) => `charters.filter.approvedIs.${value}`),
      },
      {
        name: 'origin',
        label: say('origin'),
        options: choices(CHARTER_ORIGINS, (value) => `charters.filter.originIs.${value}`),
      },
      { name: 'mine', label: say('mine'), options: choices(['true'], () => 'charters.filter.mineOnly') },
    ];
  });
  protected readonly links = [
    { name: 'unit', search: this.searches.units },
    { name: 'lead', search: this.searches.leads },
    { name: 'principle', search: this.searches.principles },
    { name: 'kpi', search: this.searches.kpis },
    { name: 'domain', search: this.searches.domains },
  ] as const;
  /** Set by a link from another page; shown so that they can be lifted. */
  protected readonly others = computed(() =>
    (['sponsor', 'capability', 'service', 'system', 'party'] as const).filter((name) => this.state().filter(name)),
  );

  protected narrow(name: string, value: string | null): void {
    this.state().set({ [name]: value });
  }
}
