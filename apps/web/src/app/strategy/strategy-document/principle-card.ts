import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Fact, PrincipleListed, PrincipleRevision } from '@sightline/contracts';
import { PRINCIPLE_TEXTS } from '@sightline/contracts';
import { Chip, Icon } from '@sightline/ui';
import { CommentCount } from '../../comments/comment-count';
import { TableView } from '../decision-table/table-view';

/** A principle as it stands in the text: its own words in the strategy's voice, what follows from it below. */
@Component({
  selector: 'app-principle-card',
  imports: [Chip, CommentCount, Icon, RouterLink, TableView, TranslocoPipe],
  templateUrl: './principle-card.html',
  styleUrl: './principle-card.css',
})
export class PrincipleCard {
  readonly principle = input.required<PrincipleRevision>();
  /** What the version asks of every charter. */
  readonly facts = input<readonly Fact[]>([]);
  /** Since when it has been in force, who cites it, how often it is waived; null in a version that is not in force. */
  readonly standing = input<Pick<PrincipleListed, 'since' | 'charters' | 'waivers'> | null>(null);

  protected readonly titleId = computed(() => `${this.principle().code}-title`);
  protected readonly says = computed(() =>
    PRINCIPLE_TEXTS.map((field, block) => ({ field, block, text: this.principle()[field] }))
      .slice(2)
      .filter(({ text }) => text !== ''),
  );
}
