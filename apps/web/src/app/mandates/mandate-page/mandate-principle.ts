import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MandatePrinciple } from '@sightline/contracts';
import { Chip, CodeLink, Mark } from '@sightline/ui';

/** A principle that came of an order: in which version it stands, and whether it says when and how to deviate. */
@Component({
  selector: 'app-mandate-principle',
  imports: [Chip, CodeLink, Mark, TranslocoPipe],
  host: { class: 'one' },
  template: `
    <p class="row wrap">
      <ui-code-link [code]="principle().code" [link]="['/strategy/principles', principle().code]" />
      <ui-chip [state]="principle().status" />
      <span class="sm m">{{ 'mandates.version' | transloco: { n: principle().versionNumber } }}</span>
    </p>
    <p class="title">{{ principle().title }}</p>
    <ul>
      @for (part of parts; track part) {
        <li [class]="principle()[part] ? 'good fg' : 'bad fg'">
          <ui-mark [name]="principle()[part] ? 'force' : 'blocked'" [size]="14" />
          {{ (principle()[part] ? 'mandates.says.' + part : 'mandates.saysNot.' + part) | transloco }}
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: block;
      padding: 10px 0;
    }
    .title {
      font: 600 17px/26px var(--sl-font-law);
      overflow-wrap: anywhere;
    }
    li {
      display: flex;
      gap: 6px;
      align-items: center;
      font: var(--sl-text-sm);
    }
  `,
})
export class MandatePrincipleCard {
  readonly principle = input.required<MandatePrinciple>();

  protected readonly parts = ['conditions', 'guidance'] as const;
}
