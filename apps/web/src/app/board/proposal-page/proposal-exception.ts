import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CodeLink, DayPipe, SectionHeader } from '@sightline/ui';
import { ExceptionsApi } from '../../exceptions/exceptions-api';
import { Waivers } from '../../exceptions/waivers';
import { linkOf } from '../../platform/records/link-of';
import type { ExceptionContent } from './snapshot';

/** What would be waived, why, what is done instead and until when, in the words the board decides on. */
@Component({
  selector: 'app-proposal-exception',
  imports: [CodeLink, DayPipe, SectionHeader, TranslocoPipe, Waivers],
  template: `
    @let asked = exception();
    <section class="s" aria-labelledby="waives">
      <ui-section-header anchor="waives" [heading]="'exceptions.section.waives' | transloco" />
      <p class="title">
        <ui-code-link [code]="asked.principle.code" [link]="['/strategy/principles', asked.principle.code]" />&ngsp;{{
          asked.principle.name
        }}
      </p>
      @if (principle.hasValue() && open()) {
        @if (principle.value().inForce; as wording) {
          <p class="say">{{ wording.statement }}</p>
        }
        <app-waivers class="sm" [waivers]="principle.value().waivers" [code]="asked.principle.code" />
      }
    </section>
    <section class="s" aria-labelledby="asked">
      <ui-section-header anchor="asked" [heading]="'exceptions.section.asked' | transloco" />
      <dl class="dl">
        <div>
          <dt>{{ 'exceptions.column.charter' | transloco }}</dt>
          <dd>
            <ui-code-link [code]="asked.charter.code" [link]="linkOf(asked.charter.code)" />&ngsp;{{
              asked.charter.name
            }}
          </dd>
        </div>
        <div>
          <dt>{{ 'exceptions.column.category' | transloco }}</dt>
          <dd>{{ 'exceptions.category.' + asked.category | transloco }}</dd>
        </div>
        <div>
          <dt>{{ 'exceptions.section.why' | transloco }}</dt>
          <dd class="words">{{ asked.justification }}</dd>
        </div>
        <div>
          <dt>{{ 'exceptions.section.instead' | transloco }}</dt>
          <dd class="words">{{ asked.compensatingControl }}</dd>
        </div>
        <div>
          <dt>{{ 'exceptions.column.expiresOn' | transloco }}</dt>
          <dd class="b">{{ asked.expiresOn | day: 'long' }}</dd>
        </div>
        @if (asked.renews; as before) {
          <div>
            <dt>{{ 'exceptions.links.renews' | transloco }}</dt>
            <dd>
              <ui-code-link [code]="before" [link]="linkOf(before)" />&ngsp;{{
                'exceptions.renewal' | transloco: { n: asked.renewal }
              }}
            </dd>
          </div>
        }
      </dl>
    </section>
  `,
  styles: `
    .title {
      font: 600 18px/26px var(--sl-font-law);
      padding-top: 6px;
    }
    .say {
      font: 400 17px/26px var(--sl-font-law);
      padding-bottom: 8px;
    }
    .title,
    .say,
    .words {
      max-width: 66ch;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class ProposalException {
  readonly exception = input.required<ExceptionContent>();
  /** While it is voted on, what the principle says today and how often it is waived help to decide. */
  readonly open = input(true);

  protected readonly linkOf = linkOf;
  protected readonly principle = inject(ExceptionsApi).principle(() =>
    this.open() ? this.exception().principle.code : null,
  );
}
