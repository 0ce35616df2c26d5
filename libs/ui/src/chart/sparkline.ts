import { Component, computed, input } from '@angular/core';
import type { DatedValue } from '@sightline/contracts';
import { sparklineOf } from './sparkline-points';

/** A KPI in small: expected dashes, measured line with a dot at the last, forecast dots, target flag. No axes. */
@Component({
  selector: 'ui-sparkline',
  host: { class: 'spark' },
  template: `
    <svg [attr.viewBox]="'0 0 ' + width() + ' ' + height()" role="img" [attr.aria-label]="label()">
      @if (drawing(); as line) {
        @if (line.expected) {
          <path [attr.d]="line.expected" stroke="var(--sl-viz-track)" stroke-width="1.25" stroke-dasharray="4 3" />
        }
        @if (line.forecast) {
          <path class="dots" [attr.d]="line.forecast" stroke="var(--sl-viz-2)" stroke-width="1.75" />
        }
        <path [attr.d]="line.measured" stroke="var(--sl-viz-1)" stroke-width="2.25" stroke-linecap="round" />
        <circle [attr.cx]="line.last[0]" [attr.cy]="line.last[1]" r="3.2" fill="var(--sl-viz-1)" />
        @if (line.flag; as at) {
          <g class="flag" [attr.transform]="'translate(' + (at[0] - 2) + ' ' + (at[1] - 6) + ')'">
            <path d="M1 12V0h8L7 3l2 3H1" />
          </g>
        }
      } @else {
        <path class="dots" [attr.d]="'M4 ' + height() / 2 + 'H' + (width() - 4)" stroke="var(--sl-viz-track)" />
      }
    </svg>
  `,
})
export class Sparkline {
  /** Oldest first. */
  readonly points = input.required<readonly DatedValue[]>();
  readonly baseline = input<DatedValue | null>(null);
  readonly target = input<DatedValue | null>(null);
  readonly forecast = input<DatedValue | null>(null);
  /** What the picture shows, in words. */
  readonly label = input.required<string>();
  readonly width = input(320);
  readonly height = input(84);

  protected readonly drawing = computed(() =>
    sparklineOf(
      { points: this.points(), baseline: this.baseline(), target: this.target(), forecast: this.forecast() },
      this.width(),
      this.height(),
    ),
  );
}
