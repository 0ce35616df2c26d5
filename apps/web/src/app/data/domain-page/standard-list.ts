import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DataEntity, QualityStandard } from '@sightline/contracts';
import { formatMeasure, Mark, MeasurePipe, Toasts } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { DataApi } from '../data-api';
import { DomainDesk } from './domain-desk';

/** How good an entity has to be, rule by rule, and how good it was. */
@Component({
  selector: 'app-standard-list',
  imports: [Mark, MeasurePipe, TranslocoPipe],
  templateUrl: './standard-list.html',
})
export class StandardList {
  private readonly api = inject(DataApi);
  private readonly words = inject(Words);
  private readonly toasts = inject(Toasts);
  protected readonly desk = inject(DomainDesk);

  readonly entity = input.required<DataEntity>();

  protected latest({ latest, unit }: QualityStandard): string {
    if (!latest) return '';
    const value = formatMeasure(latest.value, unit, this.words.locale());
    return this.words.say('data.standard.latest', { value, on: latest.date });
  }

  protected measure(standard: string): void {
    this.desk.open({ kind: 'measure', entity: this.entity().id, standard });
  }

  protected change(standard: string): void {
    this.desk.open({ kind: 'standard', entity: this.entity().id, standard });
  }

  protected async archive(standard: QualityStandard): Promise<void> {
    const done = await this.desk.attempt(() => this.api.archiveStandard(this.desk.code(), standard));
    if (done) this.toasts.say({ text: this.words.say('data.standard.archived') });
  }
}
