import { signal, type Provider } from '@angular/core';
import { Speech } from './speech';

/** Says the key itself, and its values, so that a spec sees what would be said. */
class SpecSpeech extends Speech {
  readonly locale = signal('en-GB');
  readonly timeZone = signal('Europe/Berlin');

  say(key: string, params?: Record<string, unknown>): string {
    return params ? `${key} ${Object.values(params).join(' ')}` : key;
  }
}

export const SPEC_SPEECH: Provider = { provide: Speech, useClass: SpecSpeech };
