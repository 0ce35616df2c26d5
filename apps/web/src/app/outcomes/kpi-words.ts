import { inject, Injectable } from '@angular/core';
import type { Kpi, KpiPart, KpiTarget } from '@sightline/contracts';
import { formatMeasure, Speech } from '@sightline/ui';
import { Words } from '../platform/words/words';

const DAY_MS = 86_400_000;

/** What is said about a KPI in more than one place. */
@Injectable({ providedIn: 'root' })
export class KpiWords {
  private readonly words = inject(Words);
  private readonly speech = inject(Speech);

  measure(value: number, unit: string | null): string {
    return formatMeasure(value, unit, this.words.locale());
  }

  /** The target as a value or as limits, without its date; empty when there is none. */
  target(target: KpiTarget | null, unit: string | null): string {
    if (!target) return '';
    const [value, lower, upper] = [target.value, target.lower, target.upper].map((number) =>
      number === null ? null : this.measure(number, unit),
    );
    if (value) return value;
    if (lower && upper) return this.words.say('outcomes.kpi.between', { lower, upper });
    if (lower) return this.words.say('outcomes.kpi.atLeast', { lower });
    return upper ? this.words.say('outcomes.kpi.atMost', { upper }) : '';
  }

  missing(parts: readonly KpiPart[]): string {
    const named = parts.map((part) => this.words.say(`outcomes.part.${part}`));
    return this.words.say('outcomes.missingParts', { parts: named });
  }

  /** "Stale, 116 days", by the organisation's date. */
  stale({ recent }: Pick<Kpi, 'recent'>): string {
    const last = recent.at(-1)?.date;
    const n = last ? Math.round((Date.parse(this.today()) - Date.parse(last)) / DAY_MS) : 0;
    return this.words.say('outcomes.stale', { n });
  }

  /** The picture of a sparkline in words. */
  trend({ name, unit, baseline, target, recent }: Kpi): string {
    const last = recent.at(-1);
    if (!last) return this.words.say('outcomes.trendNone', { name });
    const to = this.measure(last.value, unit);
    if (!baseline || !target) return this.words.say('outcomes.trendOpen', { name, to });
    const from = this.measure(baseline.value, unit);
    return this.words.say('outcomes.trend', { name, from, to, target: this.target(target, unit) });
  }

  /** Today in the organisation's time zone, `YYYY-MM-DD`. */
  today(): string {
    return new Date().toLocaleDateString('sv-SE', { timeZone: this.speech.timeZone() });
  }
}
