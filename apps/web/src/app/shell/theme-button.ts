import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@sightline/ui';
import { Preferences } from '../platform/preferences/preferences';

/** Light to dark and back, whatever the system says. */
@Component({
  selector: 'app-theme-button',
  imports: [Icon, TranslocoPipe],
  template: `
    <button
      class="ib"
      type="button"
      [attr.aria-label]="'shell.switchTheme' | transloco"
      [title]="'shell.switchTheme' | transloco"
      (click)="toggle()"
    >
      <ui-icon name="contrast" [size]="17" />
    </button>
  `,
})
export class ThemeButton {
  private readonly preferences = inject(Preferences);

  protected toggle(): void {
    const chosen = this.preferences.theme();
    const dark = chosen === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';
    this.preferences.theme.set(dark ? 'light' : 'dark');
  }
}
