import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Kpi } from '@sightline/contracts';
import { Explained } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { KpiWords } from '../kpi-words';
import { kpiFigureCards } from './figure-cards';

/** The computed figures; each opens its parts, by pointer and keyboard. */
@Component({
  selector: 'app-kpi-figure-cards',
  imports: [Explained, TranslocoPipe],
  template: `
    <dl class="cards" [attr.aria-label]="'outcomes.kpi.figures' | transloco">
      @for (card of cards(); track card.key) {
        <div [class.bad]="card.bad">
          <dt>{{ card.heading }}</dt>
          <dd>
            @if (card.parts.length > 0) {
              <ui-explained [figure]="card.figure" [heading]="card.heading" [text]="card.text" [parts]="card.parts" />
            } @else {
              <span class="none">–</span>
            }
          </dd>
          <dd class="sm i2">{{ card.note }}</dd>
        </div>
      }
    </dl>
  `,
  styleUrl: './kpi-figure-cards.css',
})
export class KpiFigureCards {
  private readonly words = inject(Words);
  private readonly kpiWords = inject(KpiWords);

  readonly kpi = input.required<Kpi>();

  protected readonly cards = computed(() => kpiFigureCards(this.kpi(), this.words, this.kpiWords));
}
