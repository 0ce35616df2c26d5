import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { STRATEGY_NAME_MAX, STRATEGY_TEXT_MAX } from '@sightline/contracts';
import { Mark } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { DraftChoice, scale } from './draft-choice';
import { DraftRecordFrame } from './draft-record-frame';
import { DraftRecords } from './draft-records';
import { DraftStore } from './draft-store';
import { DraftText } from './draft-text';

/** What a driver weighs when it is added: the middle. */
const WEIGHT_OF_NEW = 3;

/** The business drivers of a draft, with what each weighs. */
@Component({
  selector: 'app-draft-drivers',
  imports: [DraftChoice, DraftRecordFrame, DraftText, Mark, TranslocoPipe],
  template: `
    @for (driver of drivers(); track driver.id) {
      <app-draft-record
        list="drivers"
        [record]="driver"
        [heading]="text(driver.id, 'name')"
        [last]="$last"
        [fresh]="fresh() === driver.id"
      >
        <span figure class="sm i2">{{ 'strategy.driver.weightOf' | transloco: { n: weight(driver.id) } }}</span>
        <app-draft-text
          [path]="'drivers/' + driver.id + '/name'"
          [label]="'strategy.driver.name' | transloco"
          [limit]="nameMax"
        />
        <app-draft-text
          [path]="'drivers/' + driver.id + '/description'"
          [label]="'strategy.driver.description' | transloco"
          [rows]="2"
          [limit]="textMax"
        />
        <app-draft-choice
          [path]="'drivers/' + driver.id + '/weight'"
          [label]="'strategy.driver.weight' | transloco"
          [choices]="weights"
        />
      </app-draft-record>
    } @empty {
      <p class="m">{{ 'strategy.driver.none' | transloco }}</p>
    }
    @if (refusal(); as text) {
      <p class="errmsg" role="alert"><ui-mark name="blocked" [size]="15" />{{ text }}</p>
    }
    <button class="btn add" type="button" id="add-driver" (click)="add()">
      {{ 'strategy.driver.add' | transloco }}
    </button>
  `,
  styles: `
    .add {
      margin-top: 12px;
    }
  `,
})
export class DraftDrivers {
  private readonly store = inject(DraftStore);
  private readonly records = inject(DraftRecords);
  private readonly words = inject(Words);

  protected readonly nameMax = STRATEGY_NAME_MAX;
  protected readonly textMax = STRATEGY_TEXT_MAX;
  protected readonly weights = scale(1, 5);
  protected readonly drivers = computed(() => this.store.version()?.drivers ?? []);
  protected readonly fresh = signal<string | null>(null);
  protected readonly refusal = signal<string | null>(null);

  protected text(id: string, field: string): string {
    return this.store.value<string | undefined>(`drivers/${id}/${field}`) ?? '';
  }

  protected weight(id: string): number {
    return this.store.value<number | undefined>(`drivers/${id}/weight`) ?? 0;
  }

  protected async add(): Promise<void> {
    this.refusal.set(null);
    const body = { name: this.words.say('strategy.driver.new'), weight: WEIGHT_OF_NEW };
    this.fresh.set(await this.records.add('drivers', body, (text) => this.refusal.set(text)));
  }
}
