import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Empty, Failure, PageHeader, SectionHeader, Skeleton } from '@sightline/ui';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Words } from '../../platform/words/words';
import { BoardApi } from '../board-api';
import { DecisionRow } from '../decisions/decision-row';
import { ProposalRow } from './proposal-row';

const DECIDED_SHOWN = 5;

/** What waits for the reader, what else is in voting, and what was decided lately. */
@Component({
  selector: 'app-board-page',
  imports: [DecisionRow, Empty, Failure, PageHeader, ProposalRow, RouterLink, SectionHeader, Skeleton, TranslocoPipe],
  templateUrl: './board-page.html',
})
export class BoardPage {
  private readonly api = inject(BoardApi);
  private readonly words = inject(Words);
  private readonly title = inject(PageTitle);
  protected readonly problems = inject(ProblemWords);

  protected readonly open = this.api.proposals(() => ({ status: 'open', sort: 'dueAt', pageSize: 200 }));
  protected readonly decided = this.api.decisions(() => ({ pageSize: DECIDED_SHOWN }));

  private readonly proposals = computed(() => (this.open.hasValue() ? this.open.value().items : null));
  protected readonly awaiting = computed(() => this.proposals()?.filter(({ awaitingMe }) => awaitingMe) ?? []);
  protected readonly others = computed(() => this.proposals()?.filter(({ awaitingMe }) => !awaitingMe) ?? []);
  protected readonly nothing = computed(() => this.proposals()?.length === 0);
  protected readonly decisions = computed(() => (this.decided.hasValue() ? this.decided.value().items : []));
  protected readonly news = computed(() => {
    const proposals = this.proposals();
    if (!proposals) return this.words.say('board.title');
    if (this.awaiting().length > 0) return this.words.say('board.news.waiting', { n: this.awaiting().length });
    if (proposals.length > 0) return this.words.say('board.news.open', { n: proposals.length });
    return this.words.say('board.news.nothing');
  });

  constructor() {
    effect(() => this.title.say(this.news()));
  }
}
