import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { KPI_PARTS, type Kpi, type KpiPart } from '@sightline/contracts';
import { kpiMissingParts } from '@sightline/rules';
import { Mark } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { definitionOf, type KpiDraft } from './kpi-draft';

/** Whoever the search for champions offers may own a KPI. */
const FIT_OWNER = { champion: true, internal: true, active: true, fromBusiness: true };

/** What a KPI still lacks, as one types; each line leads to its field. */
@Component({
  selector: 'app-kpi-completeness',
  imports: [Mark, TranslocoPipe],
  template: `
    <h2>{{ 'outcomes.form.completeness' | transloco }}</h2>
    <p class="sm i2" role="status">{{ verdict() }}</p>
    <ul>
      @for (part of parts(); track part.name) {
        <li>
          <span class="stat" [class.good]="part.there" [class.bad]="!part.there">
            <ui-mark
              [name]="part.there ? 'force' : 'missing'"
              [size]="14"
              [label]="(part.there ? 'outcomes.form.has' : 'outcomes.form.lacks') | transloco"
            />
          </span>
          @if (part.there) {
            <span class="sm i2">{{ 'outcomes.part.' + part.name | transloco }}</span>
          } @else {
            <button class="lead sm" type="button" (click)="lead(part.name)">
              {{ 'outcomes.part.' + part.name | transloco }}
            </button>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: block;
      position: sticky;
      top: calc(var(--sl-top) + 20px);
    }
    p {
      margin: 2px 0 8px;
    }
    li {
      display: flex;
      gap: 8px;
      align-items: center;
      min-height: 28px;
    }
    .lead {
      border: 0;
      background: none;
      padding: 3px 0;
      color: var(--sl-primary);
      text-align: left;
      cursor: pointer;
    }
    .lead:hover {
      text-decoration: underline;
    }
  `,
})
export class KpiCompleteness {
  private readonly words = inject(Words);

  readonly draft = input.required<KpiDraft>();
  /** As it is saved; null for a new one. */
  readonly kpi = input.required<Kpi | null>();

  private readonly missing = computed<KpiPart[]>(() => {
    const draft = this.draft();
    return kpiMissingParts({
      ...definitionOf(draft, this.words.locale()),
      cadence: draft.cadence || null,
      weight: draft.weight ? Number(draft.weight) : null,
      driver: draft.driver,
      businessUnit: draft.businessUnit,
      owner: draft.owner && !this.isUnfit(draft.owner.id) ? FIT_OWNER : null,
    });
  });
  protected readonly parts = computed(() => KPI_PARTS.map((name) => ({ name, there: !this.missing().includes(name) })));
  protected readonly verdict = computed(() => {
    const n = this.missing().length;
    return this.words.say(n === 0 ? 'outcomes.form.isComplete' : 'outcomes.form.isIncomplete', { n });
  });

  protected lead(part: KpiPart): void {
    document.getElementById(part)?.focus();
  }

  /** The server knows what the form cannot see: that the saved owner may not own it. */
  private isUnfit(owner: string): boolean {
    const saved = this.kpi();
    return saved?.owner?.id === owner && saved.missing.includes('owner');
  }
}
