import { CdkTrapFocus } from '@angular/cdk/a11y';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { EntryApi } from '../entry/entry-api';
import { SignInForm } from '../entry/sign-in/sign-in-form';
import { ProblemWords } from '../platform/problems/problem-words';
import { Expiry } from '../platform/session/expiry';
import { Session } from '../platform/session/session';

/** Over the page when the session ended, or is too old for what binds the company: signing in again sends on what was waiting; nothing typed is lost. */
@Component({
  selector: 'app-expired-overlay',
  imports: [CdkTrapFocus, SignInForm, TranslocoPipe],
  host: { class: 'veil' },
  template: `
    <section
      class="dialog"
      role="dialog"
      aria-modal="true"
      aria-labelledby="expired"
      cdkTrapFocus
      cdkTrapFocusAutoCapture
    >
      <h2 id="expired">{{ (old() ? 'shell.expired.oldTitle' : 'shell.expired.title') | transloco }}</h2>
      <p class="i2">
        {{ (old() ? 'shell.expired.oldText' : 'shell.expired.text') | transloco: { name: name() } }}
      </p>
      @if (sample()) {
        @if (refusal()) {
          <p class="errmsg" role="alert">{{ refusal() }}</p>
        }
        <div class="formfoot">
          <button class="btn p" type="button" (click)="continueAs()">
            {{ 'shell.expired.continueAs' | transloco: { name: name() } }}
          </button>
        </div>
      } @else {
        <app-sign-in-form [email]="email()" (signedIn)="back()" />
      }
      <a class="btn t s" href="/">{{ 'shell.expired.leave' | transloco }}</a>
    </section>
  `,
})
export class ExpiredOverlay {
  private readonly session = inject(Session);
  private readonly expiry = inject(Expiry);
  private readonly entry = inject(EntryApi);
  private readonly problems = inject(ProblemWords);

  private readonly was = this.session.me();
  protected readonly name = computed(() => this.was?.user.name ?? '');
  protected readonly email = computed(() => this.was?.user.email ?? '');
  protected readonly sample = computed(() => this.was?.organisation.kind === 'sample');
  protected readonly old = computed(() => this.expiry.cause() === 'old');
  protected readonly refusal = signal('');

  protected async continueAs(): Promise<void> {
    try {
      await this.session.enterAs(await this.entry.personaNamed(this.name()));
      this.back();
    } catch (error) {
      this.refusal.set(this.problems.say(error));
    }
  }

  /** Somebody else at the same desk must not send what the first one typed. */
  protected back(): void {
    if (this.session.me()?.user.id === this.was?.user.id) this.expiry.renew();
    else location.assign('/');
  }
}
