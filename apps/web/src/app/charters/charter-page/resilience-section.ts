import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Charter } from '@sightline/contracts';
import { formatDay, Hole, SectionHeader } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { criterionText } from '../../platform/words/criterion-text';

interface Plan {
  /** The field of the form, and the name of its label. */
  readonly field: string;
  readonly label: string;
  readonly lines: readonly string[];
}

/** The four plans for when it fails, each written or a hole; and when delivery would be stopped. */
@Component({
  selector: 'app-resilience-section',
  imports: [Hole, RouterLink, SectionHeader, TranslocoPipe],
  template: `
    <section class="s" aria-labelledby="fails">
      <ui-section-header
        anchor="fails"
        [heading]="'charters.section.resilience' | transloco"
        [note]="'charters.plans' | transloco: { n: written(), total: plans().length }"
      >
        @if (mayEdit()) {
          <a [routerLink]="['/charters', charter().code, 'edit']" fragment="rollback">{{
            'charters.edit' | transloco
          }}</a>
        }
      </ui-section-header>
      <dl class="plans sm">
        @for (plan of plans(); track plan.field) {
          <div>
            <dt class="b">{{ plan.label }}</dt>
            @if (plan.lines.length > 0) {
              <dd class="i2">
                @for (line of plan.lines; track $index) {
                  <p>{{ line }}</p>
                }
              </dd>
            } @else {
              <dd>
                <ui-hole [text]="'charters.notWritten' | transloco">
                  @if (mayEdit()) {
                    <a [routerLink]="['/charters', charter().code, 'edit']" [fragment]="plan.field">{{
                      'charters.writeIt' | transloco
                    }}</a>
                  }
                </ui-hole>
              </dd>
            }
          </div>
        }
        @if (charter().resilience.stopCriteria; as stop) {
          <div>
            <dt class="b">{{ 'charters.field.stopCriteria' | transloco }}</dt>
            <dd class="i2">
              <p>{{ stop }}</p>
            </dd>
          </div>
        }
      </dl>
    </section>
  `,
  styles: `
    .plans {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(300px, 100%), 1fr));
      gap: 14px 36px;
      padding-top: 8px;
    }
    dd p {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    ui-hole {
      margin-top: 4px;
    }
  `,
})
export class ResilienceSection {
  private readonly words = inject(Words);

  readonly charter = input.required<Charter>();
  readonly mayEdit = input(false);

  protected readonly plans = computed<Plan[]>(() => {
    const { rollback, contingency, retirement } = this.charter().resilience;
    const label = (field: string) => this.words.say(`charters.field.${field}`);
    const leaving = this.leaving();
    return [
      { field: 'rollback', label: label('rollback'), lines: rollback ? [rollback] : [] },
      { field: 'contingency', label: label('contingency'), lines: contingency ? [contingency] : [] },
      {
        field: 'retirement',
        label: label('retirement'),
        lines: retirement.map((criterion) => criterionText(criterion, this.words)),
      },
      { field: leaving.missing, label: this.words.say('charters.portabilityAndExit'), lines: leaving.lines },
    ];
  });
  protected readonly written = computed(() => this.plans().filter(({ lines }) => lines.length > 0).length);

  /** Portability and exit are one plan: without the other, either is no way out. */
  private readonly leaving = computed(() => {
    const { portability, exit } = this.charter().resilience;
    const missing = portability?.format && portability.method ? 'exit' : 'portability';
    if (!portability?.format || !portability.method || !exit) return { missing, lines: [] };
    const tested = portability.lastTestedOn
      ? this.words.say('charters.tested', { on: formatDay(portability.lastTestedOn, this.words.locale()) })
      : this.words.say('charters.neverTested');
    return { missing, lines: [`${portability.format}. ${portability.method}`, tested, exit] };
  });
}
