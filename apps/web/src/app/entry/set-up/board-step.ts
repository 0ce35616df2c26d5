import { Component, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { Field, FieldControl, Icon } from '@sightline/ui';
import { FieldWords } from '../../platform/problems/field-words';
import { PersonFields } from './person-fields';
import { SetUpForm } from './set-up-form';

/** The founding board: CIO office, secretary, and at least one seat in each of the four constituencies. */
@Component({
  selector: 'app-board-step',
  imports: [Field, FieldControl, FormField, Icon, PersonFields, TranslocoPipe],
  styleUrl: './board-step.css',
  templateUrl: './board-step.html',
})
export class BoardStep {
  private readonly setUp = inject(SetUpForm);
  protected readonly errors = inject(FieldWords);
  protected readonly cioOffice = this.setUp.fields.cioOffice;
  protected readonly board = this.setUp.fields.board;
  protected readonly answer = this.setUp.answer;

  protected addSeat(constituency: number): void {
    this.changeSeats(constituency, (seats) => [...seats, { name: '', email: '' }]);
  }

  protected removeSeat(constituency: number, seat: number): void {
    this.changeSeats(constituency, (seats) => seats.filter((_, index) => index !== seat));
  }

  private changeSeats(at: number, change: (seats: Seats) => Seats): void {
    this.board
      .constituencies()
      .value.update((constituencies) =>
        constituencies.map((one, index) => (index === at ? { ...one, seats: change(one.seats) } : one)),
      );
  }
}

type Seats = { name: string; email: string }[];
