import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PrincipleException } from '@sightline/contracts';
import { daysBetween } from '@sightline/rules';
import { DecisionBox, Toasts } from '@sightline/ui';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { ExceptionsApi } from '../exceptions-api';
import { organisationToday } from '../today';
import { nextOf } from './next-step';

/** The next step of an exception: before the board, renewed in time, or what its end asks for. */
@Component({
  selector: 'app-exception-next',
  imports: [DecisionBox, RouterLink, TranslocoPipe],
  template: `
    @let now = next();
    <ui-decision-box
      [danger]="now.danger"
      [fact]="'exceptions.fact.' + now.key | transloco: params()"
      [consequence]="'exceptions.consequence.' + now.key | transloco: params()"
    >
      @switch (now.key) {
        @case ('draft') {
          @if (mayPropose()) {
            <button class="btn p" type="button" [attr.aria-disabled]="sending() || null" (click)="propose()">
              {{ 'exceptions.propose' | transloco }}
            </button>
          }
        }
        @case ('proposed') {
          @if (exception().proposal; as proposal) {
            <a class="btn p" [routerLink]="['/board/proposals', proposal.code]">{{
              'exceptions.openProposal' | transloco: { code: proposal.code }
            }}</a>
          }
        }
        @case ('ending') {
          @if (mayEdit()) {
            <a class="btn p" [routerLink]="['/strategy/exceptions', exception().code, 'renew']">{{
              'exceptions.renew' | transloco
            }}</a>
          }
        }
        @case ('granted') {
          @if (mayEdit()) {
            <a class="btn" [routerLink]="['/strategy/exceptions', exception().code, 'renew']">{{
              'exceptions.renew' | transloco
            }}</a>
          }
        }
        @case ('rejected') {
          @if (exception().decision; as decision) {
            <a class="btn" [routerLink]="['/board/decisions', decision.code]">{{
              'exceptions.openDecision' | transloco: { code: decision.code }
            }}</a>
          }
        }
        @default {
          @if (exception().renewedBy; as renewal) {
            <a class="btn" [routerLink]="['/strategy/exceptions', renewal.code]">{{
              'exceptions.openRenewal' | transloco: { code: renewal.code }
            }}</a>
          } @else {
            <a class="btn" [routerLink]="['/charters', exception().charter.code]">{{
              'exceptions.openCharter' | transloco: { code: exception().charter.code }
            }}</a>
          }
        }
      }
    </ui-decision-box>
    @if (refusal(); as why) {
      <p class="errmsg" role="alert">{{ why }}</p>
    }
  `,
})
export class ExceptionNextStep {
  private readonly api = inject(ExceptionsApi);
  private readonly problems = inject(ProblemWords);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(Words);
  private readonly today = organisationToday();

  readonly exception = input.required<PrincipleException>();
  /** The reader leads the charter. */
  readonly own = input(false);
  readonly proposed = output<PrincipleException>();

  protected readonly next = computed(() => nextOf(this.exception(), this.today()));
  protected readonly params = computed(() => {
    const { charter, principle, expiresOn, holdsUntil, renewedBy, endedAt, endedBy, endReason } = this.exception();
    const last = holdsUntil ?? expiresOn;
    return {
      charter: charter.code,
      principle: principle.code,
      on: last,
      n: Math.max(0, daysBetween(this.today(), last)),
      renewal: renewedBy?.code ?? '',
      ended: endedAt?.slice(0, 10) ?? expiresOn,
      by: endedBy?.name ?? '',
      reason: endReason ?? '',
    };
  });
  protected readonly mayEdit = computed(() => this.session.may('exception.edit', { own: this.own() }));
  protected readonly mayPropose = computed(() => this.session.may('exception.propose', { own: this.own() }));
  protected readonly sending = signal(false);
  protected readonly refusal = signal<string | null>(null);

  protected async propose(): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.refusal.set(null);
    try {
      const { exception, proposal } = await this.api.propose(this.exception());
      this.toasts.say({
        text: this.words.say('exceptions.proposed', { code: exception.code, proposal: proposal.code }),
      });
      this.proposed.emit(exception);
    } catch (error) {
      this.refusal.set(this.problems.say(error));
    } finally {
      this.sending.set(false);
    }
  }
}
