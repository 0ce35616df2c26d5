import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Inbox, Reaffirmation } from '@sightline/contracts';
import { CodeLink, DayPipe, Mark, SectionHeader } from '@sightline/ui';
import { Session } from '../platform/session/session';

/** Charters to affirm anew, and exceptions that end soon. */
@Component({
  selector: 'app-ending-list',
  imports: [CodeLink, DayPipe, Mark, RouterLink, SectionHeader, TranslocoPipe],
  styleUrl: './due-list.css',
  template: `
    @if (inbox().reaffirmations.length > 0) {
      <section class="s" aria-labelledby="reaffirm">
        <ui-section-header anchor="reaffirm" [heading]="'home.reaffirm.title' | transloco" />
        <ul>
          @for (one of inbox().reaffirmations; track one.id) {
            <li>
              <ui-code-link [code]="one.charter.code" [link]="['/charters', one.charter.code]" />
              <span>
                <a [routerLink]="['/charters', one.charter.code]" fragment="reaffirmation">{{
                  one.charter.name
                }}</a><br />
                <span class="m">{{
                  'charters.reaffirm.cause.' + one.cause
                    | transloco: { about: one.exception?.code ?? one.principle?.code ?? one.person?.name ?? '' }
                }}</span>
                @if (waitsFor(one); as name) {
                  <br /><span class="m">{{
                    (one.cause === 'principle_left' ? 'charters.reaffirm.replaces' : 'charters.reaffirm.waits')
                      | transloco: { name: name }
                  }}</span>
                }
              </span>
              <span [class]="one.overdue ? 'bad fg nw' : 'm nw'">
                @if (one.overdue) {
                  <ui-mark name="blocked" [size]="14" />
                }
                {{
                  (one.overdue ? 'home.reaffirm.overdue' : 'home.reaffirm.agenda')
                    | transloco: { on: (one.agendaOn | day) }
                }}
              </span>
            </li>
          }
        </ul>
      </section>
    }
    @if (inbox().exceptionsEnding.length > 0) {
      <section class="s" aria-labelledby="ending">
        <ui-section-header anchor="ending" [heading]="'home.ending.title' | transloco">
          <a routerLink="/strategy/exceptions" [queryParams]="{ status: 'granted' }">{{
            'home.ending.all' | transloco
          }}</a>
        </ui-section-header>
        <ul>
          @for (one of inbox().exceptionsEnding; track one.exception.id) {
            <li>
              <ui-code-link [code]="one.exception.code" [link]="['/strategy/exceptions', one.exception.code]" />
              <span>
                {{
                  'home.ending.what'
                    | transloco: { principle: one.principle.code ?? '', charter: one.charter.code ?? '' }
                }}<br />
                <span class="m">{{ one.charter.name }}</span>
              </span>
              <span [class]="one.renewed ? 'm nw' : 'warn fg nw'">
                @if (one.renewed) {
                  {{ 'home.ending.renewed' | transloco }}
                } @else {
                  <ui-mark name="later" [size]="14" />
                  {{ 'exceptions.left' | transloco: { n: one.daysLeft } }}
                }
              </span>
            </li>
          }
        </ul>
      </section>
    }
  `,
})
export class EndingList {
  private readonly session = inject(Session);

  readonly inbox = input.required<Inbox>();

  /** Who has to settle it, where that is somebody else. */
  protected waitsFor({ lead }: Reaffirmation): string | null {
    return lead && lead.id !== this.session.me()?.user.id ? lead.name : null;
  }
}
