import { Component, input, output } from '@angular/core';
import type { Reference } from '@sightline/contracts';
import { Field, ReferencePicker, type ReferenceOption, type SearchReferences } from '@sightline/ui';
import { named } from './charter-draft';

/** One record, or none: a person, a unit, a capability. */
@Component({
  selector: 'app-one-reference',
  imports: [Field, ReferencePicker],
  template: `
    <ui-field [for]="for()" [label]="label()" [hint]="hint()" [error]="error()" [optional]="optional()">
      <ui-reference-picker
        [value]="value()"
        [search]="search()"
        [placeholder]="placeholder()"
        (picked)="pick($event)"
      />
    </ui-field>
  `,
})
export class OneReference {
  readonly for = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly placeholder = input('');
  readonly error = input<string | null>(null);
  readonly optional = input(false);
  readonly value = input.required<Reference | null>();
  readonly search = input.required<SearchReferences>();
  readonly changed = output<Reference | null>();

  protected pick(option: ReferenceOption | null): void {
    this.changed.emit(option && named(option));
  }
}
