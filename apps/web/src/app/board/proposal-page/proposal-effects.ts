import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Proposal } from '@sightline/contracts';
import { CodeLink, FigurePipe, SectionHeader } from '@sightline/ui';
import { linkOf } from '../../platform/records/link-of';

/** What an approval would change: how far the outcomes are covered, which conditions bind, which strategy holds. */
@Component({
  selector: 'app-proposal-effects',
  imports: [CodeLink, FigurePipe, SectionHeader, TranslocoPipe],
  template: `
    <section class="s" aria-labelledby="effects">
      <ui-section-header [heading]="'board.proposal.effects.title' | transloco" anchor="effects" />
      <dl class="dl">
        @for (effect of proposal().effects; track effect.kpi.id) {
          <div>
            <dt><ui-code-link [code]="effect.kpi.code ?? ''" [link]="linkOf(effect.kpi.code)" /></dt>
            <dd>
              @if (effect.coverageAfter === null) {
                {{ 'board.proposal.effects.reached' | transloco }}
              } @else {
                <b>{{ effect.coverageBefore | figure: 2 }} → {{ effect.coverageAfter | figure: 2 }}</b>
                <span class="i2">
                  {{
                    (effect.coverageAfter < 1 ? 'board.proposal.effects.short' : 'board.proposal.effects.within')
                      | transloco
                  }}</span
                >
              }
            </dd>
          </div>
        }
        @if (conditions().length > 0) {
          <div>
            <dt>{{ 'board.proposal.effects.conditions' | transloco }}</dt>
            <dd>
              @for (condition of conditions(); track $index) {
                <p>{{ condition }}</p>
              }
            </dd>
          </div>
        }
      </dl>
      @if (proposal().ask.versionNumber; as n) {
        <p class="sm i2">{{ 'board.proposal.effects.strategy' | transloco: { n } }}</p>
      } @else if (proposal().effects.length === 0 && conditions().length === 0) {
        <p class="m sm none">{{ 'board.proposal.effects.none' | transloco }}</p>
      }
    </section>
  `,
  styles: `
    .none,
    .i2 {
      padding-top: 8px;
    }
  `,
})
export class ProposalEffects {
  readonly proposal = input.required<Proposal>();

  protected readonly linkOf = linkOf;
  protected readonly conditions = computed(() => [
    ...new Set(this.proposal().seats.flatMap(({ vote }) => (vote?.choice === 'approve' ? vote.conditions : []))),
  ]);
}
