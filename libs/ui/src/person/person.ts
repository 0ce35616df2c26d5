import { Component, input } from '@angular/core';
import { Mark } from '../mark/mark';
import { WordPipe } from '../speech/word-pipe';
import { Avatar } from './avatar';

/** Somebody with a name, or the place of somebody who is missing. */
@Component({
  selector: 'ui-person',
  imports: [Avatar, Mark, WordPipe],
  host: { class: 'who' },
  template: `
    @if (person(); as someone) {
      <ui-avatar [name]="someone.name" [external]="external()" />{{ someone.name }}
    } @else {
      <span class="stat bad"><ui-mark name="blocked" [size]="14" />{{ 'nobody' | word }}</span>
    }
  `,
})
export class Person {
  readonly person = input.required<{ name: string } | null>();
  readonly external = input(false);
}
