import { Component, computed, input } from '@angular/core';
import { Mark } from '../mark/mark';
import { WordPipe } from '../speech/word-pipe';
import { RECORD_STATES, type RecordState } from './states';

/** The state of a record: tint, mark and word, always all three. */
@Component({
  selector: 'ui-chip',
  imports: [Mark, WordPipe],
  host: { '[class]': 'classes()' },
  template: `<ui-mark [name]="look().mark" [size]="14" />{{ label() ?? ('state.' + state() | word) }}`,
})
export class Chip {
  readonly state = input.required<RecordState>();
  /** Says something else than the state's own word. */
  readonly label = input<string>();

  protected readonly look = computed(() => RECORD_STATES[this.state()]);
  protected readonly classes = computed(() => `chip ${this.look().family}${'dashed' in this.look() ? ' ghost' : ''}`);
}
