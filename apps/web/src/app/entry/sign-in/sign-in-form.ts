import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { email, form, FormField, required, submit } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { Field, FieldControl } from '@sightline/ui';
import { FieldWords } from '../../platform/problems/field-words';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Session } from '../../platform/session/session';

/** E-mail address and password; on the page of its own and over a page whose session ended. */
@Component({
  selector: 'app-sign-in-form',
  imports: [Field, FieldControl, FormField, TranslocoPipe],
  template: `
    <form novalidate (submit)="send($event)">
      @if (refusal()) {
        <p class="errmsg" role="alert">{{ refusal() }}</p>
      }
      <ui-field for="email" [label]="'entry.signIn.email' | transloco" [error]="errors.of(fields.email)">
        <input uiControl type="email" autocomplete="username" [formField]="fields.email" />
      </ui-field>
      <ui-field for="password" [label]="'entry.signIn.password' | transloco" [error]="errors.of(fields.password)">
        <input uiControl type="password" autocomplete="current-password" [formField]="fields.password" />
      </ui-field>
      <div class="formfoot">
        <button class="btn p" type="submit">{{ 'entry.signIn.submit' | transloco }}</button>
      </div>
    </form>
  `,
})
export class SignInForm {
  private readonly session = inject(Session);
  private readonly problems = inject(ProblemWords);
  protected readonly errors = inject(FieldWords);

  readonly email = input('');
  readonly signedIn = output<void>();

  protected readonly refusal = signal('');
  private readonly answer = linkedSignal(() => ({ email: this.email(), password: '' }));
  protected readonly fields = form(this.answer, (path) => {
    required(path.email);
    email(path.email);
    required(path.password);
  });

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    await submit(this.fields, async () => {
      try {
        await this.session.signIn(this.answer());
        this.signedIn.emit();
      } catch (error) {
        this.refusal.set(this.problems.say(error));
      }
      return undefined;
    });
  }
}
