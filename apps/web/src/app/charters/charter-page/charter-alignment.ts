import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Charter } from '@sightline/contracts';
import { FigurePipe, ProgressBar, RailSection } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { ChartersApi } from '../charters-api';
import { keptValue } from '../kept-value';

/** How well the charter serves the strategy in force, with the parts of the figure. Shows nothing while it is unknown. */
@Component({
  selector: 'app-charter-alignment',
  imports: [FigurePipe, ProgressBar, RailSection, TranslocoPipe],
  template: `
    @if (alignment(); as alignment) {
      <ui-rail-section [heading]="heading()" [count]="'charters.alignment.of100' | transloco">
        <ul>
          @for (part of alignment.parts; track part.code) {
            <li>
              <span class="x">{{ 'charters.alignment.part.' + part.code | transloco }}</span>&ngsp;
              @if (part.points === null) {
                <span class="m rest">{{ 'charters.alignment.notApplying' | transloco }}</span>
              } @else {
                <ui-progress-bar [share]="part.share ?? 0" />
                <span class="num">{{ part.points | figure }}/{{ part.max }}</span>
              }
            </li>
          }
        </ul>
        @if (alignment.outOf < 100) {
          <p class="m">{{ 'charters.alignment.rescaled' | transloco: { n: alignment.outOf } }}</p>
        }
      </ui-rail-section>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: 18px;
    }
    li {
      grid-template-columns: 88px minmax(0, 1fr) 48px;
      align-items: center;
    }
    .rest {
      grid-column: 2 / -1;
    }
  `,
})
export class CharterAlignment {
  private readonly api = inject(ChartersApi);
  private readonly words = inject(Words);

  readonly charter = input.required<Charter>();

  private readonly resource = this.api.alignment(() => this.charter());
  protected readonly alignment = keptValue(this.resource);
  protected readonly heading = computed(() =>
    this.words.say('charters.alignment.heading', { n: this.alignment()?.score ?? 0 }),
  );
}
