import { Component, computed, input, output } from '@angular/core';
import { Icon } from '../icon/icon';
import { WordPipe } from '../speech/word-pipe';

export const PAGE_SIZES = [25, 50, 100, 200] as const;

/** The foot of a list: which rows of how many, previous and next, and how many at a time. */
@Component({
  selector: 'ui-pager',
  imports: [Icon, WordPipe],
  template: `
    <nav class="pager" [attr.aria-label]="'pages' | word">
      <span role="status">{{ 'range' | word: { from: from(), to: to(), total: total() } }}</span>
      @if (pages() > 1) {
        <button class="btn s" type="button" [disabled]="page() <= 1" (click)="turn.emit(page() - 1)">
          <ui-icon name="chevron-left" [size]="14" />{{ 'previousPage' | word }}
        </button>
        <button class="btn s" type="button" [disabled]="page() >= pages()" (click)="turn.emit(page() + 1)">
          {{ 'nextPage' | word }}<ui-icon name="chevron-right" [size]="14" />
        </button>
      }
      @if (total() > smallest) {
        <label>
          {{ 'perPage' | word }}
          <select class="in" #size [value]="pageSize()" (change)="resized.emit(+size.value)">
            @for (choice of sizes; track choice) {
              <option [value]="choice" [selected]="choice === pageSize()">{{ choice }}</option>
            }
          </select>
        </label>
      }
    </nav>
  `,
})
export class Pager {
  readonly total = input.required<number>();
  readonly page = input.required<number>();
  readonly pageSize = input.required<number>();
  readonly turn = output<number>();
  readonly resized = output<number>();

  protected readonly sizes = PAGE_SIZES;
  protected readonly smallest = PAGE_SIZES[0];
  protected readonly pages = computed(() => Math.max(1, Math.ceil(this.total() / this.pageSize())));
  protected readonly from = computed(() => (this.total() === 0 ? 0 : (this.page() - 1) * this.pageSize() + 1));
  protected readonly to = computed(() => Math.min(this.page() * this.pageSize(), this.total()));
}
