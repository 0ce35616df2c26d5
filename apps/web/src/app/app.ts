import { Component, effect, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Preferences } from './platform/preferences/preferences';
import { Session } from './platform/session/session';
import { Words } from './platform/words/words';

@Component({
  selector: 'app-root',
  imports: [RouterOutlet],
  template: `<router-outlet />`,
})
export class App {
  private readonly words = inject(Words);
  private readonly preferences = inject(Preferences);
  private readonly session = inject(Session);

  constructor() {
    effect(() => {
      const wanted = this.preferences.language() ?? this.session.me()?.user.language;
      if (wanted && wanted !== this.words.language()) void this.words.speak(wanted);
    });
  }
}
