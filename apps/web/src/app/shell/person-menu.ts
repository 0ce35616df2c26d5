import { CdkMenu, CdkMenuGroup, CdkMenuItem, CdkMenuItemRadio, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { LANGUAGES } from '@sightline/language';
import { Avatar, Icon } from '@sightline/ui';
import { DENSITIES, Preferences, THEMES } from '../platform/preferences/preferences';
import { Session } from '../platform/session/session';
import { Words } from '../platform/words/words';

/** Who is signed in, how they like to see the site, and the way out. */
@Component({
  selector: 'app-person-menu',
  imports: [Avatar, CdkMenu, CdkMenuGroup, CdkMenuItem, CdkMenuItemRadio, CdkMenuTrigger, Icon, TranslocoPipe],
  templateUrl: './person-menu.html',
})
export class PersonMenu {
  private readonly session = inject(Session);
  protected readonly preferences = inject(Preferences);
  protected readonly words = inject(Words);

  protected readonly themes = THEMES;
  protected readonly densities = DENSITIES;
  protected readonly languages = LANGUAGES;
  protected readonly me = this.session.me;
  protected readonly sample = computed(() => this.me()?.organisation.kind === 'sample');

  protected signOut(): void {
    void this.session.signOut();
  }
}
