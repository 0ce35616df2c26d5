import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PrincipleException } from '@sightline/contracts';
import { daysBetween, reminderDue } from '@sightline/rules';
import { DayPipe, Mark } from '@sightline/ui';
import { organisationToday } from './today';

/** The last day of an exception and, while it holds, how many days are left. */
@Component({
  selector: 'app-days-left',
  imports: [DayPipe, Mark, TranslocoPipe],
  template: `
    <span class="nw">{{ last() | day }}</span>
    @if (left() !== null) {
      <span [class]="soon() ? 'warn fg nw' : 'm nw'">
        @if (soon()) {
          <ui-mark name="later" [size]="14" />
        }
        {{ 'exceptions.left' | transloco: { n: left() } }}
      </span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 0 8px;
    }
    .fg {
      display: inline-flex;
      gap: 4px;
      align-items: center;
    }
  `,
})
export class DaysLeft {
  readonly exception = input.required<Pick<PrincipleException, 'status' | 'expiresOn' | 'holdsUntil'>>();

  private readonly today = organisationToday();
  protected readonly last = computed(() => this.exception().holdsUntil ?? this.exception().expiresOn);
  protected readonly left = computed(() =>
    this.exception().status === 'granted' ? Math.max(0, daysBetween(this.today(), this.last())) : null,
  );
  protected readonly soon = computed(() => this.left() !== null && reminderDue(this.last(), this.today()) !== null);
}
