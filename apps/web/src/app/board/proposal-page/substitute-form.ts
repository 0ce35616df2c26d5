import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { BallotConstituency, Proposal } from '@sightline/contracts';
import { Field, FieldControl, Mark, type ReferenceOption, ReferencePicker } from '@sightline/ui';
import { fieldErrors } from '../../platform/problems/form-errors';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Words } from '../../platform/words/words';
import { BoardApi } from '../board-api';
import { PeopleSearch } from '../people-search';
import { textOf } from '../text-of';

/** The secretary names who votes for a constituency in which nobody is left who may. */
@Component({
  selector: 'app-substitute-form',
  imports: [Field, FieldControl, Mark, ReferencePicker, TranslocoPipe],
  template: `
    <form (submit)="name($event)">
      <h2 class="b">{{ 'board.secretary.substitute' | transloco: { constituency: constituency().name } }}</h2>
      <p class="sm i2">{{ 'board.secretary.substituteText' | transloco }}</p>
      @if (refusal(); as said) {
        <p class="errmsg" role="alert"><ui-mark name="blocked" [size]="15" />{{ said }}</p>
      }
      <ui-field for="substitute-person" [label]="'board.secretary.person' | transloco" [error]="personError()">
        <ui-reference-picker [value]="person()" [search]="search" (picked)="person.set($event)" />
      </ui-field>
      <ui-field for="substitute-reason" [label]="'board.secretary.reason' | transloco" [error]="reasonError()">
        <textarea
          uiControl
          rows="2"
          maxlength="2000"
          [value]="reason()"
          (input)="reason.set(textOf($event))"
        ></textarea>
      </ui-field>
      <div class="formfoot">
        <button class="btn s" type="submit" [attr.aria-disabled]="sending() || null">
          {{ 'board.secretary.name' | transloco }}
        </button>
      </div>
    </form>
  `,
})
export class SubstituteForm {
  private readonly api = inject(BoardApi);
  private readonly words = inject(Words);
  private readonly problems = inject(ProblemWords);
  protected readonly search = inject(PeopleSearch).find;

  readonly proposal = input.required<Proposal>();
  readonly constituency = input.required<BallotConstituency>();
  readonly named = output<Proposal>();

  protected readonly textOf = textOf;
  protected readonly person = signal<ReferenceOption | null>(null);
  protected readonly reason = signal('');
  protected readonly tried = signal(false);
  protected readonly sending = signal(false);
  protected readonly refusal = signal('');
  protected readonly refusedFields = signal<ReadonlyMap<string, string>>(new Map());
  protected readonly personError = computed(() =>
    this.tried() && !this.person()
      ? this.words.say('board.secretary.personNeeded')
      : (this.refusedFields().get('/user') ?? ''),
  );
  protected readonly reasonError = computed(() =>
    this.tried() && !this.reason().trim() ? this.words.say('board.secretary.reasonNeeded') : '',
  );

  protected async name(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const person = this.person();
    if (!person || this.reasonError() || this.sending()) return;
    this.sending.set(true);
    this.refusal.set('');
    try {
      const substitute = { constituency: this.constituency().key, user: person.id, reason: this.reason().trim() };
      this.named.emit(await this.api.nameSubstitute(this.proposal().code, substitute));
    } catch (error) {
      this.refusedFields.set(fieldErrors(error));
      this.refusal.set(this.problems.say(error));
    } finally {
      this.sending.set(false);
    }
  }
}
