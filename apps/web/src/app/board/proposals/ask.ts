import { Component, computed, inject, input } from '@angular/core';
import type { DecisionSubject, ProposalAsk } from '@sightline/contracts';
import { formatDay, formatMeasure, formatMoney, Speech } from '@sightline/ui';
import { Words } from '../../platform/words/words';

/** What a voter has to take in stands between two pairs of asterisks in the sentence. */
const EMPHASIS = '**';
/** The sentence around a reason brings its own. */
const FULL_STOP = /\.\s*$/;

/** What is asked of the board, in one sentence. */
@Component({
  selector: 'app-ask',
  template: `
    @for (part of parts(); track $index) {
      @if ($odd) {
        <b [textContent]="part"></b>
      } @else {
        <span [textContent]="part"></span>
      }
    }
  `,
})
export class Ask {
  private readonly words = inject(Words);
  private readonly speech = inject(Speech);

  readonly subjectType = input.required<DecisionSubject>();
  readonly ask = input.required<ProposalAsk>();
  /** Also names who answers for it. */
  readonly people = input(false);

  protected readonly parts = computed(() =>
    [this.sentence(), this.people() ? this.whoAnswers() : ''].filter(Boolean).join(' ').split(EMPHASIS),
  );

  private readonly sentence = computed(() => {
    const ask = this.ask();
    if (this.subjectType() === 'strategy_version') return this.words.say('board.ask.version', { n: ask.versionNumber });
    if (ask.deviation) {
      const { principle, charter, until } = ask.deviation;
      return this.words.say('board.ask.exception', {
        principle,
        charter,
        until: formatDay(until, this.speech.locale()),
      });
    }
    const change = ask.reason
      ? `${this.words.say('board.ask.change', { reason: ask.reason.replace(FULL_STOP, '') })} `
      : '';
    return change + this.approval(ask);
  });

  private approval({ kpi, budget, outcomeStatement }: ProposalAsk): string {
    const locale = this.speech.locale();
    const free = budget ? '' : 'Free';
    const money = budget ? { budget: formatMoney(budget, locale) } : {};
    if (!kpi || kpi.from === null || kpi.to === null || kpi.by === null) {
      return this.words.say(`board.ask.plain${free}`, { ...money, statement: outcomeStatement });
    }
    return this.words.say(`board.ask.moves${free}`, {
      ...money,
      kpi: kpi.name,
      from: formatMeasure(kpi.from, kpi.unit, locale),
      to: formatMeasure(kpi.to, kpi.unit, locale),
      by: formatDay(kpi.by, locale),
    });
  }

  private whoAnswers(): string {
    const { sponsor, itLead } = this.ask();
    if (sponsor === undefined && itLead === undefined) return '';
    const nobody = this.words.say('board.ask.nobody');
    return this.words.say('board.ask.people', { sponsor: sponsor ?? nobody, itLead: itLead ?? nobody });
  }
}
