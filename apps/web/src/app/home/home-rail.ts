import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Inbox, Me } from '@sightline/contracts';
import { FigurePipe, RailSection } from '@sightline/ui';
import { Words } from '../platform/words/words';

/** The reader's part, and how the board is doing. */
@Component({
  selector: 'app-home-rail',
  imports: [FigurePipe, RailSection, TranslocoPipe],
  template: `
    <aside class="rail" [attr.aria-label]="'home.rail.label' | transloco">
      @for (seat of me().seats; track seat.seatId) {
        <ui-rail-section [heading]="'home.rail.seat' | transloco">
          <ul class="facts-list">
            <li>
              <span class="m">{{ 'home.rail.seatLabel' | transloco }}</span><span>{{ seat.constituencyName }}</span>
            </li>
            <li>
              <span class="m">{{ 'home.rail.boardLabel' | transloco }}</span><span>{{ seat.board.name }}</span>
            </li>
          </ul>
        </ui-rail-section>
      } @empty {
        <ui-rail-section [heading]="'home.rail.roles' | transloco">
          <p class="i2 roles">{{ roles() }}</p>
        </ui-rail-section>
      }
      <ui-rail-section [heading]="'home.rail.standing' | transloco">
        <ul class="figures">
          <li>
            <span class="i2">{{ 'home.rail.median' | transloco }}</span>
            <b>{{ standing().medianDaysToDecide | figure: 0 }}</b>
          </li>
          <li>
            <span class="i2">{{ 'home.rail.open' | transloco }}</span><b>{{ standing().openProposals | figure }}</b>
          </li>
          <li>
            <span class="i2">{{ 'home.rail.overdue' | transloco }}</span>
            <b [class]="standing().openPastDue > 0 ? 'bad fg' : ''">{{ standing().openPastDue | figure }}</b>
          </li>
        </ul>
      </ui-rail-section>
    </aside>
  `,
})
export class HomeRail {
  private readonly words = inject(Words);

  readonly me = input.required<Me>();
  readonly standing = input.required<Inbox['standing']>();

  protected readonly roles = computed(() =>
    this.words.say('home.rail.list', { roles: this.me().roles.map((role) => this.words.say(`shell.roles.${role}`)) }),
  );
}
