import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Charter, Kpi } from '@sightline/contracts';
import { assessOutcome } from '@sightline/rules';
import { Hole, MarkdownView, SectionHeader, Stat } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { effectBehind } from '../charter-edit/outcome-effect';

/** What will be better, in one sentence, with what the rule reads in it; and the story behind it. */
@Component({
  selector: 'app-outcome-section',
  imports: [Hole, MarkdownView, RouterLink, SectionHeader, Stat, TranslocoPipe],
  template: `
    <section class="s" aria-labelledby="outcome">
      <ui-section-header anchor="outcome" [heading]="'charters.section.outcome' | transloco">
        @if (mayEdit()) {
          <a [routerLink]="['/charters', charter().code, 'edit']" fragment="outcomeStatement">{{
            'charters.edit' | transloco
          }}</a>
        }
      </ui-section-header>
      @if (charter().outcomeStatement) {
        <p class="statement">{{ charter().outcomeStatement }}</p>
        <p class="sm i2">
          <ui-stat [state]="assessment().verdict" />
          @for (reason of reasons(); track reason) {
            <span class="m" aria-hidden="true"> · </span>{{ reason }}
          }
        </p>
      } @else {
        <ui-hole [text]="'charters.outcome.none' | transloco">
          @if (mayEdit()) {
            <a [routerLink]="['/charters', charter().code, 'edit']" fragment="outcomeStatement">{{
              'charters.writeIt' | transloco
            }}</a>
          }
        </ui-hole>
      }
      @if (charter().narrative) {
        <ui-markdown-view class="story" [text]="charter().narrative" />
      }
    </section>
  `,
  styles: `
    .statement {
      font: 400 16px/24px var(--sl-font-ui);
      padding: 8px 0 4px;
      max-width: 64ch;
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
    .story {
      display: block;
      padding-top: 10px;
      max-width: 72ch;
    }
  `,
})
export class OutcomeSection {
  private readonly words = inject(Words);

  readonly charter = input.required<Charter>();
  readonly kpis = input<ReadonlyMap<string, Kpi>>();
  readonly mayEdit = input(false);

  protected readonly assessment = computed(() => {
    const { outcomeStatement: text, kpis } = this.charter();
    const cited = kpis.map(({ kpi, from, to, by, confidence }) => ({ kpi, from, to, by: by ?? '', confidence }));
    return assessOutcome({ text, ...effectBehind(cited, this.kpis() ?? new Map()) });
  });
  protected readonly reasons = computed(() => [
    ...new Set(
      this.assessment().because.map((reason) => this.words.say(`outcome.reason.${reason.code}`, { ...reason })),
    ),
  ]);
}
