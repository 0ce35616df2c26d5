import { Directive, inject } from '@angular/core';
import { Field } from './field';

/** Put on the input, select or textarea inside a `ui-field`: gives it its id, description and invalid state. */
@Directive({
  selector: '[uiControl]',
  host: {
    class: 'in',
    '[id]': 'field.for()',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[attr.aria-invalid]': 'field.error() ? true : null',
  },
})
export class FieldControl {
  protected readonly field = inject(Field);
}
