import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SetUpDone } from '@sightline/contracts';
import { ErrorSummary, type FieldIssue, Skeleton, type Step, Steps, ToastBox } from '@sightline/ui';
import { ProblemWords } from '../../platform/problems/problem-words';
import { fieldErrors } from '../../platform/problems/form-errors';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { Door } from '../door';
import { EntryApi } from '../entry-api';
import { BoardStep } from './board-step';
import { OrganisationStep } from './organisation-step';
import { SET_UP_STEPS, SetUpForm, type SetUpStep } from './set-up-form';
import { SetUpLinks } from './set-up-links';
import { YouStep } from './you-step';

/** From nothing to a board that can vote: three steps in any order, then everybody's link. It closes itself. */
@Component({
  selector: 'app-set-up-page',
  imports: [
    BoardStep,
    Door,
    ErrorSummary,
    OrganisationStep,
    RouterLink,
    SetUpLinks,
    Skeleton,
    Steps,
    ToastBox,
    TranslocoPipe,
    YouStep,
  ],
  providers: [SetUpForm],
  styleUrl: '../door.css',
  templateUrl: './set-up-page.html',
})
export class SetUpPage {
  private readonly api = inject(EntryApi);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  private readonly problems = inject(ProblemWords);
  protected readonly form = inject(SetUpForm);

  protected readonly state = this.api.setUpState();
  protected readonly open = computed(() => this.state.hasValue() && this.state.value().open);
  protected readonly step = signal<SetUpStep>('organisation');
  protected readonly last = computed(() => this.step() === SET_UP_STEPS[SET_UP_STEPS.length - 1]);
  protected readonly steps = computed<Step[]>(() =>
    SET_UP_STEPS.map((key) => ({
      key,
      label: this.words.say(`entry.setUp.steps.${key}`),
      state: this.form.stateOf(key),
    })),
  );
  protected readonly issues = signal<FieldIssue[]>([]);
  protected readonly refusal = signal('');
  protected readonly done = signal<SetUpDone | null>(null);
  protected readonly heading = computed(() =>
    this.words.say(this.done() ? 'entry.setUp.done.title' : 'entry.setUp.title'),
  );

  protected turnTo(step: string): void {
    this.issues.set([]);
    this.step.set(SET_UP_STEPS.find((key) => key === step) ?? 'organisation');
  }

  protected goOn(event: Event): void {
    event.preventDefault();
    this.issues.set(this.form.issuesOf(this.step()));
    if (this.issues().length > 0) return;
    const next = SET_UP_STEPS[SET_UP_STEPS.indexOf(this.step()) + 1];
    if (next) this.turnTo(next);
    else void this.finish();
  }

  /** Sends everything at once; the first step with something wrong is shown instead. */
  private async finish(): Promise<void> {
    const wrong = SET_UP_STEPS.find((step) => this.form.issuesOf(step).length > 0);
    const shared = this.form.shared();
    if (wrong) {
      this.turnTo(wrong);
      this.issues.set(this.form.issuesOf(wrong));
    } else if (shared) {
      this.refusal.set(this.words.say('entry.setUp.twice', { email: shared }));
    } else {
      await this.send();
    }
  }

  private async send(): Promise<void> {
    this.refusal.set('');
    try {
      this.done.set(await this.api.setUp(this.form.answer()));
    } catch (error) {
      const named = [...fieldErrors(error)].map(([pointer, message]) => ({
        field: pointer.slice(1).replaceAll('/', '-'),
        message,
      }));
      this.issues.set(named);
      if (named.length === 0) this.refusal.set(this.problems.say(error));
    }
  }

  /** The wizard still knows the password: one click instead of typing it again. */
  protected async enter(): Promise<void> {
    const { email, password } = this.form.answer().administrator;
    try {
      await this.session.signIn({ email, password });
      await this.router.navigateByUrl('/');
    } catch {
      await this.router.navigateByUrl('/sign-in');
    }
  }
}
