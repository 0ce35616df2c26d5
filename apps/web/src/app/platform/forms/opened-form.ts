import { afterNextRender, Directive, ElementRef, inject, input } from '@angular/core';

/** A form that opens in place takes the cursor: to the field with this id, else to its first one. */
@Directive({ selector: 'form[appOpened]' })
export class OpenedForm {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  readonly appOpened = input<string | null>('');

  constructor() {
    afterNextRender(() => {
      const form = this.host.nativeElement;
      const id = this.appOpened();
      const wanted = id ? form.querySelector<HTMLElement>(`[id='${id}']`) : null;
      const field = wanted ?? form.querySelector<HTMLElement>('input, select, textarea');
      field?.focus({ preventScroll: true });
      field?.scrollIntoView?.({ block: 'nearest' });
    });
  }
}
