import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Chip, CodeLink, Mark } from '@sightline/ui';
import type { Translated } from '../once-each';

/** A principle that came of an order: what it says, whether it says when and how to deviate, and what is being written. */
@Component({
  selector: 'app-mandate-principle',
  imports: [Chip, CodeLink, Mark, RouterLink, TranslocoPipe],
  host: { class: 'one' },
  template: `
    @let it = principle();
    <p class="row wrap">
      <ui-code-link [code]="it.code" [link]="['/strategy/principles', it.code]" />
      <ui-chip [state]="it.status" />
      <span class="sm m">{{ 'mandates.version' | transloco: { n: it.versionNumber } }}</span>
    </p>
    <p class="title">
      <a [routerLink]="['/strategy/principles', it.code]">{{ it.title }}</a>
    </p>
    @if (it.statement) {
      <p class="say">{{ it.statement }}</p>
    }
    <ul>
      @for (part of parts; track part) {
        <li [class]="it[part] ? 'good fg' : 'bad fg'">
          <ui-mark [name]="it[part] ? 'force' : 'blocked'" [size]="14" />
          {{ (it[part] ? 'mandates.says.' + part : 'mandates.saysNot.' + part) | transloco }}
        </li>
      }
    </ul>
    @for (other of it.others; track other.versionNumber) {
      <p class="sm m">
        {{ 'mandates.also' | transloco: { n: other.versionNumber } }}
        @if (other.title !== it.title) {
          “{{ other.title }}”
        }
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
      padding: 2px 0 14px;
    }
    .title,
    .say {
      font: 400 17px/26px var(--sl-font-law);
      max-width: 66ch;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .title {
      font-weight: 600;
      padding-top: 2px;
    }
    .title a {
      color: var(--sl-ink);
      text-decoration: none;
    }
    .title a:hover {
      text-decoration: underline;
    }
    ul {
      padding: 6px 0 4px;
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
  readonly principle = input.required<Translated>();

  protected readonly parts = ['conditions', 'guidance'] as const;
}
