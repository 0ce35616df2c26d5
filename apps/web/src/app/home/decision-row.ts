import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProposalSummary } from '@sightline/contracts';
import { MomentPipe, SeatMarks, Speech } from '@sightline/ui';
import { lastMomentBefore } from '../board/last-moment';
import { linkOf } from '../platform/records/link-of';
import { Words } from '../platform/words/words';
import { askOf } from './ask-of';
import { daysSince, daysUntil } from './days';

const LONG_AFTER_DAYS = 7;

/** A decision that waits: how long, for what, who is missing, and the way to it. */
@Component({
  selector: 'li[app-decision-row]',
  imports: [MomentPipe, RouterLink, SeatMarks, TranslocoPipe],
  host: { '[class.first]': 'first()' },
  styleUrl: './decision-row.css',
  template: `
    <div [class]="late() ? 'days bad fg' : 'days'">
      {{ days() }}<small>{{ (days() === 1 ? 'home.waiting.one' : 'home.waiting.many') | transloco }}</small>
    </div>
    <div>
      <div class="kind">
        {{ 'home.subject.' + proposal().subjectType | transloco }}
        <span class="code">{{ proposal().subject.code ?? proposal().code }}</span>
      </div>
      <h2>
        <a [routerLink]="link()">{{ proposal().title }}</a>
      </h2>
      <p class="ask">{{ ask() }}</p>
    </div>
    <div class="q">
      <ui-seat-marks [seats]="proposal().seats" [constituencies]="proposal().constituencies" />
      <p>
        @if (missing(); as text) {
          <b class="warn fg">{{ text }}</b>
        } @else {
          {{ 'home.seatsVoted' | transloco: voted() }}
        }
        {{ (overdue() ? 'home.overdue' : 'home.closes') | transloco: { on: lastDay() | moment: 'week' } }}
      </p>
    </div>
    <a class="btn" [class.p]="first()" [routerLink]="link()">
      {{ (first() ? 'home.decideNow' : 'home.decide') | transloco }}<span class="vh">: {{ proposal().title }}</span>
    </a>
  `,
})
export class DecisionRow {
  private readonly words = inject(Words);
  private readonly speech = inject(Speech);

  readonly proposal = input.required<ProposalSummary>();
  /** The next one: the tinted box with the filled button. */
  readonly first = input(false);
  readonly now = input.required<Date>();

  protected readonly link = computed(() => linkOf(this.proposal().code));
  protected readonly days = computed(() => daysSince(this.proposal().submittedAt, this.now(), this.speech.timeZone()));
  protected readonly overdue = computed(() => daysUntil(this.proposal().dueAt, this.now(), this.speech.timeZone()) < 0);
  protected readonly lastDay = computed(() => lastMomentBefore(this.proposal().dueAt));
  protected readonly late = computed(() => this.overdue() || this.days() > LONG_AFTER_DAYS);
  protected readonly ask = computed(() => askOf(this.proposal(), this.words));
  /** Named while few are missing; when nobody has voted the count says more. */
  protected readonly missing = computed(() => {
    const names = this.proposal().constituencies.flatMap(({ name, voted }) => (voted ? [] : [name]));
    if (names.length === 0 || names.length > 2) return null;
    return this.words.say('home.notVoted', { names, n: names.length });
  });
  protected readonly voted = computed(() => ({
    voted: this.proposal().seats.filter(({ choice }) => choice !== null).length,
    total: this.proposal().seats.length,
  }));
}
