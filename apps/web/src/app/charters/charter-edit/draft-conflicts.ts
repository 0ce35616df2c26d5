import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { StaleSave } from '../../platform/conflict/stale-save';
import { Words } from '../../platform/words/words';
import { fieldText } from '../field-text';
import type { DraftField } from './charter-draft';
import { DraftStore } from './draft-store';

/** Fields that somebody else changed meanwhile: both sides, and the choice between them. */
@Component({
  selector: 'app-draft-conflicts',
  imports: [StaleSave, TranslocoPipe],
  template: `
    @for (conflict of store.conflicts(); track conflict.field) {
      <div class="conflict">
        <p class="b">{{ 'charters.field.' + conflict.field | transloco }}</p>
        <app-stale-save
          [mine]="textOf(store.model()[conflict.field])"
          [theirs]="textOf(conflict.theirs)"
          (keepMine)="keep(conflict.field)"
          (takeTheirs)="take(conflict.field)"
        />
      </div>
    }
  `,
  styles: `
    .conflict {
      margin-bottom: 18px;
    }
  `,
})
export class DraftConflicts {
  private readonly words = inject(Words);
  protected readonly store = inject(DraftStore);

  protected textOf(value: unknown): string {
    return fieldText(value, this.words);
  }

  protected keep(field: DraftField): void {
    this.store.keepMine(field);
  }

  protected take(field: DraftField): void {
    this.store.takeTheirs(field);
  }
}
