import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { StrategyVersionSummary } from '@sightline/contracts';
import { Chip, MomentPipe } from '@sightline/ui';

const SHOWN = 3;

/** The last versions side by side, oldest first; all of them are one link away. */
@Component({
  selector: 'app-version-bar',
  imports: [Chip, MomentPipe, RouterLink, TranslocoPipe],
  templateUrl: './version-bar.html',
  styleUrl: './version-bar.css',
})
export class VersionBar {
  /** Newest first, as the API lists them. */
  readonly versions = input.required<readonly StrategyVersionSummary[]>();
  /** Number of the version on the page. */
  readonly current = input.required<number>();

  protected readonly shown = computed(() => {
    const all = this.versions().filter(({ status, number }) => status !== 'rejected' || number === this.current());
    const near = all.slice(0, SHOWN);
    const current = all.find(({ number }) => number === this.current());
    const picked = !current || near.includes(current) ? near : [...near.slice(0, SHOWN - 1), current];
    return picked.toReversed();
  });
  protected readonly more = computed(() => this.versions().length > this.shown().length);

  protected linkOf({ status, number }: StrategyVersionSummary): unknown[] {
    return status === 'in_force' ? ['/strategy'] : ['/strategy/versions', number];
  }
}
