import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PrincipleRevision } from '@sightline/contracts';
import { Slices } from '@sightline/ui';
import { leadTo } from '../../platform/pages/lead-to';
import { DOCUMENT_PARTS, DRAFT_PARTS } from './sections';

/** Lines of principles, below the chapters before them. */
const LINES = { height: 26, above: 320 };

/** What the document holds, at its left; every principle by name. */
@Component({
  selector: 'app-strategy-contents',
  imports: [RouterLink, TranslocoPipe],
  template: `
    <nav class="toc" [attr.aria-label]="'strategy.contents' | transloco">
      <ul>
        @for (part of parts(); track part) {
          <li>
            <a [routerLink]="[]" [fragment]="part" (click)="lead(part)">{{ 'strategy.section.' + part | transloco }}</a>
            @if (part === 'principles') {
              <ul [attr.aria-busy]="lines.growing() || null">
                @for (principle of lines.shown(); track principle.id) {
                  <li>
                    <a [routerLink]="[]" [fragment]="principle.code" (click)="lead(principle.code)"
                      >{{ principle.code }} {{ principle.title }}</a
                    >
                  </li>
                }
              </ul>
            }
          </li>
        }
      </ul>
    </nav>
  `,
  styles: `
    .toc {
      position: sticky;
      top: 64px;
      max-height: calc(100vh - 80px);
      overflow: auto;
      font: var(--sl-text-sm);
      padding-top: 6px;
    }
    a {
      display: block;
      padding: 4px 0 4px 10px;
      color: var(--sl-ink-2);
      border-left: 2px solid var(--sl-line);
    }
    a:hover {
      color: var(--sl-ink);
      border-color: var(--sl-primary);
      text-decoration: none;
    }
    ul ul a {
      padding-left: 22px;
    }
    @media (max-width: 1100px) {
      .toc {
        display: none;
      }
    }
    @media print {
      .toc {
        display: block;
        position: static;
        max-height: none;
        break-after: page;
      }
    }
  `,
})
export class StrategyContents {
  private readonly slices = inject(Slices);

  readonly principles = input.required<readonly PrincipleRevision[]>();
  readonly writing = input(false);
  protected readonly parts = computed(() => (this.writing() ? DRAFT_PARTS : DOCUMENT_PARTS));
  protected readonly lines = this.slices.of(this.principles, LINES);

  protected lead(id: string): void {
    this.slices.finish();
    const place = document.getElementById(id);
    if (place) leadTo(place);
  }
}
