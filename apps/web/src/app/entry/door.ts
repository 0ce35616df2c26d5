import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Preferences } from '../platform/preferences/preferences';
import { Words } from '../platform/words/words';
import { Logo } from '../shell/logo';
import { ThemeButton } from '../shell/theme-button';

/** The plain page around everything that comes before the frame: logo, title, and language and theme at the foot. */
@Component({
  selector: 'app-door',
  imports: [Logo, ThemeButton, TranslocoPipe],
  styleUrl: './door.css',
  template: `
    <main
      class="fp"
      id="main"
      tabindex="-1"
      [class.narrow]="width() === 'narrow'"
      [class.middle]="width() === 'middle'"
    >
      <div class="id"><app-logo [size]="28" /><span>Sightline</span></div>
      <h1>{{ heading() }}</h1>
      <ng-content />
      <footer>
        <button class="btn t s" type="button" [attr.lang]="other()" (click)="preferences.language.set(other())">
          {{ 'entry.switchLanguage' | transloco }}
        </button>
        <app-theme-button />
      </footer>
    </main>
  `,
})
export class Door {
  private readonly words = inject(Words);
  protected readonly preferences = inject(Preferences);

  readonly heading = input.required<string>();
  readonly width = input<'narrow' | 'middle' | 'wide'>('wide');

  protected readonly other = computed(() => (this.words.language() === 'en' ? 'de' : 'en'));
}
