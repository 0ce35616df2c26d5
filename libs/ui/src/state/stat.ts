import { Component, computed, input } from '@angular/core';
import { Mark } from '../mark/mark';
import { WordPipe } from '../speech/word-pipe';
import { BARE_STATES, type BareState } from './states';

/** A state without a tint, since it stands in tables and sentences: mark and word. */
@Component({
  selector: 'ui-stat',
  imports: [Mark, WordPipe],
  host: { '[class]': "'stat ' + look().family" },
  template: `<ui-mark [name]="look().mark" [size]="15" />{{ label() ?? ('stat.' + state() | word) }}`,
})
export class Stat {
  readonly state = input.required<BareState>();
  /** Says something else than the state's own word, such as "Stale, 116 days". */
  readonly label = input<string>();

  protected readonly look = computed(() => BARE_STATES[this.state()]);
}
