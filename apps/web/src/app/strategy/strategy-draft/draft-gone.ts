import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Words } from '../../platform/words/words';
import { DraftRecords } from './draft-records';
import { DraftStore } from './draft-store';
import { inWords } from './draft-values';
import type { GoneRecord } from './gone-records';

/** What one wrote in a record that somebody else took out meanwhile, and whether it comes back with it. */
@Component({
  selector: 'app-draft-gone',
  imports: [TranslocoPipe],
  template: `
    @for (one of all(); track one.gone.at) {
      <section role="alert" [attr.aria-labelledby]="'gone-' + $index">
        <h2 [id]="'gone-' + $index">{{ 'strategy.gone.title' | transloco: { what: one.what } }}</h2>
        <p class="sm i2">{{ 'strategy.gone.text' | transloco }}</p>
        @for (text of one.texts; track $index) {
          <blockquote>{{ text }}</blockquote>
        }
        <div class="formfoot">
          @if (one.gone.record) {
            <button class="btn" type="button" (click)="putBack(one.gone)">
              {{ 'strategy.gone.back' | transloco }}
            </button>
          }
          <button class="btn" type="button" (click)="store.letGo(one.gone.at)">
            {{ 'strategy.gone.leave' | transloco }}
          </button>
        </div>
      </section>
    }
  `,
  styles: `
    section {
      margin-bottom: 12px;
      padding: 12px 16px 16px;
      border: 1px solid var(--sl-warn-solid);
      border-radius: var(--sl-r-m);
    }
    h2 {
      font: 600 16px/22px var(--sl-font-ui);
    }
    blockquote {
      margin: 8px 0 0;
      max-width: 72ch;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class DraftGone {
  private readonly records = inject(DraftRecords);
  private readonly words = inject(Words);
  protected readonly store = inject(DraftStore);

  protected readonly all = computed(() =>
    this.store.gone().map((gone) => ({
      gone,
      what: this.nameOf(gone),
      texts: Object.entries(gone.mine).map(([field, value]) => inWords(`${gone.at}/${field}`, value, this.words)),
    })),
  );

  protected putBack(gone: GoneRecord): void {
    void this.records.putBack(gone);
  }

  private nameOf({ record }: GoneRecord): string {
    const { code, title, name } = record ?? {};
    return typeof code === 'string' ? `${code} ${String(title ?? name)}` : this.words.say('strategy.gone.part');
  }
}
