import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Failure, Field, RecordHeader, ReferencePicker, type ReferenceOption, Skeleton } from '@sightline/ui';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Words } from '../../platform/words/words';
import { KpiStatusMark } from '../kpi-status';
import { KpiWords } from '../kpi-words';
import { OutcomeSearches } from '../outcome-searches';
import { OutcomesApi } from '../outcomes-api';
import { OneReading } from './one-reading';
import { ManyReadings } from './many-readings';

const WAYS = ['one', 'many'] as const;

/** Readings of a KPI: one by hand, or many from a spreadsheet. Without a code in the address the KPI is chosen first. */
@Component({
  selector: 'app-measurement-entry',
  imports: [
    Failure,
    Field,
    KpiStatusMark,
    ManyReadings,
    OneReading,
    RecordHeader,
    ReferencePicker,
    Skeleton,
    TranslocoPipe,
  ],
  templateUrl: './measurement-entry.html',
  styles: `
    .seg {
      margin-bottom: 20px;
    }
  `,
})
export class MeasurementEntry {
  private readonly api = inject(OutcomesApi);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  private readonly kpiWords = inject(KpiWords);
  protected readonly searches = inject(OutcomeSearches);
  protected readonly problems = inject(ProblemWords);

  readonly code = input<string>();

  protected readonly ways = WAYS;
  protected readonly chosenWay = signal<(typeof WAYS)[number] | null>(null);
  /** Whoever comes to paste chooses the KPI first; whoever comes from a KPI most often has one reading. */
  protected readonly way = computed(() => this.chosenWay() ?? 'one');
  protected readonly record = this.api.kpi(this.code);
  protected readonly measurements = this.api.measurements(this.code);
  protected readonly kpi = computed(() => (this.record.hasValue() ? this.record.value() : null));
  protected readonly readings = computed(() => (this.measurements.hasValue() ? this.measurements.value().items : []));
  protected readonly crumbs = computed(() => {
    const kpi = this.kpi();
    const all = { label: this.words.say('outcomes.title'), link: '/outcomes' };
    return kpi ? [all, { label: kpi.name, link: `/outcomes/${kpi.code}` }] : [all];
  });
  protected readonly heading = computed(() => {
    const kpi = this.kpi();
    return kpi ? this.words.say('outcomes.entry.titleOf', { kpi: kpi.name }) : this.words.say('outcomes.entry.title');
  });
  protected readonly latest = computed(() => {
    const kpi = this.kpi();
    const last = kpi?.recent.at(-1);
    if (!kpi || !last) return '';
    return this.words.say('outcomes.entry.reading', {
      value: this.kpiWords.measure(last.value, kpi.unit),
      on: last.date,
    });
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.say(this.heading()));
  }

  protected async choose(kpi: ReferenceOption | null): Promise<void> {
    if (!kpi) return;
    this.chosenWay.set('many');
    await this.router.navigate(['/outcomes', kpi.code, 'measurements']);
  }

  protected async done(): Promise<void> {
    await this.router.navigate(['/outcomes', this.kpi()?.code]);
  }
}
