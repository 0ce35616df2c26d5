import { Component, computed, inject, input } from '@angular/core';
import { Mark } from '../mark/mark';
import { CodeLink } from '../link/code-link';
import { Speech } from '../speech/speech';

export interface SightStop {
  readonly kind: 'driver' | 'principle' | 'charter' | 'kpi';
  /** Codes with where they lead; shown before the text. */
  readonly codes?: readonly { code: string; link: string | readonly unknown[] | null }[];
  readonly text?: string;
  readonly detail?: string;
  /** Why the line to this stop is broken; whole without it. */
  readonly gap?: string | null;
  /** Another word above the stop than its kind's own. */
  readonly label?: string;
}

/** Driver, principle, record, KPI on one line: whole it is petrol, broken it is red dashes with the reason on it. */
@Component({
  selector: 'ui-line-of-sight',
  imports: [CodeLink, Mark],
  template: `
    <ol class="sight" [attr.aria-label]="label()">
      @for (stop of stops(); track stop.kind) {
        <li [class.cut]="stop.gap">
          <span class="mk"><ui-mark [name]="stop.kind" /></span>
          @if (stop.gap) {
            <span class="gap">{{ stop.gap }}</span>
          }
          <span class="k">{{ stop.label ?? speech.say('sight.' + stop.kind) }}</span>
          <span class="v">
            <span class="codes">
              @for (code of stop.codes ?? []; track code.code) {
                <ui-code-link [code]="code.code" [link]="code.link" />
              }
              {{ stop.text }}
            </span>
          </span>
          <span class="d">{{ stop.detail }}</span>
        </li>
      }
    </ol>
  `,
})
export class LineOfSight {
  protected readonly speech = inject(Speech);

  readonly stops = input.required<readonly SightStop[]>();

  protected readonly label = computed(() => this.speech.say('sight.label'));
}
