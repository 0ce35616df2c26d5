import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MandateGap } from '@sightline/contracts';
import { Chip, DayPipe, Empty, Failure, Hole, Icon, Mark, Person, RecordHeader, Skeleton } from '@sightline/ui';
import { keptValue } from '../../charters/kept-value';
import { PageTitle } from '../../platform/pages/page-title';
import { problemOf } from '../../platform/problems/problem-of';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { StrategyApi } from '../../strategy/strategy-api';
import { MandatesApi } from '../mandates-api';
import { onceEach } from '../once-each';
import { MandatePrincipleCard } from './mandate-principle';

/** The order on one side, the principles it became on the other, and between them what is missing. */
@Component({
  selector: 'app-mandate-page',
  imports: [
    Chip,
    DayPipe,
    Empty,
    Failure,
    Hole,
    Icon,
    MandatePrincipleCard,
    Mark,
    Person,
    RecordHeader,
    RouterLink,
    Skeleton,
    TranslocoPipe,
  ],
  templateUrl: './mandate-page.html',
  styleUrl: './mandate-page.css',
})
export class MandatePage {
  private readonly session = inject(Session);
  private readonly title = inject(PageTitle);
  private readonly words = inject(Words);
  protected readonly problems = inject(ProblemWords);

  readonly code = input.required<string>();

  protected readonly resource = inject(MandatesApi).mandate(this.code);
  protected readonly mandate = keptValue(this.resource);
  private readonly versions = inject(StrategyApi).versions();

  protected readonly principles = computed(() => onceEach(this.mandate()?.principles ?? []));
  protected readonly missing = computed(() => problemOf(this.resource.error()).status === 404);
  protected readonly mayManage = computed(() => this.session.may('mandate.manage'));
  protected readonly crumbs = computed(() => [
    { label: this.words.say('strategy.title'), link: '/strategy' },
    { label: this.words.say('mandates.title'), link: '/strategy/mandates' },
  ]);
  /** Where the missing words are written: the draft, for those who may write in it. */
  protected readonly draft = computed(() => {
    const all = this.versions.hasValue() ? this.versions.value().items : [];
    const draft = all.find(({ status }) => status === 'draft');
    return draft && this.session.may('strategy.edit') ? draft.number : null;
  });

  constructor() {
    effect(() => {
      const mandate = this.mandate();
      if (mandate) this.title.say(`${mandate.code} ${mandate.title}`);
    });
  }

  /** What a draft can mend; the rest is for the board. */
  protected isWritten(gap: MandateGap): boolean {
    return gap !== 'not-in-force';
  }
}
