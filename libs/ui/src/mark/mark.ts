import { Component, computed, input } from '@angular/core';
import { MARKS, type MarkName, type MarkShape } from './marks';

/** A state's mark. It never stands alone: a word is beside it, or `label` says it. */
@Component({
  selector: 'ui-mark',
  host: { class: 'mk-host' },
  template: `
    <svg
      class="st"
      viewBox="0 0 16 16"
      [attr.width]="size()"
      [attr.height]="size()"
      [attr.role]="label() ? 'img' : null"
      [attr.aria-label]="label()"
      [attr.aria-hidden]="label() ? null : true"
    >
      @for (shape of shapes(); track $index) {
        <path
          [attr.d]="shape.d"
          [attr.fill]="shape.line ? 'none' : 'currentColor'"
          [attr.stroke]="shape.cut ? 'var(--sl-cut, var(--sl-surface))' : shape.line ? 'currentColor' : null"
          [attr.stroke-width]="shape.line"
          [attr.stroke-dasharray]="shape.dash"
          [attr.stroke-linecap]="shape.line && !shape.dash ? 'round' : null"
          stroke-linejoin="round"
        />
      }
    </svg>
  `,
})
export class Mark {
  readonly name = input.required<MarkName>();
  readonly size = input(16);
  /** Read aloud; without it the mark is decoration beside its word. */
  readonly label = input<string>();

  protected readonly shapes = computed<readonly MarkShape[]>(() => MARKS[this.name()]);
}
