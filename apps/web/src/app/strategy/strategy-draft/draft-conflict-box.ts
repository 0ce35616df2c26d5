import { Component, computed, inject, input } from '@angular/core';
import { StaleSave } from '../../platform/conflict/stale-save';
import { Words } from '../../platform/words/words';
import { DraftStore } from './draft-store';
import { inWords } from './draft-values';

/** Appears under a field when somebody else changed it too: both versions, and the choice. */
@Component({
  selector: 'app-draft-conflict',
  imports: [StaleSave],
  template: `
    @if (sides(); as sides) {
      <app-stale-save
        [mine]="sides.mine"
        [theirs]="sides.theirs"
        (keepMine)="store.keepMine(path())"
        (takeTheirs)="store.takeTheirs(path())"
      />
    }
  `,
})
export class DraftConflictBox {
  private readonly words = inject(Words);
  protected readonly store = inject(DraftStore);

  readonly path = input.required<string>();

  protected readonly sides = computed(() => {
    const conflict = this.store.conflicts().find(({ path }) => path === this.path());
    if (!conflict) return null;
    return {
      mine: inWords(conflict.path, this.store.value(conflict.path), this.words),
      theirs: inWords(conflict.path, conflict.theirs, this.words),
    };
  });
}
