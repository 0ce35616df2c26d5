import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@sightline/ui';
import { Session } from '../platform/session/session';
import { Logo } from './logo';
import { KEEPING, PLACES } from './places';

/** The navigation at the left; 60 px of icons with tooltips between tablet and desk. */
@Component({
  selector: 'app-navigation',
  imports: [Icon, Logo, RouterLink, RouterLinkActive, TranslocoPipe],
  host: { class: 'mk-host' },
  template: `
    <nav class="nav" [attr.aria-label]="'shell.main' | transloco">
      <a class="brand" routerLink="/"><app-logo /><span class="lb">Sightline</span></a>
      @for (group of groups(); track $index) {
        @if (!$first && group.length > 0) {
          <hr />
        }
        <ul>
          @for (place of group; track place.key) {
            <li>
              <a
                [routerLink]="place.path"
                routerLinkActive
                ariaCurrentWhenActive="page"
                [routerLinkActiveOptions]="{ exact: place.path === '/' }"
                [title]="'shell.' + place.key | transloco"
              >
                <ui-icon [name]="place.icon" [size]="17" />
                <span class="lb">{{ 'shell.' + place.key | transloco }}</span>
                @if (place.counts && waiting() > 0) {
                  <span class="n hot" aria-hidden="true">{{ waiting() }}</span>
                  <span class="vh">, {{ 'shell.waiting' | transloco: { n: waiting() } }}</span>
                }
              </a>
            </li>
          }
        </ul>
      }
      @if (organisation(); as own) {
        <div class="foot lb">
          {{ own.name }}<br />
          @if (own.strategyInForce) {
            {{ 'shell.inForce' | transloco: { number: own.strategyInForce } }}
          } @else {
            {{ 'shell.noStrategy' | transloco }}
          }
        </div>
      }
    </nav>
  `,
})
export class Navigation {
  private readonly session = inject(Session);

  protected readonly groups = computed(() =>
    [PLACES, KEEPING].map((places) => places.filter((place) => this.session.may(place.permission))),
  );
  protected readonly waiting = computed(() => this.session.me()?.awaiting ?? 0);
  protected readonly organisation = computed(() => this.session.me()?.organisation);
}
