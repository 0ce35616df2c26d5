import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Banner, Icon } from '@sightline/ui';
import { DraftStore } from './draft-store';

/** Where the charter stands, as far as it changes how it is written. */
@Component({
  selector: 'app-standing-banner',
  imports: [Banner, Icon, RouterLink, TranslocoPipe],
  template: `
    @if (standing(); as key) {
      <ui-banner
        [family]="key === 'submitted' ? 'warn' : 'neutral'"
        [heading]="'charters.standing.' + key | transloco"
        [text]="'charters.standing.' + key + 'Text' | transloco: { name: store.charter()?.lead?.name ?? '' }"
      >
        <ui-icon lead [name]="key === 'closed' || key === 'forbidden' ? 'lock' : 'gavel'" [size]="17" />
        @if (key !== 'forbidden' && store.charter()?.proposal; as proposal) {
          <a class="btn s" [routerLink]="['/board/proposals', proposal.code]">{{
            'charters.proposal' | transloco: { code: proposal.code }
          }}</a>
        }
      </ui-banner>
    }
  `,
  styles: `
    ui-banner {
      flex: 1;
    }
  `,
})
export class StandingBanner {
  protected readonly store = inject(DraftStore);

  readonly mayEdit = input.required<boolean>();

  protected readonly standing = computed(() => {
    if (!this.mayEdit()) return 'forbidden';
    const phase = this.store.phase();
    return phase === 'draft' ? null : phase;
  });
}
