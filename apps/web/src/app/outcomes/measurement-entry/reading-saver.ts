import { inject, Injectable, signal } from '@angular/core';
import type { Kpi, NewMeasurement } from '@sightline/contracts';
import { Toasts } from '@sightline/ui';
import { newKey } from '../../platform/api/new-key';
import { fieldErrors } from '../../platform/problems/form-errors';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Words } from '../../platform/words/words';
import { OutcomesApi } from '../outcomes-api';

/** Sends readings, all or nothing. The key stays while the same readings are sent again, so that none count twice. */
@Injectable()
export class ReadingSaver {
  private readonly api = inject(OutcomesApi);
  private readonly words = inject(Words);
  private readonly problems = inject(ProblemWords);
  private readonly toasts = inject(Toasts);

  readonly saving = signal(false);
  readonly refusal = signal<string | null>(null);
  private sent = { content: '', key: '' };

  /** Whether they are recorded; if not, `refusal` says why. */
  async save(kpi: Pick<Kpi, 'id'>, readings: NewMeasurement[]): Promise<boolean> {
    if (this.saving() || readings.length === 0) return false;
    this.saving.set(true);
    this.refusal.set(null);
    const content = JSON.stringify(readings);
    if (content !== this.sent.content) this.sent = { content, key: newKey() };
    try {
      await this.api.record(kpi.id, readings, this.sent.key);
      this.toasts.say({ text: this.words.say('outcomes.entry.saved', { n: readings.length }) });
      return true;
    } catch (error) {
      this.refusal.set([...fieldErrors(error).values()][0] ?? this.problems.say(error));
      return false;
    } finally {
      this.saving.set(false);
    }
  }
}
