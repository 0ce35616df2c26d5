import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DiffItem } from '@sightline/contracts';
import { Icon } from '@sightline/ui';
import { ChangedPart } from '../strategy-compare/changed-part';
import { rowsOf } from '../strategy-compare/diff-rows';
import { DiffWords } from '../strategy-compare/diff-words';

/** Of a few, one wants to see the words at once; of many, first which they are. */
const OPEN_MAX = 3;

/** What a file would change of the draft: every place by name, and in it word by word what goes and what comes. */
@Component({
  selector: 'app-import-changes',
  imports: [ChangedPart, Icon, TranslocoPipe],
  template: `
    <ul [attr.aria-label]="'printed.bring.list' | transloco">
      @for (part of parts().items; track part.item.kind + part.item.id) {
        <li>
          <details #details [open]="parts().items.length <= openMax">
            <summary>
              <span class="chev"><ui-icon name="chevron-right" [size]="14" /></span>
              <span class="m sm">{{ 'printed.bring.kind.' + part.item.kind | transloco }}</span>
              <b>{{ nameOf(part.item) }}</b>
              <span class="i2 sm">{{ 'printed.bring.change.' + part.item.change | transloco }}</span>
            </summary>
            <app-changed-part
              [part]="part"
              [from]="n()"
              [to]="n()"
              [headed]="false"
              [sideBySide]="false"
              [places]="parts().places"
            />
          </details>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      border-top: 1px solid var(--sl-line);
    }
    li {
      border-bottom: 1px solid var(--sl-line);
    }
    summary {
      display: grid;
      grid-template-columns: 14px 120px minmax(0, 1fr) auto;
      gap: 4px 12px;
      align-items: center;
      min-height: var(--sl-row);
      padding: 0;
      border: 0;
      color: var(--sl-ink);
      list-style: none;
      overflow-wrap: anywhere;
      cursor: pointer;
    }
    summary::-webkit-details-marker {
      display: none;
    }
    summary .chev {
      margin: 0;
      transition: transform var(--sl-move);
    }
    details[open] summary .chev {
      transform: rotate(90deg);
    }
    app-changed-part {
      padding-left: 26px;
      max-width: 760px;
    }
    @media (max-width: 760px) {
      summary {
        grid-template-columns: 14px minmax(0, 1fr) auto;
        padding: 6px 0;
      }
      summary .m {
        grid-column: 2 / -1;
      }
      summary b {
        grid-column: 2;
      }
      app-changed-part {
        padding-left: 0;
      }
    }
  `,
})
export class ImportChanges {
  private readonly words = inject(DiffWords);

  readonly items = input.required<readonly DiffItem[]>();
  /** Number of the draft. */
  readonly n = input.required<number>();

  protected readonly openMax = OPEN_MAX;
  protected readonly parts = computed(() => rowsOf(this.items()));

  protected nameOf(item: DiffItem): string {
    const { code, name } = this.words.title(item);
    return [code, name].filter(Boolean).join(' ');
  }
}
