import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Fact, PrincipleRevision } from '@sightline/contracts';
import { TableView } from '../decision-table/table-view';

const FIELDS = ['rationale', 'implications', 'exceptionGuidance'] as const;

/** All that one version says of a principle, below its title: the statement, what follows from it, and its table. */
@Component({
  selector: 'app-principle-words',
  imports: [TableView, TranslocoPipe],
  template: `
    <p class="say" [class.m]="!principle().statement">
      {{ principle().statement || ('strategy.principle.noStatement' | transloco) }}
    </p>
    @if (says().length > 0) {
      <dl>
        @for (line of says(); track line.field) {
          <dt>{{ 'strategy.principle.' + line.field | transloco }}</dt>
          <dd>{{ line.text }}</dd>
        }
      </dl>
    }
    @if (principle().applicability || principle().decisionTable) {
      <app-table-view [table]="principle().decisionTable" [condition]="principle().applicability" [facts]="facts()" />
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .say {
      font: 400 17px/26px var(--sl-font-law);
    }
    .say,
    dd {
      max-width: 66ch;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    dl {
      display: grid;
      grid-template-columns: 96px minmax(0, 1fr);
      gap: 6px 12px;
      margin-top: 10px;
      font: var(--sl-text-sm);
    }
    dt {
      color: var(--sl-ink-3);
    }
    app-table-view {
      display: block;
      margin-top: 14px;
    }
    @media (max-width: 760px) {
      dl {
        grid-template-columns: minmax(0, 1fr);
        gap: 0;
      }
      dd {
        margin-bottom: 8px;
      }
    }
  `,
})
export class PrincipleWords {
  readonly principle = input.required<PrincipleRevision>();
  readonly facts = input<readonly Fact[]>([]);

  protected readonly says = computed(() =>
    FIELDS.map((field) => ({ field, text: this.principle()[field] })).filter(({ text }) => text !== ''),
  );
}
