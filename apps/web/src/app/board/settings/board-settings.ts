import { Component, computed, effect, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Empty, Failure, PageHeader, Skeleton } from '@sightline/ui';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Words } from '../../platform/words/words';
import { BoardApi } from '../board-api';
import { BoardSeats } from './board-seats';

/** The boards, and who sits in them. */
@Component({
  selector: 'app-board-settings',
  imports: [BoardSeats, Empty, Failure, PageHeader, Skeleton, TranslocoPipe],
  template: `
    <div class="page">
      <ui-page-header [heading]="'board.settings.title' | transloco" [over]="'board.title' | transloco" />
      @if (boards.error(); as error) {
        <ui-failure
          [heading]="'board.settings.failed' | transloco"
          [text]="problems.say(error)"
          [reference]="problems.reference(error)"
          (retry)="boards.reload()"
        />
      } @else if (items(); as all) {
        @for (board of all; track board.id) {
          <app-board-seats [board]="board" (changed)="boards.reload()" />
        } @empty {
          <ui-empty
            [heading]="'board.settings.emptyTitle' | transloco"
            [text]="'board.settings.emptyText' | transloco"
          />
        }
      } @else {
        <ui-skeleton [rows]="6" [label]="'board.settings.loading' | transloco" />
      }
    </div>
  `,
})
export class BoardSettings {
  private readonly title = inject(PageTitle);
  private readonly words = inject(Words);
  protected readonly problems = inject(ProblemWords);
  protected readonly boards = inject(BoardApi).boards();
  protected readonly items = computed(() => (this.boards.hasValue() ? this.boards.value().items : null));

  constructor() {
    effect(() => this.title.say(this.words.say('board.settings.title')));
  }
}
