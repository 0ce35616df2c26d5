import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { STRATEGY_NAME_MAX, STRATEGY_TEXT_MAX } from '@sightline/contracts';
import { Mark } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { Maturity } from '../strategy-document/maturity';
import { DraftChoice, scale } from './draft-choice';
import { DraftRecordFrame } from './draft-record-frame';
import { DraftRecords } from './draft-records';
import { DraftStore } from './draft-store';
import { DraftText } from './draft-text';

/** The capabilities of a draft, from today's maturity to the target. */
@Component({
  selector: 'app-draft-capabilities',
  imports: [DraftChoice, DraftRecordFrame, DraftText, Mark, Maturity, TranslocoPipe],
  template: `
    @for (capability of capabilities(); track capability.id) {
      <app-draft-record
        list="capabilities"
        [record]="capability"
        [heading]="text(capability.id, 'name')"
        [last]="$last"
        [fresh]="fresh() === capability.id"
      >
        <app-maturity
          figure
          class="sm"
          [current]="figure(capability.id, 'current')"
          [target]="figure(capability.id, 'target')"
        />
        <app-draft-text
          [path]="'capabilities/' + capability.id + '/name'"
          [label]="'strategy.capability.name' | transloco"
          [limit]="nameMax"
        />
        <app-draft-text
          [path]="'capabilities/' + capability.id + '/description'"
          [label]="'strategy.capability.description' | transloco"
          [rows]="2"
          [limit]="textMax"
        />
        <div class="pair">
          @for (field of ['current', 'target']; track field) {
            <app-draft-choice
              [path]="'capabilities/' + capability.id + '/' + field"
              [label]="'strategy.capability.' + field | transloco"
              [choices]="levels"
            />
          }
        </div>
      </app-draft-record>
    } @empty {
      <p class="m">{{ 'strategy.capability.none' | transloco }}</p>
    }
    @if (refusal(); as text) {
      <p class="errmsg" role="alert"><ui-mark name="blocked" [size]="15" />{{ text }}</p>
    }
    <button class="btn add" type="button" id="add-capability" (click)="add()">
      {{ 'strategy.capability.add' | transloco }}
    </button>
  `,
  styles: `
    .add {
      margin-top: 12px;
    }
  `,
})
export class DraftCapabilities {
  private readonly store = inject(DraftStore);
  private readonly records = inject(DraftRecords);
  private readonly words = inject(Words);

  protected readonly nameMax = STRATEGY_NAME_MAX;
  protected readonly textMax = STRATEGY_TEXT_MAX;
  protected readonly levels = scale(0, 5);
  protected readonly capabilities = computed(() => this.store.version()?.capabilities ?? []);
  protected readonly fresh = signal<string | null>(null);
  protected readonly refusal = signal<string | null>(null);

  protected text(id: string, field: string): string {
    return this.store.value<string | undefined>(`capabilities/${id}/${field}`) ?? '';
  }

  protected figure(id: string, field: 'current' | 'target'): number {
    return this.store.value<number | undefined>(`capabilities/${id}/${field}`) ?? 0;
  }

  protected async add(): Promise<void> {
    this.refusal.set(null);
    const body = { name: this.words.say('strategy.capability.new'), current: 0, target: 3 };
    this.fresh.set(await this.records.add('capabilities', body, (text) => this.refusal.set(text)));
  }
}
