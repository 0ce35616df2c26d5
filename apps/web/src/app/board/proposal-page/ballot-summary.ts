import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { BallotReason, Proposal } from '@sightline/contracts';
import { type BallotRule, BallotRules } from '@sightline/ui';
import { Words } from '../../platform/words/words';

/** The board's rules for this proposal and how far they are met, in figures and in words. */
@Component({
  selector: 'app-ballot-summary',
  imports: [BallotRules, TranslocoPipe],
  template: `
    <ui-ballot-rules [rules]="rules()" />
    @for (reason of proposal().why; track reason.code) {
      <p class="i2">{{ worded(reason) }}</p>
    }
    <p class="m">
      {{
        'board.vote.rules.under'
          | transloco: { rule: ('board.rule.' + proposal().rule | transloco), board: proposal().board.name }
      }}
    </p>
  `,
  styles: `
    p {
      margin-top: 4px;
    }
  `,
})
export class BallotSummary {
  private readonly words = inject(Words);

  readonly proposal = input.required<Proposal>();

  protected readonly rules = computed<BallotRule[]>(() => {
    const { result, constituencies, rule, tally } = this.proposal();
    const voted = constituencies.filter((constituency) => constituency.voted).length;
    const cast = tally.approve + tally.reject;
    return [
      this.rule('constituencies', this.of(voted, constituencies.length), voted === constituencies.length),
      this.rule('seats', this.of(result.seatsVoted, result.eligibleSeats), result.seatsVoted >= result.seatsNeeded),
      rule === 'two_thirds'
        ? this.rule(rule, this.of(tally.approve, cast), cast > 0 && 3 * tally.approve >= 2 * cast)
        : this.rule(
            rule,
            this.words.say('board.vote.rules.against', { n: tally.approve, total: tally.reject }),
            rule === 'unanimous' ? tally.reject === 0 && tally.approve > 0 : tally.approve > tally.reject,
          ),
    ];
  });

  protected worded({ code, params }: BallotReason): string {
    const names = params['constituencies'];
    const outcome = typeof params['outcome'] === 'string' ? this.words.say(`board.outcome.${params['outcome']}`) : '';
    return this.words.say(`board.why.${code}`, { ...params, n: Array.isArray(names) ? names.length : 0, outcome });
  }

  private rule(key: string, figure: string, met: boolean): BallotRule {
    return { label: this.words.say(`board.vote.rules.${key}`), figure, met };
  }

  private of(n: number, total: number): string {
    return this.words.say('board.vote.rules.of', { n, total });
  }
}
