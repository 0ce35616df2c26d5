import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import { Component, inject, input, signal } from '@angular/core';
import { Speech } from '../speech/speech';

export interface NumberPart {
  readonly label: string;
  /** How the part is made: "1.5 d × 0.90". */
  readonly how?: string;
  readonly value: string;
  readonly sum?: boolean;
}

/** A computed number that explains itself: a button with the figure, a card with its parts as a small sum. */
@Component({
  selector: 'ui-explained',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin],
  template: `
    <button
      class="explained"
      type="button"
      cdkOverlayOrigin
      #origin="cdkOverlayOrigin"
      [title]="speech.say('why')"
      [attr.aria-expanded]="open()"
      (click)="open.set(!open())"
    >
      {{ figure() }}
    </button>
    <ng-template
      cdkConnectedOverlay
      [cdkConnectedOverlayOrigin]="origin"
      [cdkConnectedOverlayOpen]="open()"
      [cdkConnectedOverlayPush]="true"
      (overlayOutsideClick)="open.set(false)"
      (detach)="open.set(false)"
    >
      <div class="pop" role="dialog" [attr.aria-label]="heading()">
        <b>{{ heading() }}</b>
        <p class="sm i2">{{ text() }}</p>
        <table class="tb">
          <tbody>
            @for (part of parts(); track $index) {
              <tr [class.b]="part.sum">
                <td>{{ part.label }}</td>
                <td class="num">{{ part.how }}</td>
                <td class="num">{{ part.value }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    </ng-template>
  `,
})
export class Explained {
  protected readonly speech = inject(Speech);

  readonly figure = input.required<string>();
  readonly heading = input.required<string>();
  readonly text = input('');
  readonly parts = input.required<readonly NumberPart[]>();

  protected readonly open = signal(false);
}
