import { computed, inject, Injectable } from '@angular/core';
import { Speech } from '@sightline/ui';
import { Session } from '../session/session';
import { Words } from './words';

/** Lends the pieces of `ui` the site's voice. */
@Injectable()
export class SiteSpeech extends Speech {
  private readonly words = inject(Words);
  private readonly session = inject(Session);

  readonly locale = this.words.locale;
  /** The organisation's zone; before sign-in the reader's own. */
  readonly timeZone = computed(
    () => this.session.me()?.organisation.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  );

  say(key: string, params?: Record<string, unknown>): string {
    return this.words.say(`ui.${key}`, params);
  }
}
