import { Component, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SetUpPerson } from '@sightline/contracts';
import { Field, FieldControl } from '@sightline/ui';
import { FieldWords } from '../../platform/problems/field-words';

/** Name and e-mail address of somebody who will get a link. */
@Component({
  selector: 'app-person-fields',
  imports: [Field, FieldControl, FormField, TranslocoPipe],
  template: `
    <div class="pair">
      <ui-field
        [for]="key() + '-name'"
        [label]="'entry.setUp.person.name' | transloco"
        [error]="errors.of(person().name)"
      >
        <input uiControl type="text" autocomplete="off" [formField]="person().name" />
      </ui-field>
      <ui-field
        [for]="key() + '-email'"
        [label]="'entry.setUp.person.email' | transloco"
        [error]="errors.of(person().email)"
      >
        <input uiControl type="email" autocomplete="off" [formField]="person().email" />
      </ui-field>
    </div>
  `,
})
export class PersonFields {
  protected readonly errors = inject(FieldWords);

  readonly person = input.required<FieldTree<SetUpPerson>>();
  /** Makes the ids of the two controls. */
  readonly key = input.required<string>();
}
