import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { STRATEGY_NAME_MAX, STRATEGY_TEXT_MAX } from '@sightline/contracts';
import { Mark } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { DraftRecordFrame } from './draft-record-frame';
import { DraftRecords } from './draft-records';
import { DraftStore } from './draft-store';
import { DraftText } from './draft-text';

/** The principles of a draft, each written in place. */
@Component({
  selector: 'app-draft-principles',
  imports: [DraftRecordFrame, DraftText, Mark, TranslocoPipe],
  templateUrl: './draft-principles.html',
  styles: `
    .say {
      font: 400 17px/26px var(--sl-font-law);
      padding: 0 16px 12px;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .add {
      margin-top: 12px;
    }
  `,
})
export class DraftPrinciples {
  private readonly store = inject(DraftStore);
  private readonly records = inject(DraftRecords);
  private readonly words = inject(Words);

  protected readonly nameMax = STRATEGY_NAME_MAX;
  protected readonly textMax = STRATEGY_TEXT_MAX;
  protected readonly principles = computed(() => this.store.version()?.principles ?? []);
  protected readonly fresh = signal<string | null>(null);
  protected readonly refusal = signal<string | null>(null);
  protected readonly more = ['rationale', 'implications', 'exceptionGuidance'] as const;

  protected text(id: string, field: string): string {
    return this.store.value<string | undefined>(`principles/${id}/${field}`) ?? '';
  }

  protected async add(): Promise<void> {
    this.refusal.set(null);
    const body = { title: this.words.say('strategy.principle.new'), statement: '' };
    this.fresh.set(await this.records.add('principles', body, (text) => this.refusal.set(text)));
  }
}
