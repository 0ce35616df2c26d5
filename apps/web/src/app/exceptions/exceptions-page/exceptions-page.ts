import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { EXCEPTION_STATUSES } from '@sightline/contracts';
import { Empty, Failure, FilterButton, formatDay, PageHeader, Pager, SearchBox, Skeleton } from '@sightline/ui';
import { LinkFilter } from '../../charters/charters-page/link-filter';
import { keptValue } from '../../charters/kept-value';
import { Searches } from '../../charters/searches';
import { PageTitle } from '../../platform/pages/page-title';
import { problemOf } from '../../platform/problems/problem-of';
import { ProblemWords } from '../../platform/problems/problem-words';
import { listState } from '../../platform/records/list-state';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { StrategyPlaces } from '../../strategy/strategy-places/strategy-places';
import { ExceptionsApi } from '../exceptions-api';
import { ExceptionTable } from './exception-table';

/** Every permission to deviate from a principle; the title says how many hold today and when the next one ends. */
@Component({
  selector: 'app-exceptions-page',
  imports: [
    Empty,
    ExceptionTable,
    Failure,
    FilterButton,
    LinkFilter,
    PageHeader,
    Pager,
    RouterLink,
    SearchBox,
    Skeleton,
    StrategyPlaces,
    TranslocoPipe,
  ],
  templateUrl: './exceptions-page.html',
})
export class ExceptionsPage {
  private readonly api = inject(ExceptionsApi);
  private readonly session = inject(Session);
  private readonly title = inject(PageTitle);
  private readonly words = inject(Words);
  protected readonly searches = inject(Searches);
  protected readonly problems = inject(ProblemWords);

  protected readonly state = listState({ sort: '-updatedAt', filters: ['status', 'principle', 'charter'] });
  protected readonly resource = this.api.list(this.state.query);
  protected readonly page = keptValue(this.resource);
  private readonly holding = this.api.list(() => ({ status: 'granted', sort: 'expiresOn', pageSize: 1 }));

  protected readonly mayCreate = computed(() => this.session.may('exception.edit'));
  protected readonly forbidden = computed(() => problemOf(this.resource.error()).code === 'forbidden');
  protected readonly statuses = computed(() =>
    EXCEPTION_STATUSES.map((value) => ({ value, label: this.words.say(`ui.state.${value}`) })),
  );
  protected readonly news = computed(() =>
    this.holding.hasValue()
      ? this.words.say('exceptions.news', { n: this.holding.value().total })
      : this.words.say('exceptions.title'),
  );
  protected readonly remark = computed(() => {
    const next = this.holding.hasValue() ? this.holding.value().items[0] : undefined;
    const lead = this.words.say('exceptions.lead');
    if (!next) return lead;
    const on = formatDay(next.holdsUntil ?? next.expiresOn, this.words.locale());
    return `${lead} ${this.words.say('exceptions.next', { code: next.code, on })}`;
  });

  constructor() {
    effect(() => this.title.say(this.news()));
  }
}
