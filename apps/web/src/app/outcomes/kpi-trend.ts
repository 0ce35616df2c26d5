import { Component, computed, inject, input } from '@angular/core';
import type { DatedValue, Kpi } from '@sightline/contracts';
import { Sparkline } from '@sightline/ui';
import { KpiWords } from './kpi-words';

/** A KPI's sparkline, drawn the same in cards and rows. */
@Component({
  selector: 'app-kpi-trend',
  imports: [Sparkline],
  template: `<ui-sparkline
    [class.small]="small()"
    [points]="kpi().recent"
    [baseline]="kpi().baseline"
    [target]="target()"
    [forecast]="kpi().forecast"
    [label]="words.trend(kpi())"
    [width]="small() ? 140 : 320"
    [height]="small() ? 34 : 84"
  />`,
})
export class KpiTrend {
  protected readonly words = inject(KpiWords);

  readonly kpi = input.required<Kpi>();
  readonly small = input(false);

  /** Limits have no flag: there is no single value to reach. */
  protected readonly target = computed<DatedValue | null>(() => {
    const target = this.kpi().target;
    return target?.value === null || !target ? null : { value: target.value, date: target.date };
  });
}
