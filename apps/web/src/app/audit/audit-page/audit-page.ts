import { Component, computed, effect, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AuditEvent } from '@sightline/contracts';
import { addDays, startOfDayIn } from '@sightline/rules';
import { CodeLink, Empty, Failure, Icon, MomentPipe, PageHeader, Pager, Skeleton, SortHeader } from '@sightline/ui';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemWords } from '../../platform/problems/problem-words';
import { linkOf } from '../../platform/records/link-of';
import { listState } from '../../platform/records/list-state';
import { Session } from '../../platform/session/session';
import { ActionWords } from '../../platform/words/action-words';
import { Words } from '../../platform/words/words';
import { AuditApi } from '../audit-api';
import { AuditFilters } from './audit-filters';
import { ChainCheck } from './chain-check';
import { EventDetail } from './event-detail';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Who did what to which record, newest first; each entry opens to what changed. */
@Component({
  selector: 'app-audit-page',
  imports: [
    AuditFilters,
    ChainCheck,
    CodeLink,
    Empty,
    EventDetail,
    Failure,
    Icon,
    MomentPipe,
    PageHeader,
    Pager,
    Skeleton,
    SortHeader,
    TranslocoPipe,
  ],
  templateUrl: './audit-page.html',
  styleUrl: './audit-page.css',
})
export class AuditPage {
  private readonly session = inject(Session);
  private readonly words = inject(Words);
  protected readonly actions = inject(ActionWords);
  protected readonly problems = inject(ProblemWords);

  protected readonly linkOf = linkOf;
  protected readonly list = listState({ sort: '-at', filters: ['record', 'actor', 'action', 'from', 'to'] });
  protected readonly events = inject(AuditApi).list(() => this.asked());
  protected readonly page = computed(() => (this.events.hasValue() ? this.events.value() : null));
  /** The entries that stand open. */
  protected readonly opened = signal<ReadonlySet<string>>(new Set());
  protected readonly heading = computed(() => {
    const page = this.page();
    return page && this.list.narrowed()
      ? this.words.say('audit.news', { n: page.total })
      : this.words.say('audit.heading');
  });

  /** Days in the URL are the organisation's; the server takes instants, the last one excluded. */
  private readonly asked = computed(() => {
    const { from, to, ...rest } = this.list.query();
    const zone = this.session.me()?.organisation.timeZone ?? 'UTC';
    const start = (day: unknown, days: number) =>
      typeof day === 'string' && DAY.test(day) ? startOfDayIn(zone, addDays(day, days)) : (day as string | undefined);
    return { ...rest, from: start(from, 0), to: start(to, 1) };
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      if (this.page()) title.say(this.heading());
    });
  }

  protected toggle({ id }: AuditEvent): void {
    this.opened.update((opened) => {
      const next = new Set(opened);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  /** What somebody may know a record without a code by. */
  protected nameOf({ after, before }: AuditEvent): string {
    const name = after?.['name'] ?? before?.['name'] ?? after?.['fileName'];
    return typeof name === 'string' ? name : '';
  }
}
