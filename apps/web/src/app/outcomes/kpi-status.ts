import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Kpi } from '@sightline/contracts';
import { Chip, Stat } from '@sightline/ui';
import { KpiWords } from './kpi-words';

/** Where a KPI stands, with mark and word, and beside it what makes the status doubtful. */
@Component({
  selector: 'app-kpi-status',
  imports: [Chip, Stat, TranslocoPipe],
  template: `
    @if (kpi().status; as status) {
      <ui-stat [state]="status" />
    } @else {
      <ui-chip state="incomplete" />
    }
    @if (kpi().notHeld) {
      <ui-stat state="at_risk" [label]="'outcomes.notHeld' | transloco" />
    }
    @if (kpi().stale) {
      <ui-stat state="stale" [label]="words.stale(kpi())" />
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 2px 12px;
      align-items: center;
    }
  `,
})
export class KpiStatusMark {
  protected readonly words = inject(KpiWords);

  readonly kpi = input.required<Kpi>();
}
