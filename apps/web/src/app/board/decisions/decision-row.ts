import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DecisionSummary } from '@sightline/contracts';
import { Chip, CodeLink, MomentPipe } from '@sightline/ui';
import { Words } from '../../platform/words/words';

/** A decision in a few words: what became of what, when, by how many. */
@Component({
  selector: 'app-decision-row',
  imports: [Chip, CodeLink, MomentPipe, RouterLink, TranslocoPipe],
  template: `
    <ui-code-link [code]="decision().code" [link]="link()" />
    <span class="what">
      <a class="b" [routerLink]="link()">{{ decision().title }}</a>
      <span class="m sm tally">{{ 'board.subject.' + decision().subjectType | transloco }} · {{ tally() }}</span>
    </span>
    <ui-chip [state]="decision().outcome" />
    <span class="m sm nw">{{ decision().decidedAt | moment: 'day' }}</span>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 76px minmax(0, 1fr) auto auto;
      gap: 4px 16px;
      align-items: baseline;
      padding: 9px 0;
      border-bottom: 1px solid var(--sl-line);
    }
    .tally {
      margin-left: 6px;
    }
    @media (max-width: 760px) {
      :host {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      .what {
        grid-column: 1 / -1;
        grid-row: 1;
      }
    }
  `,
})
export class DecisionRow {
  private readonly words = inject(Words);

  readonly decision = input.required<DecisionSummary>();

  protected readonly link = computed(() => ['/board/decisions', this.decision().code]);
  protected readonly tally = computed(() => this.words.say('board.decisions.tallyOf', this.decision().tally));
}
