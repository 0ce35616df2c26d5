import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DiffBlock } from '@sightline/contracts';
import { type Side, TextPieces } from './text-pieces';

/** Paragraphs, headings, items and tables of one side of a comparison, or of both in one. */
@Component({
  selector: 'app-text-blocks',
  imports: [TextPieces, TranslocoPipe],
  template: `
    @for (block of blocks(); track $index) {
      @if (block.table; as table) {
        <div class="scroll" tabindex="0" role="region" [attr.aria-label]="'compare.forms.table' | transloco">
          <table class="tb">
            <tbody>
              @for (row of table.rows; track $index) {
                @if (isShown(row.change)) {
                  <tr>
                    @for (cell of row.cells; track $index) {
                      @if (isShown(table.columns[$index])) {
                        <td [class.head]="row === table.rows[0]">
                          <app-text-pieces [pieces]="cell.pieces" [side]="side()" />
                        </td>
                      }
                    }
                  </tr>
                }
              }
            </tbody>
          </table>
        </div>
      } @else {
        <div [class]="'block ' + block.kind + ' deep' + (block.level > 3 ? 3 : block.level)">
          <app-text-pieces [pieces]="block.pieces" [side]="side()" />
        </div>
      }
      @if (block.before && side() !== 'old') {
        <p class="note">
          {{ 'compare.form' | transloco: { was: ('compare.forms.' + block.before.kind | transloco) } }}
        </p>
      }
      @if (block.change === 'moved_from') {
        <p class="note">{{ 'compare.movedAway' | transloco }}</p>
      } @else if (block.change === 'moved_to') {
        <p class="note">{{ 'compare.movedHere' | transloco }}</p>
      }
    }
  `,
  styles: `
    .block {
      font: 400 16px/25px var(--sl-font-law);
    }
    .block + .block,
    .scroll + .block {
      margin-top: 8px;
    }
    .heading {
      font-weight: 600;
    }
    .code {
      font: 400 12.5px/18px var(--sl-font-code);
    }
    .line {
      border-top: 1px solid var(--sl-line-strong);
      margin: 10px 0;
    }
    .item {
      display: list-item;
      list-style: disc;
      margin-left: 20px;
    }
    .item.deep2 {
      margin-left: 40px;
    }
    .item.deep3 {
      margin-left: 60px;
    }
    .quote {
      padding-left: 14px;
      border-left: 1px solid var(--sl-line-strong);
    }
    .head {
      font-weight: 600;
    }
    .note {
      font: var(--sl-text-xs);
      color: var(--sl-ink-3);
      margin-top: 2px;
    }
  `,
})
export class TextBlocks {
  readonly blocks = input.required<readonly DiffBlock[]>();
  readonly side = input<Side>('both');

  protected isShown(change: string | undefined): boolean {
    return change !== (this.side() === 'old' ? 'added' : this.side() === 'new' ? 'removed' : null);
  }
}
