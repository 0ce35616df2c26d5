import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Board } from '@sightline/contracts';
import {
  DayPipe,
  Field,
  FieldControl,
  Icon,
  Mark,
  Person,
  type ReferenceOption,
  ReferencePicker,
  SectionHeader,
  Toasts,
} from '@sightline/ui';
import { fieldErrors } from '../../platform/problems/form-errors';
import { isStale } from '../../platform/problems/problem-of';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { BoardApi } from '../board-api';
import { PeopleSearch } from '../people-search';
import { textOf } from '../text-of';

interface SeatDraft {
  /** For the list only; a seat is matched by constituency and holder. */
  readonly track: string;
  readonly constituency: string;
  readonly holder: ReferenceOption | null;
  readonly termEndsOn: string;
}

/** One board: its secretary and seats. Open to change until its first decision, read-only afterwards. */
@Component({
  selector: 'app-board-seats',
  imports: [DayPipe, Field, FieldControl, Icon, Mark, Person, ReferencePicker, SectionHeader, TranslocoPipe],
  templateUrl: './board-seats.html',
  styleUrl: './board-seats.css',
})
export class BoardSeats {
  private readonly api = inject(BoardApi);
  private readonly words = inject(Words);
  private readonly session = inject(Session);
  private readonly problems = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  protected readonly search = inject(PeopleSearch).find;

  readonly board = input.required<Board>();
  readonly changed = output<void>();

  protected readonly textOf = textOf;
  protected readonly editable = computed(() => !this.board().settled && this.session.may('board.manage'));
  protected readonly mayFree = computed(
    () => this.board().settled && (this.session.me()?.roles.includes('admin') ?? false),
  );
  protected readonly name = linkedSignal(() => this.board().name);
  protected readonly secretary = linkedSignal<ReferenceOption | null>(() => this.board().secretary);
  protected readonly seats = linkedSignal<SeatDraft[]>(() => this.board().seats.map(draftOf));
  protected readonly saving = signal(false);
  protected readonly refusal = signal('');
  protected readonly refusedFields = signal<ReadonlyMap<string, string>>(new Map());
  private added = 0;

  protected update(at: number, change: Partial<SeatDraft>): void {
    this.seats.update((seats) => seats.map((seat, index) => (index === at ? { ...seat, ...change } : seat)));
  }

  protected addSeat(constituency: string): void {
    const track = `new-${++this.added}`;
    this.seats.update((seats) => [...seats, { track, constituency, holder: null, termEndsOn: '' }]);
  }

  protected removeSeat(at: number): void {
    this.seats.update((seats) => seats.filter((_seat, index) => index !== at));
  }

  protected nameOf(key: string): string {
    return this.board().constituencies.find((constituency) => constituency.key === key)?.name ?? key;
  }

  protected saveSeats(event: Event): Promise<void> {
    event.preventDefault();
    return this.save(() => this.api.putSeats(this.board(), { seats: this.seats().map(toSeat) }));
  }

  protected saveBoard(event: Event): Promise<void> {
    event.preventDefault();
    const changes = { name: this.name().trim(), secretary: this.secretary()?.id ?? null };
    return this.save(() => this.api.changeBoard(this.board(), changes));
  }

  /** Of a settled board: the seat of somebody who left becomes vacant. */
  protected free(at: number): Promise<void> {
    const seats = this.board().seats.map(draftOf).map(toSeat);
    return this.save(() =>
      this.api.putSeats(this.board(), {
        seats: seats.map((seat, index) => (index === at ? { ...seat, holder: null } : seat)),
      }),
    );
  }

  private async save(work: () => Promise<Board>): Promise<void> {
    if (this.saving()) return;
    this.saving.set(true);
    this.refusal.set('');
    this.refusedFields.set(new Map());
    try {
      await work();
      this.toasts.say({ text: this.words.say('board.settings.saved') });
      this.changed.emit();
    } catch (error) {
      this.refusedFields.set(fieldErrors(error));
      this.refusal.set(isStale(error) ? this.words.say('board.settings.stale') : this.problems.say(error));
      if (isStale(error)) this.changed.emit();
    } finally {
      this.saving.set(false);
    }
  }
}

function draftOf({ id, constituency, holder, termEndsOn }: Board['seats'][number]): SeatDraft {
  return { track: id, constituency, holder, termEndsOn: termEndsOn ?? '' };
}

function toSeat({ constituency, holder, termEndsOn }: SeatDraft) {
  return { constituency, holder: holder?.id ?? null, termEndsOn: termEndsOn || null };
}
