import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Kpi, MEASUREMENT_NOTE_MAX, MEASUREMENT_SOURCE_MAX } from '@sightline/contracts';
import { Banner, Field, FieldControl, formatFigure, Mark } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { KpiWords } from '../kpi-words';
import { readNumber } from './read-cells';
import { ReadingSaver } from './reading-saver';

/** One reading by hand. */
@Component({
  selector: 'app-one-reading',
  imports: [Banner, Field, FieldControl, Mark, TranslocoPipe],
  providers: [ReadingSaver],
  templateUrl: './one-reading.html',
})
export class OneReading {
  private readonly words = inject(Words);
  private readonly kpiWords = inject(KpiWords);
  protected readonly saver = inject(ReadingSaver);

  readonly kpi = input.required<Kpi>();
  readonly recorded = output<void>();

  protected readonly limits = { source: MEASUREMENT_SOURCE_MAX, note: MEASUREMENT_NOTE_MAX };
  protected readonly today = this.kpiWords.today();
  protected readonly date = signal(this.today);
  protected readonly value = signal('');
  protected readonly source = signal('');
  protected readonly note = signal('');
  private readonly tried = signal(false);
  private readonly number = computed(() => readNumber(this.value(), this.words.locale()));
  protected readonly valueLabel = computed(() => {
    const unit = this.kpi().unit;
    return unit ? this.words.say('outcomes.entry.valueIn', { unit }) : this.words.say('outcomes.entry.value');
  });
  protected readonly dateError = computed(() => {
    if (!this.tried()) return null;
    if (!this.date()) return this.words.say('outcomes.entry.noDate');
    return this.date() > this.today ? this.words.say('outcomes.entry.inFuture') : null;
  });
  protected readonly valueError = computed(() => {
    if (!this.tried() || this.number() !== null) return null;
    return this.words.say('outcomes.entry.noValue', { example: formatFigure(12.5, this.words.locale()) });
  });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const value = this.number();
    if (value === null || this.dateError()) return;
    const [source, note] = [this.source().trim(), this.note().trim()];
    const reading = { value, date: this.date(), ...(source && { source }), ...(note && { note }) };
    if (await this.saver.save(this.kpi(), [reading])) this.recorded.emit();
  }
}
