import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Charter, GateCheckAnswer } from '@sightline/contracts';
import { Failure, LineOfSight, PageHeader, SectionHeader, Skeleton } from '@sightline/ui';
import { PageTitle } from '../../platform/pages/page-title';
import { problemOf } from '../../platform/problems/problem-of';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { charterPhase } from '../charter-phase';
import { ChartersApi } from '../charters-api';
import { CitedRecords } from '../cited-records';
import { gateAsked } from '../gate-asked';
import { keptValue } from '../kept-value';
import { MilestoneList } from '../plan/milestone-list';
import { RequirementList } from '../plan/requirement-list';
import { CharterAlignment } from './charter-alignment';
import { CharterGate } from './charter-gate';
import { CharterHead } from './charter-head';
import { CharterHistory } from './charter-history';
import { CharterLinks } from './charter-links';
import { sightOf } from './charter-sight';
import { CharterReaffirm } from './charter-reaffirm';
import { CharterStanding } from './charter-standing';
import { DataTouched } from './data-touched';
import { FactsSection } from './facts-section';
import { KpiEffects } from './kpi-effects';
import { OutcomeSection } from './outcome-section';
import { PrinciplesUpheld } from './principles-upheld';
import { ResilienceSection } from './resilience-section';

/** A charter: what to do next, its line of sight, and everything the board weighs. */
@Component({
  selector: 'app-charter-page',
  imports: [
    CharterAlignment,
    CharterGate,
    CharterHead,
    CharterHistory,
    CharterLinks,
    CharterReaffirm,
    CharterStanding,
    DataTouched,
    FactsSection,
    Failure,
    KpiEffects,
    LineOfSight,
    MilestoneList,
    OutcomeSection,
    PageHeader,
    PrinciplesUpheld,
    RequirementList,
    ResilienceSection,
    RouterLink,
    SectionHeader,
    Skeleton,
    TranslocoPipe,
  ],
  templateUrl: './charter-page.html',
})
export class CharterPage {
  private readonly api = inject(ChartersApi);
  private readonly cited = inject(CitedRecords);
  private readonly session = inject(Session);
  private readonly title = inject(PageTitle);
  private readonly words = inject(Words);
  protected readonly problems = inject(ProblemWords);

  readonly code = input.required<string>();

  protected readonly resource = this.api.charter(() => this.code());
  protected readonly charter = keptValue(this.resource);
  protected readonly gateResource = this.api.gate(() => gateAsked(this.charter() ?? null));
  protected readonly gate = keptValue(this.gateResource);
  private readonly kpiRecords = this.cited.kpis(() => this.charter()?.kpis.map(({ kpi }) => kpi.id) ?? []);
  private readonly domainRecords = this.cited.domains(
    () => this.charter()?.domains.map(({ domain }) => domain.id) ?? [],
  );
  protected readonly kpis = keptValue(this.kpiRecords);
  protected readonly domains = keptValue(this.domainRecords);

  protected readonly phase = computed(() => charterPhase(this.charter() ?? null));
  protected readonly own = computed(() => {
    const me = this.session.me();
    return me !== null && this.charter()?.lead?.id === me.user.id;
  });
  protected readonly mayEdit = computed(
    () => this.phase() !== 'closed' && this.session.may('charter.edit', { own: this.own() }),
  );
  protected readonly sight = computed(() => {
    const charter = this.charter();
    return charter ? sightOf(charter, this.gate()?.checks ?? [], this.words) : [];
  });
  /** Not there, or not visible: that is no failure to try again. */
  protected readonly missing = computed(() => problemOf(this.resource.error()).code === 'not-found');

  constructor() {
    effect(() => {
      const charter = this.charter();
      if (charter) this.title.say(`${charter.code} ${charter.title}`);
    });
  }

  /** After a step the answer is the charter as it stands now. */
  protected take(charter: Charter): void {
    this.charter.set(charter);
  }

  /** The gate was asked under lock at the submission: what it said then stands before what we had read. */
  protected refused(checks: GateCheckAnswer[]): void {
    const gate = this.gate();
    if (gate && checks.length > 0) this.gate.set({ ...gate, open: false, checks });
    else this.gateResource.reload();
  }

  protected reread(): void {
    this.resource.reload();
  }
}
