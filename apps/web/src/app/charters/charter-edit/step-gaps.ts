import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { GateCheckAnswer } from '@sightline/contracts';
import { Stat } from '@sightline/ui';
import { GateWords } from '../gate-words';

/** What the gate still misses in this step; a gap that lies in another record leads there. */
@Component({
  selector: 'app-step-gaps',
  imports: [RouterLink, Stat, TranslocoPipe],
  template: `
    @if (checks().length > 0) {
      <section [attr.aria-label]="'charters.gaps' | transloco">
        <ul>
          @for (check of checks(); track check.code) {
            <li>
              <ui-stat [state]="check.level" [label]="check.message" />
              <p class="sm i2">
                {{ words.why(check) }}
                @if (!isHere(check)) {
                  <a class="u nw" [routerLink]="pathOf(check)" [fragment]="fragmentOf(check)">{{
                    words.action(check)
                  }}</a>
                }
              </p>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    ul {
      border: 1px solid var(--sl-line-strong);
      border-radius: var(--sl-r-m);
      padding: 4px 14px;
      margin-bottom: 16px;
    }
    li {
      padding: 7px 0;
    }
    li + li {
      border-top: 1px solid var(--sl-line);
    }
    .stat {
      white-space: normal;
    }
    p {
      padding-left: 21px;
    }
  `,
})
export class StepGaps {
  protected readonly words = inject(GateWords);

  readonly checks = input.required<readonly GateCheckAnswer[]>();
  readonly code = input.required<string>();

  protected isHere({ fix }: GateCheckAnswer): boolean {
    return fix.path.startsWith(`/charters/${this.code()}/edit`);
  }

  protected pathOf({ fix }: GateCheckAnswer): string {
    return fix.path.split('#')[0] ?? fix.path;
  }

  protected fragmentOf({ fix }: GateCheckAnswer): string | undefined {
    return fix.path.split('#')[1];
  }
}
