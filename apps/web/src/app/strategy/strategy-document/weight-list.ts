import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AlignmentWeights } from '@sightline/contracts';
import { ProgressBar } from '@sightline/ui';

export const WEIGHT_NAMES = [
  'principles',
  'outcome',
  'capability',
  'data',
  'resilience',
] as const satisfies readonly (keyof AlignmentWeights)[];

/** How the 100 points of the alignment score are shared out. */
@Component({
  selector: 'app-weight-list',
  imports: [ProgressBar, TranslocoPipe],
  template: `
    <dl>
      @for (name of names; track name) {
        <dt>{{ 'strategy.weight.' + name | transloco }}</dt>
        <dd>
          <ui-progress-bar [share]="weights()[name] / 100" aria-hidden="true" />
          <span class="num nw">{{ 'strategy.weight.points' | transloco: { n: weights()[name] } }}</span>
        </dd>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: minmax(110px, auto) minmax(0, 1fr);
      gap: 6px 16px;
      font: var(--sl-text-md);
      max-width: 440px;
      margin-top: 12px;
    }
    dd {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 76px;
      gap: 12px;
      align-items: center;
    }
  `,
})
export class WeightList {
  readonly weights = input.required<AlignmentWeights>();
  protected readonly names = WEIGHT_NAMES;
}
