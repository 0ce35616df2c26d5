import { Component, computed, input } from '@angular/core';
import { ProgressBar } from './progress-bar';

/** Readiness of 100 as figure and bar; green from 80, amber from 50. */
@Component({
  selector: 'ui-readiness',
  imports: [ProgressBar],
  host: { class: 'readiness' },
  template: `<span class="num">{{ rounded() }}</span
    ><ui-progress-bar [share]="value() / 100" [family]="family()" />`,
})
export class Readiness {
  /** 0 to 100. */
  readonly value = input.required<number>();

  protected readonly rounded = computed(() => Math.round(this.value()));
  protected readonly family = computed(() => (this.value() >= 80 ? 'good' : this.value() >= 50 ? 'warn' : 'bad'));
}
