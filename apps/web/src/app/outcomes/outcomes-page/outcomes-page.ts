import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Empty, Failure, Icon, PageHeader, Pager, Skeleton } from '@sightline/ui';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemWords } from '../../platform/problems/problem-words';
import { listState } from '../../platform/records/list-state';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { OutcomesApi } from '../outcomes-api';
import { OutcomeCard } from './outcome-card';
import { OutcomeFilters } from './outcome-filters';
import { outcomeNews, outcomeTally } from './outcome-news';
import { OutcomeTable } from './outcome-table';

/** All KPIs: the news first, then the ones that need someone, then every one under its driver. */
@Component({
  selector: 'app-outcomes-page',
  imports: [
    Empty,
    Failure,
    Icon,
    OutcomeCard,
    OutcomeFilters,
    OutcomeTable,
    PageHeader,
    Pager,
    RouterLink,
    Skeleton,
    TranslocoPipe,
  ],
  templateUrl: './outcomes-page.html',
  styleUrl: './outcomes-page.css',
})
export class OutcomesPage {
  private readonly api = inject(OutcomesApi);
  private readonly words = inject(Words);
  protected readonly session = inject(Session);
  protected readonly problems = inject(ProblemWords);

  protected readonly list = listState({
    sort: 'driver',
    filters: ['driver', 'status', 'mine', 'kind', 'complete', 'unit', 'owner'],
  });
  protected readonly overview = this.api.overview();
  protected readonly kpis = this.api.list(() => this.list.query());
  private readonly driverList = this.api.drivers();
  protected readonly drivers = computed(() => (this.driverList.hasValue() ? this.driverList.value().items : []));
  protected readonly all = computed(() => (this.overview.hasValue() ? this.overview.value() : null));
  protected readonly page = computed(() => (this.kpis.hasValue() ? this.kpis.value() : null));
  protected readonly isEmpty = computed(() => this.page()?.total === 0);
  protected readonly news = computed(() => {
    const all = this.all();
    return all ? outcomeNews(all, this.words) : this.words.say('outcomes.title');
  });
  protected readonly tally = computed(() => {
    const all = this.all();
    return all ? outcomeTally(all, this.words) : '';
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      if (this.all()) title.say(this.news());
    });
  }

  protected reload(): void {
    this.overview.reload();
    this.kpis.reload();
  }
}
