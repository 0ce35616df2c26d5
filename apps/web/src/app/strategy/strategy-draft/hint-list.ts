import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { WritingHint } from '@sightline/rules';
import { Mark } from '@sightline/ui';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';

/** Hints said in full; the rest is counted. */
const SHOWN = 4;

/** Hints on a text, beside it and quiet: none of them stands in the way. */
@Component({
  selector: 'app-hint-list',
  imports: [Mark, RouterLink, TranslocoPipe],
  template: `
    @if (lines().length > 0) {
      <ul [attr.aria-label]="'strategy.hints.label' | transloco">
        @for (line of lines(); track line) {
          <li><ui-mark name="risk" [size]="14" />{{ line }}</li>
        }
        @if (more() > 0) {
          <li class="m">{{ 'strategy.hints.more' | transloco: { n: more() } }}</li>
        }
      </ul>
      @if (tactical()) {
        <p>
          {{ 'strategy.hints.tactical' | transloco }}
          @if (session.may('charter.create')) {
            <a routerLink="/charters/new">{{ 'strategy.hints.start' | transloco }}</a>
          }
        </p>
      }
    }
  `,
  styles: `
    :host {
      display: block;
      font: var(--sl-text-sm);
      color: var(--sl-ink-2);
    }
    ul {
      margin-top: 8px;
    }
    li {
      display: flex;
      gap: 6px;
      align-items: center;
      overflow-wrap: anywhere;
    }
    li ui-mark {
      color: var(--sl-warn-fg);
    }
    p {
      margin-top: 4px;
    }
  `,
})
export class HintList {
  private readonly words = inject(Words);
  protected readonly session = inject(Session);

  readonly hints = input.required<readonly WritingHint[]>();

  private readonly sentences = computed(() => [...new Set(this.hints().map((hint) => this.sentence(hint)))]);
  protected readonly lines = computed(() => this.sentences().slice(0, SHOWN));
  protected readonly more = computed(() => this.sentences().length - this.lines().length);
  protected readonly tactical = computed(() => this.hints().some(({ code }) => code === 'tactical'));

  private sentence(hint: WritingHint): string {
    if (hint.code !== 'tactical') return this.words.say(`strategy.hints.${hint.code}`);
    return this.words.say(`strategy.hints.kinds.${hint.kind}`, { quote: hint.quote });
  }
}
