import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { EXCEPTION_TEXT_MAX, type PrincipleException } from '@sightline/contracts';
import { Field, FieldControl } from '@sightline/ui';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Words } from '../../platform/words/words';
import { ExceptionsApi } from '../exceptions-api';

/** Takes an exception back before its time, with the reason the record keeps. */
@Component({
  selector: 'app-revoke-form',
  imports: [Field, FieldControl, TranslocoPipe],
  template: `
    <section class="s" aria-labelledby="revoke">
      <h2 id="revoke" class="b">{{ 'exceptions.revoke.title' | transloco: { code: exception().code } }}</h2>
      <p class="i2">{{ 'exceptions.revoke.text' | transloco: { charter: exception().charter.code } }}</p>
      @if (refusal(); as said) {
        <p class="errmsg" role="alert">{{ said }}</p>
      }
      <form class="frm" (submit)="send($event)">
        <ui-field for="reason" [label]="'exceptions.revoke.reason' | transloco" [error]="error()">
          <textarea #box uiControl rows="3" [attr.maxlength]="max" (input)="reason.set(box.value)"></textarea>
        </ui-field>
        <div class="formfoot">
          <button class="btn danger" type="submit" [attr.aria-disabled]="sending() || null">
            {{ 'exceptions.revoke.do' | transloco }}
          </button>
          <button class="btn t" type="button" (click)="left.emit()">{{ 'exceptions.cancel' | transloco }}</button>
        </div>
      </form>
    </section>
  `,
})
export class RevokeForm {
  private readonly api = inject(ExceptionsApi);
  private readonly problems = inject(ProblemWords);
  private readonly words = inject(Words);

  readonly exception = input.required<PrincipleException>();
  readonly revoked = output<PrincipleException>();
  readonly left = output<void>();

  protected readonly max = EXCEPTION_TEXT_MAX;
  protected readonly reason = signal('');
  protected readonly tried = signal(false);
  protected readonly sending = signal(false);
  protected readonly refusal = signal<string | null>(null);
  protected readonly error = computed(() =>
    this.tried() && !this.reason().trim() ? this.words.say('exceptions.revoke.needed') : '',
  );

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.error() || this.sending()) return;
    this.sending.set(true);
    this.refusal.set(null);
    try {
      this.revoked.emit(await this.api.revoke(this.exception(), this.reason().trim()));
    } catch (error) {
      this.refusal.set(this.problems.say(error));
    } finally {
      this.sending.set(false);
    }
  }
}
