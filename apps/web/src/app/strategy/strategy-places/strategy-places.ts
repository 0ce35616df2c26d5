import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Permission } from '@sightline/rules';
import { Session } from '../../platform/session/session';

interface StrategyPlace {
  readonly key: string;
  readonly path: string;
  readonly permission: Permission;
}
const PLACES: readonly StrategyPlace[] = [
  { key: 'strategy', path: '/strategy', permission: 'strategy.read' },
  { key: 'mandates', path: '/strategy/mandates', permission: 'mandate.read' },
  { key: 'exceptions', path: '/strategy/exceptions', permission: 'exception.read' },
];

/** What belongs to the strategy: the text itself, the orders it came from, and what deviates from it. */
@Component({
  selector: 'app-strategy-places',
  imports: [RouterLink, RouterLinkActive, TranslocoPipe],
  template: `
    @if (places().length > 1) {
      <nav class="steps" [attr.aria-label]="'mandates.places.label' | transloco">
        @for (place of places(); track place.key) {
          <a
            [routerLink]="place.path"
            routerLinkActive
            ariaCurrentWhenActive="page"
            [routerLinkActiveOptions]="{ exact: place.path === '/strategy' }"
            >{{ 'mandates.places.' + place.key | transloco }}</a
          >
        }
      </nav>
    }
  `,
  styles: `
    a:hover {
      text-decoration: none;
      color: var(--sl-ink);
    }
  `,
})
export class StrategyPlaces {
  private readonly session = inject(Session);

  protected readonly places = computed(() => PLACES.filter(({ permission }) => this.session.may(permission)));
}
