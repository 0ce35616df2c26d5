import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Mention } from '@sightline/contracts';
import { MomentPipe, SectionHeader } from '@sightline/ui';
import { Session } from '../platform/session/session';
import { Words } from '../platform/words/words';
import { addressOf } from './comment-address';
import { plainWords } from './plain-words';

/** Comments that call the reader and have not been looked at; opening one counts as looking. */
@Component({
  selector: 'app-mention-list',
  imports: [MomentPipe, RouterLink, SectionHeader, TranslocoPipe],
  template: `
    @if (rows().length > 0) {
      <section class="s" aria-labelledby="mentions">
        <ui-section-header anchor="mentions" [heading]="'comments.home.title' | transloco" />
        <ul>
          @for (row of rows(); track row.id) {
            <li>
              <span class="by">{{ row.by.name }}</span>
              <span class="what">
                <a class="said" [routerLink]="row.address.link" [queryParams]="row.address.query">{{ row.text }}</a>
                <span class="m">{{ row.at }}</span>
              </span>
              <span class="m nw">{{ row.on | moment: 'day' }}</span>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    li {
      display: grid;
      grid-template-columns: 120px minmax(0, 1fr) auto;
      gap: 2px 10px;
      align-items: baseline;
      padding: 8px 0;
      border-bottom: 1px solid var(--sl-line);
      font: var(--sl-text-sm);
    }
    .by {
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    .said {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      overflow: hidden;
      overflow-wrap: anywhere;
    }
    @media (max-width: 760px) {
      li {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      .what {
        grid-column: 1 / -1;
        grid-row: 2;
      }
    }
  `,
})
export class MentionList {
  private readonly session = inject(Session);
  private readonly words = inject(Words);

  readonly mentions = input.required<readonly Mention[]>();

  protected readonly rows = computed(() => {
    const outside = this.session.me()?.user.kind === 'external';
    return this.mentions().map((mention) => ({
      id: mention.id,
      by: mention.by,
      text: plainWords(mention.text),
      on: mention.at,
      at: this.placeOf(mention),
      address: addressOf(mention, outside),
    }));
  });

  private placeOf({ chapter, principle, record }: Mention): string {
    if (!chapter) return `${record.code ?? ''} ${record.name}`.trim();
    const name = principle?.code ?? this.words.say(`strategy.section.${chapter}`);
    return this.words.say('comments.home.at', { chapter: name, n: record.name });
  }
}
