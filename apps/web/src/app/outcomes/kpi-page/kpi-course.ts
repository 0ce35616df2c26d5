import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { SERIES_INTERVALS, type Kpi, type Measurement, type Page, type SeriesInterval } from '@sightline/contracts';
import { DayPipe, Empty, Failure, KpiChart, type KpiChartFacts, MeasurePipe, SectionHeader } from '@sightline/ui';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Words } from '../../platform/words/words';
import { KpiWords } from '../kpi-words';
import { OutcomesApi } from '../outcomes-api';
import { countedReadings } from './counted-readings';

/** The course of a KPI as a picture with axes, and the same as a table per week, month or quarter. */
@Component({
  selector: 'app-kpi-course',
  imports: [DayPipe, Empty, Failure, KpiChart, MeasurePipe, SectionHeader, TranslocoPipe],
  templateUrl: './kpi-course.html',
  styleUrl: './kpi-course.css',
})
export class KpiCourse {
  private readonly words = inject(Words);
  private readonly kpiWords = inject(KpiWords);
  private readonly api = inject(OutcomesApi);
  protected readonly problems = inject(ProblemWords);

  readonly kpi = input.required<Kpi>();
  /** Null while they are read. */
  readonly readings = input.required<Page<Measurement> | null>();

  protected readonly intervals = SERIES_INTERVALS;
  protected readonly interval = signal<SeriesInterval>('month');
  protected readonly series = this.api.series(() => this.kpi().id, this.interval);
  protected readonly measured = computed(() => countedReadings(this.readings()?.items ?? []));
  protected readonly isEmpty = computed(() => this.readings()?.total === 0);
  protected readonly note = computed(() => {
    const page = this.readings();
    if (!page || page.total === 0) return '';
    if (page.total > page.items.length) {
      return this.words.say('outcomes.kpi.newest', { n: page.items.length, total: page.total });
    }
    return this.words.say('outcomes.kpi.courseNote', { n: this.measured().length });
  });
  protected readonly facts = computed<KpiChartFacts>(() => {
    const { unit, baseline, target, forecast } = this.kpi();
    return { unit, baseline, target, forecast, measured: this.measured() };
  });
  protected readonly label = computed(() => {
    const { name, unit, target } = this.kpi();
    const last = this.measured().at(-1);
    const said = { name, target: this.kpiWords.target(target, unit) || '–' };
    if (!last) return this.words.say('outcomes.kpi.chartEmpty', said);
    const latest = this.kpiWords.measure(last.value, unit);
    return this.words.say('outcomes.kpi.chart', { ...said, n: this.measured().length, latest });
  });
}
