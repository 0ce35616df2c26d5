import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { StrategyVersion } from '@sightline/contracts';
import { CodeLink, DayPipe, MomentPipe, RailSection } from '@sightline/ui';
import { linkOf } from '../../platform/records/link-of';
import { Words } from '../../platform/words/words';
import { StrategyApi } from '../strategy-api';

/** Who ratified this version, when and by which rule, and the hash that proves it has not changed since. */
@Component({
  selector: 'app-strategy-seal',
  imports: [CodeLink, DayPipe, MomentPipe, RailSection, TranslocoPipe],
  templateUrl: './seal.html',
  styles: `
    p {
      padding-top: 6px;
    }
    code {
      overflow-wrap: anywhere;
    }
  `,
})
export class StrategySeal {
  private readonly api = inject(StrategyApi);
  private readonly words = inject(Words);

  readonly version = input.required<StrategyVersion>();

  protected readonly decision = this.api.decision(() => this.version().ratifiedAt && this.version().decision?.code);
  protected readonly linkOf = linkOf;
  protected readonly anyAuthor = computed(() => this.version().authors.some(({ business, it }) => business || it));
  protected readonly names = computed(() =>
    this.version()
      .signatories.map(({ name }) => name)
      .join(', '),
  );
  /** "two thirds, 7 of 8 seats": as the decision recorded it. */
  protected readonly vote = computed(() => {
    if (!this.decision.hasValue()) return '';
    const { rule, record } = this.decision.value();
    const params = {
      rule: this.words.say(`strategy.right.rules.${rule}`),
      n: record.seats.filter(({ choice }) => choice === 'approve').length,
      of: record.seats.length,
    };
    return this.words.say('strategy.seal.vote', params);
  });
}
