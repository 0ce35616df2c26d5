import { Component, computed, inject, input, output } from '@angular/core';
import { Icon } from '../icon/icon';
import { Speech } from '../speech/speech';

/** A column head that sorts: `<th ui-sort-header key="title" [sort]="sort()" (sorted)="…">Title</th>`. */
@Component({
  selector: 'th[ui-sort-header]',
  imports: [Icon],
  host: { scope: 'col', '[attr.aria-sort]': 'direction()' },
  template: `
    <button type="button" [title]="title()" (click)="sorted.emit(next())">
      <ng-content />
      @if (direction(); as now) {
        <ui-icon [name]="now === 'ascending' ? 'arrow-up' : 'arrow-down'" [size]="13" />
      }
    </button>
  `,
})
export class SortHeader {
  private readonly speech = inject(Speech);

  /** The sort key of the API. */
  readonly key = input.required<string>();
  /** How the list is sorted now: `title` or `-title`. */
  readonly sort = input<string>('');
  /** Named in the tooltip: "Sort by title". */
  readonly label = input('');
  readonly sorted = output<string>();

  protected readonly direction = computed(() => {
    if (this.sort() === this.key()) return 'ascending' as const;
    return this.sort() === `-${this.key()}` ? ('descending' as const) : null;
  });
  protected readonly next = computed(() => (this.direction() === 'ascending' ? `-${this.key()}` : this.key()));
  protected readonly title = computed(() => (this.label() ? this.speech.say('sortBy', { name: this.label() }) : ''));
}
