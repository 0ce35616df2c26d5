import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Kpi, Measurement } from '@sightline/contracts';
import { Banner, Field, FieldControl, Mark, Toasts } from '@sightline/ui';
import { fieldErrors } from '../../platform/problems/form-errors';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Words } from '../../platform/words/words';
import { KpiWords } from '../kpi-words';
import { readNumber } from '../measurement-entry/read-cells';
import { OutcomesApi } from '../outcomes-api';

/** The right value of a day and why the one before was wrong. */
@Component({
  selector: 'app-correction-form',
  imports: [Banner, Field, FieldControl, Mark, TranslocoPipe],
  templateUrl: './correction-form.html',
  styles: `
    form {
      display: grid;
      grid-template-columns: 160px minmax(0, 1fr);
      gap: 0 16px;
      align-items: end;
      max-width: 720px;
      padding: 4px 0 8px;
    }
    ui-banner,
    .formfoot {
      grid-column: 1/-1;
    }
    ui-field {
      margin: 0;
    }
    @media (max-width: 760px) {
      form {
        grid-template-columns: minmax(0, 1fr);
        gap: 12px;
      }
    }
  `,
})
export class CorrectionForm {
  private readonly api = inject(OutcomesApi);
  private readonly words = inject(Words);
  private readonly kpiWords = inject(KpiWords);
  private readonly problems = inject(ProblemWords);
  private readonly toasts = inject(Toasts);

  readonly kpi = input.required<Kpi>();
  readonly reading = input.required<Measurement>();
  readonly corrected = output<void>();
  readonly cancelled = output<void>();

  protected readonly value = signal('');
  protected readonly reason = signal('');
  protected readonly tried = signal(false);
  protected readonly saving = signal(false);
  protected readonly refusal = signal<string | null>(null);
  private readonly number = computed(() => readNumber(this.value(), this.words.locale()));
  protected readonly valueError = computed(() => (this.tried() && this.number() === null ? this.noValue() : null));
  protected readonly reasonError = computed(() =>
    this.tried() && !this.reason().trim() ? this.words.say('outcomes.form.reasonNeeded') : null,
  );

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const value = this.number();
    const reason = this.reason().trim();
    if (value === null || !reason || this.saving()) return;
    this.saving.set(true);
    try {
      await this.api.correct(this.kpi().id, { corrects: this.reading().id, value, reason });
      this.toasts.say({ text: this.words.say('outcomes.readings.saved', { on: this.reading().date }) });
      this.corrected.emit();
    } catch (error) {
      this.refusal.set([...fieldErrors(error).values()][0] ?? this.problems.say(error));
    } finally {
      this.saving.set(false);
    }
  }

  private noValue(): string {
    return this.words.say('outcomes.entry.noValue', { example: this.kpiWords.measure(this.reading().value, null) });
  }
}
