import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { IMPORT_KINDS, IMPORT_STATUSES } from '@sightline/contracts';
import {
  Empty,
  Failure,
  FilterButton,
  Icon,
  MomentPipe,
  PageHeader,
  Pager,
  Person,
  SearchBox,
  Skeleton,
  SortHeader,
} from '@sightline/ui';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemWords } from '../../platform/problems/problem-words';
import { listState } from '../../platform/records/list-state';
import { Words } from '../../platform/words/words';
import { ImportProgress } from '../import-progress';
import { ImportState } from '../import-state';
import { ImportsApi } from '../imports-api';

/** Every file that was checked, and what became of it. */
@Component({
  selector: 'app-imports-page',
  imports: [
    Empty,
    Failure,
    FilterButton,
    Icon,
    ImportProgress,
    ImportState,
    MomentPipe,
    PageHeader,
    Pager,
    Person,
    RouterLink,
    SearchBox,
    Skeleton,
    SortHeader,
    TranslocoPipe,
  ],
  templateUrl: './imports-page.html',
})
export class ImportsPage {
  private readonly words = inject(Words);
  protected readonly problems = inject(ProblemWords);

  protected readonly list = listState({ sort: '-createdAt', filters: ['kind', 'status'] });
  protected readonly imports = inject(ImportsApi).list(() => this.list.query());
  protected readonly page = computed(() => (this.imports.hasValue() ? this.imports.value() : null));
  protected readonly news = computed(() => {
    const page = this.page();
    if (!page) return this.words.say('imports.title');
    if (this.list.narrowed()) return this.words.say('imports.news.found', { n: page.total });
    const waiting = page.items.filter(({ status }) => status === 'checked').length;
    if (waiting > 0) return this.words.say('imports.news.waiting', { n: waiting });
    return this.words.say(`imports.news.${page.items[0]?.status ?? 'none'}`);
  });
  protected readonly filters = computed(() => [
    {
      name: 'kind',
      label: this.words.say('imports.filter.kind'),
      options: IMPORT_KINDS.map((value) => ({ value, label: this.words.say(`imports.kind.${value}`) })),
    },
    {
      name: 'status',
      label: this.words.say('imports.filter.status'),
      options: IMPORT_STATUSES.map((value) => ({ value, label: this.words.say(`imports.status.${value}`) })),
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
