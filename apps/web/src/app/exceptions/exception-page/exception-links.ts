import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PrincipleException, Reference } from '@sightline/contracts';
import { CodeLink, RailSection } from '@sightline/ui';
import { linkOf } from '../../platform/records/link-of';
import { Words } from '../../platform/words/words';

/** What an exception hangs together with: its charter, who decided, what it renews and what renews it. */
@Component({
  selector: 'app-exception-links',
  imports: [CodeLink, RailSection, TranslocoPipe],
  template: `
    @for (kind of kinds(); track kind.key) {
      <ui-rail-section [heading]="'exceptions.links.' + kind.key | transloco">
        <ul>
          @for (row of kind.rows; track row.id) {
            <li>
              <ui-code-link [code]="row.code" [link]="linkOf(row.code)" />
              <span class="x">{{ row.name }}</span>
            </li>
          }
        </ul>
      </ui-rail-section>
    }
  `,
})
export class ExceptionLinks {
  private readonly words = inject(Words);

  readonly exception = input.required<PrincipleException>();

  protected readonly linkOf = linkOf;
  protected readonly kinds = computed(() => {
    const { charter, proposal, decision, renews, renewedBy } = this.exception();
    const decided: Reference[] = [
      ...(proposal ? [{ ...proposal, name: this.words.say(`ui.state.${proposal.status}`) }] : []),
      ...(decision ? [{ ...decision, name: this.words.say('exceptions.links.decided') }] : []),
    ];
    return [
      { key: 'charter', rows: [charter] },
      { key: 'decision', rows: decided },
      { key: 'renews', rows: renews ? [{ ...renews, name: '' }] : [] },
      {
        key: 'renewedBy',
        rows: renewedBy ? [{ ...renewedBy, name: this.words.say(`ui.state.${renewedBy.status}`) }] : [],
      },
    ].filter(({ rows }) => rows.length > 0);
  });
}
