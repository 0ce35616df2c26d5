import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Inbox } from '@sightline/contracts';
import { CodeLink, DayPipe, MeasurePipe, SectionHeader } from '@sightline/ui';
import { linkOf } from '../platform/records/link-of';

/** Measurements the reader owes, and requirements of the board that wait for an answer. */
@Component({
  selector: 'app-due-list',
  imports: [CodeLink, DayPipe, MeasurePipe, RouterLink, SectionHeader, TranslocoPipe],
  styleUrl: './due-list.css',
  template: `
    @if (inbox().measurementsDue.length > 0) {
      <section class="s" aria-labelledby="due">
        <ui-section-header anchor="due" [heading]="'home.measurements.title' | transloco">
          <a routerLink="/outcomes">{{ 'home.measurements.all' | transloco }}</a>
        </ui-section-header>
        <ul>
          @for (kpi of inbox().measurementsDue; track kpi.id) {
            <li>
              <ui-code-link [code]="kpi.code" [link]="linkTo(kpi.code)" />
              <span>
                {{ kpi.name }}<br />
                <span class="m">
                  @if (kpi.latest; as latest) {
                    {{
                      'home.measurements.latest'
                        | transloco: { value: latest.value | measure: kpi.unit, on: latest.date | day }
                    }}
                  } @else {
                    {{ 'home.measurements.never' | transloco }}
                  }
                </span>
              </span>
              <span [class]="kpi.stale ? 'warn fg nw' : 'm nw'">
                {{ kpi.dueOn ? ('home.measurements.due' | transloco: { on: kpi.dueOn | day }) : '' }}
              </span>
            </li>
          }
        </ul>
      </section>
    }
    @if (inbox().requirementsOwed.length > 0) {
      <section class="s" aria-labelledby="owed">
        <ui-section-header anchor="owed" [heading]="'home.requirements.title' | transloco" />
        <ul>
          @for (one of inbox().requirementsOwed; track one.charter.id + one.number) {
            <li>
              <ui-code-link [code]="one.charter.code" [link]="linkTo(one.charter.code)" />
              <span>
                {{ one.text }}<br />
                <span class="m">{{ 'home.requirements.from' | transloco: { constituency: one.constituency } }}</span>
              </span>
            </li>
          }
        </ul>
      </section>
    }
  `,
})
export class DueList {
  readonly inbox = input.required<Inbox>();

  protected readonly linkTo = linkOf;
}
