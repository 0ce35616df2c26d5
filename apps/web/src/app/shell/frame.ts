import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Banner, Failure, Icon, ToastBox } from '@sightline/ui';
import { ProblemWords } from '../platform/problems/problem-words';
import { Expiry } from '../platform/session/expiry';
import { Session } from '../platform/session/session';
import { ExpiredOverlay } from './expired-overlay';
import { Logo } from './logo';
import { Navigation } from './navigation';
import { PersonMenu } from './person-menu';
import { Tabs } from './tabs';
import { ThemeButton } from './theme-button';

/** The frame around every page. */
@Component({
  selector: 'app-frame',
  imports: [
    Banner,
    ExpiredOverlay,
    Failure,
    Icon,
    Logo,
    Navigation,
    PersonMenu,
    RouterLink,
    RouterOutlet,
    Tabs,
    ThemeButton,
    ToastBox,
    TranslocoPipe,
  ],
  host: { '(window:online)': 'offline.set(false)', '(window:offline)': 'offline.set(true)' },
  templateUrl: './frame.html',
})
export class Frame {
  private readonly problems = inject(ProblemWords);
  protected readonly session = inject(Session);
  protected readonly expiry = inject(Expiry);

  protected readonly offline = signal(!navigator.onLine);
  protected readonly sample = computed(() => this.session.me()?.organisation.kind === 'sample');
  protected readonly problem = computed(() => this.problems.say(this.session.error()));

  /** The address of the page has no anchors of ours, and `<base>` would turn `#main` into another page. */
  protected skip(event: Event, main: HTMLElement): void {
    event.preventDefault();
    main.focus();
  }
}
