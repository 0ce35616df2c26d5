import { Component, computed, inject, input, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { form, FormField, maxLength, minLength, required, submit, validate } from '@angular/forms/signals';
import { ActivatedRoute, Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { PASSWORD_MAX, PASSWORD_MIN } from '@sightline/contracts';
import { Field, FieldControl, Toasts } from '@sightline/ui';
import { FieldWords } from '../../platform/problems/field-words';
import { toFormErrors } from '../../platform/problems/form-errors';
import { problemOf } from '../../platform/problems/problem-of';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { Door } from '../door';

/** Where a one-time link leads, the first and every later one: choose a password. */
@Component({
  selector: 'app-activation',
  imports: [Door, Field, FieldControl, FormField, TranslocoPipe],
  styleUrl: '../door.css',
  templateUrl: './activation.html',
})
export class Activation {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemWords);
  protected readonly errors = inject(FieldWords);
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment);

  /** From the path; links carry it in the fragment, which never reaches a server's log. */
  readonly token = input<string>();

  protected readonly secret = computed(() => this.token() ?? this.fragment() ?? '');
  protected readonly refusal = signal('');
  protected readonly min = PASSWORD_MIN;
  private readonly answer = signal({ password: '', repeat: '' });
  protected readonly fields = form(this.answer, (path) => {
    required(path.password);
    minLength(path.password, PASSWORD_MIN);
    maxLength(path.password, PASSWORD_MAX);
    required(path.repeat);
    validate(path.repeat, ({ value, valueOf }) =>
      value() === valueOf(path.password)
        ? undefined
        : { kind: 'differs', message: this.words.say('entry.activation.differs') },
    );
  });

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    await submit(this.fields, async () => {
      try {
        await this.session.activate({ token: this.secret(), password: this.answer().password });
        this.toasts.say({ text: this.words.say('entry.activation.done') });
        await this.router.navigateByUrl('/');
        return undefined;
      } catch (error) {
        const spent = problemOf(error).code === 'not-found';
        this.refusal.set(spent ? this.words.say('entry.activation.spent') : this.problems.say(error));
        return toFormErrors(error, this.fields);
      }
    });
  }
}
