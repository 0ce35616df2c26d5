import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Kpi, type Measurement, MEASUREMENTS_AT_ONCE } from '@sightline/contracts';
import { Banner, DayPipe, Field, FieldControl, Mark, MeasurePipe } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { KpiWords } from '../kpi-words';
import { pastedReadings, type PastedRow } from './pasted-readings';
import { ReadingSaver } from './reading-saver';

/** Two columns from a spreadsheet, looked at row by row before anything is sent; all or nothing. */
@Component({
  selector: 'app-many-readings',
  imports: [Banner, DayPipe, Field, FieldControl, Mark, MeasurePipe, TranslocoPipe],
  providers: [ReadingSaver],
  templateUrl: './many-readings.html',
  styleUrl: './many-readings.css',
})
export class ManyReadings {
  private readonly words = inject(Words);
  private readonly kpiWords = inject(KpiWords);
  protected readonly saver = inject(ReadingSaver);

  readonly kpi = input.required<Kpi>();
  /** What is recorded already, so that a second reading of a day is seen before it is sent. */
  readonly readings = input.required<readonly Measurement[]>();
  readonly recorded = output<void>();

  protected readonly text = signal('');
  private readonly measured = computed(
    () =>
      new Map(
        this.readings()
          .filter(({ correctedBy }) => correctedBy === null)
          .map(({ date, value }) => [date, this.kpiWords.measure(value, this.kpi().unit)]),
      ),
  );
  protected readonly rows = computed(() =>
    pastedReadings(this.text(), {
      locale: this.words.locale(),
      today: this.kpiWords.today(),
      measured: this.measured(),
    }),
  );
  private readonly ready = computed(() => this.rows().flatMap(({ reading }) => (reading ? [reading] : [])));
  private readonly broken = computed(() => this.rows().filter(({ problem }) => problem !== null).length);
  /** Why it cannot be saved yet; empty when it can. */
  protected readonly held = computed(() => {
    if (this.rows().length === 0) return this.words.say('outcomes.entry.nothing');
    if (this.broken() > 0) return this.words.say('outcomes.entry.broken', { n: this.broken() });
    const n = this.ready().length;
    return n > MEASUREMENTS_AT_ONCE ? this.words.say('outcomes.entry.tooMany', { max: MEASUREMENTS_AT_ONCE, n }) : '';
  });
  protected readonly standing = computed(
    () => this.held() || this.words.say('outcomes.entry.ready', { n: this.ready().length }),
  );
  protected readonly count = computed(() => this.ready().length);

  protected judgement({ heading, problem }: PastedRow): string {
    if (heading) return this.words.say('outcomes.entry.skipped');
    return problem
      ? this.words.say(`outcomes.entry.${problem.code}`, problem.params)
      : this.words.say('outcomes.entry.fine');
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.held()) return;
    if (await this.saver.save(this.kpi(), this.ready())) this.recorded.emit();
  }
}
