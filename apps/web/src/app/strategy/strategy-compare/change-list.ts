import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@sightline/ui';
import { DiffWords } from './diff-words';
import type { ItemRows } from './diff-rows';

const ICON = { changed: 'pencil', moved: 'list-ordered', added: 'plus', removed: 'minus' } as const;
const FAMILY = { changed: 'warn', moved: 'neutral', added: 'good', removed: 'bad' } as const;

/** The parts that differ, each with its sign and what of it changed; a click leads there. */
@Component({
  selector: 'app-change-list',
  imports: [Icon, TranslocoPipe],
  template: `
    <nav [attr.aria-label]="'compare.list' | transloco">
      <p class="sm m">{{ 'compare.differ' | transloco: { n: all(), of: of() } }}</p>
      <ul>
        @for (line of lines(); track line.place) {
          <li>
            <button type="button" [attr.aria-current]="line.current ? 'true' : null" (click)="chose.emit(line.place)">
              <span [class]="line.family + ' fg'"><ui-icon [name]="line.icon" [size]="14" /></span>
              <span
                ><b>{{ line.head }}</b> {{ 'compare.change.' + line.change | transloco }}</span
              >
              @if (line.detail) {
                <span class="d">{{ line.detail }}</span>
              }
            </button>
          </li>
        }
      </ul>
    </nav>
  `,
  styles: `
    nav {
      font: var(--sl-text-sm);
    }
    nav > p {
      padding: 0 8px 4px;
    }
    button {
      display: grid;
      grid-template-columns: 16px minmax(0, 1fr);
      gap: 0 8px;
      width: 100%;
      padding: 7px 8px;
      border: 0;
      border-radius: var(--sl-r-m);
      background: none;
      color: var(--sl-ink);
      font: inherit;
      text-align: left;
      cursor: pointer;
      overflow-wrap: anywhere;
    }
    button:hover {
      background: var(--sl-hover);
    }
    button[aria-current] {
      background: var(--sl-selected);
    }
    .d {
      grid-column: 2;
      color: var(--sl-ink-3);
    }
    button[aria-current] .d {
      color: var(--sl-ink-2);
    }
  `,
})
export class ChangeList {
  private readonly words = inject(DiffWords);

  readonly parts = input.required<readonly ItemRows[]>();
  /** Parts that differ, filtered or not, and parts there are. */
  readonly all = input.required<number>();
  readonly of = input.required<number>();
  /** The place the reader is at. */
  readonly current = input.required<number | null>();
  readonly chose = output<number>();

  protected readonly lines = computed(() => {
    const at = this.current();
    const places = this.parts().map(({ place }) => place);
    const here = at === null ? null : places.findLast((place) => place <= at);
    return this.parts().map(({ item, place }) => {
      const { code, name } = this.words.title(item);
      const fields = item.fields.map(({ field }) => this.words.field(item, field)).filter(Boolean);
      const detail = item.change === 'changed' && fields.length > 0 ? fields.join(', ') : code ? name : '';
      return {
        place,
        change: item.change,
        head: code || name,
        detail,
        icon: ICON[item.change],
        family: FAMILY[item.change],
        current: place === here,
      };
    });
  });
}
