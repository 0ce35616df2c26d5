import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { KpiContribution, KpiRecord } from '@sightline/contracts';
import { Chip, CodeLink, DayPipe, Empty, FigurePipe, MeasurePipe, SectionHeader } from '@sightline/ui';
import { linkOf } from '../../platform/records/link-of';
import { Words } from '../../platform/words/words';
import { KpiWords } from '../kpi-words';

interface Row extends KpiContribution {
  link: string | null;
  change: string;
  weighted: number | null;
  /** Why it does not count, in words. */
  uncounted: string;
}

/** Which charters promise to move a KPI, what each promise counts for, and why some do not. */
@Component({
  selector: 'app-kpi-charters',
  imports: [Chip, CodeLink, DayPipe, Empty, FigurePipe, MeasurePipe, SectionHeader, TranslocoPipe],
  templateUrl: './kpi-charters.html',
  styleUrl: './kpi-charters.css',
})
export class KpiCharters {
  private readonly words = inject(Words);
  private readonly kpiWords = inject(KpiWords);

  readonly kpi = input.required<KpiRecord>();

  protected readonly rows = computed<Row[]>(() => {
    const { charters, coverage, unit, latest } = this.kpi();
    const counted = new Map(coverage?.parts.map((part) => [part.charter.id, part.weighted]));
    return charters.map((link) => ({
      ...link,
      link: linkOf(link.charter.code),
      change: this.changeOf(link, unit),
      weighted: counted.get(link.charter.id) ?? null,
      uncounted: this.uncounted(link, latest?.date ?? ''),
    }));
  });

  private changeOf({ from, to }: KpiContribution, unit: string | null): string {
    const side = (value: number | null) => (value === null ? '?' : this.kpiWords.measure(value, unit));
    if (from === null && to === null) return '–';
    return this.words.say('outcomes.charters.fromTo', { from: side(from), to: side(to) });
  }

  private uncounted({ approved, by }: KpiContribution, since: string): string {
    if (!approved) return this.words.say('outcomes.charters.notApproved');
    return this.words.say(by !== null && by <= since ? 'outcomes.charters.overdue' : 'outcomes.charters.notCounted');
  }
}
