import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { MANDATE_STATES } from '@sightline/contracts';
import {
  Chip,
  CodeLink,
  DayPipe,
  Empty,
  Failure,
  FilterButton,
  PageHeader,
  Pager,
  SearchBox,
  Skeleton,
  SortHeader,
} from '@sightline/ui';
import { keptValue } from '../../charters/kept-value';
import { PageTitle } from '../../platform/pages/page-title';
import { problemOf } from '../../platform/problems/problem-of';
import { ProblemWords } from '../../platform/problems/problem-words';
import { listState } from '../../platform/records/list-state';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { StrategyPlaces } from '../../strategy/strategy-places/strategy-places';
import { MandatesApi } from '../mandates-api';
import { onceEach } from '../once-each';

/** Orders from above and what became of each; the title says how many are still bare. */
@Component({
  selector: 'app-mandates-page',
  imports: [
    Chip,
    CodeLink,
    DayPipe,
    Empty,
    Failure,
    FilterButton,
    PageHeader,
    Pager,
    RouterLink,
    SearchBox,
    Skeleton,
    SortHeader,
    StrategyPlaces,
    TranslocoPipe,
  ],
  templateUrl: './mandates-page.html',
  styles: `
    th a {
      color: var(--sl-ink);
    }
    .codes {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 0 8px;
    }
  `,
})
export class MandatesPage {
  private readonly api = inject(MandatesApi);
  private readonly session = inject(Session);
  private readonly title = inject(PageTitle);
  private readonly words = inject(Words);
  protected readonly problems = inject(ProblemWords);

  protected readonly state = listState({ sort: '-dateReceived', filters: ['status'] });
  protected readonly resource = this.api.list(this.state.query);
  protected readonly page = keptValue(this.resource);
  private readonly bare = this.api.list(() => ({ status: 'untranslated', pageSize: 1 }));
  private readonly all = this.api.list(() => ({ pageSize: 1 }));

  protected readonly mayManage = computed(() => this.session.may('mandate.manage'));
  protected readonly forbidden = computed(() => problemOf(this.resource.error()).code === 'forbidden');
  protected readonly statuses = computed(() =>
    MANDATE_STATES.map((value) => ({ value, label: this.words.say(`ui.state.${value}`) })),
  );
  protected readonly news = computed(() => {
    if (!this.bare.hasValue() || !this.all.hasValue()) return this.words.say('mandates.title');
    const [n, total] = [this.bare.value().total, this.all.value().total];
    if (total === 0) return this.words.say('mandates.title');
    return this.words.say(n > 0 ? 'mandates.news' : 'mandates.newsWhole', { n, total });
  });

  protected readonly onceEach = onceEach;

  constructor() {
    effect(() => this.title.say(this.news()));
  }
}
