import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TextMarks, TextPiece } from '@sightline/contracts';
import { Words } from '../../platform/words/words';

/** Whose words are shown: of the older text, of the newer one, or both in one line. */
export type Side = 'old' | 'new' | 'both';

/** A line with what went struck out and what came underlined, said in words to whoever does not see it. */
@Component({
  selector: 'app-text-pieces',
  imports: [TranslocoPipe],
  template: `
    @for (piece of shown(); track $index) {
      @switch (piece.change) {
        @case ('removed') {
          <del
            ><span class="vh">{{ 'compare.removed' | transloco }} </span
            ><span [class]="piece.look">{{ piece.text }}</span
            ><span class="vh">{{ 'compare.endOf' | transloco }} </span></del
          >
        }
        @case ('added') {
          <ins
            ><span class="vh">{{ 'compare.added' | transloco }} </span><span [class]="piece.look">{{ piece.text }}</span
            ><span class="vh">{{ 'compare.endOf' | transloco }} </span></ins
          >
        }
        @case ('formatted') {
          <span class="fmt" [title]="piece.told"
            ><span [class]="piece.look">{{ piece.text }}</span
            ><span class="tag"
              >{{ 'compare.formatting' | transloco }}<span class="vh">: {{ piece.told }}</span></span
            ></span
          >
        }
        @default {
          <span [class]="piece.look">{{ piece.text }}</span>
        }
      }
    }
  `,
  styles: `
    :host {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .bold {
      font-weight: 600;
    }
    .italic {
      font-style: italic;
    }
    .strike {
      text-decoration: line-through;
    }
    .code {
      font-family: var(--sl-font-code);
      font-size: 0.86em;
    }
    .link {
      text-decoration: underline;
      text-decoration-style: dotted;
      text-underline-offset: 3px;
    }
    del,
    ins {
      border-radius: 2px;
      padding: 1px 2px;
      -webkit-box-decoration-break: clone;
      box-decoration-break: clone;
    }
    .fmt {
      background: var(--sl-warn-bg);
      border-bottom: 1px dashed var(--sl-warn-solid);
      border-radius: 2px;
      padding: 1px 2px;
    }
    .tag {
      font: var(--sl-text-xs);
      color: var(--sl-warn-fg);
      margin-left: 4px;
      vertical-align: 1px;
    }
  `,
})
export class TextPieces {
  private readonly words = inject(Words);

  readonly pieces = input.required<readonly TextPiece[]>();
  readonly side = input<Side>('both');

  protected readonly shown = computed(() =>
    this.pieces()
      .filter(({ change }) => change !== (this.side() === 'old' ? 'added' : this.side() === 'new' ? 'removed' : null))
      .map((piece) => {
        const old = this.side() === 'old' && piece.change === 'formatted';
        return {
          change: old ? ('same' as const) : piece.change,
          text: piece.text,
          look: lookOf((old ? piece.before : piece.marks) ?? {}),
          told: piece.change === 'formatted' ? this.told(piece) : '',
        };
      }),
  );

  private told({ marks = {}, before = {} }: TextPiece): string {
    return this.words.say('compare.look.changed', { before: this.said(before), after: this.said(marks) });
  }

  private said({ link, ...marks }: TextMarks): string {
    const names = Object.keys(marks).map((mark) => this.words.say(`compare.look.${mark}`));
    if (link !== undefined) names.push(this.words.say('compare.look.link', { to: link }));
    return names.join(', ') || this.words.say('compare.look.plain');
  }
}

const lookOf = ({ link, ...marks }: TextMarks): string =>
  [...Object.keys(marks), ...(link === undefined ? [] : ['link'])].join(' ');
