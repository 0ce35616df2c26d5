import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon, Mark, MomentPipe } from '@sightline/ui';
import { Expiry } from '../../platform/session/expiry';
import { Connection } from './connection';
import { DraftStore } from './draft-store';

/** Whether what one wrote is saved, said quietly and read aloud only when it is not. */
@Component({
  selector: 'app-saving-line',
  imports: [Icon, Mark, MomentPipe, TranslocoPipe],
  template: `
    @switch (state()) {
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
      @case ('saving') {
        <span class="sm m">{{ 'strategy.saving' | transloco }}</span>
      }
      @case ('held') {
        <span class="sm m">{{ 'strategy.kept' | transloco }}</span>
      }
      @default {
        <span class="sm fg bad" role="alert">
          <ui-mark name="blocked" [size]="14" /> {{ 'strategy.notSaved.' + state() | transloco }}
          @if (state() === 'failed') {
            <button class="btn s" type="button" (click)="again()">{{ 'strategy.saveAgain' | transloco }}</button>
          }
        </span>
      }
    }
  `,
})
export class SavingLine {
  private readonly connection = inject(Connection);
  private readonly expiry = inject(Expiry);
  protected readonly store = inject(DraftStore);

  /** Held: nothing is under way, it waits for the writer and not for the server. */
  protected readonly state = computed<'saved' | 'saving' | 'held' | 'offline' | 'expired' | 'failed'>(() => {
    const state = this.store.state();
    if (state === 'saved') return 'saved';
    if (this.expiry.expired()) return 'expired';
    if (!this.connection.online()) return 'offline';
    if (state === 'failed') return 'failed';
    const held =
      this.store.conflicts().length > 0 || this.store.frozen() || Object.keys(this.store.refusals()).length > 0;
    return held ? 'held' : 'saving';
  });

  protected again(): void {
    void this.store.flush();
  }
}
