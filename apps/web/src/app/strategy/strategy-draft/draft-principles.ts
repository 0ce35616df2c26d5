import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { STRATEGY_NAME_MAX, STRATEGY_TEXT_MAX } from '@sightline/contracts';
import type { WritingHint } from '@sightline/rules';
import { Mark } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { DraftDecision } from '../decision-table/draft-decision';
import { DraftHints } from './draft-hints';
import { DraftRecordFrame } from './draft-record-frame';
import { DraftRecords } from './draft-records';
import { DraftStore } from './draft-store';
import { DraftText } from './draft-text';
import { HintList } from './hint-list';

/** The principles of a draft, each written in place. */
@Component({
  selector: 'app-draft-principles',
  imports: [DraftDecision, DraftRecordFrame, DraftText, HintList, Mark, TranslocoPipe],
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
  private readonly advice = inject(DraftHints);

  protected readonly nameMax = STRATEGY_NAME_MAX;
  protected readonly textMax = STRATEGY_TEXT_MAX;
  protected readonly principles = computed(() => this.store.version()?.principles ?? []);
  protected readonly fresh = signal<string | null>(null);
  protected readonly refusal = signal<string | null>(null);
  protected readonly more = ['rationale', 'implications', 'exceptionGuidance'] as const;

  protected text(id: string, field: string): string {
    return this.store.value<string | undefined>(`principles/${id}/${field}`) ?? '';
  }

  protected hints(id: string): WritingHint[] {
    const text = (field: string) => this.text(id, field);
    return this.advice.ofPrinciple({
      title: text('title'),
      statement: text('statement'),
      rationale: text('rationale'),
      implications: text('implications'),
    });
  }

  protected async add(): Promise<void> {
    this.refusal.set(null);
    const body = { title: this.words.say('strategy.principle.new'), statement: '' };
    this.fresh.set(await this.records.add('principles', body, (text) => this.refusal.set(text)));
  }
}
