import { Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** The buttons below an entry's form. */
@Component({
  selector: 'app-form-foot',
  imports: [TranslocoPipe],
  host: { class: 'formfoot' },
  template: `
    <button class="btn p" type="submit">{{ word() | transloco }}</button>
    <button class="btn" type="button" (click)="left.emit()">{{ 'registers.cancel' | transloco }}</button>
  `,
})
export class RegisterFormFoot {
  readonly isNew = input(false);
  readonly left = output<void>();

  protected readonly word = computed(() => (this.isNew() ? 'registers.create' : 'registers.save'));
}
