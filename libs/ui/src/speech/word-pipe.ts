import { inject, Pipe, type PipeTransform } from '@angular/core';
import { Speech } from './speech';

/** A word of the pieces themselves; it changes with the reader's language, hence not pure. */
@Pipe({ name: 'word', pure: false })
export class WordPipe implements PipeTransform {
  private readonly speech = inject(Speech);

  transform(key: string, params?: Record<string, unknown>): string {
    return this.speech.say(key, params);
  }
}
