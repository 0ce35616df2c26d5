import { Component, computed, inject, input } from '@angular/core';
import type { VoteChoice } from '@sightline/contracts';
import { Mark } from '../mark/mark';
import { Speech } from '../speech/speech';
import { BARE_STATES, type BareState } from '../state/states';

export interface SeatMark {
  readonly constituency: string;
  readonly choice: VoteChoice | null;
  readonly recused: boolean;
}

/** Each constituency with one mark per seat; one without a vote is amber and bold. */
@Component({
  selector: 'ui-seat-marks',
  imports: [Mark],
  host: { class: 'seats', role: 'img', '[attr.aria-label]': 'label()' },
  template: `
    @for (group of groups(); track group.name) {
      <div [class.none]="!group.voted">
        <b>{{ group.name }}</b>
        @for (state of group.states; track $index) {
          <span [class]="look(state).family + ' fg'"><ui-mark [name]="look(state).mark" [size]="14" /></span>
        }
      </div>
    }
  `,
})
export class SeatMarks {
  private readonly speech = inject(Speech);

  readonly seats = input.required<readonly SeatMark[]>();
  /** The constituencies in their order, by the key that seats carry. */
  readonly constituencies = input.required<readonly { key: string; name: string; voted: boolean }[]>();

  protected readonly groups = computed(() =>
    this.constituencies().map(({ key, name, voted }) => ({
      name,
      voted,
      states: this.seats()
        .filter((seat) => seat.constituency === key)
        .map(stateOf),
    })),
  );
  protected readonly label = computed(() =>
    this.groups()
      .map(({ name, states }) => `${name}: ${states.map((state) => this.speech.say(`seats.${state}`)).join(', ')}`)
      .join('; '),
  );

  protected look(state: BareState) {
    return BARE_STATES[state];
  }
}

function stateOf(seat: SeatMark): VoteChoice | 'recused' | 'missing' {
  return seat.choice ?? (seat.recused ? 'recused' : 'missing');
}
