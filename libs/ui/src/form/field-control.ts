import { afterEveryRender, DestroyRef, Directive, DOCUMENT, ElementRef, inject } from '@angular/core';
import { Field } from './field';
import { lettersOver } from './letters-over';

/**
 * Put on the input, select or textarea inside a `ui-field`: gives it its id, description and invalid state.
 *
 * A `maxlength` that stands on it, written in a template or put there by a signal form, is taken off and kept here: the
 * browser would cut a longer text that is pasted without a word. It is let in whole, its field says by how much it is
 * too long, and the form around it is not sent before that is mended.
 */
@Directive({
  selector: '[uiControl]',
  host: {
    class: 'in',
    '[id]': 'field.for()',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[attr.aria-invalid]': 'field.wrong() ? true : null',
    '(input)': 'count()',
  },
})
export class FieldControl {
  private readonly element =
    inject<ElementRef<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>>(ElementRef).nativeElement;
  protected readonly field = inject(Field);
  private max: number | null = null;

  constructor() {
    const page = inject(DOCUMENT);
    const hold = (event: Event): void => this.hold(event);
    // Before the form itself hears of it, since it may not ask the browser what is valid.
    page.addEventListener('submit', hold, { capture: true });
    inject(DestroyRef).onDestroy(() => page.removeEventListener('submit', hold, { capture: true }));
    afterEveryRender(() => {
      this.takeLimit();
      this.count();
    });
  }

  private takeLimit(): void {
    const max = this.element.getAttribute('maxlength');
    if (max === null) return;
    this.max = Number(max);
    this.element.removeAttribute('maxlength');
  }

  protected count(): void {
    const over = this.max === null ? 0 : lettersOver(this.element.value, this.max);
    const before = this.field.tooLong();
    if (over !== (before?.over ?? 0)) this.field.tooLong.set(over > 0 ? { over, max: this.max ?? 0 } : null);
  }

  private hold(event: Event): void {
    if (event.target !== this.element.form || this.field.tooLong() === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.element.focus();
  }
}
