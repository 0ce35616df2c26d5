import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Charter, REAFFIRM_NOTE_MAX } from '@sightline/contracts';
import { CodeLink, DecisionBox, Field, FieldControl, MomentPipe, Toasts } from '@sightline/ui';
import { organisationToday } from '../../exceptions/today';
import { isStale } from '../../platform/problems/problem-of';
import { ProblemWords } from '../../platform/problems/problem-words';
import { linkOf } from '../../platform/records/link-of';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { ChartersApi } from '../charters-api';

/** What changed elsewhere since the approval, and the sentence that settles it. */
@Component({
  selector: 'app-charter-reaffirm',
  imports: [CodeLink, DecisionBox, Field, FieldControl, MomentPipe, RouterLink, TranslocoPipe],
  templateUrl: './charter-reaffirm.html',
  styles: `
    ul {
      padding: 8px 0 4px;
    }
    .frm {
      margin: 8px 0 16px;
    }
  `,
})
export class CharterReaffirm {
  private readonly api = inject(ChartersApi);
  private readonly problems = inject(ProblemWords);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(Words);
  private readonly today = organisationToday();

  readonly charter = input.required<Charter>();
  readonly own = input(false);
  readonly settled = output<Charter>();
  readonly stale = output<void>();

  protected readonly linkOf = linkOf;
  protected readonly noteMax = REAFFIRM_NOTE_MAX;
  protected readonly waiting = computed(() => this.charter().reaffirmations);
  /** A principle that left has to be replaced; no sentence settles that. */
  protected readonly left = computed(() => this.waiting().some(({ cause }) => cause === 'principle_left'));
  protected readonly agendaOn = computed(
    () =>
      this.waiting()
        .map(({ agendaOn }) => agendaOn)
        .toSorted()[0] ?? '',
  );
  protected readonly overdue = computed(() => this.agendaOn() <= this.today());
  protected readonly may = computed(() => this.session.may('charter.reaffirm', { own: this.own() }));
  protected readonly note = signal('');
  protected readonly tried = signal(false);
  protected readonly sending = signal(false);
  protected readonly refusal = signal<string | null>(null);
  protected readonly error = computed(() =>
    this.tried() && !this.note().trim() ? this.words.say('charters.reaffirm.noteNeeded') : '',
  );

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.error() || this.sending()) return;
    this.sending.set(true);
    this.refusal.set(null);
    try {
      const charter = await this.api.reaffirm(this.charter(), this.note().trim());
      this.toasts.say({ text: this.words.say('charters.reaffirm.done', { code: charter.code }) });
      this.session.reload();
      this.settled.emit(charter);
    } catch (error) {
      this.refusal.set(this.problems.say(error));
      if (isStale(error)) this.stale.emit();
    } finally {
      this.sending.set(false);
    }
  }
}
