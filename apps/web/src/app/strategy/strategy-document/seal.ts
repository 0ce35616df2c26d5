import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { StrategyVersion } from '@sightline/contracts';
import { CodeLink, DayPipe, formatMoment, RailSection, Speech } from '@sightline/ui';
import { linkOf } from '../../platform/records/link-of';
import { Words } from '../../platform/words/words';
import { StrategyApi } from '../strategy-api';

/** Who ratified this version, when and by which rule, and the hash that proves it has not changed since. */
@Component({
  selector: 'app-strategy-seal',
  imports: [CodeLink, DayPipe, RailSection, TranslocoPipe],
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
  private readonly speech = inject(Speech);

  readonly version = input.required<StrategyVersion>();

  protected readonly decision = this.api.decision(() => this.version().ratifiedAt && this.version().decision?.code);
  protected readonly linkOf = linkOf;
  protected readonly names = computed(() =>
    this.version()
      .signatories.map(({ name }) => name)
      .join(', '),
  );
  protected readonly hash = computed(() => {
    const hash = this.version().contentHash ?? '';
    return `${hash.slice(0, 4)}…${hash.slice(-4)}`;
  });
  /** "12 March 2026, two thirds, 7 of 8 seats", the vote as the decision recorded it. */
  protected readonly ratified = computed(() => {
    const at = this.version().ratifiedAt ?? '';
    const on = at && formatMoment(at, this.speech.locale(), this.speech.timeZone(), 'day');
    if (!this.decision.hasValue()) return on;
    const { rule, record } = this.decision.value();
    return this.words.say('strategy.seal.vote', {
      on,
      rule: this.words.say(`strategy.right.rules.${rule}`),
      n: record.seats.filter(({ choice }) => choice === 'approve').length,
      of: record.seats.length,
    });
  });
  /** Who wrote what; sections by the same two people stand together. */
  protected readonly authors = computed(() => {
    const written = new Map<string, string[]>();
    for (const { section, business, it } of this.version().authors) {
      const names = [business?.name, it?.name].filter((name) => name !== undefined).join(', ');
      const title = this.words.say(`strategy.section.${section}`);
      if (names) written.set(names, [...(written.get(names) ?? []), title]);
    }
    return [...written].map(([names, sections]) => ({ names, sections: sections.join(', ') }));
  });
}
