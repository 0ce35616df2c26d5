import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CommentThread } from '@sightline/contracts';
import { RouterLink } from '@angular/router';
import { CommentStore } from './comment-store';
import { plainWords } from './plain-words';

const SHOWN = 6;

/** Before a draft is put before the board: what is still open about it, and about the version it was copied from. */
@Component({
  selector: 'app-open-comments',
  imports: [RouterLink, TranslocoPipe],
  template: `
    <p class="i2 sm">{{ 'comments.before.text' | transloco }}</p>
    <ul [attr.aria-label]="'comments.before.title' | transloco: { n: threads().length }">
      @for (thread of threads().slice(0, shown); track thread.id) {
        <li>
          <span class="m">{{
            thread.principle?.code ?? (thread.chapter ? ('strategy.section.' + thread.chapter | transloco) : '')
          }}</span>
          @if (thread.record.name === '' + n()) {
            <button type="button" (click)="store.choose(thread)">
              <b>{{ thread.createdBy.name }}</b>: {{ plain(thread.text) }}
            </button>
          } @else {
            <a [routerLink]="['/strategy/versions', thread.record.name]" [queryParams]="{ comment: thread.id }">
              <b>{{ thread.createdBy.name }}</b>: {{ plain(thread.text) }}
              <span class="m">({{ 'comments.before.of' | transloco: { n: thread.record.name } }})</span>
            </a>
          }
        </li>
      }
    </ul>
    @if (threads().length > shown) {
      <p class="m sm">{{ 'comments.before.more' | transloco: { n: threads().length - shown } }}</p>
    }
  `,
  styles: `
    li {
      display: grid;
      grid-template-columns: 160px minmax(0, 1fr);
      gap: 2px 12px;
      padding: 5px 0;
      font: var(--sl-text-sm);
    }
    li button,
    li a {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      overflow: hidden;
      padding: 0;
      border: 0;
      background: none;
      color: var(--sl-primary);
      font: inherit;
      text-align: left;
      overflow-wrap: anywhere;
      cursor: pointer;
    }
    li button:hover {
      text-decoration: underline;
    }
    @media (max-width: 760px) {
      li {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class OpenComments {
  protected readonly store = inject(CommentStore);

  /** Number of the draft. */
  readonly n = input.required<number>();
  /** Open ones, of the draft first. */
  readonly threads = input.required<readonly CommentThread[]>();

  protected readonly shown = SHOWN;
  protected readonly plain = plainWords;
}
