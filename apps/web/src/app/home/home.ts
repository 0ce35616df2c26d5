import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Inbox, Me } from '@sightline/contracts';
import { Empty, Failure, formatMoment, PageHeader, Skeleton, Speech } from '@sightline/ui';
import { PageTitle } from '../platform/pages/page-title';
import { ProblemWords } from '../platform/problems/problem-words';
import { MentionList } from '../comments/mention-list';
import { Session } from '../platform/session/session';
import { Words } from '../platform/words/words';
import { daysSince, daysUntil } from './days';
import { DecisionRow } from './decision-row';
import { DueList } from './due-list';
import { EndingList } from './ending-list';
import { HomeApi } from './home-api';
import { byBlockers, byWaiting, newsOf } from './home-news';
import { HomeRail } from './home-rail';
import { MyCharters } from './my-charters';

const SOON_DAYS = 2;

/** What awaits the reader, the most pressing first; the title says the news. */
@Component({
  selector: 'app-home',
  imports: [
    DecisionRow,
    DueList,
    Empty,
    EndingList,
    Failure,
    HomeRail,
    MentionList,
    MyCharters,
    PageHeader,
    RouterLink,
    Skeleton,
    TranslocoPipe,
  ],
  styleUrl: './home.css',
  templateUrl: './home.html',
})
export class Home {
  private readonly words = inject(Words);
  private readonly speech = inject(Speech);
  private readonly problems = inject(ProblemWords);
  private readonly title = inject(PageTitle);
  protected readonly session = inject(Session);

  protected readonly now = new Date();
  protected readonly inbox = inject(HomeApi).inbox();
  protected readonly today = computed(() =>
    formatMoment(this.now.toISOString(), this.speech.locale(), this.speech.timeZone(), 'long'),
  );
  protected readonly news = computed(() => {
    if (!this.inbox.hasValue()) return '';
    const { key, n } = newsOf(this.inbox.value());
    return this.words.say(`home.news.${key}`, { n });
  });
  protected readonly remark = computed(() => {
    const me = this.session.me();
    if (!this.inbox.hasValue() || !me) return '';
    return [this.seatsOf(me), ...this.waitingOf(this.inbox.value())].filter(Boolean).join(' ');
  });
  protected readonly decisions = computed(() => (this.inbox.hasValue() ? byWaiting(this.inbox.value().decisions) : []));
  protected readonly charters = computed(() => (this.inbox.hasValue() ? byBlockers(this.inbox.value().charters) : []));
  protected readonly nothing = computed(() => this.inbox.hasValue() && newsOf(this.inbox.value()).n === 0);
  protected readonly problem = computed(() => this.problems.say(this.inbox.error()));
  protected readonly reference = computed(() => this.problems.reference(this.inbox.error()));

  constructor() {
    effect(() => this.title.say(this.news()));
  }

  private seatsOf({ seats }: Me): string {
    const [seat] = seats;
    if (!seat) return '';
    if (seats.length === 1) {
      return this.words.say('home.seat', { constituency: seat.constituencyName, board: seat.board.name });
    }
    return this.words.say('home.seats', {
      n: seats.length,
      boards: [...new Set(seats.map(({ board }) => board.name))],
    });
  }

  private waitingOf({ decisions }: Inbox): string[] {
    const [oldest] = byWaiting(decisions);
    if (!oldest) return [];
    const zone = this.speech.timeZone();
    const soon = decisions.filter(({ dueAt }) => daysUntil(dueAt, this.now, zone) <= SOON_DAYS).length;
    return [
      this.words.say('home.oldest', { n: daysSince(oldest.submittedAt, this.now, zone) }),
      soon > 0 ? this.words.say('home.closing', { n: soon }) : '',
    ];
  }
}
