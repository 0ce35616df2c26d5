import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DataEntity } from '@sightline/contracts';
import { Words } from '../../platform/words/words';
import { DomainDesk, type HoleKind } from './domain-desk';

/** A cell with nothing in it: the action that fills it, or what is missing for those who only read. */
@Component({
  selector: 'td[app-hole-cell]',
  imports: [TranslocoPipe],
  host: { class: 'hole', '[attr.data-h]': 'column()' },
  template: `
    @if (desk.mayEdit()) {
      <button type="button" [attr.aria-label]="label()" (click)="desk.fill(kind(), entity())">
        {{ 'data.grid.hole.' + kind() + '.act' | transloco }}
      </button>
    } @else {
      <span class="tx">{{ 'data.grid.hole.' + kind() + '.say' | transloco }}</span>
    }
  `,
  styles: `
    button {
      min-height: 24px;
      padding: 1px 5px;
      border: 0;
      border-radius: 3px;
      background: var(--sl-surface);
      color: var(--sl-bad-fg);
      font: 600 13px/18px var(--sl-font-ui);
      text-align: left;
      cursor: pointer;
    }
    button:hover {
      text-decoration: underline;
      text-underline-offset: 2px;
    }
  `,
})
export class HoleCell {
  private readonly words = inject(Words);
  protected readonly desk = inject(DomainDesk);

  readonly kind = input.required<HoleKind>();
  readonly entity = input.required<DataEntity>();

  protected readonly column = computed(() => this.words.say(`data.grid.short.${this.kind()}`));
  protected readonly label = computed(() =>
    this.words.say('data.grid.holeFor', {
      what: this.words.say(`data.grid.hole.${this.kind()}.act`),
      entity: this.entity().name,
    }),
  );
}
