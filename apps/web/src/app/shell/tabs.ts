import { Dialog } from '@angular/cdk/dialog';
import { GlobalPositionStrategy } from '@angular/cdk/overlay';
import { Component, computed, inject, type TemplateRef, viewChild } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@sightline/ui';
import { Session } from '../platform/session/session';
import { KEEPING, PLACES } from './places';

/** On a phone: four places at the foot, and a sheet with all of them behind the fifth. */
@Component({
  selector: 'app-tabs',
  imports: [Icon, RouterLink, RouterLinkActive, TranslocoPipe],
  host: { class: 'mk-host' },
  template: `
    <nav class="tabs5" [attr.aria-label]="'shell.shortcuts' | transloco">
      @for (place of tabs(); track place.key) {
        <a
          [routerLink]="place.path"
          routerLinkActive
          ariaCurrentWhenActive="page"
          [routerLinkActiveOptions]="{ exact: place.path === '/' }"
        >
          <ui-icon [name]="place.icon" [size]="20" />{{ 'shell.' + place.key | transloco }}
          @if (place.counts && waiting() > 0) {
            <span class="n" aria-hidden="true">{{ waiting() }}</span>
            <span class="vh">{{ 'shell.waiting' | transloco: { n: waiting() } }}</span>
          }
        </a>
      }
      <button type="button" (click)="open()"><ui-icon name="menu" [size]="20" />{{ 'shell.menu' | transloco }}</button>
    </nav>
    <ng-template #sheet>
      <nav class="sheet" [attr.aria-label]="'shell.main' | transloco">
        <ul>
          @for (place of places(); track place.key) {
            <li>
              <a
                [routerLink]="place.path"
                routerLinkActive
                ariaCurrentWhenActive="page"
                [routerLinkActiveOptions]="{ exact: place.path === '/' }"
                (click)="close()"
              >
                <ui-icon [name]="place.icon" [size]="20" />{{ 'shell.' + place.key | transloco }}
              </a>
            </li>
          }
        </ul>
      </nav>
    </ng-template>
  `,
})
export class Tabs {
  private readonly session = inject(Session);
  private readonly dialog = inject(Dialog);
  private readonly sheet = viewChild.required<TemplateRef<unknown>>('sheet');

  protected readonly places = computed(() =>
    [...PLACES, ...KEEPING].filter((place) => this.session.may(place.permission)),
  );
  protected readonly tabs = computed(() => this.places().filter((place) => place.tab));
  protected readonly waiting = computed(() => this.session.me()?.awaiting ?? 0);

  protected open(): void {
    this.dialog.open(this.sheet(), {
      positionStrategy: new GlobalPositionStrategy().bottom('0').left('0'),
      restoreFocus: true,
    });
  }

  protected close(): void {
    this.dialog.closeAll();
  }
}
