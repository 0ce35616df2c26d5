import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { BALLOT_OUTCOMES, DECISION_SUBJECTS, type DecisionSummary } from '@sightline/contracts';
import {
  Chip,
  CodeLink,
  Empty,
  Failure,
  FilterButton,
  MomentPipe,
  PageHeader,
  Pager,
  SearchBox,
  Skeleton,
  SortHeader,
} from '@sightline/ui';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemWords } from '../../platform/problems/problem-words';
import { ExportLink } from '../../platform/records/export-link';
import { linkOf } from '../../platform/records/link-of';
import { listState } from '../../platform/records/list-state';
import { Words } from '../../platform/words/words';
import { BoardApi } from '../board-api';
import { textOf } from '../text-of';

/** The register of decisions: who decided what, on what grounds, under which version of the strategy. */
@Component({
  selector: 'app-decision-list',
  imports: [
    Chip,
    CodeLink,
    Empty,
    ExportLink,
    Failure,
    FilterButton,
    MomentPipe,
    PageHeader,
    Pager,
    RouterLink,
    SearchBox,
    Skeleton,
    SortHeader,
    TranslocoPipe,
  ],
  templateUrl: './decision-list.html',
  styles: `
    .date {
      width: 150px;
    }
    .what {
      margin: 0 6px;
    }
  `,
})
export class DecisionList {
  private readonly api = inject(BoardApi);
  private readonly words = inject(Words);
  private readonly title = inject(PageTitle);
  protected readonly problems = inject(ProblemWords);

  protected readonly state = listState({ sort: '-decidedAt', filters: ['outcome', 'subjectType', 'from', 'to'] });
  protected readonly resource = this.api.decisions(this.state.query);
  protected readonly page = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  protected readonly news = computed(() => {
    const page = this.page();
    return page ? this.words.say('board.decisions.news', { n: page.total }) : this.words.say('board.decisions.title');
  });
  protected readonly outcomes = computed(() => this.options('outcome', BALLOT_OUTCOMES));
  protected readonly subjects = computed(() => this.options('subject', DECISION_SUBJECTS));
  protected readonly linkOf = linkOf;
  protected readonly textOf = textOf;

  constructor() {
    effect(() => this.title.say(this.news()));
  }

  protected tallyOf({ tally }: DecisionSummary): string {
    return this.words.say('board.decisions.tallyOf', { ...tally });
  }

  protected under({ strategyVersion }: DecisionSummary): string {
    return strategyVersion === null
      ? this.words.say('board.decisions.founding')
      : this.words.say('board.vote.rules.version', { n: strategyVersion });
  }

  private options(kind: string, values: readonly string[]) {
    return values.map((value) => ({ value, label: this.words.say(`board.${kind}.${value}`) }));
  }
}
