import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CharterSummary } from '@sightline/contracts';
import { Chip, CodeLink, DayPipe, MoneyPipe, Slices, SortHeader } from '@sightline/ui';
import { linkOf } from '../../platform/records/link-of';

const ROWS = { height: 42, above: 200 };

/** Charters as rows: what each upholds and moves, as codes; a hole where one cites nothing. */
@Component({
  selector: 'app-charter-table',
  imports: [Chip, CodeLink, DayPipe, MoneyPipe, RouterLink, SortHeader, TranslocoPipe],
  templateUrl: './charter-table.html',
  styleUrl: './charter-table.css',
})
export class CharterTable {
  readonly items = input.required<readonly CharterSummary[]>();
  readonly sort = input.required<string>();
  readonly sorted = output<string>();

  protected readonly rows = inject(Slices).of(this.items, ROWS);
  protected readonly linkOf = linkOf;

  /** What runs without ever having passed the gate is marked wherever it stands. */
  protected runsUnapproved({ origin, approved }: CharterSummary): boolean {
    return origin === 'running' && !approved;
  }
}
