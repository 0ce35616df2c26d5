import { Component, computed, input, type OnDestroy, signal } from '@angular/core';
import { WordPipe } from '../speech/word-pipe';

const APPEARS_AFTER_MS = 300;

/** The shape of what comes, after 300 ms; work that is faster shows nothing at all. */
@Component({
  selector: 'ui-skeleton',
  imports: [WordPipe],
  host: { 'aria-busy': 'true' },
  template: `
    <span class="vh" role="status">{{ label() ?? ('loading' | word) }}</span>
    @if (visible()) {
      @for (row of lines(); track row) {
        <div class="skrow" aria-hidden="true">
          <span class="sk"></span><span [class]="'sk w' + ((row % 4) + 1)"></span><span class="sk"></span>
        </div>
      }
    }
  `,
})
export class Skeleton implements OnDestroy {
  readonly rows = input(4);
  /** Read aloud, such as "Loading charters". */
  readonly label = input<string>();

  protected readonly visible = signal(false);
  protected readonly lines = computed(() => Array.from({ length: this.rows() }, (_, index) => index));
  private readonly timer = setTimeout(() => this.visible.set(true), APPEARS_AFTER_MS);

  ngOnDestroy(): void {
    clearTimeout(this.timer);
  }
}
