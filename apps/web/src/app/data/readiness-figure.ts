import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Readiness as ReadinessParts } from '@sightline/contracts';
import { FigurePipe, ProgressBar } from '@sightline/ui';
import { Words } from '../platform/words/words';

const FEW = 50;
const MANY = 80;

/** How far a domain is governed: figure and bar, which open their parts under the pointer and by keyboard. */
@Component({
  selector: 'app-readiness-figure',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, FigurePipe, ProgressBar, TranslocoPipe],
  host: { '(mouseenter)': 'open.set(true)', '(mouseleave)': 'open.set(false)', '(keydown.escape)': 'open.set(false)' },
  template: `
    <button
      type="button"
      cdkOverlayOrigin
      #origin="cdkOverlayOrigin"
      [attr.aria-label]="label()"
      [attr.aria-expanded]="open()"
      (focus)="open.set(true)"
      (blur)="open.set(false)"
      (click)="open.set(true)"
    >
      <b>{{ readiness().score }}</b><ui-progress-bar [share]="readiness().score / 100" [family]="family()" />
    </button>
    <ng-template
      cdkConnectedOverlay
      [cdkConnectedOverlayOrigin]="origin"
      [cdkConnectedOverlayOpen]="open()"
      [cdkConnectedOverlayPush]="true"
    >
      <div class="pop" role="tooltip">
        <b>{{ label() }}</b>
        <p class="sm i2">{{ text() }}</p>
        <table class="tb">
          <tbody>
            @for (part of readiness().parts; track part.code) {
              <tr>
                <td>{{ 'data.readiness.part.' + part.code | transloco }}</td>
                <td class="num">
                  @if (part.points === null) {
                    <span class="m">{{ 'data.readiness.notYet' | transloco }}</span>
                  } @else {
                    {{ 'data.readiness.share' | transloco: { done: part.done, of: part.of } }}
                  }
                </td>
                <td class="num">
                  {{ part.points | figure }}<span class="m">/{{ part.max }}</span>
                </td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    </ng-template>
  `,
  styles: `
    button {
      display: grid;
      grid-template-columns: 28px minmax(56px, 96px);
      gap: 8px;
      align-items: center;
      min-height: 28px;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      cursor: help;
    }
    b {
      text-align: right;
    }
    @media (max-width: 760px) {
      b {
        text-align: left;
      }
    }
  `,
})
export class ReadinessFigure {
  private readonly words = inject(Words);

  readonly readiness = input.required<ReadinessParts>();

  protected readonly open = signal(false);
  protected readonly label = computed(() => this.words.say('data.readiness.of100', { n: this.readiness().score }));
  protected readonly text = computed(() => {
    const { outOf } = this.readiness();
    const why = this.words.say('data.readiness.text');
    return outOf < 100 ? `${why} ${this.words.say('data.readiness.outOf', { n: outOf })}` : why;
  });
  protected readonly family = computed(() => {
    const { score } = this.readiness();
    if (score >= MANY) return 'good';
    return score >= FEW ? 'warn' : 'bad';
  });
}
