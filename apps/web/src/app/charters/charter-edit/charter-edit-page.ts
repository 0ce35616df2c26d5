import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Banner, Chip, Failure, RecordHeader, Skeleton, Steps, type Step } from '@sightline/ui';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { ChartersApi } from '../charters-api';
import { gateAsked } from '../gate-asked';
import { keptValue } from '../kept-value';
import { CitedKpis } from './cited-kpis';
import { DataStep } from './data-step';
import { DraftConflicts } from './draft-conflicts';
import { DraftRefusals } from './draft-refusals';
import { DraftStore } from './draft-store';
import { EditFoot } from './edit-foot';
import { EDIT_STEPS, failingIn, stepAt, stepState, type EditStep } from './edit-steps';
import { FactsStep } from './facts-step';
import { KpisStep } from './kpis-step';
import { LandscapeStep } from './landscape-step';
import { MilestonesStep } from './milestones-step';
import { OutcomeStep } from './outcome-step';
import { PeopleStep } from './people-step';
import { PrinciplesStep } from './principles-step';
import { RequirementsStep } from './requirements-step';
import { ResilienceStep } from './resilience-step';
import { StandingBanner } from './standing-banner';
import { StepGaps } from './step-gaps';

/** What the bar at the top and the tabs at the foot of a phone cover, in px. */
const COVERED = 96;

/** A charter is written in steps that can be left and taken up in any order; a fragment puts the cursor into its field. */
@Component({
  selector: 'app-charter-edit-page',
  imports: [
    Banner,
    Chip,
    DataStep,
    DraftConflicts,
    EditFoot,
    FactsStep,
    Failure,
    KpisStep,
    LandscapeStep,
    MilestonesStep,
    OutcomeStep,
    PeopleStep,
    PrinciplesStep,
    RecordHeader,
    RequirementsStep,
    ResilienceStep,
    RouterLink,
    Skeleton,
    StandingBanner,
    StepGaps,
    Steps,
    TranslocoPipe,
  ],
  providers: [DraftRefusals, DraftStore, CitedKpis],
  templateUrl: './charter-edit-page.html',
  styleUrl: './charter-edit-page.css',
})
export class CharterEditPage {
  private readonly api = inject(ChartersApi);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly session = inject(Session);
  private readonly words = inject(Words);
  private readonly title = inject(PageTitle);
  protected readonly store = inject(DraftStore);
  protected readonly problems = inject(ProblemWords);

  readonly code = input.required<string>();

  protected readonly resource = this.api.charter(() => this.code());
  private readonly gate = keptValue(this.api.gate(() => gateAsked(this.store.charter())));
  private readonly fragment = toSignal(this.route.fragment, { initialValue: this.route.snapshot.fragment });
  /** A step taken by its tab leaves the focus on the tab. */
  private takenByTab: string | null = null;

  protected readonly charter = this.store.charter;
  protected readonly crumbs = computed(() => [
    { label: this.words.say('shell.charters'), link: '/charters' },
    { label: this.code(), link: ['/charters', this.code()] },
  ]);
  protected readonly mayEdit = computed(() => {
    const own = this.charter()?.lead?.id === this.session.me()?.user.id;
    return this.session.may('charter.edit', { own });
  });
  protected readonly writable = computed(() => this.mayEdit() && this.store.phase() !== 'closed');
  protected readonly step = computed(() => stepAt(this.fragment()));
  protected readonly gaps = computed(() => failingIn(this.step(), this.gate()?.checks ?? []));
  protected readonly steps = computed<Step[]>(() => {
    const charter = this.charter();
    const written = {
      ...this.store.model(),
      milestones: charter?.milestones.length ?? 0,
      requirements: charter?.requirements.length ?? 0,
    };
    return EDIT_STEPS.map((key) => ({
      key,
      label: this.words.say(`charters.step.${key}`),
      state: stepState(key, this.gate()?.checks ?? [], written),
    }));
  });

  constructor() {
    // Who signs in again in the middle is the same person: what was read when the page opened is not put back.
    const writer = computed(() => this.session.me()?.user.id);
    effect(() => {
      const user = writer();
      const charter = this.resource.hasValue() ? this.resource.value() : null;
      if (user !== undefined && charter) {
        untracked(() => this.store.open(charter, user, this.session.me()?.organisation.currency ?? ''));
      }
    });
    effect(() => {
      const charter = this.charter();
      if (charter) this.title.say(this.words.say('charters.editTitle', { code: charter.code, title: charter.title }));
    });
    effect(() => {
      const fragment = this.fragment();
      if (fragment && this.writable() && fragment !== this.takenByTab) setTimeout(() => focusOn(fragment));
      this.takenByTab = null;
    });
  }

  protected turnTo(step: string): void {
    this.store.left();
    this.takenByTab = step;
    void this.router.navigate([], { relativeTo: this.route, fragment: step, replaceUrl: true });
  }

  protected next(): void {
    const at = EDIT_STEPS.indexOf(this.step());
    const step: EditStep | undefined = EDIT_STEPS[at + 1];
    if (step) this.turnTo(step);
    else void this.router.navigate(['/charters', this.code()]);
  }
}

function focusOn(field: string): void {
  const control = document.getElementById(field);
  if (!control) return;
  control.focus({ preventScroll: true });
  const { top, bottom } = control.getBoundingClientRect();
  if (top < COVERED || bottom > innerHeight - COVERED) control.scrollIntoView({ block: 'center' });
}
