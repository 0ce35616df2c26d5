import { Component, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { PASSWORD_MIN } from '@sightline/contracts';
import { Field, FieldControl } from '@sightline/ui';
import { FieldWords } from '../../platform/problems/field-words';
import { SetUpForm } from './set-up-form';

/** The first administrator, who is filling this in. */
@Component({
  selector: 'app-you-step',
  imports: [Field, FieldControl, FormField, TranslocoPipe],
  template: `
    <p class="i2">{{ 'entry.setUp.you.text' | transloco }}</p>
    <ui-field for="administrator-name" [label]="'entry.setUp.you.name' | transloco" [error]="errors.of(fields.name)">
      <input uiControl type="text" autocomplete="name" [formField]="fields.name" />
    </ui-field>
    <ui-field for="administrator-email" [label]="'entry.setUp.you.email' | transloco" [error]="errors.of(fields.email)">
      <input uiControl type="email" autocomplete="username" [formField]="fields.email" />
    </ui-field>
    <ui-field
      for="administrator-password"
      [label]="'entry.setUp.you.password' | transloco"
      [hint]="'entry.activation.passwordHint' | transloco: { min }"
      [error]="errors.of(fields.password)"
    >
      <input uiControl type="password" autocomplete="new-password" [formField]="fields.password" />
    </ui-field>
  `,
})
export class YouStep {
  protected readonly errors = inject(FieldWords);
  protected readonly fields = inject(SetUpForm).fields.administrator;
  protected readonly min = PASSWORD_MIN;
}
