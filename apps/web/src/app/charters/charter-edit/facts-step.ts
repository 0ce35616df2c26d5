import { Component, computed, effect, inject } from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  type CharterException,
  DEVIATION_REASON_MAX,
  type FactAnswers,
  type TableEvaluation,
} from '@sightline/contracts';
import { Chip, CodeLink, DayPipe, Empty, Field, FieldControl, Hole, Skeleton, Stat } from '@sightline/ui';
import { FactInputs } from '../../strategy/decision-table/fact-inputs';
import { DecidingStrategy } from '../deciding-strategy';
import { DraftStep } from './draft-step';

/** Where the gate leads to. */
const LED_TO: readonly string[] = ['facts', 'exceptions', 'deviations'];
/** Exceptions that count, or will once the board has said so. */
const STANDING: readonly CharterException['status'][] = ['draft', 'proposed', 'granted'];

/** The questions of the strategy, and what its principles say to the answers as one gives them. */
@Component({
  selector: 'app-facts-step',
  imports: [
    Chip,
    CodeLink,
    DayPipe,
    Empty,
    FactInputs,
    Field,
    FieldControl,
    Hole,
    RouterLink,
    Skeleton,
    Stat,
    TranslocoPipe,
  ],
  providers: [DecidingStrategy],
  templateUrl: './facts-step.html',
  styleUrl: './cited.css',
})
export class FactsStep extends DraftStep {
  protected readonly strategy = inject(DecidingStrategy);

  protected readonly reasonMax = DEVIATION_REASON_MAX;
  protected readonly answers = computed(() => this.store.model().facts);
  protected readonly weighed = computed(() =>
    this.strategy.weigh(this.answers()).map(({ principle, said }) => ({
      principle,
      said,
      exceptions: this.exceptionsFrom(principle.id),
      // The gate leads to the first of its kind.
      anchor: principle.id === this.firstOf('exception_required') ? 'exceptions' : `except-${principle.code}`,
      field: principle.id === this.firstOf('avoid') ? 'deviations' : `deviation-${principle.code}`,
    })),
  );
  protected readonly code = computed(() => this.store.charter()?.code ?? '');

  private readonly missing = computed(
    () =>
      this.strategy.facts().find(({ name }) => name in this.strategy.askedBy() && this.answers()[name] === undefined)
        ?.name,
  );

  constructor() {
    super();
    const { fragment } = inject(ActivatedRoute).snapshot;
    const once = effect(() => {
      if (this.strategy.loading() || !fragment || !LED_TO.includes(fragment)) return;
      // The page looked for the field before the questions were here.
      setTimeout(() => document.getElementById(fragment)?.focus());
      once.destroy();
    });
  }

  protected answer(facts: FactAnswers): void {
    this.store.set('facts', facts);
  }

  /** Led here by the gate: on to the first question without an answer. */
  protected toFirstOpen(): void {
    const name = this.missing();
    if (name) document.getElementById(`fact-${name}`)?.focus();
  }

  protected questionsOf({ missingFacts }: TableEvaluation): string[] {
    return this.strategy
      .facts()
      .filter(({ name }) => missingFacts.includes(name))
      .map(({ name, question }) => question || name);
  }

  protected reasonFor(id: string): string {
    return this.store.model().deviations.find(({ principle }) => principle.id === id)?.reason ?? '';
  }

  protected explain({ id, code, title }: { id: string; code: string; title: string }, reason: string): void {
    const others = this.store.model().deviations.filter(({ principle }) => principle.id !== id);
    this.store.set('deviations', [...others, { principle: { id, code, name: title }, reason }]);
  }

  private exceptionsFrom(id: string): CharterException[] {
    const all = this.store.charter()?.exceptions ?? [];
    return all.filter(({ principle, status }) => principle.id === id && STANDING.includes(status));
  }

  private firstOf(outcome: TableEvaluation['outcome']): string | undefined {
    return this.strategy.weigh(this.answers()).find(({ said }) => said.outcome === outcome)?.principle.id;
  }
}
