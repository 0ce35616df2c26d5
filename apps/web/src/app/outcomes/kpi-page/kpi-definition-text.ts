import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Kpi } from '@sightline/contracts';
import { SectionHeader } from '@sightline/ui';
import { KpiWords } from '../kpi-words';

/** How a KPI is computed, and what it is measured against, in words. */
@Component({
  selector: 'app-kpi-definition-text',
  imports: [SectionHeader, TranslocoPipe],
  template: `
    <section class="s" aria-labelledby="kpi-definition">
      <ui-section-header [heading]="'outcomes.kpi.definition' | transloco" anchor="kpi-definition" />
      @if (kpi().definition; as definition) {
        <p class="prose">{{ definition }}</p>
      }
      <dl class="facts">
        @if (kpi().direction; as direction) {
          <div>
            <dt>{{ 'outcomes.form.direction' | transloco }}</dt>
            <dd>{{ 'outcomes.direction.' + direction | transloco }}</dd>
          </div>
        }
        @if (kpi().baseline; as baseline) {
          <div>
            <dt>{{ 'outcomes.kpi.baseline' | transloco }}</dt>
            <dd>{{ 'outcomes.kpi.onDay' | transloco: { value: value(baseline.value), on: baseline.date } }}</dd>
          </div>
        }
        @if (kpi().target; as goal) {
          <div>
            <dt>{{ (goal.value === null ? 'outcomes.kpi.limits' : 'outcomes.kpi.target') | transloco }}</dt>
            <dd>{{ 'outcomes.kpi.by' | transloco: { value: target(), on: goal.date } }}</dd>
          </div>
        }
      </dl>
      @if (kpi().note; as note) {
        <h3>{{ 'outcomes.kpi.note' | transloco }}</h3>
        <p class="prose">{{ note }}</p>
      }
    </section>
  `,
  styles: `
    .prose {
      max-width: 72ch;
      margin-top: 6px;
      white-space: pre-line;
    }
    h3 {
      margin-top: 12px;
    }
  `,
})
export class KpiDefinitionText {
  private readonly words = inject(KpiWords);

  readonly kpi = input.required<Kpi>();

  protected readonly target = computed(() => this.words.target(this.kpi().target, this.kpi().unit));

  protected value(number: number): string {
    return this.words.measure(number, this.kpi().unit);
  }
}
