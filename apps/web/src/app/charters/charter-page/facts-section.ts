import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Charter, CharterException, Fact, FactValue } from '@sightline/contracts';
import { Chip, CodeLink, DayPipe, formatMeasure, Hole, SectionHeader, Stat } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { DecidingStrategy } from '../deciding-strategy';

/** The fact sheet with what the principles say to it, and every exception the charter has or had. */
@Component({
  selector: 'app-facts-section',
  imports: [Chip, CodeLink, DayPipe, Hole, RouterLink, SectionHeader, Stat, TranslocoPipe],
  providers: [DecidingStrategy],
  templateUrl: './facts-section.html',
  styles: `
    .title {
      font: 600 16px/24px var(--sl-font-law);
    }
    .one {
      padding: 8px 0;
      border-top: 1px solid var(--sl-line);
    }
    .tb {
      margin-top: 12px;
    }
    ui-hole {
      display: inline-block;
      padding: 6px 10px;
      min-height: 0;
    }
  `,
})
export class FactsSection {
  private readonly words = inject(Words);
  protected readonly strategy = inject(DecidingStrategy);

  readonly charter = input.required<Charter>();
  readonly mayEdit = input(false);

  /** The questions that a principle needs, and whatever else was answered. */
  protected readonly rows = computed(() =>
    this.strategy
      .facts()
      .map((fact) => ({ fact, answer: this.charter().facts[fact.name] }))
      .filter(({ fact, answer }) => answer !== undefined || fact.name in this.strategy.askedBy())
      .map(({ fact, answer }) => ({ fact, answer: answer === undefined ? null : this.textOf(fact, answer) })),
  );
  /** What needs a word of the board; principles that allow or prefer this are no news. */
  protected readonly said = computed(() =>
    this.strategy
      .weigh(this.charter().facts)
      .filter(({ said }) => said.outcome === 'exception_required' || said.outcome === 'avoid')
      .map(({ principle, said }) => ({
        principle,
        said,
        because: this.charter().deviations.find((one) => one.principle.id === principle.id)?.reason ?? '',
        excuse: said.outcome === 'exception_required' ? this.granted(principle.id) : undefined,
      })),
  );
  protected readonly shown = computed(
    () => this.rows().length > 0 || this.said().length > 0 || this.charter().exceptions.length > 0,
  );

  private granted(principleId: string): CharterException | undefined {
    return this.charter().exceptions.find(
      ({ principle, status }) => principle.id === principleId && status === 'granted',
    );
  }

  private textOf({ unit }: Fact, answer: FactValue): string {
    if (typeof answer === 'boolean') return this.words.say(answer ? 'tables.yes' : 'tables.no');
    return typeof answer === 'number' ? formatMeasure(answer, unit, this.words.locale()) : answer;
  }
}
