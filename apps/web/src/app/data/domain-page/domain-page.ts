import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Empty, Failure, Icon, Mark, Person, RecordHeader, Skeleton } from '@sightline/ui';
import { PageTitle } from '../../platform/pages/page-title';
import { problemOf } from '../../platform/problems/problem-of';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Words } from '../../platform/words/words';
import { DomainForm } from '../domain-parts/domain-form';
import { serves } from '../serves';
import { ChartersHeldUp } from './charters-held-up';
import { DomainDesk } from './domain-desk';
import { DomainRail } from './domain-rail';
import { EntityGrid } from './entity-grid';
import { FlowSection } from './flow-section';
import { followFragment } from './follow-fragment';
import { IssueSection } from './issue-section';
import { ReadinessBox } from './readiness-box';

/** One data domain: what it lacks first, then its entities, where they flow, and what is wrong with them. */
@Component({
  selector: 'app-domain-page',
  imports: [
    DomainForm,
    DomainRail,
    Empty,
    EntityGrid,
    Failure,
    FlowSection,
    Icon,
    IssueSection,
    Mark,
    Person,
    ReadinessBox,
    RecordHeader,
    RouterLink,
    Skeleton,
    TranslocoPipe,
  ],
  providers: [DomainDesk, ChartersHeldUp],
  templateUrl: './domain-page.html',
  styleUrl: './domain-page.css',
})
export class DomainPage {
  private readonly words = inject(Words);
  protected readonly desk = inject(DomainDesk);
  protected readonly charters = inject(ChartersHeldUp);
  protected readonly problems = inject(ProblemWords);

  readonly code = input.required<string>();

  protected readonly domain = this.desk.domain;
  protected readonly serves = serves;
  protected readonly people = ['owner', 'steward'] as const;
  protected readonly crumbs = computed(() => [{ label: this.words.say('data.title'), link: '/data' }]);
  protected readonly isGone = computed(() => problemOf(this.desk.resource.error()).code === 'not-found');
  protected readonly editing = computed(() => {
    const panel = this.desk.panel();
    return panel?.kind === 'domain' ? panel : null;
  });
  protected readonly touched = computed(() => {
    const n = this.charters.total();
    if (n === null) return null;
    const held = this.charters.held().length;
    const said = this.words.say('data.page.touchedBy', { n });
    return held > 0 ? said + this.words.say('data.page.held', { n: held }) : said;
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => this.desk.code.set(this.code()));
    effect(() => {
      const domain = this.domain();
      if (domain) title.say(`${domain.code} ${domain.name}`);
    });
    followFragment(this.desk);
  }
}
