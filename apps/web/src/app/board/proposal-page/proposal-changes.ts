import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Proposal } from '@sightline/contracts';
import { MomentPipe, SectionHeader } from '@sightline/ui';
import { ValueWords } from '../value-words';

/** What is different from the revision the board saw before, and which votes fell with it. */
@Component({
  selector: 'app-proposal-changes',
  imports: [MomentPipe, SectionHeader, TranslocoPipe],
  template: `
    <section class="s" aria-labelledby="changes">
      <ui-section-header [heading]="'board.proposal.changes.title' | transloco" anchor="changes" />
      @if (rows().length > 0 || dismissed()) {
        <dl class="dl">
          @for (row of rows(); track row.field) {
            <div>
              <dt>{{ row.label }}</dt>
              <dd>
                @for (line of row.gone; track $index) {
                  <del class="m">{{ line }}</del>
                }
                @for (line of row.come; track $index) {
                  <ins>{{ line }}</ins>
                }
              </dd>
            </div>
          }
          @if (dismissed(); as fallen) {
            <div>
              <dt>{{ 'board.proposal.changes.votes' | transloco }}</dt>
              <dd class="i2">
                {{
                  'board.proposal.changes.dismissed' | transloco: { n: fallen.votes, on: (fallen.at | moment: 'day') }
                }}
              </dd>
            </div>
            @if (fallen.reason) {
              <div>
                <dt>{{ 'board.proposal.changes.because' | transloco }}</dt>
                <dd class="i2">{{ worded(fallen.reason) }}</dd>
              </div>
            }
          }
        </dl>
      } @else {
        <p class="m sm none">{{ 'board.proposal.changes.none' | transloco }}</p>
      }
    </section>
  `,
  styles: `
    del,
    ins {
      display: block;
      overflow-wrap: anywhere;
    }
    ins {
      font-weight: 600;
      text-decoration: none;
    }
    .none {
      padding-top: 8px;
    }
  `,
})
export class ProposalChanges {
  private readonly values = inject(ValueWords);

  readonly changed = input.required<Proposal['changed']>();
  readonly dismissed = input<Proposal['dismissed']>(null);

  /** Only the lines of a list that came or went; what stayed says nothing. */
  protected readonly rows = computed(() =>
    this.changed().map(({ field, before, after }) => {
      const [gone, come] = [this.values.lines(before), this.values.lines(after)];
      return {
        field,
        label: this.values.label(field),
        gone: gone.filter((line) => !come.includes(line)),
        come: come.filter((line) => !gone.includes(line)),
      };
    }),
  );

  /** A reason that only names fields is put into the words of the form. */
  protected worded(reason: string): string {
    return reason
      .split(', ')
      .map((field) => this.values.label(field))
      .join(', ');
  }
}
