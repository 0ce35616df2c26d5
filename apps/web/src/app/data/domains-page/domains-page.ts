import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { DOMAIN_TIERS } from '@sightline/contracts';
import { Empty, Failure, FilterButton, Icon, PageHeader, Pager, SearchBox, Skeleton } from '@sightline/ui';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemWords } from '../../platform/problems/problem-words';
import { ExportLink } from '../../platform/records/export-link';
import { listState } from '../../platform/records/list-state';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { DataApi } from '../data-api';
import { domainNews, domainTally } from './domain-news';
import { DomainTable } from './domain-table';

/** All data domains by tier and wave, with what each still lacks. */
@Component({
  selector: 'app-domains-page',
  imports: [
    DomainTable,
    Empty,
    ExportLink,
    Failure,
    FilterButton,
    Icon,
    PageHeader,
    Pager,
    RouterLink,
    SearchBox,
    Skeleton,
    TranslocoPipe,
  ],
  templateUrl: './domains-page.html',
})
export class DomainsPage {
  private readonly api = inject(DataApi);
  private readonly words = inject(Words);
  protected readonly session = inject(Session);
  protected readonly problems = inject(ProblemWords);

  protected readonly list = listState({ sort: 'tier', filters: ['tier', 'mine', 'owner', 'steward'] });
  protected readonly domains = this.api.list(() => this.list.query());
  protected readonly page = computed(() => (this.domains.hasValue() ? this.domains.value() : null));
  protected readonly news = computed(() => {
    const page = this.page();
    if (!page) return this.words.say('data.title');
    if (this.list.narrowed()) return this.words.say('data.news.found', { n: page.total });
    return domainNews(page.items, this.words);
  });
  protected readonly tally = computed(() => {
    const page = this.page();
    return page ? domainTally(page.items, page.total, this.words) : '';
  });
  protected readonly filters = computed(() => [
    {
      name: 'tier',
      label: this.words.say('data.filter.tier'),
      options: DOMAIN_TIERS.map((value) => ({ value, label: this.words.say(`data.tier.${value}`) })),
    },
    {
      name: 'mine',
      label: this.words.say('data.filter.mine'),
      options: [
        { value: 'true', label: this.words.say('data.filter.me') },
        { value: 'false', label: this.words.say('data.filter.others') },
      ],
    },
  ]);

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      if (this.page()) title.say(this.news());
    });
  }

  protected choose(name: string, value: string | null): void {
    this.list.set({ [name]: value });
  }
}
