import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Inbox } from '@sightline/contracts';
import { Chip, CodeLink, SectionHeader, Stat } from '@sightline/ui';
import { linkOf } from '../platform/records/link-of';
import { Words } from '../platform/words/words';

/** The reader's charters with what stops each of them. */
@Component({
  selector: 'app-my-charters',
  imports: [Chip, CodeLink, RouterLink, SectionHeader, Stat, TranslocoPipe],
  styles: `
    :host(:first-child) section {
      margin-top: 0;
    }
  `,
  template: `
    <section class="s" aria-labelledby="my-charters">
      <ui-section-header anchor="my-charters" [heading]="'home.charters.title' | transloco">
        <a routerLink="/charters">{{ 'home.charters.all' | transloco }}</a>
      </ui-section-header>
      <table class="tb stack">
        <tbody>
          @for (charter of charters(); track charter.id) {
            <tr>
              <th scope="row">
                <ui-code-link [code]="charter.code" [link]="linkTo(charter.code)" />&nbsp; {{ charter.title }}
              </th>
              <td><ui-chip [state]="charter.status" /></td>
              <td class="nw">
                @if (charter.blockers > 0) {
                  <ui-stat state="blocker" [label]="say('blockers', charter.blockers)" />
                } @else if (charter.warnings > 0) {
                  <ui-stat state="warning" [label]="say('warnings', charter.warnings)" />
                } @else {
                  <ui-stat state="passed" [label]="say('blockers', 0)" />
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </section>
  `,
})
export class MyCharters {
  private readonly words = inject(Words);

  readonly charters = input.required<Inbox['charters']>();

  protected readonly linkTo = linkOf;

  protected say(key: 'blockers' | 'warnings', n: number): string {
    return this.words.say(`home.charters.${key}`, { n });
  }
}
