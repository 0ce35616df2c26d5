import { Component, computed, input } from '@angular/core';
import type { Family } from '../state/states';

/** A share of a whole as a 6 px bar; the figure stands beside it in text. */
@Component({
  selector: 'ui-progress-bar',
  host: { '[class]': "'bar ' + family()", 'aria-hidden': 'true' },
  template: `<i [style.width.%]="width()"></i>`,
})
export class ProgressBar {
  /** 0 to 1; more and less are cut off. */
  readonly share = input.required<number>();
  readonly family = input<Family>('prim');

  protected readonly width = computed(() => Math.max(0, Math.min(1, this.share())) * 100);
}
