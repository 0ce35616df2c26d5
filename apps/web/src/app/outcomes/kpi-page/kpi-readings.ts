import { Component, computed, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Kpi, Measurement, Page } from '@sightline/contracts';
import { DayPipe, MeasurePipe, MomentPipe, SectionHeader } from '@sightline/ui';
import { CorrectionForm } from './correction-form';

const SHOWN_AT_FIRST = 12;

/** What was measured, newest first; a corrected value stays, struck out, above its correction. */
@Component({
  selector: 'app-kpi-readings',
  imports: [CorrectionForm, DayPipe, MeasurePipe, MomentPipe, SectionHeader, TranslocoPipe],
  templateUrl: './kpi-readings.html',
  styleUrl: './kpi-readings.css',
})
export class KpiReadings {
  readonly kpi = input.required<Kpi>();
  readonly readings = input.required<Page<Measurement>>();
  readonly mayCorrect = input(false);
  readonly corrected = output<void>();

  protected readonly all = signal(false);
  /** The id of the measurement whose correction is being written. */
  protected readonly correcting = signal<string | null>(null);
  protected readonly rows = computed(() => {
    const items = this.readings().items;
    return this.all() ? items : items.slice(0, SHOWN_AT_FIRST);
  });
  protected readonly more = computed(() => !this.all() && this.readings().items.length > SHOWN_AT_FIRST);

  protected done(): void {
    this.correcting.set(null);
    this.corrected.emit();
  }
}
