import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PrincipleWaivers } from '@sightline/contracts';
import { Mark } from '@sightline/ui';

/** How often a principle is waived, and whether that calls for another look at the principle itself. */
@Component({
  selector: 'app-waivers',
  imports: [Mark, RouterLink, TranslocoPipe],
  template: `
    @let counts = waivers();
    @if (counts.granted + counts.proposed > 0) {
      <p>
        <b class="num">{{ 'exceptions.waivers.active' | transloco: { n: counts.active } }}</b>&ngsp;<span class="i2">{{
          'exceptions.waivers.ever'
            | transloco: { granted: counts.granted, renewals: counts.renewals, proposed: counts.proposed }
        }}</span
        >&ngsp;<a class="u nw" routerLink="/strategy/exceptions" [queryParams]="{ principle: code() }">{{
          'exceptions.waivers.all' | transloco
        }}</a>
      </p>
      @if (counts.needsReview) {
        <p class="warn fg look"><ui-mark name="risk" [size]="14" />{{ 'exceptions.waivers.review' | transloco }}</p>
      }
    } @else {
      <p class="m">{{ 'exceptions.waivers.never' | transloco }}</p>
    }
  `,
  styles: `
    .look {
      display: flex;
      gap: 6px;
      align-items: center;
      padding-top: 4px;
    }
  `,
})
export class Waivers {
  readonly waivers = input.required<PrincipleWaivers>();
  /** Of the principle. */
  readonly code = input.required<string | null>();
}
