import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon, Mark, MomentPipe } from '@sightline/ui';
import { DraftStore } from './draft-store';

/** Whether what one wrote is saved, said quietly and read aloud only when it is not. */
@Component({
  selector: 'app-saving-line',
  imports: [Icon, Mark, MomentPipe, TranslocoPipe],
  template: `
    @switch (store.state()) {
      @case ('saved') {
        <span class="sm m">
          <ui-icon name="check" [size]="14" />
          @if (store.savedAt(); as at) {
            {{ 'strategy.savedAt' | transloco: { at: at | moment: 'time' } }}
          } @else {
            {{ 'strategy.saved' | transloco }}
          }
        </span>
      }
      @case ('failed') {
        <span class="sm fg bad" role="alert">
          <ui-mark name="blocked" [size]="14" /> {{ 'strategy.saveFailed' | transloco }}
          <button class="btn s" type="button" (click)="again()">{{ 'strategy.saveAgain' | transloco }}</button>
        </span>
      }
      @default {
        <span class="sm m">{{ (held() ? 'strategy.kept' : 'strategy.saving') | transloco }}</span>
      }
    }
  `,
})
export class SavingLine {
  protected readonly store = inject(DraftStore);
  /** Nothing is under way: it waits for the writer, not for the server. */
  protected readonly held = computed(
    () => this.store.conflicts().length > 0 || this.store.frozen() || Object.keys(this.store.refusals()).length > 0,
  );

  protected again(): void {
    void this.store.flush();
  }
}
