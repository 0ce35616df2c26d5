import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Charter } from '@sightline/contracts';
import { CodeLink, Hole, SectionHeader, Stat } from '@sightline/ui';
import { linkOf } from '../../platform/records/link-of';
import { Session } from '../../platform/session/session';
import { CitedRecords } from '../cited-records';

/** The principles this charter cites, in the strategy's own words, and how it upholds each. */
@Component({
  selector: 'app-principles-upheld',
  imports: [CodeLink, Hole, RouterLink, SectionHeader, Stat, TranslocoPipe],
  template: `
    <section class="s" aria-labelledby="upholds">
      <ui-section-header anchor="upholds" [heading]="'charters.section.principles' | transloco">
        @if (mayEdit()) {
          <a [routerLink]="['/charters', charter().code, 'edit']" fragment="principles">{{
            'charters.edit' | transloco
          }}</a>
        }
      </ui-section-header>
      @for (cited of rows(); track cited.principle.id) {
        <div class="one">
          <div>
            <ui-code-link [code]="cited.principle.code" [link]="linkOf(cited.principle.code)" />
            <span class="title">{{ cited.principle.name }}</span>
            @if (!cited.inForce) {
              <ui-stat state="blocker" [label]="'charters.principle.left' | transloco" />
            }
          </div>
          @if (cited.statement) {
            <p class="say">{{ cited.statement }}</p>
          }
          @if (cited.how) {
            <p class="i2 how">{{ cited.how }}</p>
          } @else {
            <p class="sm m">{{ 'charters.principle.noHow' | transloco }}</p>
          }
        </div>
      } @empty {
        <ui-hole [text]="'charters.principle.none' | transloco">
          @if (mayEdit()) {
            <a [routerLink]="['/charters', charter().code, 'edit']" fragment="principles">{{
              'charters.pick.principle' | transloco
            }}</a>
          }
        </ui-hole>
      }
    </section>
  `,
  styles: `
    .one {
      padding: 10px 0;
    }
    .one + .one {
      border-top: 1px solid var(--sl-line);
    }
    .title {
      font: 600 16px/24px var(--sl-font-law);
      margin: 0 8px;
    }
    .say {
      font: 400 16px/25px var(--sl-font-law);
      max-width: 66ch;
      overflow-wrap: anywhere;
    }
    .how {
      padding-top: 4px;
      max-width: 72ch;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class PrinciplesUpheld {
  readonly charter = input.required<Charter>();
  readonly mayEdit = input(false);

  private readonly inForce = inject(CitedRecords).principles(inject(Session).may('strategy.read'));

  protected readonly linkOf = linkOf;
  protected readonly rows = computed(() => {
    const statements = new Map(
      (this.inForce.hasValue() ? this.inForce.value() : []).map((one) => [one.id, one.statement]),
    );
    return this.charter().principles.map((cited) => ({
      ...cited,
      statement: statements.get(cited.principle.id) ?? '',
    }));
  });
}
