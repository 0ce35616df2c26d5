import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Empty, Failure, PageHeader, Pager, SearchBox, Skeleton } from '@sightline/ui';
import { PageTitle } from '../../platform/pages/page-title';
import { problemOf } from '../../platform/problems/problem-of';
import { ProblemWords } from '../../platform/problems/problem-words';
import { ExportLink } from '../../platform/records/export-link';
import { listState } from '../../platform/records/list-state';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { ChartersApi } from '../charters-api';
import { keptValue } from '../kept-value';
import { CharterFilters } from './charter-filters';
import { CHARTER_FILTERS } from './charter-filter-names';
import { CharterTable } from './charter-table';
import { newsOf } from './charters-news';

/** All charters the reader may see. The title says the news, the address says what is shown. */
@Component({
  selector: 'app-charters-page',
  imports: [
    CharterFilters,
    CharterTable,
    Empty,
    ExportLink,
    Failure,
    PageHeader,
    Pager,
    RouterLink,
    SearchBox,
    Skeleton,
    TranslocoPipe,
  ],
  templateUrl: './charters-page.html',
})
export class ChartersPage {
  private readonly api = inject(ChartersApi);
  private readonly session = inject(Session);
  private readonly title = inject(PageTitle);
  private readonly words = inject(Words);
  protected readonly problems = inject(ProblemWords);

  protected readonly state = listState({ sort: '-updatedAt', filters: CHARTER_FILTERS });
  protected readonly resource = this.api.list(() => this.state.query());
  protected readonly page = keptValue(this.resource);
  private readonly all = this.api.count({});
  private readonly approved = this.api.count({ approved: true });
  private readonly inbox = this.api.inbox(() => this.session.may('inbox.read'));

  protected readonly mayCreate = computed(() => this.session.may('charter.create'));
  protected readonly forbidden = computed(() => problemOf(this.resource.error()).code === 'forbidden');
  protected readonly news = computed(() =>
    this.words.say(
      ...newsOf({
        all: this.all.hasValue() ? this.all.value().total : null,
        approved: this.approved.hasValue() ? this.approved.value().total : null,
        mine: this.inbox.hasValue() ? this.inbox.value().charters : [],
      }),
    ),
  );

  constructor() {
    effect(() => {
      if (this.all.hasValue()) this.title.say(this.news());
    });
  }
}
