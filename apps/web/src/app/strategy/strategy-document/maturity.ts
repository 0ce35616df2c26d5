import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** Five steps: filled up to today's maturity, outlined up to the target, so that the gap is what one sees. */
@Component({
  selector: 'app-maturity',
  imports: [TranslocoPipe],
  template: `
    <span class="levels" aria-hidden="true">
      @for (step of steps(); track $index) {
        <i [class]="step"></i>
      }
    </span>
    <span class="nw" aria-hidden="true">{{ current() }} → {{ target() }}</span>
    <span class="vh">{{ 'strategy.capability.maturity' | transloco: { from: current(), to: target() } }}</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 10px;
      font-variant-numeric: tabular-nums;
    }
    .levels {
      display: inline-flex;
      gap: 3px;
    }
    i {
      width: 16px;
      height: 10px;
      border-radius: 2px;
      background: var(--sl-neutral-bg);
    }
    i.has {
      background: var(--sl-primary);
    }
    i.wants {
      background: none;
      border: 1.5px solid var(--sl-primary);
    }
  `,
})
export class Maturity {
  readonly current = input.required<number>();
  readonly target = input.required<number>();

  protected readonly steps = computed(() =>
    [1, 2, 3, 4, 5].map((step) => (step <= this.current() ? 'has' : step <= this.target() ? 'wants' : '')),
  );
}
